//! Everything that can go wrong, with the operator, the argument and the values as data.

use crate::dtype::DType;
use crate::shape::Shape;

/// The result of every fallible function of the core.
pub type Result<T> = std::result::Result<T, Error>;

/// An error of the library. One pointer, so that results stay small on the way up.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct Error(Box<ErrorKind>);

/// What went wrong. Its text is what users read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no operator with this name or alias.
    #[error("Operator {0} is not registered")]
    UnknownOp(String),
    /// An operator got too few or too many tensors.
    #[error("{op}: got {got} inputs, expected {expected}")]
    InputCount {
        /// The operator.
        op: &'static str,
        /// How many it got.
        got: usize,
        /// What it takes, in words.
        expected: String,
    },
    /// The options name an attribute that the operator does not have.
    #[error("{op}: unknown option {attr}; the options are: {known}")]
    UnknownAttr {
        /// The operator.
        op: &'static str,
        /// The attribute as given.
        attr: String,
        /// The names there are.
        known: String,
    },
    /// A required attribute is missing.
    #[error("{op}: the required option {attr} ({ty}) is missing")]
    MissingAttr {
        /// The operator.
        op: &'static str,
        /// The attribute.
        attr: String,
        /// Its type in words.
        ty: String,
    },
    /// An attribute's value cannot be read or is out of range.
    #[error("{op}: {attr} is {value}, expected {expected}")]
    Attr {
        /// The operator.
        op: &'static str,
        /// The attribute.
        attr: String,
        /// The value as given.
        value: String,
        /// What would be right, in words.
        expected: String,
    },
    /// An input has a shape that does not fit.
    #[error("{op}: {arg} has shape {got}, expected {expected}")]
    Shape {
        /// The operator.
        op: &'static str,
        /// The input.
        arg: String,
        /// Its shape.
        got: Shape,
        /// What would be right and why, in words.
        expected: String,
    },
    /// Two shapes cannot be broadcast to a common one.
    #[error("{op}: operands could not be broadcast together with shapes {lhs} {rhs}")]
    Broadcast {
        /// The operator.
        op: &'static str,
        /// The first shape.
        lhs: Shape,
        /// The second shape.
        rhs: Shape,
    },
    /// An input has an element type that does not fit. MXNet does not promote types.
    #[error("{op}: {arg} has dtype {got}, expected {expected}")]
    DType {
        /// The operator.
        op: &'static str,
        /// The input.
        arg: String,
        /// Its type.
        got: DType,
        /// What would be right, in words.
        expected: String,
    },
    /// Any other misuse of an operator, in words.
    #[error("{op}: {message}")]
    Value {
        /// The operator or function.
        op: &'static str,
        /// What is wrong, with the values.
        message: String,
    },
    /// A head of `backward` or `grad` was not recorded, or its graph was freed.
    #[error(
        "Cannot differentiate node because it is not in a computational graph. You need to set is_recording to true or use autograd.record() to save computational graphs for backward. If you want to differentiate the same graph twice, you need to pass retainGraph=true to backward."
    )]
    NotInGraph,
    /// Nothing that `backward` reaches wants a gradient.
    #[error("There are no inputs in computation graph that require gradients.")]
    NoVariables,
    /// A variable of `grad` cannot be differentiated with respect to.
    #[error("Cannot differentiate with respect to the {index}-th variable because it {reason}.")]
    Variable {
        /// Its place, counted from 1.
        index: usize,
        /// Why not.
        reason: &'static str,
    },
    /// The operator has no gradient.
    #[error("Operator {op} is non-differentiable because {reason}")]
    NonDifferentiable {
        /// The operator.
        op: &'static str,
        /// Why it has none.
        reason: &'static str,
    },
    /// An array in a graph was written to while recording.
    #[error(
        "Assigning to NDArrays that are already in a computational graph will cause undefined behavior when evaluating gradients. Please call backward first to clear the graph or do this out side of a record section. Also note that you cannot use inplace operations like +=, *=, relu(x, out=x), y[idx]=x, etc inside a record section."
    )]
    AssignInGraph,
    /// An array was input and output of a recorded operation.
    #[error("Inplace operations (+=, -=, x[:]=, etc) are not supported when recording with autograd.")]
    InPlace,
    /// `getSymbol` of an array that was not recorded.
    #[error("NDArray is not part of a computation graph. Did you forget to turn on recording?")]
    NoSymbol,
    /// No memory was left for an array. The library works on.
    #[error("out of memory: could not allocate {bytes} bytes")]
    OutOfMemory {
        /// How much was asked for.
        bytes: usize,
    },
    /// The handle's array was disposed.
    #[error("this NDArray was disposed; its data is gone")]
    Disposed,
    /// `detectAnomaly` found an operator whose result is not finite.
    #[error("{op}: {pass} made {value} (first at flat index {index} of output {output}, shape {shape})")]
    Anomaly {
        /// The operator.
        op: &'static str,
        /// `forward` or `backward`.
        pass: &'static str,
        /// `NaN` or `an infinity`.
        value: &'static str,
        /// Which output (or, in backward, which input's gradient).
        output: usize,
        /// Where in it.
        index: usize,
        /// Its shape.
        shape: Shape,
    },
    /// The host's callback threw; the binding keeps what it threw and throws it again.
    #[error("the host's callback threw")]
    Host,
}

impl Error {
    /// The error of a kind.
    #[cold]
    #[inline(never)]
    pub fn new(kind: ErrorKind) -> Error {
        Error(Box::new(kind))
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// A `Value` error.
    pub fn value(op: &'static str, message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Value { op, message: message.into() })
    }

    /// A `Shape` error.
    pub fn shape(op: &'static str, arg: &str, got: &Shape, expected: impl Into<String>) -> Error {
        Error::new(ErrorKind::Shape { op, arg: arg.to_string(), got: got.clone(), expected: expected.into() })
    }

    /// A `DType` error.
    pub fn dtype(op: &'static str, arg: &str, got: DType, expected: impl Into<String>) -> Error {
        Error::new(ErrorKind::DType { op, arg: arg.to_string(), got, expected: expected.into() })
    }

    /// An `Attr` error; the attribute is named as users spell it.
    pub fn attr(op: &'static str, attr: &str, value: impl std::fmt::Display, expected: impl Into<String>) -> Error {
        Error::new(ErrorKind::Attr {
            op,
            attr: crate::attrs::camel(attr),
            value: value.to_string(),
            expected: expected.into(),
        })
    }

    /// A `NonDifferentiable` error.
    pub fn non_differentiable(op: &'static str, reason: &'static str) -> Error {
        Error::new(ErrorKind::NonDifferentiable { op, reason })
    }
}
