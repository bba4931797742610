//! Reductions.

use super::{Sample, call};

pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for op in ["sum", "mean", "prod", "max", "min", "nansum", "nanprod"] {
        all.push(call(op, &[], &[&[2, 3]], (0.5, 2.0)));
        all.push(call(op, &[("axis", "1")], &[&[2, 3, 2]], (0.5, 2.0)));
        all.push(call(op, &[("axis", "(0, 2)"), ("keepdims", "True")], &[&[2, 3, 2]], (0.5, 2.0)));
        all.push(call(op, &[("axis", "-1"), ("exclude", "True")], &[&[2, 3, 2]], (0.5, 2.0)));
    }
    all.push(call("_sum_to", &[("shape", "(3, 1)")], &[&[2, 3, 2]], (-1.0, 1.0)));
    for ord in ["1", "2"] {
        let attrs: [&'static [(&'static str, &'static str)]; 3] = match ord {
            "1" => [
                &[("ord", "1")],
                &[("ord", "1"), ("axis", "(1,)")],
                &[("ord", "1"), ("axis", "(0, 1)"), ("keepdims", "True")],
            ],
            _ => [&[], &[("axis", "-1")], &[("axis", "(0, 2)"), ("keepdims", "True")]],
        };
        all.extend(attrs.map(|attrs| call("norm", attrs, &[&[2, 3, 2]], (0.3, 2.0))));
    }
    all.push(call("moments", &[], &[&[2, 3]], (-1.0, 1.0)));
    all.push(call("moments", &[("axes", "(0, 2)")], &[&[2, 3, 2]], (-1.0, 1.0)));
    all.push(call("moments", &[("axes", "(1,)"), ("keepdims", "True")], &[&[2, 3]], (-1.0, 1.0)));
    all
}
