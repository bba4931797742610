//! Reading by index, sorting, drawing.

use super::Sample;

/// Data in (-1, 1) and whole numbers of a range.
fn indexed(
    op: &'static str,
    attrs: &'static [(&'static str, &'static str)],
    data: &[usize],
    indices: (&[usize], f64, f64),
) -> Sample {
    let inputs = vec![(data.to_vec(), -1.0, 1.0), (indices.0.to_vec(), indices.1, indices.2)];
    Sample { op, attrs, inputs, diff: &[0], train: false }
}

fn data(op: &'static str, attrs: &'static [(&'static str, &'static str)], shape: &[usize]) -> Sample {
    super::call(op, attrs, &[shape], (-1.0, 1.0))
}

pub fn samples() -> Vec<Sample> {
    vec![
        indexed("take", &[], &[4, 3], (&[2, 3], -2.0, 7.0)),
        indexed("take", &[("axis", "1"), ("mode", "wrap")], &[2, 3, 2], (&[4], -7.0, 9.0)),
        indexed("take", &[("axis", "-1"), ("mode", "raise")], &[2, 3], (&[2], 0.0, 3.0)),
        indexed("_take_grad", &[("shape", "(3, 4)"), ("axis", "1")], &[3, 5], (&[5], -1.0, 6.0)),
        indexed("pick", &[], &[3, 4], (&[3], -1.0, 6.0)),
        indexed("pick", &[("axis", "1"), ("keepdims", "True"), ("mode", "wrap")], &[2, 3, 2], (&[2, 1, 2], -4.0, 6.0)),
        indexed("batch_take", &[], &[3, 4], (&[3], 0.0, 4.0)),
        indexed("_take_along", &[("axis", "1")], &[2, 3, 2], (&[2, 4, 2], 0.0, 3.0)),
        indexed("_scatter_along", &[("axis", "1"), ("size", "3")], &[2, 4, 2], (&[2, 4, 2], 0.0, 3.0)),
        indexed("gather_nd", &[], &[3, 4], (&[2, 5], -3.0, 3.0)),
        indexed("gather_nd", &[], &[3, 4], (&[1, 2, 2], 0.0, 3.0)),
        indexed("_gather_nd_grad", &[("shape", "(3, 2)")], &[5, 2], (&[1, 5], 0.0, 3.0)),
        // One index tuple: with repeated ones MXNet's gradient is not the derivative.
        indexed("scatter_nd", &[("shape", "(3, 4)")], &[1], (&[2, 1], 0.0, 3.0)),
        Sample {
            op: "_scatter_set_nd",
            attrs: &[("shape", "(3, 4)")],
            inputs: vec![(vec![3, 4], -1.0, 1.0), (vec![1, 4], -1.0, 1.0), (vec![1, 1], 0.0, 3.0)],
            diff: &[0, 1],
            train: false,
        },
        data("sort", &[], &[3, 4]),
        data("sort", &[("axis", "0"), ("is_ascend", "False")], &[3, 4]),
        data("sort", &[("axis", "None")], &[3, 2]),
        data("topk", &[("ret_typ", "value"), ("k", "2")], &[3, 4]),
        data("topk", &[("ret_typ", "value"), ("k", "3"), ("axis", "None"), ("is_ascend", "True")], &[3, 4]),
        data("topk", &[("ret_typ", "both"), ("k", "2"), ("axis", "0")], &[3, 2, 2]),
        data("topk", &[("ret_typ", "both"), ("k", "2"), ("dtype", "int8")], &[130]),
        Sample {
            op: "_sample_multinomial",
            attrs: &[("get_prob", "True"), ("shape", "(3, 2)")],
            // Sums above 1, so that moving the probabilities never draws a class past the last.
            inputs: vec![(vec![2, 4], 0.27, 0.3)],
            diff: &[0],
            train: false,
        },
    ]
}
