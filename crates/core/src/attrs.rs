//! Typed attributes of operators and their text form, as MXNet writes and reads it.
//!
//! [`attrs!`](crate::attrs!) declares an operator's attributes once: the struct that a forward reads, the schema that
//! documentation and TypeScript types come from, and the reader.

use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use crate::text;

/// What an attribute's value is: how it is read, and its type in documentation and generated code.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum AttrType {
    /// `True` or `False`.
    Bool,
    /// A whole number of 32 bits.
    Int32,
    /// A whole number of 64 bits.
    Int64,
    /// A size: a whole number that is not negative.
    Size,
    /// A number, read in single precision.
    Float32,
    /// A number, read in double precision.
    Float64,
    /// Whole numbers; one number stands for a list of one.
    Tuple,
    /// Whole numbers and `None`.
    OptionalTuple,
    /// Finite numbers in single precision; one number stands for a list of one.
    FloatTuple,
    /// An element type.
    DType,
    /// Text.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// One attribute of an operator.
pub struct AttrDef {
    /// MXNet's name.
    pub name: &'static str,
    /// What it means.
    pub doc: Doc,
    /// What it is.
    pub ty: AttrType,
    /// Whether `None` is a value.
    pub optional: bool,
    /// Whether calls must give it.
    pub required: bool,
    /// The default as text.
    pub default: DefaultText,
}

impl AttrDef {
    /// What a value must be, in words.
    fn expected(&self) -> String {
        let mut words = match self.ty {
            AttrType::Bool => "a boolean".to_string(),
            AttrType::Size => "a non-negative integer".into(),
            AttrType::Int32 | AttrType::Int64 => "an integer".into(),
            AttrType::Float32 | AttrType::Float64 => "a number".into(),
            AttrType::Tuple | AttrType::OptionalTuple => "a list of integers".into(),
            AttrType::FloatTuple => "a list of finite numbers".into(),
            AttrType::DType => "one of ".to_string() + &DType::ALL.map(DType::name).join(", "),
            AttrType::Text => "text".into(),
            AttrType::Choice(words) => "one of ".to_string() + &words.join(", "),
        };
        if self.optional {
            words.push_str(" or None");
        }
        words
    }

    /// Reads the text form; nothing when it is not one.
    fn read(&self, text: &str) -> Option<Value> {
        if self.optional && text == "None" {
            return Some(Value::None);
        }
        Some(match self.ty {
            AttrType::Bool => Value::Bool(match text {
                "True" | "true" | "1" => true,
                "False" | "false" | "0" => false,
                _ => return None,
            }),
            AttrType::Int32 => Value::Int(text.parse::<i32>().ok()?.into()),
            AttrType::Int64 => Value::Int(text.parse().ok()?),
            AttrType::Size => {
                Value::Int(text.parse().ok().filter(|&value| isize::try_from(value).is_ok_and(|n| n >= 0))?)
            }
            // MXNet's own digit parser, which is not correctly rounded.
            AttrType::Float32 => Value::Float(text::parse_f32(text).ok()?.into()),
            AttrType::Float64 => Value::Float(text::parse_f64(text).ok()?),
            AttrType::Tuple => Value::Tuple(integers(text)?.into_iter().collect::<Option<_>>()?),
            AttrType::OptionalTuple => Value::OptionalTuple(integers(text)?),
            AttrType::FloatTuple => Value::FloatTuple(list(text, &float)?),
            AttrType::DType => Value::DType(DType::from_name(text)?),
            AttrType::Text => Value::Text(text.into()),
            AttrType::Choice(words) => Value::Choice(words.iter().position(|word| *word == text)?),
        })
    }
}

/// Reads `(1, 2)`, `[1,2]` or `1`.
fn list<T>(text: &str, each: &dyn Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let inner = match text.as_bytes() {
        [b'(', .., b')'] | [b'[', .., b']'] => &text[1..text.len() - 1],
        _ => text,
    };
    let inner = inner.trim().trim_end_matches(',');
    if inner.is_empty() {
        return Some(Vec::new());
    }
    inner.split(',').map(|element| each(element.trim())).collect()
}

