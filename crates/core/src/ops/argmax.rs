//! Places of extrema.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{Compute, DATA, Differentiable, Keeps, Op, OpDef, Run};
use crate::ops::reduce::{axes_of, reduced_shape};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ARGMAX, &ARGMIN, &ARGMAX_CHANNEL];

attrs! {
    /// Along which axis.
    pub struct ArgAttrs {
        /// The axis; negative ones count from the end. None takes the flattened tensor.
        axis: Option<i64> = None,
        /// Whether the axis stays, with size 1.
        keepdims: bool = false,
    }
}

/// `argmax` or `argmin`.
struct Arg {
    def: &'static OpDef,
    max: bool,
    attrs: ArgAttrs,
}

/// `nd.argmax`
pub static ARGMAX: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "argmax",
        "The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of \
         the data.",
        DATA,
        ArgAttrs::SCHEMA,
        |given| Ok(Rc::new(Arg { def: &ARGMAX, max: true, attrs: ArgAttrs::read(given) })),
    )
};

/// `nd.argmin`
pub static ARGMIN: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "argmin",
        "The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of \
         the data.",
        DATA,
        ArgAttrs::SCHEMA,
        |given| Ok(Rc::new(Arg { def: &ARGMIN, max: false, attrs: ArgAttrs::read(given) })),
    )
};

/// `nd.argmax_channel`
pub static ARGMAX_CHANNEL: OpDef = OpDef {
    differentiable: Differentiable::No("it didn't register FGradient attribute."),
    ..OpDef::new("argmax_channel", "The place of the largest element along axis 1.", DATA, &[], |_| {
        Ok(Rc::new(Arg { def: &ARGMAX_CHANNEL, max: true, attrs: ArgAttrs { axis: Some(1), keepdims: false } }))
    })
};

impl Arg {
    /// The shape as `(outer, n, inner)`, and that of the result.
    fn plan(&self, shape: &Shape) -> Result<((usize, usize, usize), Shape)> {
        let (around, axes) = match self.attrs.axis {
            Some(axis) => {
                let axis = axes_of(self.def.name, "axis", &[axis], shape)?[0];
                (shape.around(axis), vec![axis])
            }
            None => ((1, shape.size(), 1), (0..shape.len()).collect()),
        };
        if around.1 == 0 {
            return Err(Error::shape(self.def.name, "data", shape, "elements to choose from"));
        }
        Ok((around, reduced_shape(shape, &axes, self.attrs.keepdims)))
    }
}

impl Op for Arg {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.plan(&inputs[0].shape)?.1, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (outer, n, inner) = self.plan(x[0].shape())?.0;
        let mut places = vec![0; y[0].size()];
        // Types in which the order is the same.
        let x = match x[0].dtype() {
            DType::Float32 | DType::Float64 => x[0].clone(),
            DType::Float16 => x[0].cast(DType::Float32)?,
            _ => x[0].cast(DType::Int64)?,
        };
        match x.dtype() {
            DType::Int64 => kernels::reduce::arg::<i64>(self.max, &x.read(), outer, n, inner, &mut places),
            float => {
                for_float!(float, T => kernels::reduce::arg::<T>(self.max, &x.read(), outer, n, inner, &mut places))
            }
        }
        let places: Vec<i64> = places.into_iter().map(|p| p as i64).collect();
        y[0].assign(Array::from_slice(y[0].shape().clone(), &places)?.cast(y[0].dtype())?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
