//! Pooling of regions of images to a fixed size: largest elements and means.

use super::weighted::Table;
use super::{checked, expect_dims, expect_image, floats, rounded};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, Op, OpDef, input};
use crate::ops::functional as f;
use crate::ops::matrix::composite;
use crate::shape::Shape;
use std::ops::Range;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ROI_POOLING, &PS_ROI_POOLING];

pub(super) const INPUTS: Inputs = Inputs::Fixed(&[
    input("data", "Images, (batch, channels, height, width)."),
    input("rois", "Regions, (regions, 5): the image, left, top, right, bottom. They get no gradient."),
]);

/// Checks the inputs, and gives their type.
pub(super) fn check(op: &'static OpDef, inputs: &[Spec]) -> Result<crate::dtype::DType> {
    let dtype = floats(op, inputs)?;
    expect_image(op, inputs, 0)?;
    expect_dims(op, inputs, 1, &[None, Some(5)], "(regions, 5)")?;
    Ok(dtype)
}

/// A pooled size as (height, width).
pub(super) fn pooled(op: &'static OpDef, size: &Tuple) -> Result<[usize; 2]> {
    match size.sizes().as_deref() {
        Some([height, width]) if *height > 0 && *width > 0 => Ok([*height, *width]),
        _ => Err(Error::attr(op.name, "pooled_size", size.text(), "(height, width), both positive")),
    }
}

/// The image that a region is of; none where there is no such image.
pub(super) fn image_of(roi: &[f64], batch: usize) -> Option<usize> {
    // -0.5 is image 0, as a conversion to an integer has it.
    (roi[0] > -1.0 && roi[0] < batch as f64).then_some(roi[0] as usize)
}

/// The part of a side from `begin` to `end`, which lie anywhere.
fn inside(begin: f64, end: f64, size: usize) -> Range<usize> {
    let cut = |v: f64| v.clamp(0.0, size as f64) as usize;
    cut(begin)..cut(end)
}

/// The result of a table of sums of single elements.
pub(super) fn of_elements(x: &NDArray, table: &Table, out: [usize; 4]) -> Result<NDArray> {
    f::reshape(&table.sum(&f::reshape(x, &Shape::from([x.shape().size()]))?, 0)?, &Shape::from(out))
}

attrs! {
    /// What regions are pooled to.
    pub struct RoiPooling {
        /// The height and width of the result.
        pooled_size: Tuple,
        /// The size of the data as a part of that which regions are given for.
        spatial_scale: f32,
    }
}

/// `nd.ROIPooling`
pub static ROI_POOLING: OpDef = OpDef {
    aliases: &["_npx_roi_pooling"],
    ..OpDef::new(
        "ROIPooling",
        "The largest elements in parts of regions of images, (regions, channels, height, width); 0 for parts outside.",
        INPUTS,
        RoiPooling::SCHEMA,
        |given| Ok(Rc::new(RoiPooling::read(given))),
    )
};

impl RoiPooling {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (shape, dtype) = (x[0].shape(), x[0].dtype());
        let [rows, columns] = pooled(&ROI_POOLING, &self.pooled_size)?;
        let (batch, channels, height, width) = (shape[0], shape[1], shape[2], shape[3]);
        let (values, rois) = (x[0].to_f64()?, x[1].to_f64()?);
        let round = |v: f64| rounded(v, dtype);
        let count = x[1].shape()[0];
        let mut table = Table::default();
        let sums = checked(&[count, channels, rows, columns])?;
        table.reserve(sums, sums)?;
        for roi in rois.chunks_exact(5) {
            let at = |i: usize| libm::round(round(roi[i] * f64::from(self.spatial_scale)));
            let parts = |begin: f64, end: f64, parts: usize, size: usize| -> Vec<Range<usize>> {
                let step = round((end - begin + 1.0).max(1.0) / parts as f64);
                let bound = |i: usize| round(i as f64 * step);
                let part = |i| inside(libm::floor(bound(i)) + begin, libm::ceil(bound(i + 1)) + begin, size);
                (0..parts).map(part).collect()
            };
            let (of_rows, of_columns) = (parts(at(2), at(4), rows, height), parts(at(1), at(3), columns, width));
            let image = image_of(roi, batch);
            for channel in 0..channels {
                let start = image.map(|image| (image * channels + channel) * height * width);
                for (ys, xs) in of_rows.iter().flat_map(|ys| of_columns.iter().map(move |xs| (ys, xs))) {
                    if let Some(start) = start {
                        let best = kernels::boxes::largest(&values[start..], width, ys.clone(), xs.clone());
                        best.into_iter().for_each(|place| table.add(start + place, 1.0));
                    }
                    table.end();
                }
            }
        }
        of_elements(&x[0], &table, [count, channels, rows, columns])
    }
}

