//! Brightness, contrast and colours of images, changed by chance.

use super::{COLOURS, Picture, drawn, expect_colours, narrow, picture, wide};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, FloatTuple, Given};
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Op, OpDef};
use crate::ops::create::{COPY, Copy};
use crate::ops::functional as f;
use crate::ops::movement::choose;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::{binary, scalar};
use crate::shape::Shape;
use crate::text::shown32;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[
    &RANDOM_BRIGHTNESS,
    &RANDOM_CONTRAST,
    &RANDOM_SATURATION,
    &RANDOM_HUE,
    &COLOR_JITTER,
    &ADJUST_LIGHTING,
    &RANDOM_LIGHTING,
];

/// How much the channels count for the brightness of a pixel.
const GREY: [f64; 3] = [0.299, 0.587, 0.114];

/// The directions in which the colours of photographs vary, scaled by how much (Krizhevsky et al., 2012).
const LIGHTING: [[f64; 3]; 3] = [
    [55.46 * -0.5675, 4.794 * 0.7192, 1.148 * 0.4009],
    [55.46 * -0.5808, 4.794 * -0.0045, 1.148 * -0.8140],
    [55.46 * -0.5836, 4.794 * -0.6948, 1.148 * 0.4203],
];

/// What is changed.
#[derive(Clone, Copy)]
enum Change {
    Brightness,
    Contrast,
    Saturation,
    Hue,
}

/// Three numbers that broadcast to the channels of an image.
fn channels(x: &NDArray, values: [f64; 3]) -> Result<NDArray> {
    f::cast(&NDArray::from_slice(Shape::from([1, 1, 3]), &values)?, x.dtype())
}

impl Change {
    /// The image, changed by a factor (for the hue, by this part of a turn).
    fn apply(self, image: &NDArray, factor: f64) -> Result<NDArray> {
        let colours = image.shape()[2] == 3;
        let x = wide(image)?;
        let grey = || match colours {
            true => f::sum(&f::mul(&x, &channels(&x, GREY)?)?, &[2], true),
            false => Ok(x.clone()),
        };
        let towards = |grey: &NDArray| f::add(&f::scale(&x, factor)?, &f::scale(grey, 1.0 - factor)?);
        let y = match self {
            Change::Brightness => f::scale(&x, factor)?,
            Change::Contrast => towards(&f::mean(&grey()?, &[0, 1, 2], true)?)?,
            Change::Saturation if colours => towards(&grey()?)?,
            Change::Hue if colours => turned(&x, factor)?,
            _ => x,
        };
        narrow(&y, image.dtype())
    }
}

/// The colours of an image turned around the circle of hues.
fn turned(x: &NDArray, turn: f64) -> Result<NDArray> {
    let channel = |i| view(x, &View::along(x.shape(), 2, i, 1));
    let [r, g, b] = [channel(0)?, channel(1)?, channel(2)?];
    let (least, most) = (&binary::MINIMUM, &binary::MAXIMUM);
    let high = binary::call(most, &r, &binary::call(most, &g, &b)?)?;
    let low = binary::call(least, &r, &binary::call(least, &g, &b)?)?;
    let (range, light) = (f::sub(&high, &low)?, f::scale(&f::add(&high, &low)?, 0.5)?);
    // Greys have no hue: any divisor will do.
    let coloured = f::greater_scalar(&range, 255.0 * f64::from(f32::EPSILON))?;
    let divisor = choose::call(&coloured, &range, &f::full(range.spec(), 1.0)?)?;
    // In sixths of the circle.
    let from = |a: &NDArray, b: &NDArray, start: f64| f::shift(&f::div(&f::sub(a, b)?, &divisor)?, start);
    let rest = choose::call(&f::equal(&high, &g)?, &from(&b, &r, 2.0)?, &from(&r, &g, 4.0)?)?;
    let hue = choose::call(&f::equal(&high, &r)?, &from(&g, &b, 0.0)?, &rest)?;
    let mut turned = Vec::new();
    for start in [0.0, 8.0, 4.0] {
        let k = scalar::call(&scalar::MOD, &f::shift(&f::scale(&hue, 2.0)?, start + 12.0 * turn)?, 12.0)?;
        let slope = binary::call(least, &f::shift(&k, -3.0)?, &scalar::call(&scalar::RMINUS, &k, 9.0)?)?;
        let bounded = scalar::call(&scalar::MAXIMUM, &scalar::call(&scalar::MINIMUM, &slope, 1.0)?, -1.0)?;
        turned.push(f::sub(&light, &f::mul(&f::scale(&range, 0.5)?, &bounded)?)?);
    }
    let y = concat(&turned, 2)?;
    choose::call(&f::broadcast_to(&coloured, y.shape())?, &y, &f::broadcast_to(&light, y.shape())?)
}

attrs! {
    /// The range of a factor.
    pub struct Enhance {
        /// The least factor, not negative.
        min_factor: f32,
        /// The greatest factor.
        max_factor: f32,
    }
}

/// A change by a random factor.
struct RandomChange(Change, Enhance);

fn random(def: &'static OpDef, given: &mut Given, change: Change) -> Result<Rc<dyn Op>> {
    let range = Enhance::read(given);
    if range.min_factor >= 0.0 && range.max_factor >= range.min_factor {
        return picture(def, RandomChange(change, range));
    }
    let expected = format!("between 0 and maxFactor ({})", shown32(range.max_factor));
    Err(Error::attr(def.name, "min_factor", shown32(range.min_factor), expected))
}

