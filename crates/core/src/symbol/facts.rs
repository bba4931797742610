//! What MXNet's symbols know of operators beyond what calling them needs.

use crate::op::{Inputs, Op};
use crate::symbol::graph::Node;

/// Keys of attributes that are no options of operators; they are stored between underscores.
const HIDDEN: [&str; 5] = ["ctx_group", "lr_mult", "wd_mult", "force_mirroring", "mirror_stage"];

/// Operators with outputs that nobody sees but that MXNet's files count, and how many it counts.
const COUNTED: &[(&str, usize)] = &[
    ("BatchNorm", 3),
    ("BilinearSampler", 2),
    ("CTCLoss", 2),
    ("Correlation", 3),
    ("Dropout", 2),
    ("GridGenerator", 2),
    ("GroupNorm", 3),
    ("InstanceNorm", 3),
    ("L2Normalization", 2),
    ("LRN", 2),
    ("LayerNorm", 3),
    ("ROIPooling", 2),
    ("SpatialTransformer", 3),
    ("_contrib_BatchNormWithReLU", 4),
    ("_contrib_MultiProposal", 2),
    ("_contrib_Proposal", 2),
    ("_contrib_SyncBatchNorm", 3),
    ("_contrib_box_nms", 2),
    ("_linalg_det", 3),
    ("_linalg_slogdet", 4),
    ("sort", 2),
];

/// The stored form of a key that users may give bare.
pub fn hidden_key(key: &str) -> Option<String> {
    HIDDEN.contains(&key).then(|| format!("__{key}__"))
}

/// The bare form of a stored key.
pub fn bare_key(key: &str) -> Option<&str> {
    let bare = key.strip_prefix("__")?.strip_suffix("__")?;
    HIDDEN.contains(&bare).then_some(bare)
}

/// An input's name and hidden key, of a key like `weight_lr_mult`.
pub fn input_key(key: &str) -> Option<(&str, &str)> {
    HIDDEN.iter().find_map(|hidden| Some((key.strip_suffix(hidden)?.strip_suffix('_')?, *hidden)))
}

/// How many outputs of an operator others can use.
pub fn visible(op: &dyn Op) -> usize {
    match op.signature() {
        Some(signature) => signature.outputs.len(),
        None => op.visible_outputs().unwrap_or(op.def().outputs.len()),
    }
}

/// How many outputs MXNet counts.
pub fn total(op: &dyn Op, node: &Node) -> usize {
    let name = op.def().name;
    let is = |key: &str, value: &str| node.attr(key).is_some_and(|given| given == value);
    let counted = match name {
        // Max pooling has the workspace of MXNet's CPU library as a second output.
        "Pooling" => 1 + usize::from(!["avg", "sum", "lp"].iter().any(|kind| is("pool_type", kind))),
        "LeakyReLU" => 1 + usize::from(is("act_type", "rrelu")),
        "topk" => 1 + usize::from(is("ret_typ", "both") || is("ret_typ", "value")),
        _ => COUNTED.iter().find(|(counted, _)| *counted == name).map_or(0, |(_, count)| *count),
    };
    counted.max(visible(op))
}

/// Operators whose outputs have names in symbols.
const NAMED: &[&str] = &["BatchNorm", "GroupNorm", "LayerNorm", "_contrib_BatchNormWithReLU", "_contrib_SyncBatchNorm"];

/// The name of an output, without the node's.
pub fn output_name(op: &dyn Op, output: usize) -> String {
    let def = op.def();
    if let Some(name) = op.signature().and_then(|signature| signature.outputs.get(output)) {
        return name.clone();
    }
    match (def.name, output) {
        ("RNN", 1) => "state_output".into(),
        ("RNN", 2) => "statecell_output".into(),
        ("RNN", _) => "output".into(),
        (name, _) if NAMED.contains(&name) => def.outputs.get(output).copied().unwrap_or("output").into(),
        ("SliceChannel", _) => format!("output{output}"),
        _ if visible(op) == 1 => "output".into(),
        _ => format!("output{output}"),
    }
}

/// How many inputs a symbol of the operator has, when it is made from fewer.
pub fn arity(op: &dyn Op) -> Option<usize> {
    if let Some(signature) = op.signature() {
        return Some(signature.inputs.len());
    }
    match (&op.def().inputs, op.arity()) {
        (_, Some(count)) => Some(count),
        (Inputs::Fixed(list), None) => Some(list.iter().filter(|input| !input.optional).count()),
        (Inputs::Variadic { .. }, None) => None,
    }
}

/// Whether the operator writes to an input, which then is no argument but a state.
pub fn is_state(op: &dyn Op, input: usize) -> bool {
    if let Some(signature) = op.signature() {
        return input + signature.states >= signature.inputs.len();
    }
    let def = op.def();
    def.mutates.contains(&input) || def.states.contains(&input)
}

/// The initializer that MXNet notes at a variable which becomes an input.
pub fn initializer(op: &dyn Op, input: &str, node: &[(String, String)]) -> Option<&'static str> {
    match (op.def().name, input) {
        (_, "moving_mean") => Some("[\"zero\", {}]"),
        (_, "moving_var") => Some("[\"one\", {}]"),
        ("LeakyReLU", "gamma") if node.iter().any(|(k, v)| k == "act_type" && v == "prelu") => {
            Some("[\"Constant\", {\"value\": 0.25}]")
        }
        _ => None,
    }
}