impl Op for RoiPooling {
    composite!(ROI_POOLING);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = check(&ROI_POOLING, inputs)?;
        let [rows, columns] = pooled(&ROI_POOLING, &self.pooled_size)?;
        Ok(vec![Spec::new(Shape::from([inputs[1].shape[0], inputs[0].shape[1], rows, columns]), dtype)])
    }
}

attrs! {
    /// What regions are pooled to, and how.
    pub struct PsRoiPooling {
        /// The size of the data as a part of that which regions are given for.
        spatial_scale: f32,
        /// The number of channels of the result.
        output_dim: i32,
        /// The height and width of the result.
        pooled_size: i32,
        /// Into how many groups of channels a side of the result is divided; 0: as many as pooled_size.
        group_size: i32 = 0,
    }
}

/// `nd.contrib.PSROIPooling`
pub static PS_ROI_POOLING: OpDef = OpDef::new(
    "_contrib_PSROIPooling",
    "Means of parts of regions of images, each part from channels of its own: (regions, output_dim, pooled_size, \
     pooled_size); the data have output_dim * group_size * group_size channels. 0 for parts outside.",
    INPUTS,
    PsRoiPooling::SCHEMA,
    |given| Ok(Rc::new(PsRoiPooling::read(given))),
);

impl PsRoiPooling {
    /// Channels, size and groups of the result.
    fn sizes(&self) -> Result<[usize; 3]> {
        let positive = |name: &str, value: i32| match usize::try_from(value) {
            Ok(size) if size > 0 => Ok(size),
            _ => Err(Error::attr(PS_ROI_POOLING.name, name, value, "a positive number")),
        };
        let size = positive("pooled_size", self.pooled_size)?;
        let groups = if self.group_size == 0 { size } else { positive("group_size", self.group_size)? };
        Ok([positive("output_dim", self.output_dim)?, size, groups])
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (shape, dtype) = (x[0].shape(), x[0].dtype());
        let [channels, size, groups] = self.sizes()?;
        let (batch, height, width) = (shape[0], shape[2], shape[3]);
        let round = |v: f64| rounded(v, dtype);
        let count = x[1].shape()[0];
        let group = |i: usize| (i * groups / size).min(groups - 1);
        let mut table = Table::default();
        for roi in x[1].to_f64()?.chunks_exact(5) {
            let at = |i: usize, more: f64| round((libm::round(roi[i]) + more) * f64::from(self.spatial_scale));
            let parts = |begin: f64, end: f64, sides: usize| -> Vec<Range<usize>> {
                let step = round(round(end - begin).max(rounded(0.1, dtype)) / size as f64);
                let bound = |i: usize| round(round(i as f64 * step) + begin);
                (0..size).map(|i| inside(libm::floor(bound(i)), libm::ceil(bound(i + 1)), sides)).collect()
            };
            let (rows, columns) = (parts(at(2, 0.0), at(4, 1.0), height), parts(at(1, 0.0), at(3, 1.0), width));
            let image = image_of(roi, batch);
            let each = rows.iter().map(Range::len).sum::<usize>() * columns.iter().map(Range::len).sum::<usize>();
            table.reserve(checked(&[channels, size, size])?, checked(&[channels, each])?)?;
            for channel in 0..channels {
                for (i, j) in (0..size * size).map(|p| (p / size, p % size)) {
                    let (ys, xs) = (rows[i].clone(), columns[j].clone());
                    let weight = 1.0 / (ys.len() * xs.len()) as f64;
                    if let Some(image) = image {
                        let of = (channel * groups + group(i)) * groups + group(j);
                        let start = (image * shape[1] + of) * height;
                        for y in ys {
                            xs.clone().for_each(|x| table.add((start + y) * width + x, weight));
                        }
                    }
                    table.end();
                }
            }
        }
        of_elements(&x[0], &table, [count, channels, size, size])
    }
}

impl Op for PsRoiPooling {
    composite!(PS_ROI_POOLING);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = check(&PS_ROI_POOLING, inputs)?;
        let [channels, size, groups] = self.sizes()?;
        let needed = checked(&[channels, groups, groups])?;
        if inputs[0].shape[1] != needed {
            let expected =
                format!("{needed} channels, as outputDim is {channels} and there are {groups} groups a side");
            return Err(Error::shape(PS_ROI_POOLING.name, "data", &inputs[0].shape, expected));
        }
        Ok(vec![Spec::new(Shape::from([inputs[1].shape[0], channels, size, size]), dtype)])
    }
}
