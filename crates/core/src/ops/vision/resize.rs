//! Images of another size: interpolated, averaged, cut out.

use super::weighted::Table;
use super::{expect_image, floats};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::choice;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Inputs, Op, OpDef, input, optional};
use crate::ops::matrix::composite;
use crate::ops::movement::slice::{View, view};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&RESIZE, &ADAPTIVE, &CROP];

const IMAGES: Inputs = Inputs::Fixed(&[input("data", "Images, (batch, channels, height, width).")]);

choice! {
    /// Where the size of the result comes from.
    pub enum ResizeMode {
        /// height and width, or a multiple of the data's size where scale_height and scale_width are given.
        Size = "size",
        /// scale_height and scale_width, that of an odd size so that its ends stay where they are.
        OddScale = "odd_scale",
        /// The second input.
        Like = "like",
        /// The next even size, downwards.
        ToEvenDown = "to_even_down",
        /// The next even size, upwards.
        ToEvenUp = "to_even_up",
        /// The next odd size, downwards.
        ToOddDown = "to_odd_down",
        /// The next odd size, upwards.
        ToOddUp = "to_odd_up",
    }
}

attrs! {
    /// The size of the result.
    pub struct BilinearResize {
        /// The height of the result, in mode `size` without scale_height.
        height: i32 = 1,
        /// The width of the result, in mode `size` without scale_width.
        width: i32 = 1,
        /// How much higher the result is, in the modes `size` and `odd_scale`.
        scale_height: Option<f32> = None,
        /// How much wider the result is, in the modes `size` and `odd_scale`.
        scale_width: Option<f32> = None,
        /// Where the size of the result comes from; only `like` takes a second input.
        mode: ResizeMode = ResizeMode::Size,
        /// Whether the middles of the corner elements stay where they are, not the corners of the image.
        align_corners: bool = true,
    }
}

/// `nd.contrib.BilinearResize2D`
pub static RESIZE: OpDef = OpDef::new(
    "_contrib_BilinearResize2D",
    "Images of another size, interpolated between the four nearest elements.",
    Inputs::Fixed(&[
        input("data", "Images, (batch, channels, height, width)."),
        optional("like", "Images of the size of the result, for the mode `like`."),
    ]),
    BilinearResize::SCHEMA,
    |given| Ok(Rc::new(BilinearResize::read(given))),
);

impl BilinearResize {
    /// One side of the result; the names are those of its attributes.
    fn side(&self, old: usize, (name, size): (&str, i32), (scale_name, scale): (&str, Option<f32>)) -> Result<usize> {
        let is_odd = old % 2 == 1;
        let scaled = |old: usize, scale: f32| (scale * old as f32) as usize;
        let new = match (self.mode, scale) {
            (ResizeMode::Size, Some(scale)) => scaled(old, scale),
            (ResizeMode::Size, None) => usize::try_from(size).unwrap_or(0),
            (ResizeMode::OddScale, Some(scale)) if is_odd => scaled(old - 1, scale).saturating_add(1),
            (ResizeMode::OddScale, Some(scale)) => scaled(old, scale),
            (ResizeMode::OddScale, None) => 0,
            (ResizeMode::ToEvenDown, _) => old - usize::from(is_odd),
            (ResizeMode::ToEvenUp, _) => old + usize::from(is_odd),
            (ResizeMode::ToOddDown, _) => old - usize::from(!is_odd),
            (ResizeMode::ToOddUp, _) => old + usize::from(!is_odd),
            (ResizeMode::Like, _) => old,
        };
        if new > 0 {
            return Ok(new);
        }
        let (name, value) = match (self.mode, scale) {
            (ResizeMode::Size, None) => (name, size.to_string()),
            (ResizeMode::Size | ResizeMode::OddScale, _) => (scale_name, scale.text()),
            _ => ("mode", self.mode.text()),
        };
        Err(Error::attr(RESIZE.name, name, value, format!("what leaves at least 1 of {old} elements")))
    }

    fn sizes(&self, data: &Shape, like: Option<&Shape>) -> Result<[usize; 2]> {
        match like {
            Some(like) => Ok([like[2], like[3]]),
            None => Ok([
                self.side(data[2], ("height", self.height), ("scale_height", self.scale_height))?,
                self.side(data[3], ("width", self.width), ("scale_width", self.scale_width))?,
            ]),
        }
    }

    /// Which elements along a side the new ones lie between; in single precision, as MXNet.
    fn table(&self, old: usize, new: usize) -> Result<Table> {
        let steps = if self.align_corners { (old - 1, new - 1) } else { (old, new) };
        let scale = if new > 1 { steps.0 as f32 / steps.1 as f32 } else { 0.0 };
        let mut table = Table::default();
        table.reserve(new, new.saturating_mul(2))?;
        for i in 0..new {
            let middle = (f64::from(scale) * (i as f64 + 0.5) - 0.5) as f32;
            let from = if self.align_corners { scale * i as f32 } else { middle.max(0.0) };
            let low = (from as usize).min(old - 1);
            let rest = f64::from(from - low as f32);
            table.add(low, 1.0 - rest);
            table.add((low + 1).min(old - 1), rest);
            table.end();
        }
        Ok(table)
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let shape = x[0].shape();
        let [height, width] = self.sizes(shape, x.get(1).map(NDArray::shape))?;
        // Along the width first, as MXNet rounds.
        self.table(shape[2], height)?.sum(&self.table(shape[3], width)?.sum(&x[0], 3)?, 2)
    }
}

