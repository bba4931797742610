//! Which inputs and outputs of operators have one shape and one type.

use crate::dtype::DType;
use crate::op::{Inputs, Op};
use crate::ops::{scalar, unary};
use crate::shape::Shape;
use crate::symbol::graph::Node;
use crate::symbol::infer::{Known, merge};

/// Operators whose inputs and outputs all have one shape.
const ALL: &[&str] =
    &["add_n", "_copy", "BlockGrad", "make_loss", "Cast", "clip", "smooth_l1", "zeros_like", "ones_like", "amp_cast"];

/// Operators whose first input and first output have one shape.
const FIRST: &[&str] = &[
    "Activation",
    "BatchNorm",
    "Dropout",
    "GroupNorm",
    "IdentityAttachKLSparseReg",
    "InstanceNorm",
    "L2Normalization",
    "LRN",
    "LayerNorm",
    "LeakyReLU",
    "LinearRegressionOutput",
    "LogisticRegressionOutput",
    "MAERegressionOutput",
    "MakeLoss",
    "SVMOutput",
    "SoftmaxActivation",
    "SoftmaxOutput",
    "log_softmax",
    "softmax",
    "softmin",
];

/// Strict functions of two tensors, by what their names begin with.
const STRICT: &[&str] = &[
    "elemwise_",
    "_equal",
    "_not_equal",
    "_greater",
    "_lesser",
    "_logical",
    "_maximum",
    "_minimum",
    "_power",
    "_mod",
    "_hypot",
    "_grad_add",
];

/// Whether an operator is a strict function of two tensors.
fn is_strict(op: &dyn Op) -> bool {
    STRICT.iter().any(|start| op.def().name.starts_with(start))
}

/// How many of the first inputs share the outputs' shape.
fn alike(op: &dyn Op, inputs: usize) -> usize {
    let def = op.def();
    let listed = |list: &[&crate::op::OpDef]| list.iter().any(|other| other.name == def.name);
    let two = || inputs == 2 && is_strict(op);
    if ALL.contains(&def.name) || listed(scalar::DEFS) || listed(unary::DEFS) || two() {
        inputs
    } else {
        usize::from(FIRST.contains(&def.name)).min(inputs)
    }
}

/// What contradicts: which input or output, what was expected of it, what it is.
pub type Conflict = (String, Option<Shape>, Option<Shape>);

/// Gives all that have one shape what is known of any of them.
#[inline(never)]
pub fn unify(op: &dyn Op, inputs: &mut [Known], outputs: &mut [Known]) -> Result<(), Conflict> {
    let count = alike(op, inputs.len());
    if count == 0 || outputs.is_empty() {
        return Ok(());
    }
    let mut shape: Option<Shape> = None;
    for (i, input) in inputs[..count].iter().enumerate() {
        shape =
            merge(&shape, &input.shape).ok_or_else(|| (format!("{i}-th input"), shape.clone(), input.shape.clone()))?;
    }
    let output = &outputs[0].shape;
    shape = merge(&shape, output).ok_or_else(|| ("0-th output".to_string(), shape.clone(), output.clone()))?;
    inputs[..count].iter_mut().chain(&mut outputs[..1]).for_each(|known| known.shape = shape.clone());
    Ok(())
}

/// Inputs whose type is their own affair.
const FREE: &[&str] = &[
    "indices",
    "index",
    "a_indices",
    "length",
    "lengths",
    "sequence_length",
    "condition",
    "data_lengths",
    "label_lengths",
    "data_length",
    "label_length",
    "rois",
    "mask",
];

/// Operators that give a type of their own, whatever they get.
const OWN: &[(&str, DType)] = &[("shape_array", DType::Int64), ("size_array", DType::Int64)];

/// The type that an operator gives by its attributes; nothing when it gives that of its inputs.
fn own_type(op: &dyn Op, node: &Node) -> Option<DType> {
    let def = op.def();
    if let Some((_, dtype)) = OWN.iter().find(|(name, _)| *name == def.name) {
        return Some(*dtype);
    }
    let attr = def.attrs.iter().find(|attr| attr.name == "dtype")?;
    match node.attr("dtype") {
        Some(text) => DType::from_name(&text),
        None if attr.optional => None,
        None if matches!(def.name, "_random_randint" | "_sample_multinomial") => Some(DType::Int32),
        None => Some(DType::Float32),
    }
}

/// The same for types, which most operators want to be one; where the rules are finer they are left to the call.
#[inline(never)]
pub fn types(op: &dyn Op, node: &Node, inputs: &mut [Known], outputs: &mut [Known]) -> Result<(), String> {
    let def = op.def();
    let own = own_type(op, node);
    let casts = own.is_some();
    let free = |i: usize| match def.inputs {
        Inputs::Fixed(list) => {
            list.get(i).is_some_and(|input| FREE.contains(&input.name)) || (def.name == "Embedding" && i == 0)
        }
        Inputs::Variadic { .. } => def.name == "amp_multicast",
    };
    let plain = |dtype: DType| matches!(dtype, DType::Float32 | DType::Float64);
    let mut dtype: Option<DType> = if def.name == "Embedding" { own } else { None };
    for (i, input) in inputs.iter().enumerate().filter(|(i, _)| !free(*i)) {
        match (dtype, input.dtype) {
            (None, given) => dtype = given,
            // Labels may be whole numbers, and statistics of float16 data are float32.
            (Some(first), Some(given)) if first != given && (is_strict(op) || plain(first) && plain(given)) => {
                return Err(format!(
                    "Incompatible attr in node {} at {i}-th input: expected {first}, got {given}",
                    node.name
                ));
            }
            _ => {}
        }
    }
    if !casts {
        dtype = dtype.or(outputs.iter().find_map(|output| output.dtype));
    }
    let unknown = inputs.iter_mut().enumerate().filter(|(i, input)| input.dtype.is_none() && !free(*i));
    // Statistics of half precision are kept in single precision.
    let wide = |i: usize| i > 0 && def.states.contains(&3) && dtype == Some(DType::Float16);
    unknown.for_each(|(i, input)| input.dtype = if wide(i) { Some(DType::Float32) } else { dtype });
    for (i, output) in outputs.iter_mut().enumerate().filter(|(_, output)| output.dtype.is_none()) {
        let values = def.name == "topk" && i == 0 && node.attr("ret_typ").is_some_and(|kind| kind != "indices");
        output.dtype = if values { dtype } else { own.or(dtype) };
    }
    Ok(())
}
