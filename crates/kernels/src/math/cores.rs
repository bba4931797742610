//! exp and log on lanes of either type, with as many terms as the type or the use needs.

use crate::simd::{F32x4, F64x2, Lanes};

/// Coefficients and constants of exp for one precision.
#[derive(Clone, Copy)]
pub struct Exp<const K: usize> {
    /// (exp(r) - 1 - r)/r² on |r| <= ln 2 / 2, highest power first.
    pub poly: [f64; K],
    /// Up to this magnitude of the argument results are normal numbers.
    pub normal: f64,
    /// Below this the result is 0 in the target type.
    pub least: f64,
    /// Above this it is infinite.
    pub greatest: f64,
}

/// Coefficients of log for one precision: (log((1+s)/(1-s))/s - 2)/s² in s², highest power first.
pub type Log<const K: usize> = [f64; K];

/// The constants of the two types at their own full precision.
pub trait Precision<const E: usize, const K: usize>: Lanes {
    /// For [`exp_core`] and [`Exponential`].
    const EXP: Exp<E>;
    /// For [`log_core`].
    const LOG: Log<K>;
    /// ln 2 with so few bits that its product with an exponent is exact, and the rest.
    const LN2: (f64, f64);
}

impl Precision<5, 4> for F32x4 {
    const EXP: Exp<5> = Exp {
        poly: [0.00139517202812823, 0.0083695981895371, 0.0416661872369098, 0.166665128908884, 0.500000010099422],
        normal: 87.0,
        least: -104.0,
        greatest: 89.0,
    };
    const LOG: Log<4> = [0.23584987970819207, 0.28537167960811205, 0.4000033725080449, 0.666666656371125];
    const LN2: (f64, f64) = (0.693145751953125, 1.428606765330187e-06);
}

impl Precision<11, 8> for F64x2 {
    const EXP: Exp<11> = Exp {
        poly: [
            2.092787996947897e-09,
            2.5113437772118182e-08,
            2.7557230123176495e-07,
            2.7557230818074214e-06,
            2.4801587377864658e-05,
            0.00019841269900458335,
            0.0013888888888856094,
            0.008333333333315377,
            0.04166666666666673,
            0.16666666666666685,
            0.5,
        ],
        normal: 708.0,
        least: -746.0,
        greatest: 710.0,
    };
    const LOG: Log<8> = [
        0.13254350001498624,
        0.1324978731274682,
        0.15387105367080406,
        0.18181775332804273,
        0.22222222650936785,
        0.28571428569058516,
        0.4000000000000633,
        0.6666666666666666,
    ];
    const LN2: (f64, f64) = (0.6931471803691238, 1.9082149292705877e-10);
}

/// exp in doubles for results that are rounded to `f32` (relative error 2⁻³⁴).
pub const EXP_WIDE: Exp<6> = Exp {
    poly: [
        0.0001991992528720748,
        0.0013947211873837893,
        0.008333261574661006,
        0.04166625400367851,
        0.16666666872537522,
        0.5000000082639331,
    ],
    normal: 700.0,
    least: -700.0,
    greatest: 700.0,
};

/// log in doubles for results that are rounded to `f32` (relative error 2⁻⁵¹ of s³: enough for pow).
pub const LOG_WIDE: Log<6> = [
    0.1682286644350901,
    0.18123399960411932,
    0.22223378816658293,
    0.2857141703551543,
    0.4000000005281088,
    0.6666666666658623,
];

/// A polynomial by Horner's rule, highest power first.
#[inline(always)]
pub fn poly<L: Lanes, const K: usize>(x: L, coefficients: &[f64; K]) -> L {
    let mut p = L::c(coefficients[0]);
    for c in &coefficients[1..] {
        p = p * x + L::c(*c);
    }
    p
}

/// 2ⁿ for integers n in the range of normal exponents.
#[inline(always)]
fn pow2<L: Lanes>(n: L) -> L {
    // Adding 2^MANTISSA puts n + bias into the low bits of the significand.
    (n + L::c((1u64 << L::MANTISSA) as f64 + L::BIAS)).shl(L::MANTISSA)
}

/// The same by Horner's rule in x², which halves the chain of operations that wait for each other.
#[inline(always)]
pub fn poly_by_squares<L: Lanes, const K: usize>(x: L, x2: L, coefficients: &[L; K]) -> L {
    let (first, pairs) = coefficients.split_at(2 - K % 2);
    let line = |a: L, b: L| a * x + b;
    let mut p = if let [a, b] = first { line(*a, *b) } else { first[0] };
    let pairs = pairs.as_chunks().0;
    if K < 9 {
        for [a, b] in pairs {
            p = p * x2 + line(*a, *b);
        }
        return p;
    }
    // Two chains of every second pair: half as long again.
    let (mut q, x4) = (line(pairs[0][0], pairs[0][1]), x2 * x2);
    for (i, [a, b]) in pairs.iter().enumerate().skip(1) {
        let chain = if i % 2 == 1 { &mut p } else { &mut q };
        *chain = *chain * x4 + line(*a, *b);
    }
    if pairs.len() % 2 == 1 { p * x2 + q } else { q * x2 + p }
}

