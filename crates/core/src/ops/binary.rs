//! Elementwise functions of two tensors: a table with a row a function. Each row gives MXNet's strict operator (equal
//! shapes) and its broadcasting twin.

use crate::array::{Array, Spec};
use crate::autograd::Grad;
use crate::error::{Error, ErrorKind, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Differentiable, Gradients, Input, Inputs, Keeps, Op, OpDef, Run, input, same_dtype};
use crate::ops::functional as f;
use crate::ops::unary;
use crate::{for_float, for_int};
use kernels::binary::Binary;
use std::rc::Rc;

/// What a gradient rule reads: the operands, the result and the head gradient.
pub struct Terms<'a> {
    grad: &'a Grad<'a>,
    head: NDArray,
}

impl Terms<'_> {
    fn a(&self) -> NDArray {
        self.grad.input(0)
    }
    fn b(&self) -> NDArray {
        self.grad.input(1)
    }
    fn y(&self) -> NDArray {
        self.grad.output(0)
    }
    fn g(&self) -> &NDArray {
        &self.head
    }
}

/// The gradient with respect to one operand, before it is summed over broadcast axes.
pub type Rule = fn(&Terms) -> Result<NDArray>;

/// One function.
pub struct Row {
    kernel: Binary,
    keeps: Keeps,
    /// With respect to the left and the right operand; none where the gradient is zero.
    rules: Option<(Rule, Rule)>,
}

/// The operator of a row: `broadcast` tells the two twins apart.
pub struct BinaryOp {
    row: &'static Row,
    def: &'static OpDef,
    broadcast: bool,
}

impl Op for BinaryOp {
    fn def(&self) -> &'static OpDef {
        self.def
    }

    fn pointwise(&self) -> bool {
        true
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(self.def, inputs)?;
        let (a, b) = (&inputs[0].shape, &inputs[1].shape);
        let shape = if a == b {
            a.clone()
        } else if self.broadcast {
            a.broadcast(b)
                .ok_or_else(|| Error::new(ErrorKind::Broadcast { op: self.def.name, lhs: a.clone(), rhs: b.clone() }))?
        } else {
            return Err(Error::shape(self.def.name, "rhs", b, format!("{a} because lhs has shape {a}")));
        };
        Ok(vec![Spec::new(shape, dtype)])
    }

    fn compute(&self, inputs: &[Array]) -> Compute {
        if inputs[0].dtype().is_float() { Compute::Float } else { Compute::Any }
    }

    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (kernel, a, b, y) = (self.row.kernel, &x[0], &x[1], &y[0]);
        let same = a.shape() == b.shape();
        let (sa, sb) = if same {
            Default::default()
        } else {
            (a.shape().broadcast_strides(y.shape()), b.shape().broadcast_strides(y.shape()))
        };
        if a.dtype().is_float() {
            for_float!(a.dtype(), T => match same {
                true => kernels::binary::apply::<T>(kernel, &a.read(), &b.read(), &mut y.write()),
                false => kernels::binary::broadcast::<T>(kernel, &a.read(), &sa, &b.read(), &sb, y.shape(), &mut y.write()),
            });
        } else {
            for_int!(a.dtype(), T => match same {
                true => kernels::integer::apply::<T>(kernel, &a.read(), &b.read(), &mut y.write()),
                false => kernels::integer::broadcast::<T>(kernel, &a.read(), &sa, &b.read(), &sb, y.shape(), &mut y.write()),
            });
        }
        Ok(())
    }

    fn keeps(&self) -> Keeps {
        self.row.keeps
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        let Some((left, right)) = self.row.rules else { return Ok(vec![None, None]) };
        let terms = Terms { grad, head: grad.head(0)? };
        [left, right]
            .into_iter()
            .enumerate()
            .map(|(i, rule)| match grad.needs(i) {
                true => Ok(Some(f::sum_to(&rule(&terms)?, &grad.input_spec(i).shape)?)),
                false => Ok(None),
            })
            .collect()
    }
}

