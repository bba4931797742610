//! What an operator is: a static definition, and a value that holds its parsed attributes.

use crate::array::{Array, Spec};
use crate::attrs::{AttrDef, Doc, Given, documentation};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use std::rc::Rc;

/// One tensor that an operator takes.
pub struct Input {
    /// MXNet's name of the argument.
    pub name: &'static str,
    /// What it is: shape and meaning.
    pub doc: Doc,
    /// Whether calls may leave it out.
    pub optional: bool,
}

/// The tensors that an operator takes.
pub enum Inputs {
    /// These, in this order.
    Fixed(&'static [Input]),
    /// Any number of them; `count` names the attribute that tells how many.
    Variadic {
        /// The attribute with the number of tensors.
        count: &'static str,
        /// What they are.
        doc: &'static str,
    },
}

/// Whether an operator has a gradient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Differentiable {
    /// It has one, written in operators.
    Yes,
    /// It is zero wherever it exists (comparisons, rounding).
    Zero,
    /// There is none, and asking for it is an error, for this reason.
    No(&'static str),
}

/// Everything about an operator but its attributes' values. All static: generated files come from it.
pub struct OpDef {
    /// MXNet's canonical name.
    pub name: &'static str,
    /// MXNet's other names.
    pub aliases: &'static [&'static str],
    /// What it computes, for readers of the documentation.
    pub doc: Doc,
    /// The tensors it takes.
    pub inputs: Inputs,
    /// The names of the outputs that callers may see; an operator with a variable number of outputs names one.
    pub outputs: &'static [&'static str],
    /// Its attributes.
    pub attrs: &'static [AttrDef],
    /// Whether calls may give no other attributes.
    pub closed: bool,
    /// The operator of a call's attributes, which are taken in the order of `attrs`.
    pub parse: fn(&mut Given) -> Result<Rc<dyn Op>>,
    /// Whether it has a gradient.
    pub differentiable: Differentiable,
    /// Places of inputs that the forward writes to (optimizer states).
    pub mutates: &'static [usize],
    /// Places of inputs that backward writes to (moving statistics).
    pub states: &'static [usize],
    /// Whether it exists only for gradients and the facade, without a public function.
    pub internal: bool,
}

impl OpDef {
    /// A definition with the usual rest: one output, a gradient, nothing mutated, public.
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        inputs: Inputs,
        attrs: &'static [AttrDef],
        parse: fn(&mut Given) -> Result<Rc<dyn Op>>,
    ) -> OpDef {
        OpDef {
            name,
            aliases: &[],
            doc: documentation(doc),
            inputs,
            outputs: &["output"],
            attrs,
            closed: true,
            parse,
            differentiable: Differentiable::Yes,
            mutates: &[],
            states: &[],
            internal: false,
        }
    }

    /// The operator with these attributes.
    pub fn read(&self, attrs: &[(String, String)]) -> Result<Rc<dyn Op>> {
        (self.parse)(&mut Given::new(self.name, self.attrs, self.closed, attrs)?)
    }

    /// The name of the input at a place.
    pub fn input_name(&self, i: usize) -> String {
        match self.inputs {
            Inputs::Fixed(list) => list.get(i).map_or_else(|| format!("input{i}"), |a| a.name.to_string()),
            Inputs::Variadic { .. } => format!("arg{i}"),
        }
    }
}

/// One tensor argument (shorthand for tables).
pub const fn input(name: &'static str, doc: &'static str) -> Input {
    Input { name, doc: documentation(doc), optional: false }
}

/// A tensor argument that may be left out.
pub const fn optional(name: &'static str, doc: &'static str) -> Input {
    Input { name, doc: documentation(doc), optional: true }
}

/// The inputs of an operator of one tensor.
pub const DATA: Inputs = Inputs::Fixed(&[input("data", "The tensor.")]);

/// Which element types a forward works on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compute {
    /// It handles every type itself.
    Any,
    /// It computes in `f32` or `f64`; other types are converted before and after.
    Float,
}

/// Which values backward reads: bit `i` stands for input or output `i`. Only these are kept alive by the tape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keeps {
    /// Inputs to keep.
    pub inputs: u32,
    /// Outputs to keep.
    pub outputs: u32,
}

impl Keeps {
    /// Shapes and types are enough.
    pub const NONE: Keeps = Keeps { inputs: 0, outputs: 0 };
    /// All inputs.
    pub const INPUTS: Keeps = Keeps { inputs: !0, outputs: 0 };
    /// All outputs.
    pub const OUTPUTS: Keeps = Keeps { inputs: 0, outputs: !0 };
    /// Everything.
    pub const BOTH: Keeps = Keeps { inputs: !0, outputs: !0 };
    /// Only the inputs whose bits are set.
    pub const fn inputs(mask: u32) -> Keeps {
        Keeps { inputs: mask, outputs: 0 }
    }
}

