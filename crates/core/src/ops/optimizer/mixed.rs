//! Updates in mixed precision: the weight and its gradient may be float16, the states and a master copy of the weight are
//! float32.

use super::adaptive::{ADAMW, AdamW, LAMB_PHASE1, LAMB_PHASE2, LambPhase1, LambPhase2};
use super::elementwise::{DIRECTION, GRAD, MEAN, R1, R2, RESCALE, VAR, WEIGHT, check_shape};
use super::{NAG_MOM, NagMom, SGD, SGD_MOM, Sgd, SgdMom};
use crate::array::{Array, Spec};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Compute, Differentiable, Input, Inputs, Keeps, Op, OpDef, Run, input};
use std::rc::Rc;

const MASTER: Input = input("weight32", "The master copy of the weight (float32), which is updated.");
const MOM: Input = input("mom", "The momentum (float32).");

macro_rules! mixed {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$($input:ident),*] $mutates:expr, $Inner:ident $PLAIN:ident; )*) => {
        $(
            $(#[doc = $doc])+
            pub static $ID: OpDef = OpDef {
                differentiable: Differentiable::No("it didn't register FGradient attribute."),
                mutates: &$mutates,
                ..OpDef::new($name, concat!($($doc, "\n"),+), Inputs::Fixed(&[$($input),*]), $Inner::SCHEMA,
                    |given| Ok(Rc::new(Mixed { def: &$ID, plain: ($PLAIN.parse)(given)? })))
            };
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID),*];
    };
}

mixed! {
    /// Gradient descent with a master copy of the weight.
    MP_SGD = "mp_sgd_update" [WEIGHT, GRAD, MASTER] [2], Sgd SGD;
    /// Gradient descent with momentum and a master copy of the weight.
    MP_SGD_MOM = "mp_sgd_mom_update" [WEIGHT, GRAD, MOM, MASTER] [2, 3], SgdMom SGD_MOM;
    /// Nesterov's accelerated gradient descent with a master copy of the weight.
    MP_NAG_MOM = "mp_nag_mom_update" [WEIGHT, GRAD, MOM, MASTER] [2, 3], NagMom NAG_MOM;
    /// AdamW with a master copy of the weight.
    MP_ADAMW = "_mp_adamw_update" [WEIGHT, GRAD, MEAN, VAR, MASTER, RESCALE] [2, 3, 4], AdamW ADAMW;
    /// The direction of a LAMB update (float32), from a master copy of the weight.
    MP_LAMB_PHASE1 = "mp_lamb_update_phase1" [WEIGHT, GRAD, MEAN, VAR, MASTER] [2, 3], LambPhase1 LAMB_PHASE1;
    /// The step of a LAMB update with a master copy of the weight.
    MP_LAMB_PHASE2 = "mp_lamb_update_phase2" [WEIGHT, DIRECTION, R1, R2, MASTER] [4], LambPhase2 LAMB_PHASE2;
}

/// An update that works on the master copy.
pub(super) struct Mixed {
    pub def: &'static OpDef,
    /// The update of float32 weights.
    pub plain: Rc<dyn Op>,
}

impl Mixed {
    /// The place of the master copy.
    fn master(&self) -> usize {
        let Inputs::Fixed(inputs) = &self.def.inputs else { return 0 };
        inputs.iter().position(|i| i.name == MASTER.name).unwrap_or(0)
    }
    /// Whether the result is the new weight, not LAMB's direction.
    fn steps(&self) -> bool {
        self.def.mutates.contains(&self.master())
    }
}

impl Op for Mixed {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let weight = &inputs[0];
        for (i, x) in inputs.iter().enumerate() {
            let wanted = if self.def.input_name(i) == GRAD.name { weight.dtype } else { DType::Float32 };
            if if i == 0 { !x.dtype.is_float() } else { x.dtype != wanted } {
                let expected = if i == 0 { "a floating point type" } else { wanted.name() };
                return Err(Error::dtype(self.def.name, &self.def.input_name(i), x.dtype, expected));
            }
            check_shape(self.def, i, inputs)?;
        }
        Ok(vec![Spec::new(weight.shape.clone(), if self.steps() { weight.dtype } else { DType::Float32 })])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, run: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let place = self.master();
        let master = &x[place];
        let mut plain = vec![master.clone()];
        for (i, x) in x.iter().enumerate().skip(1).filter(|(i, _)| *i != place) {
            // States stay the arrays they are: the update writes to them.
            plain.push(if i == 1 { x.cast(DType::Float32)? } else { x.clone() });
        }
        let new = Array::empty(master.spec().clone())?;
        self.plain.forward(run, &plain, std::slice::from_ref(&new))?;
        y[0].assign(new.cast(y[0].dtype())?.copied()?);
        if self.steps() {
            master.assign(new);
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
