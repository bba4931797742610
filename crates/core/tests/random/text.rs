//! Texts of numbers against MXNet's parser and Python's formatting.

use mxgrad_core::text::{ParseFloatError, parse_f32, parse_f64, py_float, py_float32};
use proptest::prelude::*;
use serde_json::Value;

use crate::golden::{Element, load};

/// The outcome as the golden file writes it: bits or the kind of the error.
fn outcome<T: Element>(result: Result<T, ParseFloatError>) -> String {
    match result {
        Ok(value) => format!("{:0width$x}", value.bits(), width = 2 * T::BYTES),
        Err(ParseFloatError::Invalid) => "invalid".to_owned(),
        Err(ParseFloatError::OutOfRange) => "range".to_owned(),
        Err(ParseFloatError::Trailing(_)) => "trailing".to_owned(),
    }
}

/// Signs of not-a-number carry no meaning.
fn unsigned_nan(text: &str) -> &str {
    match text {
        "ffc00000" => "7fc00000",
        "fff8000000000000" => "7ff8000000000000",
        other => other,
    }
}

#[test]
fn parses_like_mxnet() {
    for case in load("text.json")["parse"].as_array().unwrap() {
        let text = case["text"].as_str().unwrap();
        let want = |key: &str| unsigned_nan(case[key].as_str().unwrap()).to_owned();
        assert_eq!(unsigned_nan(&outcome(parse_f32(text))), want("f32"), "f32 of {text:?}");
        assert_eq!(unsigned_nan(&outcome(parse_f64(text))), want("f64"), "f64 of {text:?}");
    }
}

#[test]
fn writes_like_python() {
    let bits = |value: &Value| u64::from_str_radix(value.as_str().unwrap(), 16).unwrap();
    for case in load("text.json")["write"].as_array().unwrap() {
        assert_eq!(py_float(f64::from_bits(bits(&case["f64"]))), case["text"].as_str().unwrap());
        assert_eq!(py_float32(f32::from_bits(bits(&case["f32"]) as u32)), case["text32"].as_str().unwrap());
    }
}

#[test]
fn tells_where_the_number_ended() {
    assert_eq!(parse_f32("1.5 2"), Err(ParseFloatError::Trailing(3)));
    assert_eq!(parse_f32(""), Err(ParseFloatError::Invalid));
}

proptest! {
    #[test]
    fn written_numbers_read_back(value in any::<f64>().prop_filter("not a number", |v| !v.is_nan())) {
        prop_assert_eq!(py_float(value).parse::<f64>(), Ok(value));
    }

    #[test]
    fn parsing_never_panics(text in "\\PC*") {
        let _ = (parse_f32(&text), parse_f64(&text));
    }
}
