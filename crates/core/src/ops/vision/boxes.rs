//! Overlaps of boxes, and boxes as offsets from anchors.

use super::{Corners, Format, corners, expect_dims, floats, store};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::{Error, Result};
use crate::op::{Differentiable, Inputs, Op, OpDef, Run, input};
use crate::shape::Shape;
use crate::text::shown;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BOX_IOU, &BOX_ENCODE, &BOX_DECODE];

attrs! {
    /// How boxes are written.
    pub struct BoxIou {
        /// Whether boxes are (left, top, right, bottom) or (x, y, width, height).
        format: Format = Format::Corner,
    }
}

/// `nd.contrib.boxIou`
pub static BOX_IOU: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_box_iou",
        "The overlap of every box of lhs with every box of rhs: the area in common as a part of the area of both.",
        Inputs::Fixed(&[input("lhs", "Boxes, (…, 4)."), input("rhs", "Boxes, (…, 4).")]),
        BoxIou::SCHEMA,
        |given| Ok(Rc::new(BoxIou::read(given))),
    )
};

impl Op for BoxIou {
    fn def(&self) -> &'static OpDef {
        &BOX_IOU
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&BOX_IOU, inputs)?;
        let mut shape = Vec::new();
        for (i, spec) in inputs.iter().enumerate() {
            match spec.shape.as_slice() {
                [lead @ .., 4] if !lead.is_empty() => shape.extend(lead),
                _ => return Err(Error::shape(BOX_IOU.name, &BOX_IOU.input_name(i), &spec.shape, "(…, 4)")),
            }
        }
        Ok(vec![Spec::new(Shape::new(&shape), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let boxes = |x: &Array| -> Result<Vec<Corners>> {
            Ok(x.to_f64()?.chunks_exact(4).map(|b| corners(b, self.format)).collect())
        };
        let (lhs, rhs) = (boxes(&x[0])?, boxes(&x[1])?);
        let mut overlaps = vec![0.0; y[0].size()];
        kernels::boxes::overlaps(&lhs, &rhs, &mut overlaps);
        store(&y[0], &overlaps)
    }
}

/// The operator `_contrib_box_encode`.
struct BoxEncode;

/// `nd.contrib.boxEncode`
pub static BOX_ENCODE: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    outputs: &["targets", "masks"],
    ..OpDef::new(
        "_contrib_box_encode",
        "The normalized offsets from anchors to the boxes that they match, and 1 where a sample counts: both \
         (batch, anchors, 4), 0 elsewhere.",
        Inputs::Fixed(&[
            input("samples", "Above 0.5 where a sample counts, (batch, anchors)."),
            input("matches", "The place of the box in refs that an anchor matches, (batch, anchors)."),
            input("anchors", "Anchors by their corners, (batch, anchors, 4)."),
            input("refs", "Boxes by their corners, (batch, boxes, 4)."),
            input("means", "What is subtracted from the offsets, (4,)."),
            input("stds", "What the offsets are then divided by, (4,)."),
        ]),
        &[],
        |_| Ok(Rc::new(BoxEncode)),
    )
};

impl Op for BoxEncode {
    fn def(&self) -> &'static OpDef {
        &BOX_ENCODE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&BOX_ENCODE, inputs)?;
        expect_dims(&BOX_ENCODE, inputs, 0, &[None; 2], "(batch, anchors)")?;
        let [batch, anchors] = [0, 1].map(|d| Some(inputs[0].shape[d]));
        expect_dims(&BOX_ENCODE, inputs, 1, &[batch, anchors], "that of samples")?;
        expect_dims(&BOX_ENCODE, inputs, 2, &[batch, anchors, Some(4)], "that of samples and 4 corners")?;
        expect_dims(&BOX_ENCODE, inputs, 3, &[batch, None, Some(4)], "(batch, boxes, 4), the batch that of samples")?;
        expect_dims(&BOX_ENCODE, inputs, 4, &[Some(4)], "(4,)")?;
        expect_dims(&BOX_ENCODE, inputs, 5, &[Some(4)], "(4,)")?;
        Ok(vec![Spec::new(inputs[2].shape.clone(), dtype); 2])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (anchors, boxes) = (x[0].shape()[1], x[3].shape()[1]);
        let x = x.iter().map(Array::to_f64).collect::<Result<Vec<_>>>()?;
        let (mut targets, mut masks) = (vec![0.0; x[2].len()], vec![0.0; x[2].len()]);
        for (i, _) in x[0].iter().enumerate().filter(|(_, sample)| **sample > 0.5) {
            let place = x[1][i];
            if !(0.0..boxes as f64).contains(&place) {
                let place = shown(place);
                let message = format!("matches names box {place} for anchor {i}, but there are {boxes} in refs");
                return Err(Error::value(BOX_ENCODE.name, message));
            }
            let anchor = corners(&x[2][4 * i..], Format::Corner);
            let target = corners(&x[3][4 * (i / anchors * boxes + place as usize)..], Format::Corner);
            let offsets = offsets(&anchor, &target);
            for (c, offset) in offsets.into_iter().enumerate() {
                targets[4 * i + c] = (offset - x[4][c]) / x[5][c];
                masks[4 * i + c] = 1.0;
            }
        }
        store(&y[0], &targets)?;
        store(&y[1], &masks)
    }
}