/// A list of whole numbers, any of them `None`. Python's long integers and whole floats pass.
fn integers(text: &str) -> Option<Vec<Option<i64>>> {
    list(text, &|element| {
        if element == "None" {
            return Some(None);
        }
        let digits = element.strip_suffix(".0").unwrap_or_else(|| element.trim_end_matches('L'));
        digits.parse().ok().map(Some)
    })
}

/// A number of a list, which MXNet rounds to the nearest: its own digit parser reads single numbers only.
fn float(text: &str) -> Option<f32> {
    text::parse_f64(text).ok().map(|value| value as f32).filter(|value| value.is_finite())
}

/// An attribute's value, as [`AttrType`] says.
pub enum Value {
    /// `None`.
    None,
    /// A boolean.
    Bool(bool),
    /// A whole number that fits the type.
    Int(i64),
    /// A number that fits the type.
    Float(f64),
    /// Whole numbers.
    Tuple(Vec<i64>),
    /// Whole numbers and `None`.
    OptionalTuple(Vec<Option<i64>>),
    /// Finite numbers.
    FloatTuple(Vec<f32>),
    /// An element type.
    DType(DType),
    /// Text.
    Text(String),
    /// The place of a word in its list.
    Choice(usize),
}

/// A type that attributes can have.
pub trait AttrValue: Sized {
    /// The kind of the type.
    const TYPE: AttrType;
    /// Whether `None` is a value.
    const OPTIONAL: bool = false;
    /// Takes the value; nothing when it is not of [`TYPE`](Self::TYPE).
    fn from_value(value: Value) -> Option<Self>;
    /// The text form, as MXNet writes it.
    fn text(&self) -> String;
}

/// Implements [`AttrValue`] for types with a kind of value of their own.
macro_rules! attr_values {
    ($($t:ty: $TYPE:expr, $pattern:pat => $value:expr, |$this:ident| $text:expr;)*) => {$(
        impl AttrValue for $t {
            const TYPE: AttrType = $TYPE;
            fn from_value(value: Value) -> Option<$t> {
                match value {
                    $pattern => Some($value),
                    _ => None,
                }
            }
            fn text(&self) -> String {
                let $this = self;
                $text
            }
        }
    )*};
}

attr_values! {
    bool: AttrType::Bool, Value::Bool(v) => v, |v| if *v { "True" } else { "False" }.into();
    i32: AttrType::Int32, Value::Int(v) => v as i32, |v| v.to_string();
    i64: AttrType::Int64, Value::Int(v) => v, |v| v.to_string();
    usize: AttrType::Size, Value::Int(v) => v as usize, |v| v.to_string();
    f32: AttrType::Float32, Value::Float(v) => v as f32, |v| text::py_float32(*v);
    f64: AttrType::Float64, Value::Float(v) => v, |v| text::py_float(*v);
    Tuple: AttrType::Tuple, Value::Tuple(v) => Tuple(v), |v| list_text(&v.0, i64::to_string);
    OptionalTuple: AttrType::OptionalTuple, Value::OptionalTuple(v) => OptionalTuple(v),
        |v| list_text(&v.0, |v| v.map_or("None".into(), |v| v.to_string()));
    FloatTuple: AttrType::FloatTuple, Value::FloatTuple(v) => FloatTuple(v), |v| list_text(&v.0, |v| text::py_float32(*v));
    DType: AttrType::DType, Value::DType(v) => v, |v| v.name().into();
    String: AttrType::Text, Value::Text(v) => v, |v| v.clone();
}

fn list_text<T>(values: &[T], each: impl Fn(&T) -> String) -> String {
    match values {
        [one] => format!("({},)", each(one)),
        _ => format!("({})", values.iter().map(each).collect::<Vec<_>>().join(", ")),
    }
}

/// Whole numbers: shapes, axes, kernel sizes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tuple(pub Vec<i64>);

impl Tuple {
    /// The values as sizes, if none is negative.
    pub fn sizes(&self) -> Option<Vec<usize>> {
        self.0.iter().map(|&v| usize::try_from(v).ok()).collect()
    }
}

