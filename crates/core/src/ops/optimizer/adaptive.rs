//! Rarer updates: AdamW, FTML and the two halves of LAMB.

use super::elementwise::{DIRECTION, GRAD, MEAN, R1, R2, RESCALE, Rule, Step, Update, VAR, WEIGHT, update};
use crate::attrs;
use crate::error::Result;
use crate::op::{OpDef, input};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ADAMW, &FTML, &LAMB_PHASE1, &LAMB_PHASE2, &MULTI_LARS];

/// A number within ±bound; a negative bound is none.
fn clipped(value: f64, bound: f32) -> f64 {
    if bound >= 0.0 { value.clamp(-f64::from(bound), f64::from(bound)) } else { value }
}

/// Moves the running means in places 2 and 3 of a row towards the gradient and its square.
fn move_means(row: &mut [f64], g: f64, beta1: f64, beta2: f64) {
    row[2] = beta1 * row[2] + (1.0 - beta1) * g;
    row[3] = beta2 * row[3] + (1.0 - beta2) * g * g;
}

attrs! {
    /// The parameters of AdamW.
    pub struct AdamW {
        /// The learning rate.
        lr: f32,
        /// The decay of the mean.
        beta1: f32 = 0.9,
        /// The decay of the mean of squares.
        beta2: f32 = 0.999,
        /// What keeps the divisor from 0.
        epsilon: f32 = 1e-8,
        /// The weight decay, apart from the gradient.
        wd: f32 = 0.0,
        /// The multiplier of the schedule.
        eta: f32,
        /// The bound on the gradient's elements; negative for none.
        clip_gradient: f32 = -1.0,
    }
}

/// `nd.contrib.adamw_update`
pub static ADAMW: OpDef = update(
    "_adamw_update",
    "AdamW (Loshchilov and Hutter) without bias correction: weight - eta·(lr·mean/(√var + epsilon) + wd·weight).",
    &[WEIGHT, GRAD, MEAN, VAR, RESCALE],
    AdamW::SCHEMA,
    &[2, 3],
    |given| Ok(Rc::new(Update(&ADAMW, Box::new(AdamW::read(given))))),
);

