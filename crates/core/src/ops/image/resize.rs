//! Images in another size, as OpenCV makes them: along each axis, sums of a few weighed pixels.

use super::{IMAGES, Picture, expect_images, narrow, picture, wide};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::OpDef;
use crate::ops::functional as f;
use crate::ops::unary;
use crate::ops::vision::weighted::Table;
use crate::shape::Shape;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&RESIZE];

attrs! {
    /// The size, and how pixels between the given ones are made.
    pub struct Resize {
        /// (width, height), or one number for both.
        size: Tuple = Tuple(vec![]),
        /// Whether one number is the size of the shorter side, and the other side keeps the ratio.
        keep_ratio: bool = false,
        /// 0 the nearest pixel, 1 linear, 2 cubic, 3 by area, 4 Lanczos.
        interp: i32 = 1,
    }
}

/// `nd.image.resize`
pub static RESIZE: OpDef = OpDef {
    aliases: &["_npx__image_resize"],
    ..OpDef::new("_image_resize", "Images in another size.", IMAGES, Resize::SCHEMA, |given| {
        let op = Resize::read(given);
        if !(0..=4).contains(&op.interp) {
            return Err(Error::attr(given.op, "interp", op.interp, "0 to 4"));
        }
        if !matches!(op.size.0.len(), 1 | 2) || op.size.0.iter().any(|&s| s < 1 || s > LARGEST as i64) {
            return Err(Error::attr(given.op, "size", op.size.text(), EXPECTED));
        }
        picture(&RESIZE, op)
    })
};

/// The greatest side of an image: the weights along it are held in memory.
const LARGEST: usize = 1 << 20;
const EXPECTED: &str = "one or two sizes, each side of the images from 1 to 1048576";

impl Resize {
    /// The new height and width.
    fn target(&self, data: &Shape) -> (usize, usize) {
        let (height, width) = (data[data.len() - 3], data[data.len() - 2]);
        match *self.size.0.as_slice() {
            [size] if self.keep_ratio => {
                let size = size as usize;
                let longer = |long: usize, short: usize| size.saturating_mul(long) / short;
                if height > width { (longer(height, width), size) } else { (size, longer(width, height)) }
            }
            [width, height] => (height as usize, width as usize),
            _ => (self.size.0[0] as usize, self.size.0[0] as usize),
        }
    }

    /// The weighed pixels along an axis of size `from` that becomes `to`. `shrinks` is whether neither axis grows.
    fn table(&self, from: usize, to: usize, shrinks: bool) -> Result<Table> {
        let ratio = from as f64 / to as f64;
        let last = from as i64 - 1;
        let collect = |count: usize, tap: &dyn Fn(usize, usize) -> (i64, f64)| {
            let mut table = Table::default();
            table.reserve(to, to * count)?;
            for place in 0..to {
                for (at, weight) in (0..count).map(|i| tap(place, i)) {
                    table.add(at.clamp(0, last) as usize, weight);
                }
                table.end();
            }
            Ok(table)
        };
        // The old place of a new pixel: a whole number and what is left.
        let split = |x: f64| (libm::floor(x) as i64, x - libm::floor(x));
        let centre = |place: usize| split((place as f64 + 0.5) * ratio - 0.5);
        let linear = |at: i64, rest: f64, i: usize| (at + i as i64, if i == 0 { 1.0 - rest } else { rest });
        match self.interp {
            0 => collect(1, &|place, _| ((place as f64 * ratio) as i64, 1.0)),
            1 => collect(2, &|place, i| linear(centre(place).0, centre(place).1, i)),
            2 => collect(4, &|place, i| {
                let (at, rest) = centre(place);
                (at - 1 + i as i64, cubic(rest + 1.0 - i as f64))
            }),
            // Every old pixel counts as much as it is covered by the new one.
            3 if shrinks => collect(libm::ceil(ratio) as usize + 1, &|place, i| {
                let (begin, end) = (place as f64 * ratio, ((place + 1) as f64 * ratio).min(from as f64));
                let at = begin as i64 + i as i64;
                let covered = end.min((at + 1) as f64) - begin.max(at as f64);
                // OpenCV passes over slivers.
                (at, if covered > 1e-3 { covered / (end - begin) } else { 0.0 })
            }),
            3 => collect(2, &|place, i| {
                let at = (place as f64 * ratio) as i64;
                let rest = (place + 1) as f64 - (at + 1) as f64 / ratio;
                linear(at, if rest <= 0.0 { 0.0 } else { rest - libm::floor(rest) }, i)
            }),
            _ => collect(8, &|place, i| {
                let (at, rest) = centre(place);
                let all: f64 = (0..8).map(|i| lanczos(rest + 3.0 - i as f64)).sum();
                (at - 3 + i as i64, lanczos(rest + 3.0 - i as f64) / all)
            }),
        }
    }
}

/// The cubic kernel with a slope of -0.75 at distance 1.
fn cubic(x: f64) -> f64 {
    const A: f64 = -0.75;
    let x = x.abs();
    match x {
        _ if x <= 1.0 => ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0,
        _ => ((A * x - 5.0 * A) * x + 8.0 * A) * x - 4.0 * A,
    }
}

/// The Lanczos kernel over four pixels on each side, up to a constant.
fn lanczos(x: f64) -> f64 {
    if x.abs() < f64::from(f32::EPSILON) {
        return std::f64::consts::PI * std::f64::consts::FRAC_PI_4;
    }
    let x = x * std::f64::consts::PI;
    libm::sin(x) * libm::sin(x / 4.0) / (x * x) * std::f64::consts::PI * std::f64::consts::PI
}

impl Picture for Resize {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_images(def, &data.shape)?;
        let (mut shape, rank) = (data.shape.clone(), data.shape.len());
        let (height, width) = self.target(&data.shape);
        if height.max(width) > LARGEST {
            return Err(Error::attr(def.name, "size", self.size.text(), EXPECTED));
        }
        (shape[rank - 3], shape[rank - 2]) = (height, width);
        Ok(Spec::new(shape, data.dtype))
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let (rank, (height, width)) = (x.shape().len(), self.target(x.shape()));
        let (old_height, old_width) = (x.shape()[rank - 3], x.shape()[rank - 2]);
        let shrinks = height <= old_height && width <= old_width;
        let rows = self.table(old_width, width, shrinks)?.sum(&wide(x)?, rank - 2)?;
        let y = self.table(old_height, height, shrinks)?.sum(&rows, rank - 3)?;
        let whole = !x.dtype().is_float();
        narrow(&if whole { f::apply(&unary::ROUND, &y)? } else { y }, x.dtype())
    }
}
