//! The natural logarithm in double precision, within 0.51 units in the last place.
//!
//! The C library behind MXNet rounds almost as well, and an error of one unit in a normal's logarithm can grow to several
//! in a gamma variate; `libm::log` with its error of up to one unit would not stay close enough.

const fn d(bits: u64) -> f64 {
    f64::from_bits(bits)
}

/// Per interval of the significand: 256 times a short reciprocal `1/c` of a point in it, and `ln(c)` as a sum of two.
/// Intervals start at 0.703125 and are 1/64 wide below 1, 1/32 above; both neighbours of 1 have `c = 1`, so that
/// logarithms near zero lose nothing.
const TABLE: [[f64; 3]; 32] = [
    [360.0, d(0xbfd5d1bd_bf5809ca), d(0xbc742363_83dc7fe1)],
    [352.0, d(0xbfd4618b_c21c5ec2), d(0xbc7f42de_cdeccf1d)],
    [345.0, d(0xbfd31871_c9544185), d(0x3c351acc_4c09b379)],
    [338.0, d(0xbfd1c898_c16999fb), d(0x3c30e5c6_2aff1c44)],
    [331.0, d(0xbfd071b8_5fcd590d), d(0xbc5d1707_f97bde80)],
    [324.0, d(0xbfce2707_6e2af2e6), d(0x3c461578_001e0162)],
    [318.0, d(0xbfcbc286_742d8cd6), d(0xbc54fce7_44870f55)],
    [312.0, d(0xbfc9525a_9cf456b4), d(0xbc6d904c_1d4e2e26)],
    [306.0, d(0xbfc6d60f_e719d21d), d(0x3c6caae2_68ecd179)],
    [301.0, d(0xbfc4ba36_f39a55e5), d(0xbc668981_bcc36756)],
    [295.0, d(0xbfc2266f_190a5acb), d(0xbc6f547b_f1809e88)],
    [290.0, d(0xbfbfec91_31dbeabb), d(0x3c55746b_9981b36c)],
    [285.0, d(0xbfbb78c8_2bb0eda1), d(0xbc20878c_f0327e21)],
    [280.0, d(0xbfb6f0d2_8ae56b4c), d(0x3c5906d9_9184b992)],
    [275.0, d(0xbfb253f6_2f0a1417), d(0x3c1c1259_63fc4cfd)],
    [271.0, d(0xbfad276b_8adb0b52), d(0xbc21e3c5_3257fd47)],
    [266.0, d(0xbfa39e87_b9febd60), d(0x3c45bfa9_37f551bb)],
    [262.0, d(0xbf97b91b_07d5b11b), d(0x3c35b602_ace3a510)],
    [256.0, d(0x00000000_00000000), d(0x00000000_00000000)],
    [256.0, d(0x00000000_00000000), d(0x00000000_00000000)],
    [245.0, d(0x3fa67c94_f2d4bb58), d(0x3c40413e_6505e603)],
    [237.0, d(0x3fb3bdf5_a7d1ee64), d(0x3c47a976_d3b5b45f)],
    [231.0, d(0x3fba4e76_40b1bc38), d(0xbc55b5ca_203e4259)],
    [224.0, d(0x3fc1178e_8227e47c), d(0xbc50e63a_5f01c691)],
    [218.0, d(0x3fc4913d_8333b561), d(0xbc50d560_4930f135)],
    [213.0, d(0x3fc7898d_85444c73), d(0x3c5ef8f6_ebcfb201)],
    [207.0, d(0x3fcb31d8_575bce3d), d(0xbc66353a_b386a94d)],
    [202.0, d(0x3fce530e_ffe71012), d(0x3c422760_41f43042)],
    [197.0, d(0x3fd0c42d_676162e3), d(0x3c5162c7_9d5d11ee)],
    [193.0, d(0x3fd21445_6d0eb8d4), d(0x3c6f7ae9_1aeba60a)],
    [188.0, d(0x3fd3c252_77333184), d(0xbc72ad27_e50a8ec6)],
    [184.0, d(0x3fd522ae_0738a3d8), d(0xbc68f7e9_b38a6979)],
];

/// The bits of 0.703125.
const START: u64 = 0x3fe6_8000_0000_0000;

/// ln 2, in two parts; multiples of the first by an exponent are exact.
const LN_2: [f64; 2] = [d(0x3fe62e42_fefa3800), d(0x3d2ef357_93c76730)];

/// Natural logarithm of `x`.
pub(super) fn log(x: f64) -> f64 {
    let mut bits = x.to_bits();
    let mut scale = 0;
    if bits.wrapping_sub(1 << 52) >= (0x7ff - 1) << 52 {
        if x == 0.0 {
            return f64::NEG_INFINITY;
        }
        if x.is_nan() || x < 0.0 {
            return f64::NAN;
        }
        if x == f64::INFINITY {
            return x;
        }
        bits = (x * 4_503_599_627_370_496.0).to_bits(); // subnormal: scale by 2^52
        scale = 52;
    }
    let offset = bits.wrapping_sub(START);
    let [inverse, log_high, log_low] = TABLE[(offset >> 47 & 31) as usize];
    let inverse = inverse * (1.0 / 256.0);
    let exponent = ((offset as i64 >> 52) - scale) as f64;
    let significand = bits.wrapping_sub(offset & 0xfff << 52);

    // x = 2^exponent * c * (1 + high + low), both parts exact, the square of `high` too.
    let head = f64::from_bits(significand & !((1 << 29) - 1));
    let high = head * inverse - 1.0;
    let low = (f64::from_bits(significand) - head) * inverse;
    let r = high + low;

    let (sum, e1) = two_sum(exponent * LN_2[0], log_high);
    let (sum, e2) = two_sum(sum, high);
    let (sum, e3) = two_sum(sum, -0.5 * high * high);
    let cubic = r * r * r * SERIES.iter().rev().fold(0.0, |sum, term| term + r * sum);
    let small = exponent * LN_2[1] + log_low + (low - low * (high + 0.5 * low));
    sum + (e1 + e2 + e3 + small + cubic)
}

/// `1/3, -1/4, 1/5, ...`: the series of `(ln(1 + r) - r + r^2/2) / r^3`.
const SERIES: [f64; 11] = [
    1.0 / 3.0,
    -1.0 / 4.0,
    1.0 / 5.0,
    -1.0 / 6.0,
    1.0 / 7.0,
    -1.0 / 8.0,
    1.0 / 9.0,
    -1.0 / 10.0,
    1.0 / 11.0,
    -1.0 / 12.0,
    1.0 / 13.0,
];

/// The rounded sum and its error (Knuth).
#[inline(always)]
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}
