//! Pooling of regions of images at points between their elements.

use super::regions::{INPUTS, check, image_of, of_elements, pooled};
use super::weighted::Table;
use super::{checked, rounded};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::Tuple;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Op, OpDef};
use crate::ops::functional as f;
use crate::ops::matrix::composite;
use crate::shape::Shape;
use crate::text::{shown, shown32};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ROI_ALIGN];

attrs! {
    /// What regions are pooled to, and how.
    pub struct RoiAlign {
        /// The height and width of the result.
        pooled_size: Tuple,
        /// The size of the data as a part of that which regions are given for, 0 to 1.
        spatial_scale: f32,
        /// How many points along each side of a part are looked at; about one an element unless above 0.
        sample_ratio: i32 = -1,
        /// Whether each part is from channels of its own, so that the result has fewer of them by the size of pooled_size.
        position_sensitive: bool = false,
        /// Whether elements are points in the middle of their squares.
        aligned: bool = false,
    }
}

/// `nd.contrib.ROIAlign`
pub static ROI_ALIGN: OpDef = OpDef::new(
    "_contrib_ROIAlign",
    "Means of interpolated points in parts of regions of images, (regions, channels, height, width); 0 for a region of image \
     -1.",
    INPUTS,
    RoiAlign::SCHEMA,
    |given| Ok(Rc::new(RoiAlign::read(given))),
);

/// The most points along a side of a part.
const MOST_POINTS: i32 = 1024;

impl RoiAlign {
    /// For each part of a side the elements that it is the mean of, with their weights.
    fn side(
        &self,
        begin: f64,
        length: f64,
        parts: usize,
        size: usize,
        round: &dyn Fn(f64) -> f64,
    ) -> Vec<Vec<(usize, f64)>> {
        let step = round(length / parts as f64);
        let points = if self.sample_ratio > 0 { f64::from(self.sample_ratio) } else { libm::ceil(step) };
        let last = size - 1;
        let part = |part: usize| {
            let start = round(begin + round(part as f64 * step));
            let at = |i: f64| round(start + round(round((i + 0.5) * step) / points));
            // The points beside the data weigh nothing, and there may be any number of them.
            let first = libm::floor((-2.0 - start) * points / step).clamp(0.0, points);
            let reach = libm::ceil((size as f64 + 4.0) * points / step).min(points - first) as usize;
            let mut weights: Vec<(usize, f64)> = Vec::new();
            for place in (0..reach).map(|i| at(first + i as f64)).filter(|p| !(*p < -1.0 || *p > size as f64)) {
                let place = place.clamp(0.0, last as f64);
                let low = (place as usize).min(last);
                let rest = round(place - low as f64);
                for (element, weight) in [(low, 1.0 - rest), ((low + 1).min(last), rest)] {
                    match weights.iter_mut().rev().take(2).find(|(e, _)| *e == element) {
                        Some((_, sum)) => *sum += weight / points,
                        None => weights.push((element, weight / points)),
                    }
                }
            }
            weights
        };
        (0..parts).map(part).collect()
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (shape, dtype) = (x[0].shape(), x[0].dtype());
        let [rows, columns] = pooled(&ROI_ALIGN, &self.pooled_size)?;
        let (batch, channels, height, width) = (shape[0], shape[1], shape[2], shape[3]);
        let round = |v: f64| rounded(v, dtype);
        let count = x[1].shape()[0];
        let mut table = Table::default();
        // Channels side by side: one table serves them all, unless each part has its own.
        let of_parts = if self.position_sensitive { channels / (rows * columns) } else { 1 };
        for (n, roi) in x[1].to_f64()?.chunks_exact(5).enumerate() {
            let image = image_of(roi, batch);
            if image.is_none() && roi[0] >= 0.0 || roi[0].is_nan() {
                let message =
                    format!("region {n} of rois is of image {}, but there are {batch} in data", shown(roi[0]));
                return Err(Error::value(ROI_ALIGN.name, message));
            }
            let middle = if self.aligned { 0.5 } else { 0.0 };
            let at = |i: usize| round(round(roi[i] * f64::from(self.spatial_scale)) - middle);
            let (left, top) = (at(1), at(2));
            let (mut wide, mut high) = (round(at(3) - left), round(at(4) - top));
            if !self.aligned {
                (wide, high) = (wide.max(1.0), high.max(1.0));
            } else if image.is_some() && !(wide > 0.0 && high > 0.0) {
                let message = format!("region {n} of rois has no area: {:?}", &roi[1..]);
                return Err(Error::value(ROI_ALIGN.name, message));
            }
            let ys = self.side(top, high, rows, height, &round);
            let xs = self.side(left, wide, columns, width, &round);
            let each = ys.iter().map(Vec::len).sum::<usize>() * xs.iter().map(Vec::len).sum::<usize>();
            table.reserve(checked(&[of_parts, rows, columns])?, checked(&[of_parts, each])?)?;
            for channel in 0..of_parts {
                for (part, (ys, xs)) in ys.iter().flat_map(|ys| xs.iter().map(move |xs| (ys, xs))).enumerate() {
                    if let Some(image) = image {
                        let from = if self.position_sensitive {
                            image * channels + channel * rows * columns + part
                        } else {
                            image
                        };
                        for (y, of_row) in ys {
                            let start = (from * height + y) * width;
                            xs.iter().for_each(|(x, of_column)| table.add(start + x, of_row * of_column));
                        }
                    }
                    table.end();
                }
            }
        }
        if self.position_sensitive {
            return of_elements(&x[0], &table, [count, of_parts, rows, columns]);
        }
        let flat = Shape::from([batch * height * width, channels]);
        let seen = table.sum(&f::reshape(&f::transpose(&x[0], &[0, 2, 3, 1])?, &flat)?, 0)?;
        f::transpose(&f::reshape(&seen, &Shape::from([count, rows, columns, channels]))?, &[0, 3, 1, 2])
    }
}

impl Op for RoiAlign {
    composite!(ROI_ALIGN);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = check(&ROI_ALIGN, inputs)?;
        let [rows, columns] = pooled(&ROI_ALIGN, &self.pooled_size)?;
        if !(0.0..=1.0).contains(&self.spatial_scale) {
            return Err(Error::attr(
                ROI_ALIGN.name,
                "spatial_scale",
                shown32(self.spatial_scale),
                "a number from 0 to 1",
            ));
        }
        if self.sample_ratio > MOST_POINTS {
            let expected = format!("at most {MOST_POINTS}");
            return Err(Error::attr(ROI_ALIGN.name, "sample_ratio", self.sample_ratio, expected));
        }
        let mut channels = inputs[0].shape[1];
        if self.position_sensitive {
            let each = checked(&[rows, columns])?;
            if !channels.is_multiple_of(each) {
                let expected = format!("a multiple of {each} channels, the size of pooledSize");
                return Err(Error::shape(ROI_ALIGN.name, "data", &inputs[0].shape, expected));
            }
            channels /= each;
        }
        Ok(vec![Spec::new(Shape::from([inputs[1].shape[0], channels, rows, columns]), dtype)])
    }
}