/// Whole numbers of which some may be `None`: the bounds of slices.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OptionalTuple(pub Vec<Option<i64>>);

/// Finite numbers: scales, ratios, variances, learning rates.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FloatTuple(pub Vec<f32>);

impl<T: AttrValue> AttrValue for Option<T> {
    const TYPE: AttrType = T::TYPE;
    const OPTIONAL: bool = true;
    fn from_value(value: Value) -> Option<Option<T>> {
        if let Value::None = value { Some(None) } else { T::from_value(value).map(Some) }
    }
    fn text(&self) -> String {
        self.as_ref().map_or("None".into(), T::text)
    }
}

/// The attributes that a call gave, read by its operator's schema.
pub struct Given<'a> {
    /// The operator, for errors.
    pub op: &'static str,
    /// Names and texts.
    pub pairs: &'a [(String, String)],
    /// The values of the schema's attributes, in its order; those that were not given are missing.
    values: std::vec::IntoIter<Option<Value>>,
}

impl<'a> Given<'a> {
    /// Reads the attributes of a schema. None are read where the schema is not `closed`: the operator looks at their texts.
    #[inline(never)]
    pub fn new(
        op: &'static str,
        schema: &'static [AttrDef],
        closed: bool,
        pairs: &'a [(String, String)],
    ) -> Result<Given<'a>> {
        let values = if closed { read_all(op, schema, pairs)? } else { Vec::new() };
        Ok(Given { op, pairs, values: values.into_iter() })
    }

    /// The next attribute, which may be left out.
    pub fn take<T: AttrValue>(&mut self, default: T) -> T {
        self.next().map_or(default, |value| T::from_value(value).unwrap_or_else(|| unlike_schema()))
    }

    /// The next attribute, which must be given.
    pub fn require<T: AttrValue>(&mut self) -> T {
        self.next().and_then(T::from_value).unwrap_or_else(|| unlike_schema())
    }

    #[inline(never)]
    fn next(&mut self) -> Option<Value> {
        self.values.next().flatten()
    }
}

fn read_all(op: &'static str, schema: &[AttrDef], pairs: &[(String, String)]) -> Result<Vec<Option<Value>>> {
    check_names(op, schema, pairs)?;
    let read = |def: &AttrDef| match pairs.iter().find(|(k, _)| k == def.name) {
        Some((_, text)) => match def.read(text.trim()) {
            None => Err(Error::attr(op, def.name, text, def.expected())),
            value => Ok(value),
        },
        None if def.required => {
            Err(Error::new(ErrorKind::MissingAttr { op, attr: camel(def.name), ty: def.expected() }))
        }
        None => Ok(None),
    };
    schema.iter().map(read).collect()
}

