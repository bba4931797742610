//! Regions that a detector proposes, from scores and offsets about anchors.

use super::{checked, expect_dims, expect_image, floats, ranked, room, store};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::FloatTuple;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Differentiable, Inputs, Op, OpDef, Run, input};
use crate::shape::Shape;
use crate::text::shown32;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&PROPOSAL, &MULTI_PROPOSAL];

attrs! {
    /// Anchors, and which proposals are kept.
    pub struct Attrs {
        /// How many of the best proposals are looked at; all unless above 0.
        rpn_pre_nms_top_n: i32 = 6000,
        /// How many proposals there are of an image; they are repeated if too few are left.
        rpn_post_nms_top_n: i32 = 300,
        /// The overlap above which the proposal with the smaller score goes.
        threshold: f32 = 0.7,
        /// The least height and width of a proposal, before the image was scaled.
        rpn_min_size: i32 = 16,
        /// The sizes of anchors, in steps of the feature map.
        scales: FloatTuple = FloatTuple(vec![4.0, 8.0, 16.0, 32.0]),
        /// Height by width of anchors.
        ratios: FloatTuple = FloatTuple(vec![0.5, 1.0, 2.0]),
        /// How many elements of the image a step of the feature map is.
        feature_stride: i32 = 16,
        /// Whether the scores are an output too.
        output_score: bool = false,
        /// Whether offsets are of the corners, in elements.
        iou_loss: bool = false,
    }
}

const INPUTS: Inputs = Inputs::Fixed(&[
    input("cls_prob", "Probabilities of background and of objects, (batch, 2 * anchors, height, width)."),
    input("bbox_pred", "Offsets from the anchors, (batch, 4 * anchors, height, width)."),
    input("im_info", "Height, width and scale of images, (batch, 3)."),
]);

/// A definition of either operator.
const fn def(
    name: &'static str,
    doc: &'static str,
    parse: fn(&mut crate::attrs::Given) -> Result<Rc<dyn Op>>,
) -> OpDef {
    OpDef {
        differentiable: Differentiable::Zero,
        outputs: &["output", "score"],
        ..OpDef::new(name, doc, INPUTS, Attrs::SCHEMA, parse)
    }
}

/// `nd.contrib.Proposal`
pub static PROPOSAL: OpDef = def(
    "_contrib_Proposal",
    "The regions that are proposed for an image, the best first, (rpn_post_nms_top_n, 5): 0, left, top, right, bottom.",
    |given| Ok(Rc::new(Proposal(&PROPOSAL, Attrs::read(given)))),
);

/// `nd.contrib.MultiProposal`
pub static MULTI_PROPOSAL: OpDef = def(
    "_contrib_MultiProposal",
    "The regions that are proposed for images, of each the best first, (batch * rpn_post_nms_top_n, 5): image, left, top, \
     right, bottom.",
    |given| Ok(Rc::new(Proposal(&MULTI_PROPOSAL, Attrs::read(given)))),
);