impl Rule for AdamW {
    fn with_step(&self, numbers: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()> {
        let scale = numbers[0];
        let [lr, beta1, beta2, epsilon, wd, eta] =
            [self.lr, self.beta1, self.beta2, self.epsilon, self.wd, self.eta].map(f64::from);
        run(&|row| {
            if scale == 0.0 || !scale.is_finite() {
                return row[0];
            }
            move_means(row, clipped(row[1] * scale, self.clip_gradient), beta1, beta2);
            row[0] - eta * (lr * row[2] / (libm::sqrt(row[3]) + epsilon) + wd * row[0])
        })
    }
}

attrs! {
    /// The parameters of FTML.
    pub struct Ftml {
        /// The learning rate.
        lr: f32,
        /// The decay of z.
        beta1: f32 = 0.6,
        /// The decay of the mean of squares.
        beta2: f32 = 0.999,
        /// What keeps the divisor from 0.
        epsilon: f64 = 9.999_999_939_225_29e-9,
        /// The number of the update, from 1.
        t: i32,
        /// The weight decay.
        wd: f32 = 0.0,
        /// The factor on the gradient.
        rescale_grad: f32 = 1.0,
        /// The bound on the gradient's elements, weight decay included; negative for none.
        clip_grad: f32 = -1.0,
    }
}

/// `nd.ftml_update`
pub static FTML: OpDef = update(
    "ftml_update",
    "FTML, follow the moving leader (Zheng and Kwok): -z/d.",
    &[
        WEIGHT,
        GRAD,
        input("d", "The last divisor."),
        input("v", "The running mean of squared gradients."),
        input("z", "The running sum."),
    ],
    Ftml::SCHEMA,
    &[2, 3, 4],
    |given| Ok(Rc::new(Update(&FTML, Box::new(Ftml::read(given))))),
);

impl Rule for Ftml {
    fn with_step(&self, _: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()> {
        let [lr, beta1, beta2, wd, scale] =
            [self.lr, self.beta1, self.beta2, self.wd, self.rescale_grad].map(f64::from);
        let [left1, left2] = [beta1, beta2].map(|beta| 1.0 - libm::pow(beta, self.t.into()));
        run(&|row| {
            let g = clipped(row[1] * scale + wd * row[0], self.clip_grad);
            row[3] = beta2 * row[3] + (1.0 - beta2) * g * g;
            let d = left1 / lr * (libm::sqrt(row[3] / left2) + self.epsilon);
            row[4] = beta1 * row[4] + (1.0 - beta1) * g - (d - beta1 * row[2]) * row[0];
            row[2] = d;
            -row[4] / d
        })
    }
}

attrs! {
    /// The parameters of LAMB's direction.
    pub struct LambPhase1 {
        /// The decay of the mean.
        beta1: f32 = 0.9,
        /// The decay of the mean of squares.
        beta2: f32 = 0.999,
        /// What keeps the divisor from 0.
        epsilon: f32 = 1e-6,
        /// The number of the update, from 1.
        t: i32,
        /// Whether the means are corrected for their start at 0.
        bias_correction: bool = true,
        /// The weight decay.
        wd: f32,
        /// The factor on the gradient.
        rescale_grad: f32 = 1.0,
        /// The bound on the gradient's elements; negative for none.
        clip_gradient: f32 = -1.0,
    }
}

/// `nd.lamb_update_phase1`
pub static LAMB_PHASE1: OpDef = update(
    "lamb_update_phase1",
    "The direction of a LAMB update: mean/(√var + epsilon) + wd·weight.",
    &[WEIGHT, GRAD, MEAN, VAR],
    LambPhase1::SCHEMA,
    &[2, 3],
    |given| Ok(Rc::new(Update(&LAMB_PHASE1, Box::new(LambPhase1::read(given))))),
);

impl Rule for LambPhase1 {
    fn with_step(&self, _: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()> {
        let [beta1, beta2, epsilon, wd, scale] =
            [self.beta1, self.beta2, self.epsilon, self.wd, self.rescale_grad].map(f64::from);
        let left = |beta: f64| if self.bias_correction { 1.0 - libm::pow(beta, self.t.into()) } else { 1.0 };
        let (left1, left2) = (left(beta1), left(beta2));
        run(&|row| {
            move_means(row, clipped(row[1] * scale, self.clip_gradient), beta1, beta2);
            row[2] / left1 / (libm::sqrt(row[3] / left2) + epsilon) + wd * row[0]
        })
    }
}

attrs! {
    /// The parameters of LAMB's step.
    pub struct LambPhase2 {
        /// The learning rate.
        lr: f32,
        /// The least norm of the weight; negative for none.
        lower_bound: f32 = -1.0,
        /// The greatest norm of the weight; negative for none.
        upper_bound: f32 = -1.0,
    }
}

/// `nd.lamb_update_phase2`
pub static LAMB_PHASE2: OpDef = update(
    "lamb_update_phase2",
    "The step of a LAMB update: weight - lr·r1/r2·g, without the ratio where a norm is 0.",
    &[WEIGHT, DIRECTION, R1, R2],
    LambPhase2::SCHEMA,
    &[],
    |given| Ok(Rc::new(Update(&LAMB_PHASE2, Box::new(LambPhase2::read(given))))),
);

impl Rule for LambPhase2 {
    fn with_step(&self, numbers: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()> {
        let [mut r1, r2] = [numbers[0], numbers[1]];
        if self.lower_bound >= 0.0 {
            r1 = r1.max(self.lower_bound.into());
        }
        if self.upper_bound >= 0.0 {
            r1 = r1.min(self.upper_bound.into());
        }
        let ratio = if r1 == 0.0 || r2 == 0.0 { 1.0 } else { r1 / r2 };
        let lr = f64::from(self.lr) * ratio;
        run(&|row| row[0] - lr * row[1])
    }
}

attrs! {
    /// The parameters of LARS.
    pub struct MultiLars {
        /// The trust coefficient.
        eta: f32,
        /// What keeps the divisor from 0.
        eps: f32,
        /// The factor on the gradients.
        rescale_grad: f32 = 1.0,
    }
}

/// `nd.multi_lars`
pub static MULTI_LARS: OpDef = update(
    "multi_lars",
    "The learning rates of layers by LARS: lr·eta·|w|/(|g| + wd·|w| + eps), where neither norm is 0.",
    &[
        input("lrs", "(n,): the learning rates."),
        input("weights_sum_sq", "(n,): the sums of squares of the weights."),
        input("grads_sum_sq", "(n,): those of the gradients."),
        input("wds", "(n,): the weight decays."),
    ],
    MultiLars::SCHEMA,
    &[],
    |given| Ok(Rc::new(Update(&MULTI_LARS, Box::new(MultiLars::read(given))))),
);

impl Rule for MultiLars {
    fn with_step(&self, _: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()> {
        let [eta, eps, scale] = [self.eta, self.eps, self.rescale_grad].map(f64::from);
        run(&|row| {
            let [weight, grad] = [row[1], row[2]].map(libm::sqrt);
            match weight > 0.0 && grad > 0.0 {
                true => row[0] * eta * weight / (grad * scale + row[3] * weight + eps),
                false => row[0],
            }
        })
    }
}
