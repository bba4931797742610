//! Typed attributes of operators and their text form, as MXNet writes and reads it.
//!
//! [`attrs!`](crate::attrs!) declares an operator's attributes once: the struct that a forward reads, the schema that
//! documentation and TypeScript types come from, and the reader.

use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::text;

/// What an attribute's value is, for documentation and generated types.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum AttrType {
    /// `True` or `False`.
    Bool,
    /// A whole number.
    Int,
    /// A number.
    Float,
    /// Whole numbers; one number stands for a list of one.
    Tuple,
    /// Numbers.
    Floats,
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
    pub doc: &'static str,
    /// What it is.
    pub ty: AttrType,
    /// Whether `None` is a value.
    pub optional: bool,
    /// Whether calls must give it.
    pub required: bool,
    /// The default as text, in builds that generate documentation.
    pub default: Option<fn() -> String>,
}

/// A type that attributes can have.
pub trait AttrValue: Sized {
    /// The kind of the type.
    const TYPE: AttrType;
    /// Whether `None` is a value.
    const OPTIONAL: bool = false;
    /// Reads the text form; nothing when it is not one.
    fn read(text: &str) -> Option<Self>;
    /// The text form, as MXNet writes it.
    fn text(&self) -> String;
    /// What a value must be, in words.
    fn expected() -> String {
        match Self::TYPE {
            AttrType::Bool => "a boolean".into(),
            AttrType::Int => "an integer".into(),
            AttrType::Float => "a number".into(),
            AttrType::Tuple => "a list of integers".into(),
            AttrType::Floats => "a list of numbers".into(),
            AttrType::DType => format!("one of {}", DType::ALL.map(DType::name).join(", ")),
            AttrType::Text => "text".into(),
            AttrType::Choice(words) => format!("one of {}", words.join(", ")),
        }
    }
}

impl AttrValue for bool {
    const TYPE: AttrType = AttrType::Bool;
    fn read(text: &str) -> Option<bool> {
        match text {
            "True" | "true" | "1" => Some(true),
            "False" | "false" | "0" => Some(false),
            _ => None,
        }
    }
    fn text(&self) -> String {
        if *self { "True" } else { "False" }.into()
    }
}

macro_rules! int_attrs {
    ($($t:ty),*) => {$(
        impl AttrValue for $t {
            const TYPE: AttrType = AttrType::Int;
            fn read(text: &str) -> Option<$t> {
                text.parse().ok()
            }
            fn text(&self) -> String {
                self.to_string()
            }
            fn expected() -> String {
                if <$t>::MIN == 0 { "a non-negative integer" } else { "an integer" }.into()
            }
        }
    )*};
}
int_attrs!(i32, i64, u32, usize);

/// A float32 parameter, read by MXNet's own digit parser, which is not correctly rounded.
impl AttrValue for f32 {
    const TYPE: AttrType = AttrType::Float;
    fn read(text: &str) -> Option<f32> {
        text::parse_f32(text).ok()
    }
    fn text(&self) -> String {
        text::py_float32(*self)
    }
}

impl AttrValue for f64 {
    const TYPE: AttrType = AttrType::Float;
    fn read(text: &str) -> Option<f64> {
        text::parse_f64(text).ok()
    }
    fn text(&self) -> String {
        text::py_float(*self)
    }
}

/// Splits `(1, 2)`, `[1,2]` or `1` into the texts of its elements.
fn elements(text: &str) -> Option<Vec<&str>> {
    let text = text.trim();
    let inner = match text.as_bytes() {
        [b'(', .., b')'] | [b'[', .., b']'] => &text[1..text.len() - 1],
        _ => text,
    };
    let inner = inner.trim().trim_end_matches(',');
    if inner.is_empty() {
        return Some(Vec::new());
    }
    Some(inner.split(',').map(str::trim).collect())
}