/// The inputs and outputs of one call, where its operator stands for many.
pub struct Signature {
    /// The names of the inputs, states last.
    pub inputs: Vec<String>,
    /// How many of them are states.
    pub states: usize,
    /// The names of the outputs.
    pub outputs: Vec<String>,
    /// Whether backward needs no gradients of the outputs.
    pub loss: bool,
}

/// What a forward knows besides its inputs.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Whether the training flag is set.
    pub training: bool,
}

/// The gradient with respect to each input; none where it is zero or not asked for.
pub type Gradients = Result<Vec<Option<NDArray>>>;

/// An operator with its attributes.
pub trait Op {
    /// Its definition.
    fn def(&self) -> &'static OpDef;

    /// Shapes and types of the outputs (hidden ones too), or what is wrong with the inputs.
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>>;

    /// Computes `outputs`, which have the inferred specs and arbitrary contents, and share no memory with inputs.
    fn forward(&self, run: &Run, inputs: &[Array], outputs: &[Array]) -> Result<()>;

    /// The element types that `forward` handles.
    fn compute(&self, _inputs: &[Array]) -> Compute {
        Compute::Float
    }

    /// Whether the output may lie where the first input does, and then holds it already: a parameter's update. No other input
    /// lies there.
    fn updates(&self) -> bool {
        false
    }

    /// Whether float16 calls are differentiated in float32 and rounded at the end. Not where `gradient` writes to inputs or
    /// runs host code, which must see the arrays as they are.
    fn widens_gradient(&self) -> bool {
        true
    }

    /// What `gradient` reads besides shapes and types.
    fn keeps(&self) -> Keeps {
        Keeps::BOTH
    }

    /// The gradient, written in operators so that it can be differentiated again. Where [`Grad::fused`] says so a
    /// fused kernel may be used instead.
    fn gradient(&self, grad: &Grad) -> Gradients {
        match self.def().differentiable {
            Differentiable::No(reason) => Err(Error::non_differentiable(self.def().name, reason)),
            _ => Ok(vec![None; grad.num_inputs()]),
        }
    }

    /// How many outputs callers see, where they are not those of the definition; the rest are for the gradient only.
    fn visible_outputs(&self) -> Option<usize> {
        None
    }

    /// Fills in shapes of inputs that are not known yet and follow from known ones: parameters and labels.
    fn complete(&self, _inputs: &mut [Option<crate::shape::Shape>]) {}

    /// The outputs as a composition of other operators. Where an operator gives one, that is recorded in its place, so that
    /// the parts keep what they need and are differentiated on their own.
    fn expand(&self, _inputs: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(None)
    }

    /// The call that this one stands for, where the shape of what it gives depends on values, or its values on what `out`
    /// holds. Asked before shapes are inferred.
    fn resolve(&self, _inputs: &[NDArray], _out: &[NDArray]) -> Result<Option<(Call, Vec<NDArray>)>> {
        Ok(None)
    }

    /// Whether, where all inputs have the shape of the one output, each of its elements is a function of theirs at its place.
    fn pointwise(&self) -> bool {
        false
    }

    /// Whether this is relu.
    fn rectifies(&self) -> bool {
        false
    }

    /// This operator and relu behind it in one, if there is such a thing. Only prediction uses it: it has no gradient.
    fn rectified(&self) -> Option<Rc<dyn Op>> {
        None
    }

    /// What inputs and outputs there are, where the definition does not tell.
    fn signature(&self) -> Option<&Signature> {
        None
    }

    /// How many tensors this call takes, where attributes decide it (`no_bias`).
    fn arity(&self) -> Option<usize> {
        None
    }
}

/// An operator with its attributes, and their text where a caller gave it.
#[derive(Clone)]
pub struct Call {
    /// The operator.
    pub op: Rc<dyn Op>,
    /// Names and texts of the attributes that were given; what the recorded graph is written out with.
    pub given: Option<Rc<[(String, String)]>>,
}

impl Call {
    /// A call that our own code makes, without texts.
    pub fn of(op: impl Op + 'static) -> Call {
        Call { op: Rc::new(op), given: None }
    }
}

/// Checks that all inputs have one element type, as most MXNet operators demand, and gives it.
pub fn same_dtype(op: &'static OpDef, inputs: &[Spec]) -> Result<crate::dtype::DType> {
    let first = inputs[0].dtype;
    for (i, spec) in inputs.iter().enumerate().skip(1) {
        if spec.dtype != first {
            let because = format!("{first} because {} has dtype {first}", op.input_name(0));
            return Err(Error::dtype(op.name, &op.input_name(i), spec.dtype, because));
        }
    }
    Ok(first)
}

/// Checks that an input has this shape.
pub fn expect_shape(
    op: &'static OpDef,
    i: usize,
    got: &Spec,
    expected: &crate::shape::Shape,
    because: &dyn std::fmt::Display,
) -> Result<()> {
    if got.shape == *expected {
        return Ok(());
    }
    Err(Error::shape(op.name, &op.input_name(i), &got.shape, format!("{expected} because {because}")))
}
