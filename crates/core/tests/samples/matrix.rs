//! Linear algebra.

use super::{Attrs, Sample, call};

const AROUND: (f64, f64) = (-1.0, 1.0);
const UPPER: Attrs = &[("lower", "False")];

pub fn samples() -> Vec<Sample> {
    let mut all = vec![
        call("_linalg_gemm", &[("alpha", "2"), ("beta", "0.5")], &[&[2, 2, 3], &[2, 3, 2], &[2, 2, 2]], AROUND),
        call("_linalg_gemm", &[("transpose_a", "True")], &[&[3, 2], &[3, 2], &[2, 2]], AROUND),
        call("_linalg_gemm2", &[("axis", "0"), ("transpose_b", "True")], &[&[2, 2, 3], &[4, 2, 3]], AROUND),
        call("_linalg_gemm2", &[("alpha", "-1.5")], &[&[2, 3], &[3, 1]], AROUND),
        call("_linalg_syrk", &[("alpha", "2")], &[&[2, 2, 3]], AROUND),
        call("_linalg_syrk", &[("transpose", "True")], &[&[2, 3]], AROUND),
        call("_linalg_potrf", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_potrf", UPPER, &[&[3, 3]], AROUND),
        call("_linalg_potri", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_potri", UPPER, &[&[2, 2]], AROUND),
        call("_linalg_inverse", &[], &[&[2, 3, 3]], AROUND),
        call("_inverse_or_zero", &[], &[&[2, 2]], AROUND),
        call("_linalg_det", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_slogdet", &[], &[&[2, 2, 2]], AROUND),
        call("_linalg_gelqf", &[], &[&[2, 2, 3]], (0.2, 1.5)),
        call("_linalg_gelqf", &[], &[&[2, 2]], AROUND),
        call("_linalg_syevd", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_sumlogdiag", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_extractdiag", &[("offset", "1")], &[&[2, 3, 3]], AROUND),
        call("_linalg_makediag", &[("offset", "-1")], &[&[2, 2]], AROUND),
        call("_linalg_extracttrian", &[], &[&[2, 3, 3]], AROUND),
        call("_linalg_maketrian", UPPER, &[&[2, 3]], AROUND),
    ];
    const FLAGS: [Attrs; 8] = [
        &[],
        &[("lower", "False")],
        &[("transpose", "True")],
        &[("lower", "False"), ("transpose", "True")],
        &[("rightside", "True"), ("alpha", "2")],
        &[("rightside", "True"), ("lower", "False")],
        &[("rightside", "True"), ("transpose", "True")],
        &[("rightside", "True"), ("lower", "False"), ("transpose", "True"), ("alpha", "-0.5")],
    ];
    for (i, attrs) in FLAGS.into_iter().enumerate() {
        let b: &[usize] = if i < 4 { &[2, 3, 2] } else { &[2, 2, 3] };
        for op in ["_linalg_trmm", "_linalg_trsm"] {
            all.push(call(op, attrs, &[&[2, 3, 3], b], AROUND));
        }
    }
    all
}
