//! Anchors around the places of a feature map, and detections from predictions about them.

use super::boxes::moved;
use super::{Format, checked, corners, expect_dims, floats, ranked, rounded, store};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, FloatTuple};
use crate::error::{Error, Result};
use crate::op::{DATA, Differentiable, Inputs, Op, OpDef, Run, input};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&PRIOR, &DETECTION];

attrs! {
    /// Sizes and places of anchors.
    pub struct MultiBoxPrior {
        /// The sizes of anchors, as parts of the image's.
        sizes: FloatTuple = FloatTuple(vec![1.0]),
        /// Width by height. Every size comes with the first ratio, every other ratio with the first size.
        ratios: FloatTuple = FloatTuple(vec![1.0]),
        /// Whether anchors are cut at the borders of the image.
        clip: bool = false,
        /// The distances of anchors (y, x); those of the feature map's places if not positive.
        steps: FloatTuple = FloatTuple(vec![-1.0, -1.0]),
        /// Where in its place an anchor has its middle (y, x), 0 to 1.
        offsets: FloatTuple = FloatTuple(vec![0.5, 0.5]),
    }
}

/// `nd.contrib.MultiBoxPrior`
pub static PRIOR: OpDef = OpDef {
    aliases: &["_npx_multibox_prior"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_MultiBoxPrior",
        "Anchors around every place of a feature map by their corners, (1, height * width * (sizes + ratios - 1), 4).",
        DATA,
        MultiBoxPrior::SCHEMA,
        |given| Ok(Rc::new(MultiBoxPrior::read(given))),
    )
};

impl MultiBoxPrior {
    /// The steps as given; none where they follow from the data.
    fn steps(&self) -> Option<[f32; 2]> {
        match self.steps.0[..] {
            [y, x] if y > 0.0 && x > 0.0 => Some([y, x]),
            _ => None,
        }
    }
}

