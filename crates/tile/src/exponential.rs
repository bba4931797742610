//! exp over arrays, where its result is a normal number: x = n ln 2 + r, and exp(r) by a polynomial.
//!
//! The constants come from memory: literals in a loop are made anew at every use by V8 from version 13 on, which takes as
//! long as the arithmetic.

use crate::Vector;

/// Constants of exp for `f32`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Constants {
    /// 1 / ln 2
    pub log2e: f32,
    /// Beside this number there is no place for a fraction, and integers stand in the low bits.
    pub magic: f32,
    /// -ln 2 in two parts, the first with so few bits that its product with n is exact.
    pub ln2: [f32; 2],
    /// (exp(r) - 1 - r)/r², highest power first.
    pub poly: [f32; 5],
}

/// The constants in vectors.
#[derive(Clone, Copy)]
struct Exponential<T> {
    log2e: T,
    magic: [T; 2],
    ln2: [T; 2],
    poly: [T; 5],
    one: [T; 2],
}

impl<T: Vector<Elem = f32>> Exponential<T> {
    #[inline(always)]
    fn new(constants: &Constants) -> Self {
        // Element by element: mapping an array would want a stack.
        let Constants { ln2: [high, low], poly: [a, b, c, d, e], .. } = *constants;
        Exponential {
            log2e: T::splat(constants.log2e),
            magic: [T::splat(constants.magic), T::splat(-constants.magic)],
            ln2: [T::splat(high), T::splat(low)],
            poly: [T::splat(a), T::splat(b), T::splat(c), T::splat(d), T::splat(e)],
            one: [T::splat(1.0), T::splat(-1.0)],
        }
    }

    /// n in the low bits, and exp(r) - 1.
    #[inline(always)]
    fn reduce(&self, x: T) -> (T, T) {
        let bits = T::multiply_add(x, self.log2e, self.magic[0]);
        let n = bits.plus(self.magic[1]);
        let r = T::multiply_add(n, self.ln2[1], T::multiply_add(n, self.ln2[0], x));
        let square = T::multiply_add(r, r, T::zeros());
        let [a, b, c, d, e] = self.poly;
        let p = T::multiply_add(a, square, T::multiply_add(b, r, c));
        let p = T::multiply_add(p, square, T::multiply_add(d, r, e));
        (bits, T::multiply_add(square, p, r))
    }

    /// e to the x.
    #[inline(always)]
    fn exp(&self, x: T) -> T {
        let (bits, rest) = self.reduce(x);
        self.one[0].plus(rest).times_power(bits)
    }

    /// exp(x) - 1
    #[inline(always)]
    fn minus_one(&self, x: T) -> T {
        let (bits, rest) = self.reduce(x);
        let scale = self.one[0].times_power(bits);
        T::multiply_add(rest, scale, scale.plus(self.one[1]))
    }
}

/// `y = f(x)` vector by vector. `f` is called at one place, so that it is compiled there: a call would want a stack.
///
/// # Safety
/// Both must be valid for `vectors` whole vectors.
#[inline(always)]
unsafe fn map<T: Vector<Elem = f32>>(x: *const f32, y: *mut f32, vectors: usize, mut f: impl FnMut(T) -> T) {
    for i in 0..vectors {
        // SAFETY: the caller's promise.
        unsafe { f(T::read(x.wrapping_add(i * T::LANES))).write(y.wrapping_add(i * T::LANES)) };
    }
}

/// `y = exp(x)` where that is a normal number.
///
/// # Safety
/// Both must be valid for `vectors` whole vectors.
#[inline(always)]
pub unsafe fn exp<T: Vector<Elem = f32>>(x: *const f32, y: *mut f32, vectors: usize, constants: &Constants) {
    let exp = Exponential::<T>::new(constants);
    // SAFETY: the caller's promise.
    unsafe { map(x, y, vectors, |x| exp.exp(x)) };
}

/// `y = exp(x) - 1` where exp(x) is a normal number; the sign of a zero is lost.
///
/// # Safety
/// Both must be valid for `vectors` whole vectors.
#[inline(always)]
pub unsafe fn minus_one<T: Vector<Elem = f32>>(x: *const f32, y: *mut f32, vectors: usize, constants: &Constants) {
    let exp = Exponential::<T>::new(constants);
    // SAFETY: the caller's promise.
    unsafe { map(x, y, vectors, |x| exp.minus_one(x)) };
}

/// `y = exp(x + shift)` where that is a normal number, and the sum of that lane by lane.
///
/// # Safety
/// Both must be valid for `vectors` whole vectors.
#[inline(always)]
pub unsafe fn sum<T: Vector<Elem = f32>>(
    x: *const f32,
    y: *mut f32,
    vectors: usize,
    shift: T,
    constants: &Constants,
) -> T {
    let exp = Exponential::<T>::new(constants);
    let mut sum = T::zeros();
    // SAFETY: the caller's promise.
    unsafe {
        map(x, y, vectors, |x: T| {
            let e = exp.exp(x.plus(shift));
            sum = sum.plus(e);
            e
        });
    }
    sum
}
