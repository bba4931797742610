//! Golden files: reading them, and comparing outputs by hash or within units in the last place.

use half::f16;
use serde_json::Value;

/// Units in the last place that float64 results of log, exp and pow may differ by.
const ULPS: u64 = 4;

/// The golden file `name`.
pub fn load(name: &str) -> Value {
    let path = format!("{}/../../tests/golden/random/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A number type that golden files store by its bits.
pub trait Element: Copy {
    const NAME: &'static str;
    const BYTES: usize;
    fn bits(self) -> u64;
}

macro_rules! element {
    ($type:ty, $name:literal, $bits:expr) => {
        impl Element for $type {
            const NAME: &'static str = $name;
            const BYTES: usize = size_of::<$type>();
            fn bits(self) -> u64 {
                let bits: fn($type) -> u64 = $bits;
                bits(self)
            }
        }
    };
}

element!(f32, "float32", |v| v.to_bits().into());
element!(f64, "float64", |v| v.to_bits());
element!(f16, "float16", |v| v.to_bits().into());
element!(i32, "int32", |v| (v as u32).into());
element!(i64, "int64", |v| v as u64);
element!(u8, "uint8", |v| v.into());

/// The 64-bit FNV-1a hash of the elements' little-endian bytes.
fn fnv<T: Element>(values: &[T]) -> u64 {
    values
        .iter()
        .flat_map(|v| v.bits().to_le_bytes().into_iter().take(T::BYTES))
        .fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Bits as a number that counts representable values in order of size.
fn ordered(bits: u64) -> i64 {
    let bits = bits as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

/// Panics unless `got` is the recorded output.
pub fn check<T: Element>(what: &str, got: &[T], want: &Value) {
    assert_eq!(want["dtype"], T::NAME, "{what}: type");
    assert_eq!(want["n"], got.len(), "{what}: length");
    let hex = |key: &str| -> Vec<u64> {
        let list = want[key].as_array().unwrap_or_else(|| panic!("{what}: no {key}"));
        list.iter().map(|v| u64::from_str_radix(v.as_str().unwrap(), 16).unwrap()).collect()
    };
    if let Some(stride) = want["stride"].as_u64() {
        let bits = hex("bits");
        assert_eq!(bits.len(), got.len().div_ceil(stride as usize), "{what}: samples");
        for (i, (got, want)) in got.iter().step_by(stride as usize).zip(bits).enumerate() {
            let distance = ordered(got.bits()).abs_diff(ordered(want));
            assert!(
                distance <= ULPS,
                "{what}: sample {i} is {distance} ulp off: {:016x}, want {want:016x}",
                got.bits()
            );
        }
        return;
    }
    let head: Vec<u64> = got.iter().take(2).map(|v| v.bits()).collect();
    assert_eq!(head, hex("head"), "{what}: first values");
    assert_eq!(format!("{:016x}", fnv(got)), want["hash"].as_str().unwrap(), "{what}: hash of all values");
}
