//! Non-maximum suppression.

use super::{Corners, Format, corners, floats, ranked};
use crate::array::Spec;
use crate::attrs;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{DATA, Op, OpDef};
use crate::ops::functional as f;
use crate::ops::index::take::take_rows;
use crate::ops::matrix::composite;
use crate::ops::movement::choose;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BOX_NMS];

attrs! {
    /// Which boxes are kept, and where in a row is what.
    pub struct BoxNms {
        /// The overlap above which the box with the smaller score goes.
        overlap_thresh: f32 = 0.5,
        /// Only boxes with a score above this are kept.
        valid_thresh: f32 = 0.0,
        /// How many boxes with the best scores are looked at; all if below 0, and 0 keeps the data as it is.
        topk: i32 = -1,
        /// Where the four coordinates begin.
        coord_start: i32 = 2,
        /// Where the score is.
        score_index: i32 = 1,
        /// Where the class is; -1 if there is none.
        id_index: i32 = -1,
        /// The class whose boxes are not kept.
        background_id: i32 = -1,
        /// Whether boxes go for those of other classes too.
        force_suppress: bool = false,
        /// Whether boxes are (left, top, right, bottom) or (x, y, width, height).
        in_format: Format = Format::Corner,
        /// How boxes are written to the output.
        out_format: Format = Format::Corner,
    }
}

/// `nd.contrib.boxNms`
pub static BOX_NMS: OpDef = OpDef {
    aliases: &["_contrib_box_non_maximum_suppression"],
    ..OpDef::new(
        "_contrib_box_nms",
        "The rows of boxes that do not overlap one with a better score, the best first; the rest of the rows is -1.",
        DATA,
        BoxNms::SCHEMA,
        |given| Ok(Rc::new(BoxNms::read(given))),
    )
};

impl BoxNms {
    /// Coordinates, score and class in a row.
    fn places(&self, width: usize) -> Result<(usize, usize, Option<usize>)> {
        let wrong = |name: &str, value: i32, expected: &str| {
            Err(Error::attr(BOX_NMS.name, name, value, format!("{expected} a row of {width} numbers")))
        };
        let inside = |place: i32, n: usize| usize::try_from(place).ok().filter(|p| n <= width && *p <= width - n);
        let Some(start) = inside(self.coord_start, 4) else {
            return wrong("coord_start", self.coord_start, "the start of four coordinates in");
        };
        let free = |place: i32| inside(place, 1).filter(|p| !(start..start + 4).contains(p));
        let Some(score) = free(self.score_index) else {
            return wrong("score_index", self.score_index, "a place beside the coordinates in");
        };
        if self.id_index < 0 {
            return Ok((start, score, None));
        }
        match free(self.id_index).filter(|p| *p != score) {
            Some(id) => Ok((start, score, Some(id))),
            None => wrong("id_index", self.id_index, "a place beside the coordinates and the score in"),
        }
    }

    /// The places of the rows that are kept in one list of boxes.
    fn kept(&self, rows: &[f64], width: usize, single: bool) -> Result<Vec<usize>> {
        let (start, score, id) = self.places(width)?;
        let count = rows.len() / width;
        if self.topk == 0 {
            return Ok((0..count).collect());
        }
        let row = |i: usize| &rows[i * width..][..width];
        let valid = |i: &usize| {
            let is_background = id.is_some_and(|id| row(*i)[id] == f64::from(self.background_id));
            row(*i)[score] > f64::from(self.valid_thresh) && !is_background
        };
        let valid: Vec<usize> = (0..count).filter(valid).collect();
        let scores: Vec<f64> = valid.iter().map(|&i| row(i)[score]).collect();
        let looked_at = usize::try_from(self.topk).map_or(valid.len(), |topk| topk.min(valid.len()));
        let boxes: Vec<Corners> = (0..count).map(|i| corners(&row(i)[start..], self.in_format)).collect();
        // Boxes of all classes hide each other where none has one.
        let class = |i: usize| id.filter(|_| !self.force_suppress).map_or(0, |id| row(i)[id] as i64);
        let classes: Vec<i64> = (0..count).map(class).collect();
        let order: Vec<usize> = ranked(&scores, false)[..looked_at].iter().map(|&place| valid[place]).collect();
        Ok(kernels::boxes::kept(&boxes, &classes, &order, self.overlap_thresh.into(), single))
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let shape = x[0].shape();
        let n = shape.len();
        let (count, width) = (shape[n - 2], shape[n - 1]);
        let (start, _, _) = self.places(width)?;
        let dtype = x[0].dtype();
        let total = shape.size() / width;
        // Rows of all lists one below the other; those beyond the kept ones show row 0, which is then covered.
        let (mut from, mut is_kept) = (vec![0i64; total], vec![0.0f32; total]);
        for (b, rows) in x[0].to_f64()?.chunks_exact((count * width).max(1)).enumerate() {
            for (to, i) in self.kept(rows, width, dtype != DType::Float64)?.into_iter().enumerate() {
                (from[b * count + to], is_kept[b * count + to]) = ((b * count + i) as i64, 1.0);
            }
        }
        let flat = Shape::from([total, width]);
        if total == 0 {
            return f::scale(&x[0], 1.0);
        }
        let mut rows = take_rows(&f::reshape(&x[0], &flat)?, &NDArray::from_slice([total], &from)?)?;
        if self.in_format != self.out_format {
            let part = |begin: usize, size: usize| view(&rows, &View::along(&flat, 1, begin, size));
            let (first, second) = (part(start, 2)?, part(start + 2, 2)?);
            let (first, second) = match self.out_format {
                Format::Center => (f::scale(&f::add(&first, &second)?, 0.5)?, f::sub(&second, &first)?),
                Format::Corner => {
                    let half = f::scale(&second, 0.5)?;
                    (f::sub(&first, &half)?, f::add(&first, &half)?)
                }
            };
            let end = start + 4;
            rows = concat(&[part(0, start)?, first, second, part(end, width - end)?], 1)?;
        }
        let cover = f::full(&Spec::new(flat.clone(), dtype), -1.0)?;
        f::reshape(&choose::call(&NDArray::from_slice([total], &is_kept)?, &rows, &cover)?, shape)
    }
}

impl Op for BoxNms {
    composite!(BOX_NMS);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        floats(&BOX_NMS, inputs)?;
        let shape = &inputs[0].shape;
        if shape.len() < 2 || shape[shape.len() - 1] < 5 {
            let expected = "(…, boxes, numbers), at least five numbers: a score and coordinates";
            return Err(Error::shape(BOX_NMS.name, "data", shape, expected));
        }
        self.places(shape[shape.len() - 1])?;
        Ok(vec![inputs[0].clone()])
    }
}