/// exp with its constants in vectors. A loop that captures them has them in registers or on the stack; literals in it are
/// made anew at every use by V8 from version 13 on, which takes as long as the arithmetic.
#[derive(Clone, Copy)]
pub struct Exponential<L, const P: usize> {
    log2e: L,
    /// Beside this number there is no place for a fraction, and integers stand in the low bits.
    magic: L,
    ln2: (L, L),
    one: L,
    poly: [L; P],
}

/// What exp makes of its argument x = n ln 2 + r.
struct Reduced<L> {
    n: L,
    /// n in the low bits.
    bits: L,
    /// exp(r) - 1 is the sum of these two; the second one is small.
    high: L,
    low: L,
}

impl<L: Lanes, const P: usize> Exponential<L, P> {
    /// For this precision.
    #[inline(always)]
    pub fn new<const E: usize, const K: usize>(exp: Exp<P>) -> Self
    where
        L: Precision<E, K>,
    {
        Exponential {
            log2e: L::c(core::f64::consts::LOG2_E),
            magic: L::c(1.5 * (1u64 << L::MANTISSA) as f64),
            ln2: (L::c(L::LN2.0), L::c(L::LN2.1)),
            one: L::c(1.0),
            poly: exp.poly.map(L::c),
        }
    }

    #[inline(always)]
    fn reduce(&self, x: L) -> Reduced<L> {
        self.reduce_less(x, |low| low)
    }

    /// The same of x less what `less` adds to its argument, a small number.
    #[inline(always)]
    fn reduce_less(&self, x: L, less: impl Fn(L) -> L) -> Reduced<L> {
        let bits = x * self.log2e + self.magic;
        let n = bits - self.magic;
        // The first difference is exact; what the second one rounds away is small beside r².
        let (high, low) = (x - n * self.ln2.0, less(n * self.ln2.1));
        let r = high - low;
        let r2 = r * r;
        Reduced { n, bits, high, low: r2 * poly_by_squares(r, r2, &self.poly) - low }
    }

    /// exp(r)
    #[inline(always)]
    fn significand(&self, reduced: &Reduced<L>) -> L {
        // 1 + high rounds; what it lost is added to the small part, so that the result is rounded almost only once.
        let sum = self.one + reduced.high;
        let lost = reduced.high - (sum - self.one);
        sum + (lost + reduced.low)
    }

    /// e to the x where that is a normal number.
    #[inline(always)]
    pub fn near(&self, x: L) -> L {
        let reduced = self.reduce(x);
        self.significand(&reduced).add_bits(reduced.bits.shl(L::MANTISSA))
    }

    /// 2ⁿ, if it is a normal number.
    #[inline(always)]
    fn scale(&self, bits: L) -> L {
        bits.shl(L::MANTISSA).add_bits(self.one)
    }

    /// [`Exponential::near`] rounded twice: within 1 ulp, with fewer operations.
    #[inline(always)]
    pub fn rough(&self, x: L) -> L {
        let bits = x * self.log2e + self.magic;
        let n = bits - self.magic;
        let r = (x - n * self.ln2.0) - n * self.ln2.1;
        let r2 = r * r;
        let rest = r + r2 * poly_by_squares(r, r2, &self.poly);
        (self.one + rest).add_bits(bits.shl(L::MANTISSA))
    }

    /// By how much [`Exponential::lifted`] is too large: small results are then normal numbers.
    pub const LIFT: f64 = 18446744073709551616.0;

    /// e to the (x + more) for sums below 1, times [`Exponential::LIFT`]. `more` is small beside 1.
    #[inline(always)]
    pub fn lifted(&self, x: L, more: L) -> L {
        self.lift(&self.reduce_less(x, |low| low - more))
    }

    #[inline(always)]
    fn lift(&self, reduced: &Reduced<L>) -> L {
        self.significand(reduced) * reduced.bits.shl(L::MANTISSA).add_bits(L::c(Self::LIFT))
    }

    /// e to the x for x below 1, 0 and subnormal results included as far as they are no less than 1/[`Exponential::LIFT`] of
    /// a normal number.
    #[inline(always)]
    pub fn small(&self, x: L) -> L {
        self.lift(&self.reduce(x)) * L::c(1.0 / Self::LIFT)
    }

