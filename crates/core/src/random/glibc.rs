//! Single-precision functions with the bits of glibc 2.36, which MXNet's CPU samplers call.
//!
//! A rounded double-precision result differs from them in some inputs, and one such difference moves a whole stream.
//! `expf` is the table-driven algorithm of ARM Optimized Routines (copyright Arm Limited, MIT licence), as is `logf` in
//! `kernels::random`; `tanf` and `lgammaf` follow FDLIBM (copyright 1993 Sun Microsystems, free to use with this notice kept), every
//! operation rounded to `f32`.

use kernels::random::logf;

#[inline(always)]
const fn d(bits: u64) -> f64 {
    f64::from_bits(bits)
}

#[inline(always)]
const fn s(bits: u32) -> f32 {
    f32::from_bits(bits)
}

/// The bits of `2^(i/32)`, less `i << 47` so that adding the scaled exponent gives the power at once.
const EXP_TABLE: [u64; 32] = [
    0x3ff00000_00000000,
    0x3fefd9b0_d3158574,
    0x3fefb558_6cf9890f,
    0x3fef9301_d0125b51,
    0x3fef72b8_3c7d517b,
    0x3fef5487_3168b9aa,
    0x3fef387a_6e756238,
    0x3fef1e9d_f51fdee1,
    0x3fef06fe_0a31b715,
    0x3feef1a7_373aa9cb,
    0x3feedea6_4c123422,
    0x3feece08_6061892d,
    0x3feebfda_d5362a27,
    0x3feeb42b_569d4f82,
    0x3feeab07_dd485429,
    0x3feea47e_b03a5585,
    0x3feea09e_667f3bcd,
    0x3fee9f75_e8ec5f74,
    0x3feea114_73eb0187,
    0x3feea589_994cce13,
    0x3feeace5_422aa0db,
    0x3feeb737_b0cdc5e5,
    0x3feec491_82a3f090,
    0x3feed503_b23e255d,
    0x3feee89f_995ad3ad,
    0x3feeff76_f2fb5e47,
    0x3fef199b_dd85529c,
    0x3fef3720_dcef9069,
    0x3fef5818_dcfba487,
    0x3fef7c97_337b9b5f,
    0x3fefa4af_a2a490da,
    0x3fefd076_5b6e4540,
];
const EXP_POLY: [f64; 3] = [d(0x3ebc6af8_4b912394), d(0x3f2ebfce_50fac4f3), d(0x3f962e42_ff0c52d6)];

/// Natural exponential.
pub(crate) fn expf(x: f32) -> f32 {
    const INVERSE_LN2_32: f64 = d(0x40471547_652b82fe);
    const ROUND: f64 = d(0x43380000_00000000);
    if x.is_nan() {
        return x;
    }
    if x > s(0x42b1_7217) {
        return f32::INFINITY;
    }
    if x < s(0xc2cf_f1b4) {
        return 0.0;
    }
    let z = INVERSE_LN2_32 * f64::from(x);
    let shifted = z + ROUND;
    let index = shifted.to_bits();
    let r = z - (shifted - ROUND);
    let power = f64::from_bits(EXP_TABLE[(index % 32) as usize].wrapping_add(index << 47));
    let y = (EXP_POLY[0] * r + EXP_POLY[1]) * (r * r) + (EXP_POLY[2] * r + 1.0);
    (y * power) as f32
}

/// Coefficients of the tangent's series, of degree 3, 5, 7, ...
const TAN: [f32; 13] = [
    s(0x3eaa_aaab),
    s(0x3e08_8889),
    s(0x3d5d_0dd1),
    s(0x3cb3_27a4),
    s(0x3c11_371f),
    s(0x3b6b_6916),
    s(0x3abe_de48),
    s(0x3a1a_26c8),
    s(0x3981_37b9),
    s(0x38a3_f445),
    s(0x3895_c07a),
    s(0xb79b_ae5f),
    s(0x37d9_5384),
];