/// How far the middle of a box is from an anchor's in sizes of the anchor, and the logarithms of how much larger it is.
pub(super) fn offsets(anchor: &Corners, target: &Corners) -> [f64; 4] {
    let middle = |b: &Corners| (b.left + b.width() / 2.0, b.top + b.height() / 2.0);
    let ((ax, ay), (x, y)) = (middle(anchor), middle(target));
    let log = |ratio: f64| libm::log(ratio);
    [
        (x - ax) / anchor.width(),
        (y - ay) / anchor.height(),
        log(target.width() / anchor.width()),
        log(target.height() / anchor.height()),
    ]
}

/// The box at such offsets from an anchor: the inverse of [`offsets`].
pub(super) fn moved(anchor: &Corners, offsets: [f64; 4]) -> [f64; 4] {
    let [x, y, w, h] = offsets;
    let (x, y) = (
        x * anchor.width() + anchor.left + anchor.width() / 2.0,
        y * anchor.height() + anchor.top + anchor.height() / 2.0,
    );
    let (w, h) = (libm::exp(w) * anchor.width() / 2.0, libm::exp(h) * anchor.height() / 2.0);
    [x - w, y - h, x + w, y + h]
}

attrs! {
    /// What offsets are in.
    pub struct BoxDecode {
        /// What the offset of x is multiplied with.
        std0: f32 = 1.0,
        /// What the offset of y is multiplied with.
        std1: f32 = 1.0,
        /// What the offset of the width is multiplied with.
        std2: f32 = 1.0,
        /// What the offset of the height is multiplied with.
        std3: f32 = 1.0,
        /// The largest logarithm of a size, if above 0.
        clip: f32 = -1.0,
        /// Whether anchors are (left, top, right, bottom) or (x, y, width, height).
        format: Format = Format::Center,
    }
}

/// `nd.contrib.boxDecode`
pub static BOX_DECODE: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_box_decode",
        "The corners of the boxes that are given by offsets from anchors, (batch, anchors, 4).",
        Inputs::Fixed(&[input("data", "Offsets, (batch, anchors, 4)."), input("anchors", "Anchors, (1, anchors, 4).")]),
        BoxDecode::SCHEMA,
        |given| Ok(Rc::new(BoxDecode::read(given))),
    )
};

impl Op for BoxDecode {
    fn def(&self) -> &'static OpDef {
        &BOX_DECODE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&BOX_DECODE, inputs)?;
        expect_dims(&BOX_DECODE, inputs, 0, &[None, None, Some(4)], "(batch, anchors, 4)")?;
        let anchors = Some(inputs[0].shape[1]);
        expect_dims(&BOX_DECODE, inputs, 1, &[Some(1), anchors, Some(4)], "(1, anchors, 4), as many anchors as data")?;
        Ok(vec![Spec::new(inputs[0].shape.clone(), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (mut data, anchors) = (x[0].to_f64()?, x[1].to_f64()?);
        let stds = [self.std0, self.std1, self.std2, self.std3].map(f64::from);
        let limit = if self.clip > 0.0 { f64::from(self.clip) } else { f64::INFINITY };
        for (b, anchor) in data.chunks_exact_mut(4).zip(anchors.chunks_exact(4).cycle()) {
            let [x, y, w, h] = [0, 1, 2, 3].map(|c| b[c] * stds[c]);
            let size = |s: f64| if s < limit || s.is_nan() { s } else { limit };
            b.copy_from_slice(&moved(&corners(anchor, self.format), [x, y, size(w), size(h)]));
        }
        store(&y[0], &data)
    }
}