    /// e to the x where 2ⁿ is a normal number, or x NaN; rounded twice.
    #[inline(always)]
    pub fn normal(&self, x: L) -> L {
        let Reduced { bits, high, low, .. } = self.reduce(x);
        (self.one + (high + low)) * self.scale(bits)
    }

    /// exp(x) - 1 where 2ⁿ is a normal number, or x NaN; the sign of a zero is lost.
    #[inline(always)]
    pub fn minus_one(&self, x: L) -> L {
        let Reduced { bits, high, low, .. } = self.reduce(x);
        let s = self.scale(bits);
        // 2ⁿ(q + 1 - 2⁻ⁿ): exact in the parts that cancel; for large n the last term does not matter.
        let (rest, high) = (s - self.one, high * s);
        let sum = high + rest;
        let lost = high - (sum - rest);
        sum + (lost + low * s)
    }
}

/// e to the x; 0, subnormal and infinite results included.
#[inline(always)]
pub fn exp_core<L: Precision<E, K>, const E: usize, const K: usize, const P: usize>(x: L, exp: Exp<P>) -> L {
    let core = Exponential::new(exp);
    let reduced = core.reduce(x);
    let (n, significand) = (reduced.n, core.significand(&reduced));
    if x.abs().le(L::c(exp.normal)).all() {
        return significand.add_bits(reduced.bits.shl(L::MANTISSA));
    }
    rare();
    // In two steps, because 2ⁿ itself may be out of range; only the second one rounds.
    let half = (n * L::c(0.5)).trunc();
    let y = significand * pow2(half) * pow2(n - half);
    let y = x.lt(L::c(exp.least)).select(L::zero(), y);
    x.gt(L::c(exp.greatest)).select(L::c(f64::INFINITY), y)
}

/// Says that what follows is seldom run.
#[cold]
#[inline(always)]
pub fn rare() {}

/// Natural logarithm, special values and subnormals included.
#[inline(always)]
pub fn log_core<L: Precision<E, K>, const E: usize, const K: usize, const P: usize>(x: L, log: Log<P>) -> L {
    let least = L::c(if L::N == 4 { f32::MIN_POSITIVE as f64 } else { f64::MIN_POSITIVE });
    let y = log_normal(x, L::c(L::BIAS), log);
    // Tested for once and at the end: V8 keeps no constants in registers for what follows on one path only.
    if x.ge(least).and(x.lt(L::c(f64::INFINITY))).all() {
        return y;
    }
    rare();
    // Subnormals are scaled up by 2^(MANTISSA + 2).
    let up = (1u64 << (L::MANTISSA + 2)) as f64;
    let scaled = log_normal(x * L::c(up), L::c((L::MANTISSA + 2) as f64 + L::BIAS), log);
    special(x, x.lt(least).select(scaled, y))
}

/// Natural logarithm of normal positive numbers.
#[inline(always)]
pub fn log_near<L: Precision<E, K>, const E: usize, const K: usize, const P: usize>(x: L, log: Log<P>) -> L {
    log_normal(x, L::c(L::BIAS), log)
}

/// The logarithms of 0, infinity, negative numbers and NaN, else y.
#[inline(always)]
pub fn special<L: Lanes>(x: L, y: L) -> L {
    let y = x.eq(L::zero()).select(L::c(f64::NEG_INFINITY), y);
    let y = x.eq(L::c(f64::INFINITY)).select(x, y);
    x.ge(L::zero()).select(y, L::c(f64::NAN))
}

/// k and m - 1 where x = 2ᵏ m, m in [√½, √2), for normal positive numbers; `bias` is the type's, or more to make k less.
#[inline(always)]
pub fn log_parts<L: Lanes>(x: L, bias: L) -> (L, L) {
    let (one, start) = (L::c(1.0), L::c(core::f64::consts::FRAC_1_SQRT_2));
    let magic = L::c((1u64 << L::MANTISSA) as f64);
    // The exponent changes where the significand is √½.
    let turned = x.sub_bits(start).add_bits(one);
    let k = turned.shr(L::MANTISSA).or(magic) - (magic + bias);
    let m = turned.and(L::from_bits((1 << L::MANTISSA) - 1)).add_bits(start);
    (k, m - one)
}

/// Natural logarithm of normal positive numbers, as [`log_parts`] takes them.
#[inline(always)]
fn log_normal<L: Precision<E, K>, const E: usize, const K: usize, const P: usize>(x: L, bias: L, log: Log<P>) -> L {
    let (k, f) = log_parts(x, bias);
    let s = f / (L::c(2.0) + f);
    let z = s * s;
    let r = z * poly(z, &log);
    let h = L::c(0.5) * f * f;
    // As in fdlibm: f - f²/2 + ..., with the two parts of k ln 2 added where they do least harm.
    k * L::c(L::LN2.0) - ((h - (s * (h + r) + k * L::c(L::LN2.1))) - f)
}