/// Calls the strict operator for equal shapes, the broadcasting twin otherwise.
pub fn call(pair: &'static Pair, a: &NDArray, b: &NDArray) -> Result<NDArray> {
    let broadcast = a.shape() != b.shape();
    let def = if broadcast { &pair.broadcast } else { &pair.strict };
    crate::invoke::invoke1(BinaryOp { row: &pair.row, def, broadcast }, &[a.clone(), b.clone()])
}

/// A row and its two operators.
pub struct Pair {
    /// The function.
    pub row: Row,
    /// The operator for equal shapes.
    pub strict: OpDef,
    /// The operator that broadcasts.
    pub broadcast: OpDef,
}

const STRICT: &[Input] = &[input("lhs", "The left operand."), input("rhs", "The right operand, of lhs's shape.")];
const BROADCAST: &[Input] =
    &[input("lhs", "The left operand."), input("rhs", "The right operand; the shapes are broadcast as NumPy does.")];

macro_rules! rows {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$($alias:literal),*], $bname:literal [$($balias:literal),*], $kernel:ident, $keeps:expr, $rules:expr; )*) => {
        $(
            $(#[doc = $doc])+
            pub static $ID: Pair = Pair {
                row: Row { kernel: Binary::$kernel, keeps: $keeps, rules: $rules },
                strict: OpDef {
                    aliases: &[$($alias),*],
                    differentiable: rows!(@d $rules),
                    ..OpDef::new($name, concat!($($doc, "\n",)+ " Both operands have one shape."), Inputs::Fixed(STRICT), &[], |_| Ok(Rc::new(BinaryOp { row: &$ID.row, def: &$ID.strict, broadcast: false })))
                },
                broadcast: OpDef {
                    aliases: &[$($balias),*],
                    differentiable: rows!(@d $rules),
                    ..OpDef::new($bname, concat!($($doc, "\n",)+ " Shapes are broadcast."), Inputs::Fixed(BROADCAST), &[], |_| Ok(Rc::new(BinaryOp { row: &$ID.row, def: &$ID.broadcast, broadcast: true })))
                },
            };
        )*
        /// Both operators of every row.
        pub static DEFS: &[&OpDef] = &[$(&$ID.strict, &$ID.broadcast),*];
    };
    (@d $rules:expr) => {{
        let rules: Option<(Rule, Rule)> = $rules;
        if rules.is_some() { Differentiable::Yes } else { Differentiable::Zero }
    }};
}