/// Refuses names that the schema does not have. Hidden keys (`__x__`) and MXNet's execution hints pass.
fn check_names(op: &'static str, schema: &[AttrDef], pairs: &[(String, String)]) -> Result<()> {
    for (key, _) in pairs {
        let hidden = key.starts_with("__") && key.ends_with("__");
        if !hidden && !schema.iter().any(|a| a.name == key) {
            let known: Vec<String> = schema.iter().map(|a| camel(a.name)).collect();
            let known = if known.is_empty() { "none".to_string() } else { known.join(", ") };
            return Err(Error::new(ErrorKind::UnknownAttr { op, attr: camel(key), known }));
        }
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn unlike_schema() -> ! {
    unreachable!("values are read by the schema that they are taken by")
}

/// A name as JavaScript spells it: `num_hidden` becomes `numHidden`.
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for (i, c) in name.char_indices() {
        if c == '_' && i > 0 {
            upper = true;
        } else if upper {
            out.push(c.to_ascii_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
    }
    out
}

/// Declares the attributes of an operator: a struct with public fields, its schema and its reader.
///
/// ```
/// mxgrad_core::attrs! {
///     /// What the operator is told.
///     pub struct Example {
///         /// How many; required.
///         count: usize,
///         /// Whether to hurry.
///         fast: bool = false,
///     }
/// }
/// assert_eq!(Example::SCHEMA[1].name, "fast");
/// ```
#[macro_export]
macro_rules! attrs {
    ($(#[$meta:meta])* $vis:vis struct $Name:ident { $( $(#[doc = $doc:literal])+ $field:ident : $ty:ty $(= $default:expr)? ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Debug)]
        $vis struct $Name { $( $(#[doc = $doc])+ pub $field: $ty ),* }

        impl $Name {
            /// The attributes' names, types, defaults and documentation.
            pub const SCHEMA: &'static [$crate::attrs::AttrDef] = &[ $(
                $crate::attrs::AttrDef {
                    name: $crate::attrs!(@name $field),
                    doc: $crate::attrs::documentation(concat!($($doc, "\n"),+)),
                    ty: <$ty as $crate::attrs::AttrValue>::TYPE,
                    optional: <$ty as $crate::attrs::AttrValue>::OPTIONAL,
                    required: $crate::attrs!(@required $(= $default)?),
                    default: $crate::attrs::default_text($crate::attrs!(@default_text $ty $(= $default)?)),
                }
            ),* ];

            /// Takes the attributes of a call.
            #[allow(unused_variables, reason = "some operators have no attributes")]
            pub fn read(given: &mut $crate::attrs::Given) -> Self {
                $Name { $( $field: $crate::attrs!(@take given, $ty $(= $default)?) ),* }
            }
        }
    };
    (@name $field:ident) => {{
        // Raw identifiers (`r#mod`) name attributes that are Rust keywords.
        const TEXT: &str = stringify!($field);
        const NAME: &str = $crate::attrs::unraw(TEXT);
        NAME
    }};
    (@required) => { true };
    (@required = $default:expr) => { false };
    (@take $given:ident, $ty:ty) => { $given.require::<$ty>() };
    (@take $given:ident, $ty:ty = $default:expr) => { $given.take::<$ty>($default) };
    (@default_text $ty:ty) => { None };
    (@default_text $ty:ty = $default:expr) => {
        Some(|| { let value: $ty = $default; $crate::attrs::AttrValue::text(&value) })
    };
}

/// A text of the documentation.
#[cfg(feature = "docs")]
pub type Doc = &'static str;

/// The text of a default; nothing where there is none.
#[cfg(feature = "docs")]
pub type DefaultText = Option<fn() -> String>;

/// A text of the documentation, which takes no place in what ships.
#[cfg(not(feature = "docs"))]
pub type Doc = ();

/// The text of a default, which takes no place in what ships.
#[cfg(not(feature = "docs"))]
pub type DefaultText = ();

/// The text in builds that generate documentation.
#[cfg(feature = "docs")]
pub const fn documentation(text: &'static str) -> Doc {
    text
}

/// The default's text in builds that generate documentation.
#[cfg(feature = "docs")]
pub const fn default_text(text: DefaultText) -> DefaultText {
    text
}

/// The text in builds that generate documentation.
#[cfg(not(feature = "docs"))]
pub const fn documentation(_: &'static str) -> Doc {}

/// The default's text in builds that generate documentation.
#[cfg(not(feature = "docs"))]
pub const fn default_text(_: Option<fn() -> String>) -> DefaultText {}

/// Takes the `r#` off a raw identifier.
pub const fn unraw(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Declares an enum whose variants are an attribute's words.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $Name:ident { $( $(#[$vmeta:meta])* $Variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $vis enum $Name { $( $(#[$vmeta])* $Variant ),* }

        impl $crate::attrs::AttrValue for $Name {
            const TYPE: $crate::attrs::AttrType = $crate::attrs::AttrType::Choice(&[$($word),*]);
            fn from_value(value: $crate::attrs::Value) -> Option<Self> {
                match value {
                    $crate::attrs::Value::Choice(place) => Some([$($Name::$Variant),*][place]),
                    _ => None,
                }
            }
            fn text(&self) -> String {
                [$($word),*][*self as usize].into()
            }
        }
    };
}
