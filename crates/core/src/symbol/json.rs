//! The writer of MXNet's symbol JSON, byte for byte as MXNet lays it out.

use crate::symbol::graph::Symbol;
use crate::symbol::order::Ordered;

/// Lists of more elements than this have one a line.
const LONG: usize = 10;

/// Writes a graph node by node.
pub struct Writer {
    text: String,
    /// The places of variables.
    variables: Vec<usize>,
    /// How many outputs there are before each node.
    rows: Vec<usize>,
}

impl Default for Writer {
    fn default() -> Writer {
        Writer { text: "{\n  \"nodes\": [".into(), variables: Vec::new(), rows: vec![0] }
    }
}

/// A node's output in three numbers: place, output, version.
pub type Triple = [usize; 3];

impl Writer {
    /// Writes the next node. Attributes are sorted; `outputs` counts hidden ones, too.
    #[inline(never)]
    pub fn node(
        &mut self,
        op: Option<&str>,
        name: &str,
        attrs: &[(String, String)],
        inputs: &[Triple],
        after: &[usize],
        outputs: usize,
    ) {
        let place = self.rows.len() - 1;
        if op.is_none() {
            self.variables.push(place);
        }
        self.rows.push(self.rows[place] + outputs);
        self.text += if place > 0 { ", \n    {\n      \"op\": " } else { "\n    {\n      \"op\": " };
        self.quoted(op.unwrap_or("null"));
        self.text += ", \n      \"name\": ";
        self.quoted(name);
        if !attrs.is_empty() {
            self.text += ", \n      \"attrs\": {";
            let separator = if attrs.len() > 1 { "\n        " } else { "" };
            for (i, (key, value)) in attrs.iter().enumerate() {
                if i > 0 {
                    self.text += ", ";
                }
                self.text += separator;
                self.quoted(key);
                self.text += ": ";
                self.quoted(value);
            }
            self.text += if attrs.len() > 1 { "\n      }" } else { "}" };
        }
        self.text += ", \n      \"inputs\": ";
        self.list(inputs.iter().map(triple), 6);
        if !after.is_empty() {
            self.text += ", \n      \"control_deps\": ";
            self.list(after.iter().map(usize::to_string), 6);
        }
        self.text += "\n    }";
    }

    /// The whole text.
    #[inline(never)]
    pub fn finish(mut self, heads: &[Triple]) -> String {
        self.text += "\n  ], \n  \"arg_nodes\": ";
        let (variables, rows) = (std::mem::take(&mut self.variables), std::mem::take(&mut self.rows));
        self.list(variables.iter().map(usize::to_string), 2);
        self.text += ", \n  \"node_row_ptr\": ";
        self.list(rows.iter().map(usize::to_string), 2);
        self.text += ", \n  \"heads\": ";
        self.list(heads.iter().map(triple), 2);
        self.text += ", \n  \"attrs\": {\"mxnet_version\": [\"int\", 10901]}\n}";
        self.text
    }

    fn list(&mut self, items: impl ExactSizeIterator<Item = String>, indent: usize) {
        let long = items.len() > LONG;
        let line = |indent: usize| "\n".to_string() + &" ".repeat(indent);
        self.text.push('[');
        for (i, item) in items.enumerate() {
            if i > 0 {
                self.text += ", ";
            }
            if long {
                self.text += &line(indent + 2);
            }
            self.text += &item;
        }
        if long {
            self.text += &line(indent);
        }
        self.text.push(']');
    }

    #[inline(never)]
    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' => self.text += "\\\"",
                '\\' => self.text += "\\\\",
                '\n' => self.text += "\\n",
                '\r' => self.text += "\\r",
                '\t' => self.text += "\\t",
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}

fn triple([node, output, version]: &Triple) -> String {
    format!("[{node}, {output}, {version}]")
}

impl Symbol {
    /// The graph as MXNet's JSON.
    #[inline(never)]
    pub fn to_json(&self) -> String {
        let graph: Ordered = self.ordered();
        let mut writer = Writer::default();
        let triples = |sources: &[super::order::Source], versions: &dyn Fn(usize) -> u32| -> Vec<Triple> {
            sources.iter().enumerate().map(|(i, s)| [s.node, s.output, versions(i) as usize]).collect()
        };
        for (place, node) in graph.nodes.iter().enumerate() {
            let inputs = triples(&graph.inputs[place], &|i| node.inputs[i].version);
            let after: Vec<usize> = node.after.iter().map(|after| graph.place(after)).collect();
            let op = node.op.as_ref().map(|op| op.def().name);
            writer.node(op, &node.name, &node.attrs(), &inputs, &after, node.total());
        }
        writer.finish(&triples(&graph.heads, &|i| self.heads[i].version))
    }
}
