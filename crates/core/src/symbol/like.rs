//! Which inputs and outputs of operators have one shape and one type.

use crate::dtype::DType;
use crate::op::{Inputs, Op};
use crate::ops::{scalar, unary};
use crate::shape::Shape;
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

/// How many of the first inputs share the outputs' shape.
fn alike(op: &dyn Op, inputs: usize) -> usize {
    let def = op.def();
    let listed = |list: &[&crate::op::OpDef]| list.iter().any(|other| other.name == def.name);
    let two = || inputs == 2 && STRICT.iter().any(|start| def.name.starts_with(start));
    if ALL.contains(&def.name) || listed(scalar::DEFS) || listed(unary::DEFS) || two() {
        inputs
    } else {
        usize::from(FIRST.contains(&def.name)).min(inputs)
    }
}

/// What contradicts: which input or output, what was expected of it, what it is.
pub type Conflict = (String, Option<Shape>, Option<Shape>);

/// Gives all that have one shape what is known of any of them.
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
    "label",
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

/// Operators that give a type of their own.
const OWN: &[(&str, DType)] = &[("shape_array", DType::Int64), ("size_array", DType::Int64)];

/// The same for types, which most operators want to be one; where the rules are finer they are left to the call.
pub fn types(op: &dyn Op, inputs: &mut [Known], outputs: &mut [Known]) -> Result<(), String> {
    let def = op.def();
    let own = OWN.iter().find(|(name, _)| *name == def.name).map(|(_, dtype)| *dtype);
    let changes = def.attrs.iter().any(|attr| attr.name == "dtype" && !attr.optional) || own.is_some();
    let free = |i: usize| match def.inputs {
        Inputs::Fixed(list) => list.get(i).is_some_and(|input| {
            FREE.contains(&input.name) || (def.name == "Embedding" && i == 0) || (def.name == "where" && i == 0)
        }),
        Inputs::Variadic { .. } => def.name == "amp_multicast",
    };
    let mut dtype: Option<DType> = None;
    for (i, input) in inputs.iter().enumerate().filter(|(i, _)| !free(*i)) {
        match (dtype, input.dtype) {
            (None, given) => dtype = given,
            (Some(first), Some(given)) if first != given => {
                return Err(format!("Incompatible attr in node at {i}-th input: expected {first}, got {given}"));
            }
            _ => {}
        }
    }
    if !changes {
        dtype = dtype.or(outputs.iter().find_map(|output| output.dtype));
    }
    // Normalisations keep float32 statistics beside float16 data; nothing is said there.
    let some = dtype.filter(|&d| d != DType::Float16);
    for (i, input) in inputs.iter_mut().enumerate().filter(|(i, _)| !free(*i)) {
        if input.dtype.is_none() {
            input.dtype = if i == 0 { dtype } else { some.or(dtype) };
        }
    }
    if let Some(own) = own {
        outputs.iter_mut().for_each(|output| output.dtype = Some(own));
    } else if !changes {
        outputs.iter_mut().filter(|output| output.dtype.is_none()).for_each(|output| output.dtype = dtype);
    }
    Ok(())
}
