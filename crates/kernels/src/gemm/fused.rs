//! Multiply and add: the one place where the relaxed build may round once instead of twice.

use crate::simd::Lanes;

/// `a * b + c` lane by lane. Two roundings, except with `relaxed-simd` where the engine decides.
#[inline(always)]
pub(crate) fn mul_add<V: Lanes>(a: V, b: V, c: V) -> V {
    #[cfg(all(target_arch = "wasm32", target_feature = "relaxed-simd"))]
    {
        use core::arch::wasm32::{f32x4_relaxed_madd, f64x2_relaxed_madd, v128};
        // SAFETY: lanes are 16 bytes of plain data, as v128 is.
        let raw = |v: &V| unsafe { core::mem::transmute_copy::<V, v128>(v) };
        let sum = match V::N {
            4 => f32x4_relaxed_madd(raw(&a), raw(&b), raw(&c)),
            _ => f64x2_relaxed_madd(raw(&a), raw(&b), raw(&c)),
        };
        // SAFETY: as above.
        unsafe { core::mem::transmute_copy::<v128, V>(&sum) }
    }
    #[cfg(not(all(target_arch = "wasm32", target_feature = "relaxed-simd")))]
    {
        a * b + c
    }
}
