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
    /// How far the whole is indented.
    indent: usize,
}

impl Default for Writer {
    fn default() -> Writer {
        Writer::indented(0)
    }
}

/// A node's output in three numbers: place, output, version.
pub type Triple = [usize; 3];

impl Writer {
    /// A writer of a graph that stands within another text.
    fn indented(indent: usize) -> Writer {
        let mut writer = Writer { text: "{".into(), variables: Vec::new(), rows: vec![0], indent };
        writer.line(2);
        writer.text += "\"nodes\": [";
        writer
    }

    /// Begins a line.
    fn line(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', self.indent + indent));
    }

    /// Begins another member of an object.
    fn field(&mut self, indent: usize, name: &str) {
        self.text += ", ";
        self.line(indent);
        self.quoted(name);
        self.text += ": ";
    }

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
        if place > 0 {
            self.line(4);
            self.text += "}, ";
        }
        self.line(4);
        self.text.push('{');
        self.line(6);
        self.text += "\"op\": ";
        self.quoted(op.unwrap_or("null"));
        self.field(6, "name");
        self.quoted(name);
        if !attrs.is_empty() {
            self.field(6, "attrs");
            self.text.push('{');
            for (i, (key, value)) in attrs.iter().enumerate() {
                if i > 0 {
                    self.text += ", ";
                }
                if attrs.len() > 1 {
                    self.line(8);
                }
                self.quoted(key);
                self.text += ": ";
                self.quoted(value);
            }
            if attrs.len() > 1 {
                self.line(6);
            }
            self.text.push('}');
        }
        self.field(6, "inputs");
        self.list(inputs.iter().map(triple), 6);
        if !after.is_empty() {
            self.field(6, "control_deps");
            self.list(after.iter().map(usize::to_string), 6);
        }
    }

    /// Writes the graphs of the last node.
    fn graphs(&mut self, graphs: &[Symbol]) {
        self.field(6, "subgraphs");
        self.text.push('[');
        for (i, graph) in graphs.iter().enumerate() {
            if i > 0 {
                self.text += ", ";
            }
            self.line(8);
            self.text += &graph.write(Writer::indented(self.indent + 8));
        }
        self.line(6);
        self.text.push(']');
    }

    /// The whole text.
    #[inline(never)]
    pub fn finish(mut self, heads: &[Triple]) -> String {
        if self.rows.len() > 1 {
            self.line(4);
            self.text.push('}');
        }
        self.line(2);
        self.text.push(']');
        let (variables, rows) = (std::mem::take(&mut self.variables), std::mem::take(&mut self.rows));
        self.field(2, "arg_nodes");
        self.list(variables.iter().map(usize::to_string), 2);
        self.field(2, "node_row_ptr");
        self.list(rows.iter().map(usize::to_string), 2);
        self.field(2, "heads");
        self.list(heads.iter().map(triple), 2);
        // Graphs within graphs have no version of their own.
        if self.indent == 0 {
            self.field(2, "attrs");
            self.text += "{\"mxnet_version\": [\"int\", 10901]}";
        }
        self.line(0);
        self.text.push('}');
        self.text
    }

    fn list(&mut self, items: impl ExactSizeIterator<Item = String>, indent: usize) {
        let long = items.len() > LONG;
        self.text.push('[');
        for (i, item) in items.enumerate() {
            if i > 0 {
                self.text += ", ";
            }
            if long {
                self.line(indent + 2);
            }
            self.text += &item;
        }
        if long {
            self.line(indent);
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
        self.write(Writer::default())
    }

    #[inline(never)]
    fn write(&self, mut writer: Writer) -> String {
        let graph: Ordered = self.ordered();
        let triples = |sources: &[super::order::Source], versions: &dyn Fn(usize) -> u32| -> Vec<Triple> {
            sources.iter().enumerate().map(|(i, s)| [s.node, s.output, versions(i) as usize]).collect()
        };
        for (place, node) in graph.nodes.iter().enumerate() {
            let inputs = triples(&graph.inputs[place], &|i| node.inputs[i].version);
            let after: Vec<usize> = node.after.iter().map(|after| graph.place(after)).collect();
            let op = node.op.as_ref().map(|op| op.def().name);
            writer.node(op, &node.name, &node.attrs(), &inputs, &after, node.total());
            if let Some(control) = &node.control {
                writer.graphs(&control.graphs);
            }
        }
        writer.finish(&triples(&graph.heads, &|i| self.heads[i].version))
    }
}
