//! What a detector is trained to say about its anchors.

use super::boxes::offsets;
use super::multibox::four;
use super::{Corners, Format, checked, corners, expect_dims, floats, ranked, store};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::FloatTuple;
use crate::error::{Error, Result};
use crate::op::{Differentiable, Inputs, Op, OpDef, Run, input};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TARGET];

attrs! {
    /// Which anchors are matched, and which are background.
    pub struct MultiBoxTarget {
        /// The overlap above which an anchor belongs to a box that is not its best; 0 or less: none does.
        overlap_threshold: f32 = 0.5,
        /// The class of anchors that do not count.
        ignore_label: f32 = -1.0,
        /// How many background anchors count for each matched one, the hardest first; all of them unless above 0.
        negative_mining_ratio: f32 = -1.0,
        /// The overlap below which an anchor may be background, when not all are.
        negative_mining_thresh: f32 = 0.5,
        /// The least number of background anchors, when not all are.
        minimum_negative_samples: i32 = 0,
        /// What the offsets of x, y, width and height are divided by.
        variances: FloatTuple = FloatTuple(vec![0.1, 0.1, 0.2, 0.2]),
    }
}

/// `nd.contrib.MultiBoxTarget`
pub static TARGET: OpDef = OpDef {
    aliases: &["_npx_multibox_target"],
    differentiable: Differentiable::Zero,
    outputs: &["loc_target", "loc_mask", "cls_target"],
    ..OpDef::new(
        "_contrib_MultiBoxTarget",
        "Targets of training: offsets from anchors to the boxes that they match, (batch, anchors * 4), 1 where there are \
         such offsets, (batch, anchors * 4), and classes, (batch, anchors): 0 for the background, else that of the box \
         plus 1.",
        Inputs::Fixed(&[
            input("anchor", "Anchors by their corners, (1, anchors, 4)."),
            input(
                "label",
                "Boxes, (batch, labels, at least 5): class, left, top, right, bottom; a class of -1 ends them.",
            ),
            input("cls_pred", "Predictions before softmax, (batch, classes, anchors)."),
        ]),
        MultiBoxTarget::SCHEMA,
        |given| Ok(Rc::new(MultiBoxTarget::read(given))),
    )
};

/// What an anchor is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Ignored,
    Background,
    Matched(usize),
}

/// The overlaps of anchors with the boxes of one image.
struct Overlaps {
    values: Vec<f32>,
    boxes: usize,
}

impl Overlaps {
    fn of(&self, anchor: usize) -> &[f32] {
        &self.values[anchor * self.boxes..][..self.boxes]
    }
    /// The box that an anchor overlaps most, and how much.
    fn best(&self, anchor: usize) -> Option<(usize, f32)> {
        self.of(anchor).iter().copied().enumerate().fold(None, |best, (b, overlap)| match best {
            Some((_, most)) if overlap <= most || overlap.is_nan() => best,
            _ => (overlap > -1.0).then_some((b, overlap)).or(best),
        })
    }
}

impl MultiBoxTarget {
    /// What the anchors of one image are. `background(anchor)` is the probability that it is predicted as background.
    fn kinds(&self, anchors: usize, overlaps: &Overlaps, background: &dyn Fn(usize) -> f64) -> Vec<Kind> {
        let mut kinds = vec![Kind::Ignored; anchors];
        let mut is_taken = vec![false; overlaps.boxes];
        // The best pair of those left, again and again: every box gets an anchor.
        loop {
            let mut best = (1e-6f32, None);
            for anchor in (0..anchors).filter(|&a| kinds[a] == Kind::Ignored) {
                for (b, &overlap) in overlaps.of(anchor).iter().enumerate() {
                    if !is_taken[b] && overlap > best.0 {
                        best = (overlap, Some((anchor, b)));
                    }
                }
            }
            let Some((anchor, b)) = best.1 else { break };
            (kinds[anchor], is_taken[b]) = (Kind::Matched(b), true);
        }
        if self.overlap_threshold > 0.0 {
            for (anchor, kind) in kinds.iter_mut().enumerate().filter(|(_, kind)| **kind == Kind::Ignored) {
                if let Some((b, _)) = overlaps.best(anchor).filter(|(_, overlap)| *overlap > self.overlap_threshold) {
                    *kind = Kind::Matched(b);
                }
            }
        }
        let left: Vec<usize> = (0..anchors).filter(|&a| kinds[a] == Kind::Ignored).collect();
        if self.negative_mining_ratio > 0.0 {
            let matched = anchors - left.len();
            let wanted = (matched as f32 * self.negative_mining_ratio) as usize;
            let wanted = wanted.max(usize::try_from(self.minimum_negative_samples).unwrap_or(0));
            let far = |a: &usize| overlaps.best(*a).map_or(-1.0, |(_, overlap)| overlap) < self.negative_mining_thresh;
            let far: Vec<usize> = left.into_iter().filter(far).collect();
            let scores: Vec<f64> = far.iter().map(|&a| background(a)).collect();
            ranked(&scores, true).into_iter().take(wanted).for_each(|i| kinds[far[i]] = Kind::Background);
        } else {
            left.into_iter().for_each(|anchor| kinds[anchor] = Kind::Background);
        }
        kinds
    }
}

