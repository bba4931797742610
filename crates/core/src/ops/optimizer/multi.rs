//! Updates of many parameters in one call: the tensors of each follow those of the one before.

use super::mixed::{MP_SGD, MP_SGD_MOM, Mixed};
use super::{Sgd, SgdMom};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{FloatTuple, Given};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Call, Compute, Differentiable, Inputs, Keeps, Op, OpDef, Run};
use std::rc::Rc;

macro_rules! multi {
    ($( $(#[doc = $doc:literal])+ $Name:ident = $ID:ident $name:literal $per:literal $mixed:literal $tensors:literal
        { $($rates:ident $($rate:ident)+)? } { $($momentum:ident)? }; )*) => {
        $(
            attrs! {
                /// The parameters of an update of many weights.
                pub struct $Name {
                    $(
                        /// The learning rate of each weight.
                        $rates: FloatTuple,
                        $(
                            /// The weight decay of each weight.
                            $rate: FloatTuple,
                        )+
                    )?
                    $(
                        /// The decay of the momentum.
                        $momentum: f32 = 0.0,
                    )?
                    /// The factor on the gradients.
                    rescale_grad: f32 = 1.0,
                    /// The bound on the gradients' elements; negative for none.
                    clip_gradient: f32 = -1.0,
                    /// The number of weights.
                    num_weights: usize = 1,
                }
            }

            $(#[doc = $doc])+
            pub static $ID: OpDef = OpDef {
                differentiable: Differentiable::No("it didn't register FGradient attribute."),
                ..OpDef::new($name, concat!($($doc, "\n"),+), Inputs::Variadic { count: "tensors", doc: $tensors },
                    $Name::SCHEMA, |given| {
                        let o = $Name::read(given);
                        #[allow(unused_mut, unused_assignments, reason = "some have neither")]
                        let (mut rates, mut momentum) = (None, None);
                        $( rates = Some((o.$rates.0, $(o.$rate.0)+)); )?
                        $( momentum = Some(o.$momentum); )?
                        Multi {
                            def: &$ID,
                            per: $per,
                            mixed: $mixed,
                            momentum,
                            rates,
                            rescale_grad: o.rescale_grad,
                            clip_gradient: o.clip_gradient,
                            count: o.num_weights,
                        }
                        .checked(given)
                    })
            };
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID),*];
    };
}

multi! {
    /// Gradient descent on many weights.
    MultiSgd = MULTI_SGD "multi_sgd_update" 2 false "For each weight: weight, gradient." { lrs wds } {};
    /// Gradient descent with momentum on many weights.
    MultiSgdMom = MULTI_SGD_MOM "multi_sgd_mom_update" 3 false "For each weight: weight, gradient, momentum."
        { lrs wds } { momentum };
    /// Gradient descent on many weights with master copies.
    MultiMpSgd = MULTI_MP_SGD "multi_mp_sgd_update" 3 true "For each weight: weight, gradient, master copy (float32)."
        { lrs wds } {};
    /// Gradient descent with momentum on many weights with master copies.
    MultiMpSgdMom = MULTI_MP_SGD_MOM "multi_mp_sgd_mom_update" 4 true
        "For each weight: weight, gradient, momentum (float32), master copy (float32)." { lrs wds } { momentum };
    /// Gradient descent on many weights, whose rates are tensors.
    PreloadedMultiSgd = PRELOADED_MULTI_SGD "preloaded_multi_sgd_update" 2 false
        "For each weight: weight, gradient. Then the learning rates and the weight decays." {} {};
    /// Gradient descent with momentum on many weights, whose rates are tensors.
    PreloadedMultiSgdMom = PRELOADED_MULTI_SGD_MOM "preloaded_multi_sgd_mom_update" 3 false
        "For each weight: weight, gradient, momentum. Then the learning rates and the weight decays." {} { momentum };
    /// Gradient descent on many weights with master copies, whose rates are tensors.
    PreloadedMultiMpSgd = PRELOADED_MULTI_MP_SGD "preloaded_multi_mp_sgd_update" 3 true
        "For each weight: weight, gradient, master copy (float32). Then the learning rates and the weight decays." {} {};
    /// Gradient descent with momentum on many weights with master copies, whose rates are tensors.
    PreloadedMultiMpSgdMom = PRELOADED_MULTI_MP_SGD_MOM "preloaded_multi_mp_sgd_mom_update" 4 true
        "For each weight: weight, gradient, momentum (float32), master copy (float32). Then the learning rates and the weight \
         decays." {} { momentum };
}

/// An update of many weights.
struct Multi {
    def: &'static OpDef,
    /// How many tensors a weight has.
    per: usize,
    mixed: bool,
    momentum: Option<f32>,
    /// Learning rates and weight decays; else the last two tensors hold them.
    rates: Option<(Vec<f32>, Vec<f32>)>,
    rescale_grad: f32,
    clip_gradient: f32,
    count: usize,
}

impl Multi {
    fn checked(self, given: &mut Given) -> Result<Rc<dyn Op>> {
        let wrong = |name, got: usize| {
            let expected = format!("{} numbers, as many as numWeights", self.count);
            Err(Error::attr(given.op, name, format!("{got} numbers"), expected))
        };
        match &self.rates {
            _ if self.count == 0 => Err(Error::attr(given.op, "num_weights", 0, "at least 1")),
            Some((lrs, _)) if lrs.len() != self.count => wrong("lrs", lrs.len()),
            Some((_, wds)) if wds.len() != self.count => wrong("wds", wds.len()),
            _ => Ok(Rc::new(self)),
        }
    }
    /// The update of one weight.
    fn update(&self, lr: f32, wd: f32) -> Rc<dyn Op> {
        let (rescale_grad, clip_gradient) = (self.rescale_grad, self.clip_gradient);
        let (plain, master): (Rc<dyn Op>, _) = match self.momentum {
            None => (Rc::new(Sgd { lr, wd, rescale_grad, clip_gradient, lazy_update: true }), &MP_SGD),
            Some(momentum) => {
                let op = SgdMom { lr, momentum, wd, rescale_grad, clip_gradient, lazy_update: true };
                (Rc::new(op), &MP_SGD_MOM)
            }
        };
        if self.mixed { Rc::new(Mixed { def: master, plain }) } else { plain }
    }
}

impl Op for Multi {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn arity(&self) -> Option<usize> {
        let rates = if self.rates.is_some() { 0 } else { 2 };
        Some(self.count.saturating_mul(self.per).saturating_add(rates))
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(self.count)
    }
    /// States are written while the others are read.
    fn resolve(&self, x: &[NDArray], _: &[NDArray]) -> Result<Option<(Call, Vec<NDArray>)>> {
        for i in 0..self.count * self.per {
            let shared = |j: &usize| *j != i && x[*j].array().shares_memory(x[i].array());
            if i % self.per > 1
                && let Some(j) = (0..x.len()).find(shared)
            {
                return Err(Error::value(self.def.name, format!("tensors {i} and {j} share memory")));
            }
        }
        Ok(None)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let tensors = self.count * self.per;
        for (i, rates) in inputs.iter().enumerate().skip(tensors) {
            if rates.shape.size() != self.count {
                let expected = format!("{} numbers, one for each weight", self.count);
                return Err(Error::shape(self.def.name, &self.def.input_name(i), &rates.shape, expected));
            }
        }
        let one = self.update(0.0, 0.0);
        let mut outputs = Vec::new();
        for (weight, specs) in inputs[..tensors].chunks_exact(self.per).enumerate() {
            let inferred =
                one.infer(specs).map_err(|e| Error::value(self.def.name, format!("weight {weight}: {e}")))?;
            outputs.extend(inferred);
        }
        Ok(outputs)
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let numbers = |x: &Array| Ok(x.to_f64()?.iter().map(|&v| v as f32).collect());
        let tensors = self.count * self.per;
        let (lrs, wds): (Vec<f32>, Vec<f32>) = match &self.rates {
            Some(rates) => rates.clone(),
            None => (numbers(&x[tensors])?, numbers(&x[tensors + 1])?),
        };
        for (i, tensors) in x[..tensors].chunks_exact(self.per).enumerate() {
            let update = self.update(lrs[i], wds[i]);
            let new = crate::invoke::forward(&*update, tensors, vec![y[i].spec().clone()])?;
            new.into_iter().for_each(|new| y[i].assign(new));
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
