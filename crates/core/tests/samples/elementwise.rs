//! Elementwise operators, each in a range where it is smooth.

use super::{Sample, call};

/// Functions that are smooth on (-2, 2).
const ANYWHERE: &[&str] = &[
    "negative",
    "square",
    "exp",
    "expm1",
    "sin",
    "cos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "arcsinh",
    "degrees",
    "radians",
    "sigmoid",
    "softsign",
    "_softrelu",
    "erf",
    "_copy",
    "_copyto",
];

/// Functions that need positive numbers, or are smooth there.
const POSITIVE: &[&str] = &[
    "sqrt",
    "rsqrt",
    "cbrt",
    "rcbrt",
    "log",
    "log10",
    "log2",
    "log1p",
    "reciprocal",
    "gamma",
    "gammaln",
    "abs",
    "relu",
];

/// Functions that need numbers between -1 and 1.
const UNIT: &[&str] = &["arcsin", "arccos", "arctanh", "erfinv", "tan"];

/// Smooth functions of two positive tensors.
const STRICT: &[&str] = &[
    "elemwise_add",
    "elemwise_sub",
    "elemwise_mul",
    "elemwise_div",
    "_power",
    "_hypot",
    "_maximum",
    "_minimum",
    "_mod",
    "_grad_add",
];

/// Their broadcasting twins.
const BROADCAST: &[&str] = &[
    "broadcast_add",
    "broadcast_sub",
    "broadcast_mul",
    "broadcast_div",
    "broadcast_power",
    "broadcast_hypot",
    "broadcast_maximum",
    "broadcast_minimum",
    "broadcast_mod",
];

/// Functions of a positive tensor and a number.
const SCALAR: &[&str] = &[
    "_plus_scalar",
    "_minus_scalar",
    "_rminus_scalar",
    "_mul_scalar",
    "_div_scalar",
    "_rdiv_scalar",
    "_mod_scalar",
    "_rmod_scalar",
    "_power_scalar",
    "_rpower_scalar",
    "_hypot_scalar",
    "_maximum_scalar",
    "_minimum_scalar",
];

pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(ANYWHERE.iter().map(|op| call(op, &[], &[&[2, 3]], (-2.0, 2.0))));
    all.extend(POSITIVE.iter().map(|op| call(op, &[], &[&[2, 3]], (0.5, 2.5))));
    all.extend(["abs", "relu", "reciprocal", "cbrt", "softsign"].map(|op| call(op, &[], &[&[7]], (-2.5, -0.5))));
    all.extend(UNIT.iter().map(|op| call(op, &[], &[&[2, 3]], (-0.8, 0.8))));
    all.push(call("arccosh", &[], &[&[2, 3]], (1.5, 3.0)));
    all.push(call("_polygamma", &[("n", "0")], &[&[3]], (0.5, 3.0)));
    all.push(call("_polygamma", &[("n", "2")], &[&[3]], (0.5, 3.0)));
    all.extend(STRICT.iter().map(|op| call(op, &[], &[&[2, 3], &[2, 3]], (0.5, 2.0))));
    for op in BROADCAST {
        all.push(call(op, &[], &[&[2, 1, 3], &[2, 1]], (0.5, 2.0)));
        all.push(call(op, &[], &[&[2, 2], &[2, 2]], (0.5, 2.0)));
        all.push(call(op, &[], &[&[3], &[2, 3]], (0.5, 2.0)));
    }
    all.extend(SCALAR.iter().map(|op| call(op, &[("scalar", "1.3")], &[&[2, 3]], (0.5, 2.5))));
    all.push(call("_mul_scalar", &[("scalar", "-2.0")], &[&[4]], (-1.0, 1.0)));
    all.push(call("_power_scalar", &[("scalar", "3")], &[&[4]], (-1.0, 1.0)));
    all.push(call("clip", &[("a_min", "-1"), ("a_max", "1.5")], &[&[9]], (-3.0, 3.0)));
    all.push(call("smooth_l1", &[("scalar", "2.0")], &[&[9]], (-2.0, 2.0)));
    all.push(call("Cast", &[("dtype", "float64")], &[&[4]], (-1.0, 1.0)));
    all.push(call("add_n", &[("num_args", "3")], &[&[2, 2], &[2, 2], &[2, 2]], (-1.0, 1.0)));
    all.push(call("_identity_with_attr_like_rhs", &[], &[&[2, 2], &[2, 2]], (-1.0, 1.0)));
    all
}