/// Tangent of `x` in `[0, 3.1415927]`, the range the Poisson sampler uses. One unit in the last place off glibc in
/// 0.007 % of the inputs between 1.38 and pi/2, which moves a Poisson variate with a chance of some 1e-11.
pub(super) fn tanf(x: f32) -> f32 {
    const HALF_PI: [f32; 2] = [s(0x3fc9_0f80), s(0x3735_4443)];
    const HALF_PI_NEXT: [f32; 2] = [s(0x3735_4400), s(0x2e85_a308)];
    let bits = x.to_bits();
    if bits <= 0x3f49_0fda {
        return tan_kernel(x, 0.0, false);
    }
    if bits < 0x4016_cbe4 {
        let mut z = x - HALF_PI[0];
        let mut tail = HALF_PI[1];
        if bits & 0xffff_fff0 == 0x3fc9_0fd0 {
            z -= HALF_PI_NEXT[0];
            tail = HALF_PI_NEXT[1];
        }
        let y = z - tail;
        return tan_kernel(y, (z - y) - tail, true);
    }
    let mut r = x - 2.0 * HALF_PI[0];
    let mut w = 2.0 * HALF_PI[1];
    let mut y = r - w;
    if bits & 0xffff_ff00 == 0x4049_0f00 {
        let t = r;
        w = 2.0 * HALF_PI_NEXT[0];
        r = t - w;
        w = 2.0 * HALF_PI_NEXT[1] - ((t - r) - w);
        y = r - w;
    }
    tan_kernel(y, (r - y) - w, false)
}

/// `tan(x + y)`, or `-1/tan(x + y)` when `reciprocal`, for `|x|` up to pi/4 and a tiny `y`.
fn tan_kernel(x: f32, y: f32, reciprocal: bool) -> f32 {
    const QUARTER_PI: [f32; 2] = [s(0x3f49_0fda), s(0x3322_2168)];
    let (mut x, mut y) = (x, y);
    let large = x.abs() >= s(0x3f2c_a140);
    let sign = if x < 0.0 { -1.0 } else { 1.0 };
    if x.abs() < s(0x3980_0000) {
        return if reciprocal { -1.0 / x } else { x };
    }
    if large {
        x = (QUARTER_PI[0] - sign * x) + (QUARTER_PI[1] - sign * y);
        y = 0.0;
        if x.abs() < s(0x3900_0000) {
            let order = if reciprocal { -1.0 } else { 1.0 };
            return sign * order * (1.0 - 2.0 * order * x);
        }
    }
    let z = x * x;
    let w = z * z;
    let odd = [9, 7, 5, 3, 1].iter().fold(TAN[11], |sum, &k| TAN[k] + w * sum);
    let even = z * [10, 8, 6, 4, 2].iter().fold(TAN[12], |sum, &k| TAN[k] + w * sum);
    let cube = z * x;
    let mut r = y + z * (cube * (odd + even) + y);
    r += TAN[0] * cube;
    let w = x + r;
    if large {
        let order = if reciprocal { -1.0 } else { 1.0 };
        return sign * (order - 2.0 * (x - (w * w / (w + order) - r)));
    }
    if !reciprocal {
        return w;
    }
    let head = |v: f32| f32::from_bits(v.to_bits() & 0xffff_f000);
    let z = head(w);
    let v = r - (z - x);
    let a = -1.0 / w;
    let t = head(a);
    t + a * ((1.0 + t * z) + t * v)
}

/// Coefficients of the tail of Stirling's series.
const STIRLING: [f32; 7] =
    [s(0x3ed6_7f1d), s(0x3daa_aaab), s(0xbb36_0b61), s(0x3a50_0cfd), s(0xba1c_065c), s(0x3a5b_3dd2), s(0xbad5_c4e8)];

/// Logarithm of the gamma function at the positive integers and at any `x >= 8`, all the Poisson sampler needs.
pub(super) fn lgammaf(x: f32) -> f32 {
    if x < 8.0 {
        let factorial: u32 = (2..x as u32).product();
        return logf(factorial as f32);
    }
    let log = logf(x);
    if x >= s(0x4c80_0000) {
        return x * (log - 1.0);
    }
    let z = 1.0 / x;
    let y = z * z;
    let tail = STIRLING[1..].iter().rev().fold(0.0, |sum, &k| k + y * sum);
    (x - 0.5) * (log - 1.0) + (STIRLING[0] + z * tail)
}
