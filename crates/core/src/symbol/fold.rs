//! Batch normalisations that stand behind a convolution or a fully connected layer, folded into it: in prediction they only
//! scale and shift the channels, which the layer's weights can do.

use crate::array::{Array, Spec};
use crate::autograd::state::Flags;
use crate::error::Result;
use crate::ndarray::NDArray;
use crate::op::Op;
use crate::ops::create::fill;
use crate::ops::functional as f;
use crate::shape::Shape;
use crate::symbol::compose::parse;
use crate::symbol::plan::Setting;
use std::cell::Cell;
use std::rc::Rc;

/// A layer with the normalisation behind it.
pub struct Fold {
    /// The place of the layer.
    pub layer: usize,
    /// The place of the normalisation.
    pub norm: usize,
    /// The layer's operator, with a bias.
    pub op: Rc<dyn Op>,
    /// The weight of both.
    pub weight: Array,
    /// The bias of both.
    pub bias: Array,
    /// Weight, and bias if there is one.
    layer_parameters: Vec<Array>,
    /// Gamma, beta, mean, variance.
    norm_parameters: Vec<Array>,
    eps: f64,
    fix_gamma: bool,
    /// The versions of the parameters that were folded.
    folded: Cell<Option<u64>>,
}

/// Finds what can be folded. `uses` tells how often values are used.
#[inline(never)]
pub fn folds(setting: &Setting, uses: &[Vec<usize>]) -> Result<Vec<Fold>> {
    let mut found = Vec::new();
    for norm in 0..setting.ops.len() {
        if let Some(fold) = fold(setting, uses, norm)? {
            found.push(fold);
        }
    }
    Ok(found)
}

fn fold(setting: &Setting, uses: &[Vec<usize>], norm: usize) -> Result<Option<Fold>> {
    let graph = setting.graph;
    let named = |place: usize, names: &[&str]| {
        setting.ops[place].as_ref().filter(|op| names.contains(&op.def().name)).map(|_| &graph.nodes[place])
    };
    let Some(node) = named(norm, &["BatchNorm"]) else { return Ok(None) };
    let source = graph.inputs[norm][0];
    let Some(layer) = named(source.node, &["Convolution", "FullyConnected"]) else { return Ok(None) };
    let alone = uses[source.node][0] == 1 && uses[norm].iter().skip(1).all(|&uses| uses == 0);
    let of = |place: usize, from: usize| -> Option<Vec<Array>> {
        graph.inputs[place][from..].iter().map(|source| setting.variables[source.node].clone()).collect()
    };
    let (Some(layer_parameters), Some(norm_parameters)) = (of(source.node, 1), of(norm, 1)) else { return Ok(None) };
    let weight = &layer_parameters[0];
    let spec = Spec::new([weight.shape()[0]].into(), weight.dtype());
    let fits = norm_parameters.iter().all(|array| *array.spec() == spec);
    let computes = weight.dtype().is_float() && weight.dtype().compute() == weight.dtype();
    let flat = layer.attr("flatten").is_none_or(|flag| matches!(flag.as_str(), "True" | "1" | "true"));
    let channels = node.attr("axis").is_none_or(|axis| axis == "1");
    // A weight that is a gamma, too, would be folded twice.
    let apart = norm_parameters.iter().all(|a| layer_parameters.iter().all(|b| !a.shares_memory(b)));
    if !(alone && fits && computes && channels && flat && apart) {
        return Ok(None);
    }
    let mut attrs = layer.attrs();
    attrs.retain(|(key, _)| key != "no_bias");
    attrs.push(("no_bias".into(), "False".into()));
    let (Some(name), eps) = (layer.op.as_ref().map(|op| op.def().name), node.attr("eps")) else { return Ok(None) };
    let fix_gamma = node.attr("fix_gamma").is_none_or(|flag| matches!(flag.as_str(), "True" | "1" | "true"));
    Ok(Some(Fold {
        layer: source.node,
        norm,
        op: parse(name, &attrs)?,
        weight: Array::empty(weight.spec().clone())?,
        bias: Array::empty(spec)?,
        eps: eps.and_then(|eps| crate::text::parse_f64(&eps).ok()).unwrap_or(0.0010000000474974513),
        fix_gamma,
        layer_parameters,
        norm_parameters,
        folded: Cell::new(None),
    }))
}

impl Fold {
    /// A number that changes with the parameters.
    fn versions(&self) -> u64 {
        let all = self.layer_parameters.iter().chain(&self.norm_parameters);
        all.fold(0, |sum: u64, array| sum.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(array.version().into()))
    }

    /// Folds anew, if parameters have changed.
    #[inline(never)]
    pub fn refresh(&self) -> Result<()> {
        if self.folded.get() == Some(self.versions()) {
            return Ok(());
        }
        let _flags = Flags::set(false, false);
        if self.fix_gamma {
            // As the normalisation itself does.
            fill(&self.norm_parameters[0], 1.0);
        }
        let [gamma, beta, mean, variance] = [0, 1, 2, 3].map(|i| NDArray::new(self.norm_parameters[i].clone()));
        let scale = f::mul(&gamma, &f::pow_scalar(&f::shift(&variance, self.eps)?, -0.5)?)?;
        let weight = NDArray::new(self.layer_parameters[0].clone());
        let shape: Shape =
            (0..weight.shape().len()).map(|axis| if axis == 0 { weight.shape()[0] } else { 1 }).collect();
        self.weight.assign(f::mul(&weight, &f::reshape(&scale, &shape)?)?.array().clone());
        let shifted = match self.layer_parameters.get(1) {
            Some(bias) => f::sub(&NDArray::new(bias.clone()), &mean)?,
            None => f::neg(&mean)?,
        };
        self.bias.assign(f::add(&f::mul(&shifted, &scale)?, &beta)?.array().clone());
        self.folded.set(Some(self.versions()));
        Ok(())
    }
}
