//! Element types, under MXNet's names and type codes.

use std::fmt;

/// The type of an array's elements. The discriminants are MXNet's type codes (as in `.params` files).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum DType {
    /// IEEE 754 binary32.
    Float32 = 0,
    /// IEEE 754 binary64.
    Float64 = 1,
    /// IEEE 754 binary16; computed in `Float32` and rounded.
    Float16 = 2,
    /// Unsigned 8-bit integer.
    Uint8 = 3,
    /// Signed 32-bit integer.
    Int32 = 4,
    /// Signed 8-bit integer.
    Int8 = 5,
    /// Signed 64-bit integer.
    Int64 = 6,
}

impl DType {
    /// All element types in the order of their codes.
    pub const ALL: [DType; 7] =
        [DType::Float32, DType::Float64, DType::Float16, DType::Uint8, DType::Int32, DType::Int8, DType::Int64];

    /// The size of one element in bytes.
    pub const fn size(self) -> usize {
        match self {
            DType::Uint8 | DType::Int8 => 1,
            DType::Float16 => 2,
            DType::Float32 | DType::Int32 => 4,
            DType::Float64 | DType::Int64 => 8,
        }
    }

    /// MXNet's (and NumPy's) name of the type.
    pub const fn name(self) -> &'static str {
        match self {
            DType::Float32 => "float32",
            DType::Float64 => "float64",
            DType::Float16 => "float16",
            DType::Uint8 => "uint8",
            DType::Int32 => "int32",
            DType::Int8 => "int8",
            DType::Int64 => "int64",
        }
    }

    /// The type with this name.
    pub fn from_name(name: &str) -> Option<DType> {
        DType::ALL.into_iter().find(|d| d.name() == name)
    }

    /// The type with this code.
    pub fn from_code(code: u32) -> Option<DType> {
        DType::ALL.into_iter().find(|&d| d as u32 == code)
    }

    /// Whether the type is one of the three floating point types.
    pub const fn is_float(self) -> bool {
        matches!(self, DType::Float32 | DType::Float64 | DType::Float16)
    }

    /// The type that float kernels compute in for arrays of this type: kernels exist for `Float32` and `Float64`
    /// only; `Float16` computes in `Float32`, integers in `Float64`.
    pub const fn compute(self) -> DType {
        match self {
            DType::Float32 | DType::Float16 => DType::Float32,
            _ => DType::Float64,
        }
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A Rust type that array elements have.
pub trait Element: bytemuck::Pod + PartialOrd {
    /// The element type it stands for.
    const DTYPE: DType;
}

macro_rules! elements {
    ($($t:ty => $d:ident),*) => {$(
        impl Element for $t {
            const DTYPE: DType = DType::$d;
        }
    )*};
}
elements!(f32 => Float32, f64 => Float64, half::f16 => Float16, u8 => Uint8, i32 => Int32, i8 => Int8, i64 => Int64);

/// Runs `$body` with `$T` bound to the Rust type of `$dtype`, any of the seven.
#[macro_export]
macro_rules! for_any {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::dtype::DType::Float32 => {
                type $T = f32;
                $body
            }
            $crate::dtype::DType::Float64 => {
                type $T = f64;
                $body
            }
            $crate::dtype::DType::Float16 => {
                type $T = half::f16;
                $body
            }
            $crate::dtype::DType::Uint8 => {
                type $T = u8;
                $body
            }
            $crate::dtype::DType::Int32 => {
                type $T = i32;
                $body
            }
            $crate::dtype::DType::Int8 => {
                type $T = i8;
                $body
            }
            $crate::dtype::DType::Int64 => {
                type $T = i64;
                $body
            }
        }
    };
}

/// Runs `$body` with `$T` bound to `f32` or `f64`, the two types that float kernels compute in.
///
/// The caller is an operator whose arrays were converted before (see `Compute::Float`), so that no other type arrives.
#[macro_export]
macro_rules! for_float {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::dtype::DType::Float32 => {
                type $T = f32;
                $body
            }
            $crate::dtype::DType::Float64 => {
                type $T = f64;
                $body
            }
            other => unreachable!("a float kernel was called with {other}"),
        }
    };
}

/// Runs `$body` with `$T` bound to an unsigned integer as wide as an element: for pure data movement, which then is
/// compiled for four widths instead of seven types.
#[macro_export]
macro_rules! for_width {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype.size() {
            1 => {
                type $T = u8;
                $body
            }
            2 => {
                type $T = u16;
                $body
            }
            4 => {
                type $T = u32;
                $body
            }
            _ => {
                type $T = u64;
                $body
            }
        }
    };
}

/// Runs `$body` with `$T` bound to the Rust type of an integer `$dtype`.
#[macro_export]
macro_rules! for_int {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::dtype::DType::Uint8 => {
                type $T = u8;
                $body
            }
            $crate::dtype::DType::Int32 => {
                type $T = i32;
                $body
            }
            $crate::dtype::DType::Int8 => {
                type $T = i8;
                $body
            }
            $crate::dtype::DType::Int64 => {
                type $T = i64;
                $body
            }
            other => unreachable!("an integer kernel was called with {other}"),
        }
    };
}
