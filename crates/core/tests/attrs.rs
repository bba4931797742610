//! Lists of numbers as attributes: what is read, how they are written, what is refused.

use mxgrad_core::attrs::{AttrType, AttrValue, FloatTuple, Given};
use mxgrad_core::error::Result;

mxgrad_core::attrs! {
    /// An operator's attributes.
    struct Example {
        /// With a default.
        sizes: FloatTuple = FloatTuple(vec![1.0, 0.5]),
        /// May be None.
        steps: Option<FloatTuple> = None,
    }
}

fn read(pairs: &[(&str, &str)]) -> Result<Example> {
    let pairs: Vec<(String, String)> = pairs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    Ok(Example::read(&mut Given::new("example", Example::SCHEMA, true, &pairs)?))
}

#[test]
fn lists_and_single_numbers_are_read() {
    for (text, wanted) in [
        ("(0.1, 0.2)", &[0.1f32, 0.2][..]),
        ("[0.1,0.2]", &[0.1, 0.2]),
        (" ( 1 , -2.5e-3 ) ", &[1.0, -2.5e-3]),
        ("(0.25,)", &[0.25]),
        ("0.25", &[0.25]),
        ("3", &[3.0]),
        ("()", &[]),
        // The nearest single, which MXNet's parser of single numbers misses.
        ("(0.123456789, 16777217.0)", &[0.123_456_79, 16_777_216.0]),
    ] {
        assert_eq!(read(&[("sizes", text)]).unwrap().sizes.0, wanted, "{text}");
    }
    let left_out = read(&[]).unwrap();
    assert_eq!((left_out.sizes.0, left_out.steps), (vec![1.0, 0.5], None));
    assert_eq!(read(&[("steps", "None")]).unwrap().steps, None);
    assert_eq!(read(&[("steps", "(2,)")]).unwrap().steps, Some(FloatTuple(vec![2.0])));
}

#[test]
fn other_texts_are_refused() {
    for text in ["(a, 1)", "(1, , 2)", "(1, None)", "(inf,)", "nan", "1e39", "(1 2)", "None"] {
        let error = read(&[("sizes", text)]).unwrap_err().to_string();
        assert_eq!(error, format!("example: sizes is {text}, expected a list of finite numbers"));
    }
    assert_eq!(
        read(&[("steps", "x")]).unwrap_err().to_string(),
        "example: steps is x, expected a list of finite numbers or None"
    );
}

#[test]
fn texts_are_as_python_writes_tuples() {
    assert_eq!(FloatTuple(vec![0.1, 0.2, 1.0]).text(), "(0.1, 0.2, 1.0)");
    assert_eq!(FloatTuple(vec![1e-5]).text(), "(1e-05,)");
    assert_eq!(FloatTuple(vec![]).text(), "()");
    assert_eq!(FloatTuple::TYPE, AttrType::FloatTuple);
}
