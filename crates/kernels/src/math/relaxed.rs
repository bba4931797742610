//! exp by the second module, for loops over arrays of `f32`: with multiply-adds of one instruction it takes half as long.
//!
//! Its functions hold where exp is a normal number; what is not is found here, and mended with this crate's own.

use super::cores::Precision;
use super::{Math, TANH_ONE, sigmoid_of, tanh_argument, tanh_of};
use crate::relaxed::{self, EXP, EXP_MINUS_ONE, EXP_SUM};
use crate::simd::{F32x4, Float, Lanes, map, update};
use crate::unary::Unary;
use tile::exponential::Constants;

/// `y = f(x)` for a number of vectors.
type Map = unsafe extern "C" fn(*const f32, *mut f32, usize, *const Constants);
/// `y = f(x + shift)` in the same way; the shift becomes the sum.
type Sum = unsafe extern "C" fn(*const f32, *mut f32, usize, *mut [f32; 4], *const Constants);

/// A function of elements that is made of exp.
type Function = fn(&Relaxed, &[f32], &mut [f32]);

/// Elements between two steps of a function: they stay in the first-level cache.
const BLOCK: usize = 1024;

/// The functions.
#[derive(Clone, Copy)]
pub struct Relaxed {
    exp: Map,
    minus_one: Map,
    sum: Sum,
    constants: Constants,
}

impl Relaxed {
    /// Those to use now for elements of type `T`.
    pub fn chosen<T: Float>() -> Option<Self> {
        if size_of::<T>() > 4 {
            return None;
        }
        // SAFETY: the types are those of the functions.
        unsafe {
            Some(Relaxed {
                exp: relaxed::function(EXP)?,
                minus_one: relaxed::function(EXP_MINUS_ONE)?,
                sum: relaxed::function(EXP_SUM)?,
                constants: Self::constants(),
            })
        }
    }

    fn constants() -> Constants {
        Constants {
            log2e: core::f32::consts::LOG2_E,
            magic: 1.5 * (1u32 << F32x4::MANTISSA) as f32,
            ln2: [-F32x4::LN2.0 as f32, -F32x4::LN2.1 as f32],
            poly: F32x4::EXP.poly.map(|c| c as f32),
        }
    }

    /// `y = f(x)`, or of y itself; the last vector by way of a copy when it is partial: equal numbers give equal results
    /// wherever they lie.
    fn run(&self, f: Map, x: Option<&[f32]>, y: &mut [f32]) {
        assert!(x.is_none_or(|x| x.len() == y.len()), "input and output differ in length");
        let (vectors, rest) = (y.len() / 4, y.len() % 4);
        let to = y.as_mut_ptr();
        let from = x.map_or(to.cast_const(), <[f32]>::as_ptr);
        let mut last = [0.0; 4];
        let copy = last.as_mut_ptr();
        // SAFETY: so many vectors are there, and the rest behind them.
        unsafe {
            from.add(4 * vectors).copy_to_nonoverlapping(copy, rest);
            f(from, to, vectors, &self.constants);
            f(copy, copy, 1, &self.constants);
            copy.copy_to_nonoverlapping(to.add(4 * vectors), rest);
        }
    }

    fn exp(&self, x: &[f32], y: &mut [f32]) {
        self.run(self.exp, Some(x), y);
        mend(x, y, Math::exp);
    }

    fn sigmoid(&self, x: &[f32], y: &mut [f32]) {
        map([x], y, |[x]: [F32x4; 1]| x.or(F32x4::c(-0.0)));
        self.run(self.exp, None, y);
        update([x], [&mut *y], |[x], [e]: [F32x4; 1]| [sigmoid_of(x, e)]);
        mend(x, y, Math::sigmoid);
    }

    fn tanh(&self, x: &[f32], y: &mut [f32]) {
        map([x], y, |[x]: [F32x4; 1]| tanh_argument(x, TANH_ONE));
        self.run(self.minus_one, None, y);
        update([x], [y], |[x], [t]| [tanh_of(x, t)]);
    }

    /// `y = f(x)`, a block at a time.
    fn apply(&self, f: Function, x: &[f32], y: &mut [f32]) {
        for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
            f(self, x, y);
        }
    }

    /// `y = exp(x + shift)` for vectors of `f32` where exp is a normal number, and the sum of them.
    ///
    /// # Safety
    /// Both must be valid for so many vectors, and the elements `f32`.
    #[inline(always)]
    pub unsafe fn sum<T: Float>(&self, x: *const T, y: *mut T, vectors: usize, shift: T::Lanes) -> T::Lanes {
        let mut sum = shift.to_array();
        // SAFETY: the caller's promise.
        unsafe { (self.sum)(x.cast(), y.cast(), vectors, sum.as_mut().as_mut_ptr().cast(), &self.constants) };
        T::Lanes::from_array(sum)
    }
}