fn tuple<T>(values: &[T], each: impl Fn(&T) -> String) -> String {
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

impl AttrValue for Tuple {
    const TYPE: AttrType = AttrType::Tuple;
    fn read(text: &str) -> Option<Tuple> {
        elements(text)?
            .into_iter()
            .map(|e| e.trim_end_matches('L').parse().ok().or_else(|| e.strip_suffix(".0")?.parse().ok()))
            .collect::<Option<_>>()
            .map(Tuple)
    }
    fn text(&self) -> String {
        tuple(&self.0, i64::to_string)
    }
}

/// Whole numbers of which some may be `None`: the bounds of slices.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OptionalTuple(pub Vec<Option<i64>>);

impl AttrValue for OptionalTuple {
    const TYPE: AttrType = AttrType::Tuple;
    fn read(text: &str) -> Option<OptionalTuple> {
        elements(text)?
            .into_iter()
            .map(|e| if e == "None" { Some(None) } else { e.parse().ok().map(Some) })
            .collect::<Option<_>>()
            .map(OptionalTuple)
    }
    fn text(&self) -> String {
        tuple(&self.0, |v| v.map_or("None".into(), |v| v.to_string()))
    }
}

/// Numbers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Floats(pub Vec<f64>);

impl AttrValue for Floats {
    const TYPE: AttrType = AttrType::Floats;
    fn read(text: &str) -> Option<Floats> {
        elements(text)?.into_iter().map(|e| text::parse_f64(e).ok()).collect::<Option<_>>().map(Floats)
    }
    fn text(&self) -> String {
        tuple(&self.0, |v| text::py_float(*v))
    }
}

impl AttrValue for DType {
    const TYPE: AttrType = AttrType::DType;
    fn read(text: &str) -> Option<DType> {
        DType::from_name(text)
    }
    fn text(&self) -> String {
        self.name().into()
    }
}

impl AttrValue for String {
    const TYPE: AttrType = AttrType::Text;
    fn read(text: &str) -> Option<String> {
        Some(text.into())
    }
    fn text(&self) -> String {
        self.clone()
    }
}

impl<T: AttrValue> AttrValue for Option<T> {
    const TYPE: AttrType = T::TYPE;
    const OPTIONAL: bool = true;
    fn read(text: &str) -> Option<Option<T>> {
        if text == "None" { Some(None) } else { T::read(text).map(Some) }
    }
    fn text(&self) -> String {
        self.as_ref().map_or("None".into(), T::text)
    }
    fn expected() -> String {
        T::expected() + " or None"
    }
}

/// The attributes that a call gave, by name.
pub struct Given<'a> {
    /// The operator, for errors.
    pub op: &'static str,
    /// Names and texts.
    pub pairs: &'a [(String, String)],
}

impl Given<'_> {
    /// Reads one attribute.
    pub fn get<T: AttrValue>(&self, name: &'static str, default: Option<T>) -> Result<T> {
        match self.pairs.iter().find(|(k, _)| k == name) {
            Some((_, text)) => T::read(text.trim()).ok_or_else(|| Error::attr(self.op, name, text, T::expected())),
            None => default.ok_or_else(|| Error::MissingAttr { op: self.op, attr: camel(name), ty: T::expected() }),
        }
    }

    /// Refuses names that the schema does not have. Hidden keys (`__x__`) and MXNet's execution hints pass.
    pub fn check(&self, schema: &[AttrDef]) -> Result<()> {
        for (key, _) in self.pairs {
            let hidden = key.starts_with("__") && key.ends_with("__");
            if !hidden && !schema.iter().any(|a| a.name == key) {
                let known: Vec<String> = schema.iter().map(|a| camel(a.name)).collect();
                let known = if known.is_empty() { "none".to_string() } else { known.join(", ") };
                return Err(Error::UnknownAttr { op: self.op, attr: camel(key), known });
            }
        }
        Ok(())
    }
}

/// A name as JavaScript spells it: `num_hidden` becomes `numHidden`.
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for (i, c) in name.char_indices() {
        if c == '_' && i > 0 {
            upper = true;
        } else if upper {
            out.extend(c.to_uppercase());
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

            /// Reads the attributes of a call.
            pub fn read(given: &$crate::attrs::Given) -> $crate::error::Result<Self> {
                given.check(Self::SCHEMA)?;
                Ok($Name { $( $field: given.get($crate::attrs!(@name $field), $crate::attrs!(@default $ty $(= $default)?))? ),* })
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
    (@default $ty:ty) => { None };
    (@default $ty:ty = $default:expr) => { Some($default) };
    (@default_text $ty:ty) => { None };
    (@default_text $ty:ty = $default:expr) => {
        Some(|| { let value: $ty = $default; $crate::attrs::AttrValue::text(&value) })
    };
}

/// The text in builds that generate documentation; nothing in what ships, which has no use for it.
pub const fn documentation(text: &'static str) -> &'static str {
    if cfg!(feature = "docs") { text } else { "" }
}

/// The default's text in builds that generate documentation.
pub const fn default_text(text: Option<fn() -> String>) -> Option<fn() -> String> {
    if cfg!(feature = "docs") { text } else { None }
}

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
            fn read(text: &str) -> Option<Self> {
                match text { $( $word => Some($Name::$Variant), )* _ => None }
            }
            fn text(&self) -> String {
                match self { $( $Name::$Variant => $word ),* }.into()
            }
        }
    };
}
