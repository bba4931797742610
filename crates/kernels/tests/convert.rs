//! Conversions: the values that MXNet 1.9.1 gives on x86, and properties over random bits.

use half::f16;
use kernels::convert::{Convert, convert};
use proptest::prelude::*;

fn all<A: Convert<B>, B: Default + Clone>(x: &[A]) -> Vec<B> {
    let mut y = vec![B::default(); x.len()];
    convert(x, &mut y);
    y
}

const FLOATS: [f64; 20] = [
    1.9,
    -1.9,
    200.0,
    255.0,
    256.0,
    300.0,
    -1.0,
    -128.0,
    -129.0,
    1e9,
    3e9,
    -3e9,
    5e9,
    1e18,
    1e19,
    -1e19,
    1e30,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

#[test]
fn floats_to_integers_as_mxnet() {
    let floats = FLOATS.map(|x| x as f32);
    let bytes = [1, 255, 200, 255, 0, 44, 255, 128, 127, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let signed = bytes.map(|b: u8| b as i8).to_vec();
    let low = i32::MIN;
    let ints = [1, -1, 200, 255, 256, 300, -1, -128, -129, 1_000_000_000];
    let ints: Vec<i32> = ints.into_iter().chain([low; 10]).collect();
    let low = i64::MIN;
    let longs =
        [1, -1, 200, 255, 256, 300, -1, -128, -129, 1_000_000_000, 3_000_000_000, -3_000_000_000, 5_000_000_000];
    let longs = |big: i64| longs.into_iter().chain([big]).chain([low; 6]).collect::<Vec<_>>();
    assert_eq!(all::<f32, u8>(&floats), bytes);
    assert_eq!(all::<f64, u8>(&FLOATS), bytes);
    assert_eq!(all::<f32, i8>(&floats), signed);
    assert_eq!(all::<f64, i8>(&FLOATS), signed);
    assert_eq!(all::<f32, i32>(&floats), ints);
    assert_eq!(all::<f64, i32>(&FLOATS), ints);
    assert_eq!(all::<f32, i64>(&floats), longs(999_999_984_306_749_440));
    assert_eq!(all::<f64, i64>(&FLOATS), longs(1_000_000_000_000_000_000));
    let halves = FLOATS.map(|x| f16::from_f32(x as f32));
    let low = i32::MIN;
    let ints: Vec<i32> = ints[..9].iter().copied().chain([low; 11]).collect();
    assert_eq!(all::<f16, u8>(&halves), bytes);
    assert_eq!(all::<f16, i32>(&halves), ints);
}

#[test]
fn integers_keep_their_low_bits_as_mxnet() {
    let x = [0, 1, -1, 127, 128, 255, 256, 300, -128, -129, i32::MAX, i32::MIN];
    assert_eq!(all::<i32, u8>(&x), [0, 1, 255, 127, 128, 255, 0, 44, 128, 127, 255, 0]);
    assert_eq!(all::<i32, i8>(&x), [0, 1, -1, 127, -128, -1, 0, 44, -128, 127, -1, 0]);
    let x = [1i64 << 31, (1 << 32) + 5, -(1 << 31) - 1, (1 << 53) + 1, (1 << 62) + 3];
    assert_eq!(all::<i64, i32>(&x), [i32::MIN, 5, i32::MAX, 1, 3]);
    assert_eq!(all::<i64, f64>(&x)[3], 9007199254740992.0);
    assert!(all::<i64, f16>(&x).iter().all(|h| h.is_infinite()));
}

#[test]
fn halves_round_to_even_as_mxnet() {
    let step = f64::from(f32::from_bits((127 - 11) << 23));
    let tiny = f64::from(f32::from_bits((127 - 25) << 23));
    let x = [1.0 + step, 1.0 + 3.0 * step, 65519.0, 65520.0, tiny, 3.0 * tiny, 1.01 * tiny];
    let bits = [0x3c00, 0x3c02, 0x7bff, 0x7c00, 0, 2, 1];
    assert_eq!(all::<f64, f16>(&x).iter().map(|h| h.to_bits()).collect::<Vec<_>>(), bits);
}

proptest! {
    #[test]
    fn every_half_survives_float32(bits in any::<u16>()) {
        let half = f16::from_bits(bits);
        let back = all::<f32, f16>(&all::<f16, f32>(&[half]))[0];
        prop_assert!(back == half || (back.is_nan() && half.is_nan()));
    }

    #[test]
    fn nearest_half(x in -70000f32..70000.0) {
        let got = f64::from(all::<f32, f16>(&[x])[0].to_f32());
        // No other half is nearer; beyond the largest one infinity stands for 65536.
        let value = |bits: u16| f64::from(f16::from_bits(bits).to_f32()).clamp(-65536.0, 65536.0);
        let nearest = (0..=0xffffu16).map(value).filter(|v| !v.is_nan()).map(|v| (v - f64::from(x)).abs()).fold(f64::MAX, f64::min);
        prop_assert_eq!((got.clamp(-65536.0, 65536.0) - f64::from(x)).abs(), nearest);
    }

    #[test]
    fn truncation_inside_the_range(x in any::<i32>(), part in 0f64..1.0) {
        let value = f64::from(x) + if x < 0 { -part } else { part };
        prop_assume!(value > -2147483649.0 && value < 2147483648.0);
        prop_assert_eq!(all::<f64, i32>(&[value]), [x]);
        prop_assert_eq!(all::<f64, i64>(&[value]), [i64::from(x)]);
        prop_assert_eq!(all::<f64, u8>(&[value]), [x as u8]);
    }
}

/// Every float16, and float32s around and between all of them, against the library's conversions.
#[test]
fn halves_convert_as_the_library_does() {
    let halves: Vec<f16> = (0..=u16::MAX).map(f16::from_bits).collect();
    for (half, single) in halves.iter().zip(all::<f16, f32>(&halves)) {
        assert_eq!(single.to_bits(), half.to_f32_const().to_bits(), "{:#x}", half.to_bits());
    }
    let singles: Vec<f32> = (0..1 << 21).flat_map(|i| [0, 1, 0x7ff].map(|low| f32::from_bits(i << 11 | low))).collect();
    for (single, half) in singles.iter().zip(all::<f32, f16>(&singles)) {
        assert_eq!(half.to_bits(), f16::from_f32_const(*single).to_bits(), "{:#x}", single.to_bits());
    }
}