/// The function, if it is made of exp.
fn function(f: Unary) -> Option<Function> {
    match f {
        Unary::Exp => Some(Relaxed::exp),
        Unary::Sigmoid => Some(Relaxed::sigmoid),
        Unary::Tanh => Some(Relaxed::tanh),
        _ => None,
    }
}

/// `y = f(x)` for a function that is made of exp, if the second module is to be used; tells whether that was done.
pub fn apply<T: Float>(f: Unary, x: &[T], y: &mut [T]) -> bool {
    let Some((f, relaxed)) = function(f).and_then(|f| Some((f, Relaxed::chosen::<T>()?))) else { return false };
    relaxed.apply(f, bytemuck::cast_slice(x), bytemuck::cast_slice_mut(y));
    true
}

/// Computes anew what lies outside of the range that exp is a normal number in, or is no number.
fn mend(x: &[f32], y: &mut [f32], full: fn(F32x4) -> F32x4) {
    let most = F32x4::EXP_NEAR as f32;
    if !x.iter().fold(true, |all, x| all & (x.abs() <= most)) {
        let most = F32x4::splat(most);
        update([x], [y], move |[x], [y]| [x.abs().le(most).select(y, full(x))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tile::exponential;

    unsafe extern "C" fn exp(x: *const f32, y: *mut f32, vectors: usize, constants: *const Constants) {
        // SAFETY: as the second module's.
        unsafe { exponential::exp::<F32x4>(x, y, vectors, &*constants) };
    }
    unsafe extern "C" fn minus_one(x: *const f32, y: *mut f32, vectors: usize, constants: *const Constants) {
        // SAFETY: as the second module's.
        unsafe { exponential::minus_one::<F32x4>(x, y, vectors, &*constants) };
    }
    unsafe extern "C" fn sum(
        x: *const f32,
        y: *mut f32,
        vectors: usize,
        sum: *mut [f32; 4],
        constants: *const Constants,
    ) {
        // SAFETY: as the second module's.
        unsafe {
            let shift = F32x4::from_array(*sum);
            *sum = exponential::sum::<F32x4>(x, y, vectors, shift, &*constants).to_array();
        }
    }

    /// With the sources of the second module compiled here: rounded once more often than there.
    fn relaxed() -> Relaxed {
        Relaxed { exp, minus_one, sum, constants: Relaxed::constants() }
    }

    #[test]
    fn agrees_with_libm_everywhere() {
        let special = [0.0, -0.0, 87.1, -87.1, 100.0, -100.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, 1e-30];
        // Where sigmoid is worst, just below powers of two.
        let binade = |k: i32| {
            let bits = (f64::from(-k) * core::f64::consts::LN_2) as f32;
            (0..4000).map(move |i| f32::from_bits(bits.to_bits() + 2000 - i))
        };
        let grid = (-200_000..200_001).map(|i| i as f32 * 5e-4);
        let x: Vec<f32> = grid.chain((1..=125).flat_map(binade)).chain(special).collect();
        type Truth = fn(f64) -> f64;
        let sigmoid: Truth = |x| 1.0 / (1.0 + libm::exp(-x));
        let functions = [(Unary::Exp, libm::exp as Truth), (Unary::Tanh, libm::tanh), (Unary::Sigmoid, sigmoid)];
        for (f, truth) in functions {
            let mut y = vec![0.0; x.len()];
            relaxed().apply(function(f).unwrap(), &x, &mut y);
            for (&x, &y) in x.iter().zip(&y) {
                let expected = truth(f64::from(x));
                let ulp = f64::from((expected as f32).abs().max(f32::MIN_POSITIVE)) * f64::from(f32::EPSILON);
                let same = y == expected as f32 || (y.is_nan() && expected.is_nan());
                assert!(same || (f64::from(y) - expected).abs() <= 2.5 * ulp, "{f:?}({x}): {y} not {expected}");
            }
        }
    }

    #[test]
    fn equal_numbers_give_equal_results() {
        for len in 1..12 {
            let mut y = vec![0.0f32; len];
            relaxed().apply(Relaxed::tanh, &vec![0.7; len], &mut y);
            assert!(y.iter().all(|v| v.to_bits() == y[0].to_bits()), "{y:?}");
        }
    }

    #[test]
    fn sums() {
        let x: Vec<f32> = (0..24).map(|i| i as f32 * -0.25).collect();
        let mut y = vec![0.0f32; 24];
        // SAFETY: six vectors.
        let sum = unsafe { relaxed().sum::<f32>(x.as_ptr(), y.as_mut_ptr(), 6, F32x4::splat(-1.0)) };
        let expected: Vec<f32> = x.iter().map(|x| libm::expf(x - 1.0)).collect();
        assert!(y.iter().zip(&expected).all(|(y, e)| (y - e).abs() <= 2e-7 * e), "{y:?}");
        for (lane, sum) in sum.to_array().into_iter().enumerate() {
            let expected: f32 = expected.iter().skip(lane).step_by(4).sum();
            assert!((sum - expected).abs() < 1e-6);
        }
    }
}