/// The overlap as MXNet computes it, in single precision; 0 for boxes without an area.
fn overlap(a: &Corners, b: &Corners) -> f32 {
    let common = a.common(b);
    let union = a.width() * a.height() + b.width() * b.height() - common;
    if union == 0.0 { 0.0 } else { (common / union) as f32 }
}

impl Op for MultiBoxTarget {
    fn def(&self) -> &'static OpDef {
        &TARGET
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&TARGET, inputs)?;
        four(TARGET.name, &self.variances)?;
        if self.negative_mining_ratio > 0.0 && self.negative_mining_thresh <= 0.0 {
            let value = self.negative_mining_thresh;
            return Err(Error::attr(TARGET.name, "negative_mining_thresh", value, "a number above 0"));
        }
        expect_dims(&TARGET, inputs, 0, &[Some(1), None, Some(4)], "(1, anchors, 4)")?;
        let anchors = inputs[0].shape[1];
        expect_dims(&TARGET, inputs, 1, &[None; 3], "(batch, labels, at least 5)")?;
        if inputs[1].shape[2] < 5 {
            return Err(Error::shape(TARGET.name, "label", &inputs[1].shape, "(batch, labels, at least 5)"));
        }
        let batch = inputs[1].shape[0];
        let words = "(batch, classes, anchors), the batch that of label, as many anchors as anchor";
        expect_dims(&TARGET, inputs, 2, &[Some(batch), None, Some(anchors)], words)?;
        let offsets = Spec::new(Shape::from([batch, checked(&[anchors, 4])?]), dtype);
        Ok(vec![offsets.clone(), offsets, Spec::new(Shape::from([batch, anchors]), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (anchors, classes) = (x[0].shape()[1], x[2].shape()[1]);
        let (labels, width) = (x[1].shape()[1], x[1].shape()[2]);
        let variances = four(TARGET.name, &self.variances)?;
        let (boxes, rows, logits) = (x[0].to_f64()?, x[1].to_f64()?, x[2].to_f64()?);
        let boxes: Vec<Corners> = boxes.chunks_exact(4).map(|b| corners(b, Format::Corner)).collect();
        let (mut targets, mut masks) = (vec![0.0; y[0].size()], vec![0.0; y[0].size()]);
        let mut class = vec![f64::from(self.ignore_label); y[2].size()];
        for image in 0..x[1].shape()[0] {
            let rows = &rows[image * labels * width..][..labels * width];
            let rows: Vec<&[f64]> = rows.chunks_exact(width).take_while(|row| row[0] != -1.0).collect();
            if rows.is_empty() {
                continue;
            }
            let labelled: Vec<Corners> = rows.iter().map(|row| corners(&row[1..], Format::Corner)).collect();
            let values = boxes.iter().flat_map(|a| labelled.iter().map(move |b| overlap(a, b))).collect();
            let background = |anchor: usize| {
                let logit = |class: usize| logits[(image * classes + class) * anchors + anchor];
                let most = (0..classes).fold(f64::NEG_INFINITY, |most, class| most.max(logit(class)));
                let sum: f64 = (0..classes).map(|class| libm::exp(logit(class) - most)).sum();
                if classes == 0 { 1.0 } else { f64::from((libm::exp(logit(0) - most) / sum) as f32) }
            };
            let kinds = self.kinds(anchors, &Overlaps { values, boxes: rows.len() }, &background);
            for (anchor, kind) in kinds.into_iter().enumerate() {
                let place = image * anchors + anchor;
                match kind {
                    Kind::Ignored => {}
                    Kind::Background => class[place] = 0.0,
                    Kind::Matched(b) => {
                        class[place] = rows[b][0] + 1.0;
                        for (c, offset) in offsets(&boxes[anchor], &labelled[b]).into_iter().enumerate() {
                            targets[4 * place + c] = offset / variances[c];
                            masks[4 * place + c] = 1.0;
                        }
                    }
                }
            }
        }
        store(&y[0], &targets)?;
        store(&y[1], &masks)?;
        store(&y[2], &class)
    }
}
