//! Relatives of batch normalisation.

use super::batch_norm::BatchNorm;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::Result;
use crate::invoke::invoke;
use crate::ndarray::NDArray;
use crate::op::{Call, Compute, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::unary;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BATCH_NORM_RELU, &SYNC_BATCH_NORM];

const INPUTS: Inputs = Inputs::Fixed(&[
    input("data", "The tensor."),
    input("gamma", "The scale of each channel; set to 1 with fix_gamma."),
    input("beta", "The shift of each channel."),
    input("moving_mean", "The moving mean of each channel; backward writes it."),
    input("moving_var", "The moving variance of each channel; backward writes it."),
]);

attrs! {
    /// Options of the normalisation.
    pub struct SyncBatchNorm {
        /// Added to the variance.
        eps: f32 = 1e-3,
        /// How much of the moving statistics stays at each step.
        momentum: f32 = 0.9,
        /// Whether gamma is set to 1 and gets no gradient.
        fix_gamma: bool = true,
        /// Whether the moving statistics are used in training too.
        use_global_stats: bool = false,
        /// Whether the mean and 1/√(variance + eps) are given as second and third output.
        output_mean_var: bool = false,
        /// Accepted for MXNet's sake; there is one device.
        ndev: i32 = 1,
        /// Accepted for MXNet's sake: what the devices of a layer share.
        key: String,
    }
}

/// `nd.contrib.BatchNormWithReLU`
pub static BATCH_NORM_RELU: OpDef = OpDef {
    outputs: &["output", "mean", "var"],
    states: &[3, 4],
    ..OpDef::new(
        "_contrib_BatchNormWithReLU",
        "Batch normalisation and the rectifier max(x, 0).",
        INPUTS,
        BatchNorm::SCHEMA,
        |given| Ok(Rc::new(Kind { def: &BATCH_NORM_RELU, norm: BatchNorm::read(given), relu: true })),
    )
};

/// `nd.contrib.SyncBatchNorm`
pub static SYNC_BATCH_NORM: OpDef = OpDef {
    outputs: &["output", "mean", "var"],
    states: &[3, 4],
    ..OpDef::new(
        "_contrib_SyncBatchNorm",
        "Batch normalisation of the channels in axis 1. There is one device, so that it is the plain one.",
        INPUTS,
        SyncBatchNorm::SCHEMA,
        |given| {
            let o = SyncBatchNorm::read(given);
            let norm = BatchNorm {
                eps: o.eps.into(),
                momentum: o.momentum,
                fix_gamma: o.fix_gamma,
                use_global_stats: o.use_global_stats,
                output_mean_var: o.output_mean_var,
                axis: 1,
                cudnn_off: false,
                min_calib_range: None,
                max_calib_range: None,
            };
            Ok(Rc::new(Kind { def: &SYNC_BATCH_NORM, norm, relu: false }))
        },
    )
};

/// Batch normalisation under another name.
struct Kind {
    def: &'static OpDef,
    norm: BatchNorm,
    relu: bool,
}

impl Kind {
    fn parts(&self, x: &[NDArray]) -> Result<Vec<NDArray>> {
        let mut outputs = invoke(&Call::of(self.norm.clone()), x, &[])?;
        if self.relu {
            outputs[0] = f::apply(&unary::RELU, &outputs[0])?;
        }
        Ok(outputs)
    }
}

impl Op for Kind {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let mut specs = self.norm.infer(inputs)?;
        specs.truncate(if self.norm.output_mean_var { 3 } else { 1 });
        Ok(specs)
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        self.norm.complete(inputs);
    }
    fn visible_outputs(&self) -> Option<usize> {
        self.norm.visible_outputs()
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| self.parts(x))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(self.parts(x)?))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