impl Op for MultiBoxPrior {
    fn def(&self) -> &'static OpDef {
        &PRIOR
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&PRIOR, inputs)?;
        let refuse =
            |name: &str, value: &FloatTuple, expected: &str| Err(Error::attr(PRIOR.name, name, value.text(), expected));
        if self.sizes.0.is_empty() {
            return refuse("sizes", &self.sizes, "at least one");
        }
        if self.ratios.0.is_empty() {
            return refuse("ratios", &self.ratios, "at least one");
        }
        if self.steps.0.len() != 2 || self.steps.0[0] * self.steps.0[1] < 0.0 {
            return refuse("steps", &self.steps, "(y, x), both given or none");
        }
        if self.offsets.0.len() != 2 || !self.offsets.0.iter().all(|offset| (0.0..=1.0).contains(offset)) {
            return refuse("offsets", &self.offsets, "(y, x), each from 0 to 1");
        }
        let shape = &inputs[0].shape;
        if shape.len() < 4 || shape[2] == 0 || shape[3] == 0 {
            return Err(Error::shape(PRIOR.name, "data", shape, "(batch, channels, height, width)"));
        }
        let anchors = checked(&[shape[2], shape[3], self.sizes.0.len() + self.ratios.0.len() - 1])?;
        Ok(vec![Spec::new(Shape::from([1, anchors, 4]), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (height, width) = (x[0].shape()[2], x[0].shape()[3]);
        // In single precision whatever the type, as MXNet does.
        let (h, w) = (height as f32, width as f32);
        let [step_y, step_x] = self.steps().unwrap_or([1.0 / h, 1.0 / w]);
        let half = |size: f32, ratio: f32| {
            let root = libm::sqrtf(ratio);
            (size * h / w * root / 2.0, size / root / 2.0)
        };
        let (sizes, ratios) = (&self.sizes.0, &self.ratios.0);
        let halves = sizes.iter().map(|&size| half(size, ratios[0]));
        let halves: Vec<(f32, f32)> = halves.chain(ratios[1..].iter().map(|&ratio| half(sizes[0], ratio))).collect();
        let mut out = Vec::with_capacity(y[0].size());
        for place in 0..height * width {
            let middle_y = ((place / width) as f32 + self.offsets.0[0]) * step_y;
            let middle_x = ((place % width) as f32 + self.offsets.0[1]) * step_x;
            for (w, h) in &halves {
                let corners = [middle_x - w, middle_y - h, middle_x + w, middle_y + h];
                out.extend(corners.map(|c| f64::from(if self.clip { c.clamp(0.0, 1.0) } else { c })));
            }
        }
        store(&y[0], &out)
    }
}

attrs! {
    /// Which detections are kept.
    pub struct MultiBoxDetection {
        /// Whether boxes are cut at the borders of the image.
        clip: bool = true,
        /// The least probability of a detection.
        threshold: f32 = 0.01,
        /// Accepted for MXNet's sake: the background is class 0.
        background_id: i32 = 0,
        /// The overlap from which on the less probable of two boxes goes; none goes unless it is above 0 and at most 1.
        nms_threshold: f32 = 0.5,
        /// Whether boxes go for those of other classes too.
        force_suppress: bool = false,
        /// What the offsets of x, y, width and height are multiplied with.
        variances: FloatTuple = FloatTuple(vec![0.1, 0.1, 0.2, 0.2]),
        /// How many of the most probable boxes are kept, if above 0.
        nms_topk: i32 = -1,
    }
}

/// `nd.contrib.MultiBoxDetection`
pub static DETECTION: OpDef = OpDef {
    aliases: &["_npx_multibox_detection"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_MultiBoxDetection",
        "Detections from predictions, the most probable first, (batch, anchors, 6): class (counted without the background; \
         -1 for a box that is not kept), probability, left, top, right, bottom; the rest of the rows is -1.",
        Inputs::Fixed(&[
            input("cls_prob", "The probabilities of classes, (batch, classes, anchors)."),
            input("loc_pred", "Offsets from the anchors, (batch, anchors * 4)."),
            input("anchor", "Anchors by their corners, (1, anchors, 4)."),
        ]),
        MultiBoxDetection::SCHEMA,
        |given| Ok(Rc::new(MultiBoxDetection::read(given))),
    )
};

/// Variances as four numbers.
pub(super) fn four(op: &'static str, variances: &FloatTuple) -> Result<[f64; 4]> {
    match variances.0[..] {
        [x, y, w, h] => Ok([x, y, w, h].map(f64::from)),
        _ => Err(Error::attr(op, "variances", variances.text(), "four numbers")),
    }
}

impl Op for MultiBoxDetection {
    fn def(&self) -> &'static OpDef {
        &DETECTION
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&DETECTION, inputs)?;
        four(DETECTION.name, &self.variances)?;
        expect_dims(&DETECTION, inputs, 0, &[None; 3], "(batch, classes, anchors)")?;
        let (batch, anchors) = (inputs[0].shape[0], inputs[0].shape[2]);
        let flat = checked(&[anchors, 4])?;
        expect_dims(&DETECTION, inputs, 1, &[Some(batch), Some(flat)], "(batch, anchors * 4), those of cls_prob")?;
        let words = "(1, anchors, 4), as many anchors as cls_prob";
        expect_dims(&DETECTION, inputs, 2, &[Some(1), Some(anchors), Some(4)], words)?;
        Ok(vec![Spec::new(Shape::from([batch, anchors, 6]), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let dtype = y[0].dtype();
        let (classes, anchors) = (x[0].shape()[1], x[0].shape()[2]);
        let (probs, offsets, boxes) = (x[0].to_f64()?, x[1].to_f64()?, x[2].to_f64()?);
        let variances = four(DETECTION.name, &self.variances)?;
        let round = |v: f64| rounded(v, dtype);
        let threshold = f64::from(self.threshold);
        let mut out = vec![-1.0; y[0].size()];
        for (b, out) in out.chunks_exact_mut((anchors * 6).max(1)).enumerate() {
            let mut rows: Vec<[f64; 6]> = Vec::new();
            for i in 0..anchors {
                let prob = |class: usize| probs[(b * classes + class) * anchors + i];
                let best = (1..classes).fold(None, |best, class| match best {
                    Some((_, most)) if prob(class) <= most || prob(class).is_nan() => best,
                    None if prob(class) <= -1.0 || prob(class).is_nan() => None,
                    _ => Some((class, prob(class))),
                });
                let Some((class, score)) = best.filter(|(_, score)| *score >= threshold) else { continue };
                let anchor = corners(&boxes[4 * i..], Format::Corner);
                let place = 4 * (b * anchors + i);
                let corners = moved(&anchor, [0, 1, 2, 3].map(|c| offsets[place + c] * variances[c]));
                let [left, top, right, bottom] = corners.map(|c| round(if self.clip { c.clamp(0.0, 1.0) } else { c }));
                rows.push([(class - 1) as f64, score, left, top, right, bottom]);
            }
            if self.nms_threshold > 0.0 && self.nms_threshold <= 1.0 {
                rows = self.suppressed(&rows, &round);
            }
            out.chunks_exact_mut(6).zip(rows).for_each(|(out, row)| out.copy_from_slice(&row));
        }
        store(&y[0], &out)
    }
}

impl MultiBoxDetection {
    /// The rows by their probability, and -1 for the class of those that are not kept.
    fn suppressed(&self, rows: &[[f64; 6]], round: &dyn Fn(f64) -> f64) -> Vec<[f64; 6]> {
        let scores: Vec<f64> = rows.iter().map(|row| row[1]).collect();
        let keep = if self.nms_topk > 0 { rows.len().min(self.nms_topk as usize) } else { rows.len() };
        let mut kept: Vec<[f64; 6]> = ranked(&scores, false)[..keep].iter().map(|&i| rows[i]).collect();
        // As MXNet does, the rows behind stay where they were before the sort.
        kept.extend(rows[keep..].iter().map(|row| [-1.0, row[1], row[2], row[3], row[4], row[5]]));
        for i in 0..keep {
            for j in i + 1..keep {
                let (a, b) = (kept[i], kept[j]);
                if a[0] < 0.0 || b[0] < 0.0 || !(self.force_suppress || a[0] == b[0]) {
                    continue;
                }
                let [a, b] = [a, b].map(|row| corners(&row[2..], Format::Corner));
                let common = a.common(&b);
                let union = a.width() * a.height() + b.width() * b.height() - common;
                if union > 0.0 && round(common / union) >= f64::from(self.nms_threshold) {
                    kept[j][0] = -1.0;
                }
            }
        }
        kept
    }
}