impl Op for BilinearResize {
    composite!(RESIZE);
    fn arity(&self) -> Option<usize> {
        Some(if self.mode == ResizeMode::Like { 2 } else { 1 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&RESIZE, inputs)?;
        (0..inputs.len()).try_for_each(|i| expect_image(&RESIZE, inputs, i))?;
        let shape = &inputs[0].shape;
        let [height, width] = self.sizes(shape, inputs.get(1).map(|like| &like.shape))?;
        Ok(vec![Spec::new(Shape::from([shape[0], shape[1], height, width]), dtype)])
    }
}

attrs! {
    /// The size of the result.
    pub struct AdaptiveAvgPooling {
        /// (height, width) of the result, or one number for both; empty: 1.
        output_size: Tuple = Tuple::default(),
    }
}

/// `nd.contrib.AdaptiveAvgPooling2D`
pub static ADAPTIVE: OpDef = OpDef::new(
    "_contrib_AdaptiveAvgPooling2D",
    "Means over as many parts of images as told; neighbouring parts overlap where the sizes do not divide.",
    IMAGES,
    AdaptiveAvgPooling::SCHEMA,
    |given| Ok(Rc::new(AdaptiveAvgPooling::read(given))),
);

impl AdaptiveAvgPooling {
    fn sizes(&self) -> Result<[usize; 2]> {
        match self.output_size.sizes().as_deref() {
            Some([]) => Ok([1, 1]),
            Some([size]) if *size > 0 => Ok([*size, *size]),
            Some([height, width]) if *height > 0 && *width > 0 => Ok([*height, *width]),
            _ => Err(Error::attr(ADAPTIVE.name, "output_size", self.output_size.text(), "one or two positive sizes")),
        }
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let [height, width] = self.sizes()?;
        means(x[0].shape()[3], width)?.sum(&means(x[0].shape()[2], height)?.sum(&x[0], 2)?, 3)
    }
}

/// Means over `new` parts of `old` elements.
fn means(old: usize, new: usize) -> Result<Table> {
    // Wide: sizes multiply.
    let part = |i: usize, round: u128| ((i as u128 * old as u128 + round) / new as u128) as usize;
    let mut table = Table::default();
    // Neighbours share one element at most.
    table.reserve(new, old.saturating_add(new))?;
    for i in 0..new {
        let (begin, end) = (part(i, 0), part(i + 1, new as u128 - 1));
        (begin..end).for_each(|place| table.add(place, 1.0 / (end - begin) as f64));
        table.end();
    }
    Ok(table)
}

impl Op for AdaptiveAvgPooling {
    composite!(ADAPTIVE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&ADAPTIVE, inputs)?;
        expect_image(&ADAPTIVE, inputs, 0)?;
        let [height, width] = self.sizes()?;
        let shape = &inputs[0].shape;
        Ok(vec![Spec::new(Shape::from([shape[0], shape[1], height, width]), dtype)])
    }
}

attrs! {
    /// Which part of images.
    pub struct Crop {
        /// The number of inputs: 1, or 2 where the size is that of the second.
        num_args: usize,
        /// Where the part begins (y, x).
        offset: Tuple = Tuple(vec![0, 0]),
        /// The height and width of the part, for one input.
        h_w: Tuple = Tuple(vec![0, 0]),
        /// Whether the part is the middle of the images.
        center_crop: bool = false,
    }
}

/// `nd.Crop`
pub static CROP: OpDef = OpDef::new(
    "Crop",
    "A part of images: of a given size, or that of a second input.",
    Inputs::Variadic {
        count: "num_args",
        doc: "Images, (batch, channels, height, width), and maybe those with the size.",
    },
    Crop::SCHEMA,
    |given| Ok(Rc::new(Crop::read(given))),
);

impl Crop {
    /// Where the part lies.
    fn part(&self, data: &Shape, like: Option<&Shape>) -> Result<View> {
        let two = |name: &str, value: &Tuple, most: [usize; 2], least: usize| {
            let inside = |v: &[usize]| v.iter().zip(most).all(|(v, most)| (least..=most).contains(v));
            match value.sizes() {
                Some(v) if v.len() == 2 && inside(&v) => Ok([v[0], v[1]]),
                _ => Err(Error::attr(CROP.name, name, value.text(), format!("(y, x) of {least} to {most:?}"))),
            }
        };
        let size = match like {
            Some(like) => [like[2], like[3]],
            None => two("h_w", &self.h_w, [data[2], data[3]], 1)?,
        };
        if size[0] > data[2] || size[1] > data[3] {
            return Err(Error::shape(CROP.name, "arg0", data, format!("at least as large as {size:?}")));
        }
        let room = [data[2] - size[0], data[3] - size[1]];
        let begin = if self.center_crop { room.map(|r| r / 2) } else { two("offset", &self.offset, room, 0)? };
        Ok(View::part(vec![0, 0, begin[0], begin[1]], Shape::from([data[0], data[1], size[0], size[1]])))
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        view(&x[0], &self.part(x[0].shape(), x.get(1).map(NDArray::shape))?)
    }
}

impl Op for Crop {
    composite!(CROP);
    fn arity(&self) -> Option<usize> {
        Some(self.num_args)
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        if !matches!(inputs.len(), 1 | 2) {
            return Err(Error::attr(CROP.name, "num_args", self.num_args, "1 or 2"));
        }
        (0..inputs.len()).try_for_each(|i| expect_image(&CROP, inputs, i))?;
        let part = self.part(&inputs[0].shape, inputs.get(1).map(|like| &like.shape))?;
        Ok(vec![Spec::new(part.size().clone(), inputs[0].dtype)])
    }
}
