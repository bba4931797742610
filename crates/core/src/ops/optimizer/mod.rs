//! Updates of parameters. Each gives the new weight (callers pass the weight as `out`) and changes its states in place.

pub mod adaptive;
mod elementwise;
pub mod mixed;
pub mod multi;

use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::Result;
use crate::for_float;
use crate::op::{Differentiable, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype};
use kernels::optim::{self, Gradient};
use std::rc::Rc;

/// Weight, gradient and states have one shape and type.
fn infer(op: &'static OpDef, inputs: &[Spec]) -> Result<Vec<Spec>> {
    same_dtype(op, inputs)?;
    for (i, spec) in inputs.iter().enumerate().skip(1) {
        expect_shape(op, i, spec, &inputs[0].shape, &"weight has this shape")?;
    }
    Ok(vec![inputs[0].clone()])
}

/// A parameter in the type of the weights.
fn to<T: From<f32>>(value: f32) -> T {
    value.into()
}

/// A bound as MXNet writes it: negative ones mean none.
fn bound<T: PartialOrd + From<f32>>(value: f32) -> Option<T> {
    (value >= 0.0).then(|| value.into())
}

macro_rules! updates {
    ($( $(#[doc = $doc:literal])+ $Name:ident = $ID:ident $name:literal [$($alias:literal),*]
        ($($place:literal $state:ident $sname:literal $sdoc:literal),*)
        { $( $(#[doc = $fdoc:literal])+ $field:ident $(= $default:literal)? ),* } $([$hint:ident])?
        |$op:ident, $w:ident, $g:ident, $c:ident| $call:expr; )*) => {
        $(
            attrs! {
                /// The parameters of an update.
                pub struct $Name {
                    /// The learning rate.
                    lr: f32,
                    $( $(#[doc = $fdoc])+ $field: f32 $(= $default)?, )*
                    /// The weight decay.
                    wd: f32 = 0.0,
                    /// The factor on the gradient.
                    rescale_grad: f32 = 1.0,
                    /// The bound on the gradient's elements; negative for none.
                    clip_gradient: f32 = -1.0,
                    $(
                        /// Whether a row-sparse gradient updates its rows alone; dense gradients update all.
                        $hint: bool = true,
                    )?
                }
            }

            $(#[doc = $doc])+
            pub static $ID: OpDef = OpDef {
                aliases: &[$($alias),*],
                differentiable: Differentiable::No("it didn't register FGradient attribute."),
                mutates: &[$($place),*],
                ..OpDef::new($name, concat!($($doc, "\n"),+),
                    Inputs::Fixed(&[
                        input("weight", "The parameter; pass it as `out`, too, to update it in place."),
                        input("grad", "Its gradient."),
                        $(input($sname, $sdoc)),*
                    ]),
                    $Name::SCHEMA, |given| Ok(Rc::new($Name::read(given))))
            };

            impl Op for $Name {
                fn def(&self) -> &'static OpDef {
                    &$ID
                }
                fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
                    infer(&$ID, inputs)
                }
                fn updates(&self) -> bool {
                    true
                }
                fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
                    if !y[0].same_place(&x[0]) {
                        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
                    }
                    for_float!(y[0].dtype(), T => {
                        let $c = Gradient {
                            wd: to(self.wd),
                            rescale: to(self.rescale_grad),
                            clip: bound::<T>(self.clip_gradient),
                        };
                        let ($op, $w, $g) = (self, &mut *y[0].write::<T>(), &*x[1].read::<T>());
                        $(let $state = &mut *x[$place].write::<T>();)*
                        $call;
                    });
                    Ok(())
                }
                fn keeps(&self) -> Keeps {
                    Keeps::NONE
                }
            }
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID),*];
    };
}

updates! {
    /// Gradient descent: weight - lr·(clip(rescale_grad·grad) + wd·weight).
    Sgd = SGD "sgd_update" ["_sparse_sgd_update"] () {} [lazy_update]
    |o, w, g, c| optim::sgd(w, g, to(o.lr), c.wd, c.rescale, c.clip);

    /// Gradient descent with momentum: mom = momentum·mom - lr·(clip(rescale_grad·grad) + wd·weight); weight + mom.
    SgdMom = SGD_MOM "sgd_mom_update" ["_sparse_sgd_mom_update"] (2 mom "mom" "The momentum.") {
        /// The decay of the momentum.
        momentum = 0.0
    } [lazy_update]
    |o, w, g, c| optim::sgd_momentum(w, g, mom, to(o.lr), to(o.momentum), c.wd, c.rescale, c.clip);

    /// Nesterov's accelerated gradient descent.
    NagMom = NAG_MOM "nag_mom_update" [] (2 mom "mom" "The momentum.") {
        /// The decay of the momentum.
        momentum = 0.0
    }
    |o, w, g, c| optim::nag(w, g, mom, to(o.lr), to(o.momentum), c);

    /// Adam without bias correction, which callers fold into lr: mean and var are the running means of the gradient
    /// (with weight decay, clipped) and its square; weight - lr·mean/(√var + epsilon).
    Adam = ADAM "adam_update" ["_sparse_adam_update"]
        (2 mean "mean" "The running mean of gradients.", 3 var "var" "The running mean of their squares.") {
        /// The decay of the mean.
        beta1 = 0.9,
        /// The decay of the mean of squares.
        beta2 = 0.999,
        /// What keeps the divisor from 0.
        epsilon = 1e-8
    } [lazy_update]
    |o, w, g, c| optim::adam(
        w, g, mean, var, to(o.lr), to(o.beta1), to(o.beta2), to(o.epsilon), c.wd, c.rescale, c.clip);

    /// FTRL-Proximal.
    Ftrl = FTRL "ftrl_update" ["_sparse_ftrl_update"]
        (2 z "z" "The accumulated gradients.", 3 n "n" "The accumulated squares.") {
        /// The strength of the L1 term.
        lamda1 = 0.01,
        /// The smoothing of the learning rate.
        beta = 1.0
    }
    |o, w, g, c| optim::ftrl(w, g, z, n, to(o.lr), to(o.lamda1), to(o.beta), c);

    /// Steps by sign: (1 - lr·wd)·weight - lr·sign(grad).
    SignSgd = SIGNSGD "signsgd_update" [] () {}
    |o, w, g, c| optim::signsgd(w, g, to(o.lr), c.wd);

    /// Steps by the sign of the momentum: mom = momentum·mom - (1 - momentum)·(clip(rescale_grad·grad) + wd·weight);
    /// (1 - lr·wd_lh)·weight + lr·sign(mom).
    Signum = SIGNUM "signum_update" [] (2 mom "mom" "The momentum.") {
        /// The decay of the momentum.
        momentum = 0.0,
        /// Weight decay that is not part of the gradient (Loshchilov and Hutter).
        wd_lh = 0.0
    }
    |o, w, g, c| optim::signum(w, g, mom, to(o.lr), to(o.momentum), to(o.wd_lh), c);

    /// RMSProp: n is the running mean of squared gradients (with weight decay, clipped); weight - lr·grad/√(n + epsilon).
    RmsProp = RMSPROP "rmsprop_update" [] (2 n "n" "The running mean of squared gradients.") {
        /// The decay of the mean.
        gamma1 = 0.95,
        /// What keeps the divisor from 0.
        epsilon = 1e-8,
        /// The bound on the weights; negative for none.
        clip_weights = -1.0
    }
    |o, w, g, c| optim::rmsprop(
        w, g, n, to(o.lr), to(o.gamma1), to(o.epsilon), c, bound(o.clip_weights));

    /// Centred RMSProp with momentum (Graves 2013).
    RmsPropAlex = RMSPROPALEX "rmspropalex_update" []
        (2 n "n" "The running mean of squared gradients.", 3 m "g" "The running mean of gradients.", 4 delta "delta" "The last step.") {
        /// The decay of the means.
        gamma1 = 0.95,
        /// The decay of the last step.
        gamma2 = 0.9,
        /// What keeps the divisor from 0.
        epsilon = 1e-8,
        /// The bound on the weights; negative for none.
        clip_weights = -1.0
    }
    |o, w, g, c| optim::rmsprop_centred(
        w, g, n, m, delta, to(o.lr), to(o.gamma1), to(o.gamma2), to(o.epsilon), c, bound(o.clip_weights));
}
