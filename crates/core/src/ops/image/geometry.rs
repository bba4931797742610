//! Parts of images, and mirrored ones.

use super::{IMAGES, Picture, drawn, expect_images, picture};
use crate::array::Spec;
use crate::attrs;
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::OpDef;
use crate::ops::create::{COPY, Copy};
use crate::ops::functional as f;
use crate::ops::movement::assign::Reverse;
use crate::ops::movement::slice::{View, view};
use crate::shape::Shape;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CROP, &FLIP_LEFT_RIGHT, &FLIP_TOP_BOTTOM, &RANDOM_LEFT_RIGHT, &RANDOM_TOP_BOTTOM];

attrs! {
    /// Where a part lies.
    pub struct Crop {
        /// The left edge.
        x: usize,
        /// The upper edge.
        y: usize,
        /// The width of the part.
        width: usize,
        /// The height of the part.
        height: usize,
    }
}

/// `nd.image.crop`
pub static CROP: OpDef = OpDef {
    aliases: &["_npx__image_crop"],
    ..OpDef::new("_image_crop", "A part of images.", IMAGES, Crop::SCHEMA, |given| picture(&CROP, Crop::read(given)))
};

impl Crop {
    fn shape(&self, data: &Shape) -> Shape {
        let (mut shape, rank) = (data.clone(), data.len());
        (shape[rank - 3], shape[rank - 2]) = (self.height, self.width);
        shape
    }
}

impl Picture for Crop {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_images(def, &data.shape)?;
        let rank = data.shape.len();
        for (name, from, size, whole) in
            [("height", self.y, self.height, data.shape[rank - 3]), ("width", self.x, self.width, data.shape[rank - 2])]
        {
            if size == 0 || from.checked_add(size).is_none_or(|end| end > whole) {
                let expected = format!("at least 1 and, after {from}, within the image's {whole}");
                return Err(Error::attr(def.name, name, size, expected));
            }
        }
        Ok(Spec::new(self.shape(&data.shape), data.dtype))
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let rank = x.shape().len();
        let mut begin = vec![0; rank];
        (begin[rank - 3], begin[rank - 2]) = (self.y, self.x);
        view(x, &View::part(begin, self.shape(x.shape())))
    }
}

/// A mirrored image.
struct Flip {
    /// The axis, counted from the end.
    axis: usize,
    /// Whether chance decides.
    random: bool,
}

macro_rules! flips {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$alias:literal] $axis:literal $random:literal; )*) => {$(
        $(#[doc = $doc])+
        pub static $ID: OpDef = OpDef {
            aliases: &[$alias],
            ..OpDef::new($name, concat!($($doc, "\n"),+), IMAGES, &[], |_| {
                picture(&$ID, Flip { axis: $axis, random: $random })
            })
        };
    )*};
}

flips! {
    /// Images with left and right exchanged.
    FLIP_LEFT_RIGHT = "_image_flip_left_right" ["_npx__image_flip_left_right"] 2 false;
    /// Images upside down.
    FLIP_TOP_BOTTOM = "_image_flip_top_bottom" ["_npx__image_flip_top_bottom"] 3 false;
    /// Images with left and right exchanged, or as they are: with equal chance, all of a batch alike.
    RANDOM_LEFT_RIGHT = "_image_random_flip_left_right" ["_npx__image_random_flip_left_right"] 2 true;
    /// Images upside down, or as they are: with equal chance, all of a batch alike.
    RANDOM_TOP_BOTTOM = "_image_random_flip_top_bottom" ["_npx__image_random_flip_top_bottom"] 3 true;
}

impl Picture for Flip {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_images(def, &data.shape)?;
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        if self.random && drawn(|streams| streams.heads()) {
            return invoke1(Copy(&COPY), std::slice::from_ref(x));
        }
        let axis = x.shape().len() - self.axis;
        invoke1(Reverse { axis: f::tuple(&Shape::from([axis])) }, std::slice::from_ref(x))
    }
}