rows! {
    /// The sum a + b.
    ADD = "elemwise_add" ["_Plus", "_add", "_plus", "_sparse_elemwise_add"],
        "broadcast_add" ["_sparse_broadcast_add", "_sparse_broadcast_plus", "broadcast_plus"],
        Add, Keeps::NONE, Some((|t| Ok(t.g().clone()), |t| Ok(t.g().clone())));
    /// The difference a - b.
    SUB = "elemwise_sub" ["_Minus", "_minus", "_sparse_elemwise_sub", "_sub"],
        "broadcast_sub" ["_sparse_broadcast_minus", "_sparse_broadcast_sub", "broadcast_minus"],
        Sub, Keeps::NONE, Some((|t| Ok(t.g().clone()), |t| f::neg(t.g())));
    /// The product a·b.
    MUL = "elemwise_mul" ["_Mul", "_mul", "_sparse_elemwise_mul"], "broadcast_mul" ["_sparse_broadcast_mul"],
        Mul, Keeps::INPUTS, Some((|t| f::mul(t.g(), &t.b()), |t| f::mul(t.g(), &t.a())));
    /// The quotient a/b; of integers it is truncated towards zero.
    DIV = "elemwise_div" ["_Div", "_div", "_sparse_elemwise_div"], "broadcast_div" ["_sparse_broadcast_div"],
        Div, Keeps::INPUTS, Some((
            |t| f::div(t.g(), &t.b()),
            |t| f::neg(&f::div(&f::mul(t.g(), &t.a())?, &f::apply(&unary::SQUARE, &t.b())?)?),
        ));
    /// The remainder of a/b with the sign of b; 0 where b is 0.
    MOD = "_mod" ["_Mod"], "broadcast_mod" [],
        Mod, Keeps::INPUTS, Some((
            |t| Ok(t.g().clone()),
            |t| f::neg(&f::mul(t.g(), &f::apply(&unary::FLOOR, &f::div(&t.a(), &t.b())?)?)?),
        ));
    /// The power a to the b.
    POWER = "_power" ["_Power"], "broadcast_power" [],
        Power, Keeps::BOTH, Some((
            |t| f::mul(t.g(), &f::mul(&t.b(), &f::pow(&t.a(), &f::shift(&t.b(), -1.0)?)?)?),
            |t| f::mul(t.g(), &f::mul(&t.y(), &f::apply(&unary::LOG, &t.a())?)?),
        ));
    /// The length √(a² + b²) of the hypotenuse.
    HYPOT = "_hypot" ["_Hypot"], "broadcast_hypot" [],
        Hypot, Keeps::BOTH, Some((
            |t| f::mul(t.g(), &f::div(&t.a(), &t.y())?),
            |t| f::mul(t.g(), &f::div(&t.b(), &t.y())?),
        ));
    /// The larger one. Where both are equal, the gradient goes to lhs.
    MAXIMUM = "_maximum" ["_Maximum"], "broadcast_maximum" ["_npi_maximum"],
        Maximum, Keeps::INPUTS, Some((
            |t| f::mul(t.g(), &call(&GREATER_EQUAL, &t.a(), &t.b())?),
            |t| f::mul(t.g(), &call(&LESSER, &t.a(), &t.b())?),
        ));
    /// The smaller one. Where both are equal, the gradient goes to lhs.
    MINIMUM = "_minimum" ["_Minimum"], "broadcast_minimum" ["_npi_minimum"],
        Minimum, Keeps::INPUTS, Some((
            |t| f::mul(t.g(), &call(&LESSER_EQUAL, &t.a(), &t.b())?),
            |t| f::mul(t.g(), &call(&GREATER, &t.a(), &t.b())?),
        ));
    /// 1 where a = b, else 0, in the operands' dtype.
    EQUAL = "_equal" ["_Equal"], "broadcast_equal" [], Equal, Keeps::NONE, None;
    /// 1 where a ≠ b, else 0, in the operands' dtype.
    NOT_EQUAL = "_not_equal" ["_Not_Equal"], "broadcast_not_equal" [], NotEqual, Keeps::NONE, None;
    /// 1 where a > b, else 0, in the operands' dtype.
    GREATER = "_greater" ["_Greater"], "broadcast_greater" [], Greater, Keeps::NONE, None;
    /// 1 where a ≥ b, else 0, in the operands' dtype.
    GREATER_EQUAL = "_greater_equal" ["_Greater_Equal"], "broadcast_greater_equal" [], GreaterEqual, Keeps::NONE, None;
    /// 1 where a < b, else 0, in the operands' dtype.
    LESSER = "_lesser" ["_Lesser"], "broadcast_lesser" [], Lesser, Keeps::NONE, None;
    /// 1 where a ≤ b, else 0, in the operands' dtype.
    LESSER_EQUAL = "_lesser_equal" ["_Lesser_Equal"], "broadcast_lesser_equal" [], LesserEqual, Keeps::NONE, None;
    /// 1 where both are not 0, else 0.
    LOGICAL_AND = "_logical_and" ["_Logical_And"], "broadcast_logical_and" [], LogicalAnd, Keeps::NONE, None;
    /// 1 where at least one is not 0, else 0.
    LOGICAL_OR = "_logical_or" ["_Logical_Or"], "broadcast_logical_or" [], LogicalOr, Keeps::NONE, None;
    /// 1 where exactly one is not 0, else 0.
    LOGICAL_XOR = "_logical_xor" ["_Logical_Xor"], "broadcast_logical_xor" [], LogicalXor, Keeps::NONE, None;
}
