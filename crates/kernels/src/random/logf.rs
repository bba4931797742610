//! The natural logarithm in single precision with the bits of glibc 2.36, which MXNet's CPU samplers call: the table-driven
//! algorithm of ARM Optimized Routines (copyright Arm Limited, MIT licence).

use crate::simd::{F32x4, F64x2, Lanes};

const fn d(bits: u64) -> f64 {
    f64::from_bits(bits)
}

/// Per sixteenth of the significand: the reciprocal of a point in it, and the logarithm of that point.
static LOG_TABLE: [[f64; 2]; 16] = [
    [d(0x3ff661ec_79f8f3be), d(0xbfd57bf7_808caade)],
    [d(0x3ff571ed_4aaf883d), d(0xbfd2bef0_a7c06ddb)],
    [d(0x3ff49539_f0f010b0), d(0xbfd01eae_7f513a67)],
    [d(0x3ff3c995_b0b80385), d(0xbfcb31d8_a68224e9)],
    [d(0x3ff30d19_0c8864a5), d(0xbfc6574f_0ac07758)],
    [d(0x3ff25e22_7b0b8ea0), d(0xbfc1aa2b_c79c8100)],
    [d(0x3ff1bb4a_4a1a343f), d(0xbfba4e76_ce8c0e5e)],
    [d(0x3ff12358_f08ae5ba), d(0xbfb1973c_5a611ccc)],
    [d(0x3ff0953f_419900a7), d(0xbfa252f4_38e10c1e)],
    [d(0x3ff00000_00000000), d(0x00000000_00000000)],
    [d(0x3fee608c_fd9a47ac), d(0x3faaa5aa_5df25984)],
    [d(0x3feca4b3_1f026aa0), d(0x3fbc5e53_aa362eb4)],
    [d(0x3feb2036_576afce6), d(0x3fc526e5_7720db08)],
    [d(0x3fe9c2d1_63a1aa2d), d(0x3fcbc286_0d224770)],
    [d(0x3fe886e6_037841ed), d(0x3fd1058b_c8a07ee1)],
    [d(0x3fe767dc_f5534862), d(0x3fd40430_57b6ee09)],
];
const LOG_POLY: [f64; 3] = [d(0xbfd00ea3_48b88334), d(0x3fd5575b_0be00b6a), d(0xbfdffffe_f20a4123)];

/// Natural logarithm.
#[inline]
pub fn logf(x: f32) -> f32 {
    let mut bits = x.to_bits();
    if bits.wrapping_sub(0x0080_0000) >= 0x7f00_0000 {
        if x == 0.0 {
            return f32::NEG_INFINITY;
        }
        if bits == f32::INFINITY.to_bits() {
            return x;
        }
        if x.is_nan() || x < 0.0 {
            return f32::NAN;
        }
        bits = (x * 8_388_608.0).to_bits() - (23 << 23); // subnormal: scale by 2^23
    }
    // What follows is `normal_logs` of one number.
    let offset = bits.wrapping_sub(0x3f33_0000);
    let [inverse, log] = LOG_TABLE[(offset >> 19 & 15) as usize];
    let exponent = f64::from(offset as i32 >> 23);
    let z = f64::from(f32::from_bits(bits.wrapping_sub(offset & 0xff80_0000)));
    let r = z * inverse - 1.0;
    let y0 = log + exponent * std::f64::consts::LN_2;
    let r2 = r * r;
    let y = LOG_POLY[1] * r + LOG_POLY[2];
    let y = LOG_POLY[0] * r2 + y;
    (y * r2 + (y0 + r)) as f32
}

/// [`logf`] of normal positive numbers: the same operations on lanes.
#[inline(always)]
pub(super) fn normal_logs(x: F32x4) -> F32x4 {
    let bits = F32x4::from_bits;
    let offset = x.sub_bits(bits(0x3f33_0000));
    let index = offset.shr(19).and(bits(15)).to_bits();
    let magic = (1 << F32x4::MANTISSA) as f32;
    let exponent = offset.add_bits(F32x4::splat(1.0)).shr(23).or(F32x4::splat(magic)) - F32x4::splat(magic + 127.0);
    let z = x.sub_bits(offset.and(bits(0xff80_0000)));
    let half = |z: F64x2, exponent: F64x2, i: u32, j: u32| {
        // SAFETY: a row of the table is two doubles.
        let row = |i: u32| unsafe { F64x2::load(LOG_TABLE[i as usize & 15].as_ptr()) };
        let (inverse, log) = row(i).unzip(row(j));
        let r = z * inverse - F64x2::splat(1.0);
        let y0 = log + exponent * F64x2::splat(core::f64::consts::LN_2);
        let r2 = r * r;
        let y = F64x2::splat(LOG_POLY[1]) * r + F64x2::splat(LOG_POLY[2]);
        let y = F64x2::splat(LOG_POLY[0]) * r2 + y;
        y * r2 + (y0 + r)
    };
    let ((z0, z1), (e0, e1)) = (z.widen(), exponent.widen());
    F32x4::narrow(half(z0, e0, index[0], index[1]), half(z1, e1, index[2], index[3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_give_the_bits_of_one() {
        let mut x = f32::MIN_POSITIVE;
        while x < f32::MAX / 2.0 {
            let next: [f32; 4] = core::array::from_fn(|i| f32::from_bits(x.to_bits() + 7919 * i as u32));
            assert_eq!(normal_logs(F32x4::from_array(next)).to_array(), next.map(logf), "{next:?}");
            x = f32::from_bits(x.to_bits() + 4 * 7919);
        }
    }
}