macro_rules! changes {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$alias:literal] $Change:ident; )*) => {$(
        $(#[doc = $doc])+
        pub static $ID: OpDef = OpDef {
            aliases: &[$alias],
            ..OpDef::new($name, concat!($($doc, "\n"),+), COLOURS, Enhance::SCHEMA,
                |given| random(&$ID, given, Change::$Change))
        };
    )*};
}

changes! {
    /// An image with its brightness multiplied by a random factor.
    RANDOM_BRIGHTNESS = "_image_random_brightness" ["_npx__image_random_brightness"] Brightness;
    /// An image with its distance from its mean grey multiplied by a random factor.
    RANDOM_CONTRAST = "_image_random_contrast" ["_npx__image_random_contrast"] Contrast;
    /// An image with the distance of its pixels from grey multiplied by a random factor.
    RANDOM_SATURATION = "_image_random_saturation" ["_npx__image_random_saturation"] Saturation;
    /// An image with its hues turned by a random part of the circle.
    RANDOM_HUE = "_image_random_hue" ["_npx__image_random_hue"] Hue;
}

impl Picture for RandomChange {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_colours(def, &data.shape)?;
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        self.0.apply(x, drawn(|streams| streams.factor(self.1.min_factor, self.1.max_factor)).into())
    }
}

attrs! {
    /// How far colours may change.
    pub struct ColorJitter {
        /// How far the factor of the brightness lies from 1.
        brightness: f32,
        /// How far the factor of the contrast lies from 1.
        contrast: f32,
        /// How far the factor of the saturation lies from 1.
        saturation: f32,
        /// How far the hues turn, in parts of the circle.
        hue: f32,
    }
}

/// `nd.image.random_color_jitter`
pub static COLOR_JITTER: OpDef = OpDef {
    aliases: &["_npx__image_random_color_jitter"],
    ..OpDef::new(
        "_image_random_color_jitter",
        "An image with brightness, contrast, saturation and hue changed by chance, in random order. What is not above 0 stays.",
        COLOURS,
        ColorJitter::SCHEMA,
        |given| picture(&COLOR_JITTER, ColorJitter::read(given)),
    )
};

impl Picture for ColorJitter {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_colours(def, &data.shape)?;
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let mut y = invoke1(Copy(&COPY), std::slice::from_ref(x))?;
        for which in drawn(|streams| streams.shuffle_elements(4)) {
            let (change, most, middle) = [
                (Change::Brightness, self.brightness, 1.0),
                (Change::Contrast, self.contrast, 1.0),
                (Change::Saturation, self.saturation, 1.0),
                (Change::Hue, self.hue, 0.0),
            ][which];
            if most > 0.0 {
                y = change.apply(&y, middle + f64::from(drawn(|streams| streams.factor(-most, most))))?;
            }
        }
        Ok(y)
    }
}

attrs! {
    /// How much light is added.
    pub struct AdjustLighting {
        /// How far the image moves in the three directions in which photographs vary.
        alpha: FloatTuple,
    }
}

attrs! {
    /// How much light is added by chance.
    pub struct RandomLighting {
        /// The standard deviation of how far the image moves in each direction.
        alpha_std: f32 = 0.05,
    }
}

/// `nd.image.adjust_lighting`
pub static ADJUST_LIGHTING: OpDef = OpDef {
    aliases: &["_npx__image_adjust_lighting"],
    ..OpDef::new(
        "_image_adjust_lighting",
        "An image with light added as AlexNet does: along the principal components of the colours of photographs.",
        COLOURS,
        AdjustLighting::SCHEMA,
        |given| {
            let op = AdjustLighting::read(given);
            match op.alpha.0.len() {
                3 => picture(&ADJUST_LIGHTING, op),
                _ => Err(Error::attr(given.op, "alpha", op.alpha.text(), "three numbers")),
            }
        },
    )
};

/// `nd.image.random_lighting`
pub static RANDOM_LIGHTING: OpDef = OpDef {
    aliases: &["_npx__image_random_lighting"],
    ..OpDef::new(
        "_image_random_lighting",
        "An image with random light added along the principal components of the colours of photographs.",
        COLOURS,
        RandomLighting::SCHEMA,
        |given| {
            let op = RandomLighting::read(given);
            match op.alpha_std >= 0.0 {
                true => picture(&RANDOM_LIGHTING, op),
                false => {
                    Err(Error::attr(given.op, "alpha_std", shown32(op.alpha_std), "a number that is not negative"))
                }
            }
        },
    )
};

/// The image with light added.
fn light(image: &NDArray, alpha: &[f32]) -> Result<NDArray> {
    if image.shape()[2] == 1 {
        return invoke1(Copy(&COPY), std::slice::from_ref(image));
    }
    let along = |row: [f64; 3]| row.iter().zip(alpha).map(|(e, &a)| e * f64::from(a)).sum();
    let x = wide(image)?;
    narrow(&f::add(&x, &channels(&x, LIGHTING.map(along))?)?, image.dtype())
}

impl Picture for AdjustLighting {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_colours(def, &data.shape)?;
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        light(x, &self.alpha.0)
    }
}

impl Picture for RandomLighting {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_colours(def, &data.shape)?;
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let mut alpha = [0f32; 3];
        drawn(|streams| streams.np_normal(0.0, self.alpha_std, &mut alpha))
            .map_err(|e| Error::value(RANDOM_LIGHTING.name, e.to_string()))?;
        light(x, &alpha)
    }
}