struct Proposal(&'static OpDef, Attrs);

/// Left, top, right, bottom and score, in single precision as MXNet has them.
type Box5 = [f32; 5];

impl Attrs {
    /// The anchors around the first step of the feature map.
    fn anchors(&self) -> Vec<[f32; 4]> {
        let side = self.feature_stride as f32;
        let middle = 0.5 * (side - 1.0);
        let anchor = |ratio: f32, scale: f32| {
            let root = libm::sqrtf(libm::floorf(side * side / ratio));
            let width = libm::floorf(root + 0.5) * scale;
            let height = libm::floorf(width / scale * ratio + 0.5) * scale;
            let (w, h) = (0.5 * (width - 1.0), 0.5 * (height - 1.0));
            [middle - w, middle - h, middle + w, middle + h]
        };
        self.ratios.0.iter().flat_map(|&r| self.scales.0.iter().map(move |&s| anchor(r, s))).collect()
    }

    /// The corners that offsets move an anchor's to.
    fn moved(&self, anchor: [f32; 4], by: [f32; 4]) -> [f32; 4] {
        if self.iou_loss {
            return [0, 1, 2, 3].map(|c| anchor[c] + by[c]);
        }
        let side = |low: f32, high: f32, shift: f32, growth: f32| {
            let size = high - low + 1.0;
            let middle = shift * size + (low + 0.5 * (size - 1.0));
            let half = 0.5 * (libm::expf(growth) * size - 1.0);
            (middle - half, middle + half)
        };
        let (left, right) = side(anchor[0], anchor[2], by[0], by[2]);
        let (top, bottom) = side(anchor[1], anchor[3], by[1], by[3]);
        [left, top, right, bottom]
    }

    /// The best of the boxes, without those that overlap a better one.
    fn kept(&self, boxes: &[Box5]) -> Vec<Box5> {
        let scores: Vec<f64> = boxes.iter().map(|b| b[4].into()).collect();
        let looked_at = usize::try_from(self.rpn_pre_nms_top_n).ok().filter(|n| *n > 0).unwrap_or(boxes.len());
        let mut kept: Vec<Box5> = Vec::new();
        for i in ranked(&scores, false).into_iter().take(looked_at) {
            if kept.len() == self.rpn_post_nms_top_n as usize {
                break;
            }
            if !kept.iter().any(|better| overlap(better, &boxes[i]) > self.threshold) {
                kept.push(boxes[i]);
            }
        }
        kept
    }
}

/// The overlap of boxes whose corners are elements that belong to them.
fn overlap(a: &Box5, b: &Box5) -> f32 {
    let area = |b: &Box5| (b[2] - b[0] + 1.0) * (b[3] - b[1] + 1.0);
    let side = |low: usize| (a[low + 2].min(b[low + 2]) - a[low].max(b[low]) + 1.0).max(0.0);
    let common = side(0) * side(1);
    common / (area(a) + area(b) - common)
}

impl Op for Proposal {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.1.output_score { 2 } else { 1 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (op, attrs) = (self.0, &self.1);
        let dtype = floats(op, inputs)?;
        expect_image(op, inputs, 0)?;
        let shape = &inputs[0].shape;
        let anchors = checked(&[attrs.scales.0.len(), attrs.ratios.0.len()])?;
        if anchors == 0 || shape[1] != 2 * anchors {
            let expected = format!("(batch, {}, height, width): 2 for each of {anchors} anchors", 2 * anchors);
            return Err(Error::shape(op.name, "cls_prob", shape, expected));
        }
        if self.0.name == PROPOSAL.name && shape[0] != 1 {
            return Err(Error::shape(op.name, "cls_prob", shape, "a batch of 1; MultiProposal takes more"));
        }
        let offsets = [shape[0], 4 * anchors, shape[2], shape[3]].map(Some);
        expect_dims(op, inputs, 1, &offsets, "(batch, 4 * anchors, height, width), the sizes those of cls_prob")?;
        expect_dims(op, inputs, 2, &[Some(shape[0]), Some(3)], "(batch, 3), the batch that of cls_prob")?;
        for (name, value) in
            [("rpn_post_nms_top_n", attrs.rpn_post_nms_top_n), ("feature_stride", attrs.feature_stride)]
        {
            if value <= 0 {
                return Err(Error::attr(op.name, name, value, "a positive number"));
            }
        }
        let rows = checked(&[shape[0], attrs.rpn_post_nms_top_n as usize])?;
        Ok(vec![Spec::new(Shape::from([rows, 5]), dtype), Spec::new(Shape::from([rows, 1]), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let attrs = &self.1;
        let (batch, height, width) = (x[0].shape()[0], x[0].shape()[2], x[0].shape()[3]);
        let x = x.iter().map(|x| x.cast(DType::Float32)).collect::<Result<Vec<_>>>()?;
        let (probs, offsets, infos) = (x[0].read::<f32>(), x[1].read::<f32>(), x[2].read::<f32>());
        let anchors = attrs.anchors();
        let (stride, each) = (attrs.feature_stride as f32, height * width);
        let post = attrs.rpn_post_nms_top_n as usize;
        let (mut rows, mut scores) = (room(y[0].size())?, room(y[1].size())?);
        for image in 0..batch {
            let [tall, wide, scale] = [0, 1, 2].map(|i| infos[3 * image + i]);
            let real = [tall, wide].map(|size| (size / stride) as i64);
            if real[0] > height as i64 || real[1] > width as i64 {
                let message = format!(
                    "im_info has an image of {} by {}, but cls_prob only {height} by {width} steps",
                    shown32(tall),
                    shown32(wide)
                );
                return Err(Error::value(self.0.name, message));
            }
            let least = attrs.rpn_min_size as f32 * scale;
            let mut boxes: Vec<Box5> = room(each * anchors.len())?;
            for (place, (a, anchor)) in (0..each).flat_map(|p| anchors.iter().enumerate().map(move |a| (p, a))) {
                let (row, column) = (place / width, place % width);
                let (down, right) = (row as f32 * stride, column as f32 * stride);
                let here = [anchor[0] + right, anchor[1] + down, anchor[2] + right, anchor[3] + down];
                let by = [0, 1, 2, 3].map(|c| offsets[((image * anchors.len() + a) * 4 + c) * each + place]);
                let [left, top, right, bottom] = attrs.moved(here, by);
                let [left, right] = [left, right].map(|v| v.min(wide - 1.0).max(0.0));
                let [top, bottom] = [top, bottom].map(|v| v.min(tall - 1.0).max(0.0));
                let is_beside = row as i64 >= real[0] || column as i64 >= real[1];
                let mut proposal =
                    [left, top, right, bottom, probs[((image * 2 + 1) * anchors.len() + a) * each + place]];
                if right - left + 1.0 < least || bottom - top + 1.0 < least {
                    let more = least / 2.0;
                    proposal = [left - more, top - more, right + more, bottom + more, -1.0];
                } else if is_beside {
                    proposal[4] = -1.0;
                }
                boxes.push(proposal);
            }
            let kept = attrs.kept(&boxes);
            for b in (0..post).map(|i| kept[i % kept.len()]) {
                rows.extend([image as f64, b[0].into(), b[1].into(), b[2].into(), b[3].into()]);
                scores.push(f64::from(b[4]));
            }
        }
        store(&y[0], &rows)?;
        store(&y[1], &scores)
    }
}
