//! Operators that move elements.

use super::{Sample, call};

/// The range of all inputs here.
const R: (f64, f64) = (-1.0, 1.0);

pub fn samples() -> Vec<Sample> {
    let x = |op, attrs| call(op, attrs, &[&[2, 3, 4]], R);
    let two = |op, attrs, a: &[usize], b: &[usize]| call(op, attrs, &[a, b], R);
    vec![
        x("Reshape", &[("shape", "(0, -1)")]),
        x("Reshape", &[("shape", "(-3, 4)")]),
        x("_set_shape", &[("shape", "(4, 6)")]),
        x("Flatten", &[]),
        x("expand_dims", &[("axis", "-1")]),
        call("squeeze", &[], &[&[2, 1, 3, 1]], R),
        two("reshape_like", &[], &[2, 3], &[3, 2]),
        x("transpose", &[]),
        x("transpose", &[("axes", "(1, 2, 0)")]),
        x("SwapAxis", &[("dim1", "0"), ("dim2", "2")]),
        call("broadcast_to", &[("shape", "(2, 3)")], &[&[1, 3]], R),
        call("broadcast_axis", &[("axis", "(0, 2)"), ("size", "(2, 3)")], &[&[1, 2, 1]], R),
        two("broadcast_like", &[], &[1, 3], &[2, 3]),
        Sample {
            op: "where",
            attrs: &[],
            inputs: vec![(vec![2, 3], 0.0, 2.0), (vec![2, 3], -1.0, 1.0), (vec![2, 3], -1.0, 1.0)],
            diff: &[1, 2],
            train: false,
        },
        x("slice", &[("begin", "(0, 1)"), ("end", "(2, 3)")]),
        x("slice", &[("begin", "(None, -1, 0)"), ("end", "(None, None, 4)"), ("step", "(-1, -2, 2)")]),
        x("slice_axis", &[("axis", "-1"), ("begin", "1"), ("end", "None")]),
        two("slice_like", &[], &[3, 4], &[2, 2]),
        two("slice_like", &[("axes", "(1,)")], &[3, 4], &[2, 2]),
        x("_slice_view", &[("begin", "(1, 0, 3)"), ("step", "(-1, 2, -2)"), ("size", "(2, 2, 2)")]),
        call("_slice_grad", &[("begin", "(1, 0)"), ("step", "(-1, 2)"), ("shape", "(3, 4)")], &[&[2, 2]], R),
        two("_slice_assign", &[("begin", "(0, 1)"), ("end", "(2, None)"), ("step", "(1, 2)")], &[3, 4], &[2, 2]),
        x("_slice_assign_scalar", &[("scalar", "3.5"), ("begin", "(0,)"), ("end", "(1,)")]),
        x("reverse", &[("axis", "(0, 2)")]),
        two("Concat", &[("num_args", "2")], &[2, 3], &[2, 1]),
        call("Concat", &[("num_args", "3"), ("dim", "-2")], &[&[2, 3], &[1, 3], &[2, 3]], R),
        two("_rnn_param_concat", &[("num_args", "2"), ("dim", "0")], &[2], &[3]),
        two("stack", &[("num_args", "2")], &[2, 3], &[2, 3]),
        two("stack", &[("num_args", "2"), ("axis", "-1")], &[2, 3], &[2, 3]),
        x("SliceChannel", &[("num_outputs", "3")]),
        x("SliceChannel", &[("num_outputs", "4"), ("axis", "-1"), ("squeeze_axis", "True")]),
        x("_split_v2", &[("indices", "(0, 1, 3)"), ("axis", "2")]),
        x("_split_v2", &[("indices", "()"), ("sections", "3"), ("axis", "2")]),
        x("tile", &[("reps", "(2, 1, 3)")]),
        x("tile", &[("reps", "(2,)")]),
        call("tile", &[("reps", "(2, 2)")], &[&[3]], R),
        x("repeat", &[("repeats", "2")]),
        x("repeat", &[("repeats", "3"), ("axis", "1")]),
        call(
            "Pad",
            &[("mode", "constant"), ("pad_width", "(0,0,0,0,1,2,2,0)"), ("constant_value", "3")],
            &[&[1, 2, 3, 3]],
            R,
        ),
        call("Pad", &[("mode", "edge"), ("pad_width", "(0,0,0,0,1,2,2,0)")], &[&[1, 2, 3, 3]], R),
        call("Pad", &[("mode", "reflect"), ("pad_width", "(0,0,0,0,1,2,2,0)")], &[&[1, 2, 3, 3]], R),
        call("_pad_grad", &[("mode", "reflect"), ("pad_width", "(2,1,0,1)"), ("shape", "(3, 2)")], &[&[6, 3]], R),
        x("diag", &[("k", "1"), ("axis1", "0"), ("axis2", "2")]),
        call("diag", &[("k", "-1")], &[&[3]], R),
        call("diag", &[], &[&[3, 4]], R),
        call("_diag_grad", &[("k", "-1"), ("shape", "(3, 4)")], &[&[2]], R),
    ]
}
