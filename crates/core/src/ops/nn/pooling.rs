//! Pooling over windows.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::nn::pool_last::PoolLast;
use crate::ops::nn::pool_parts::{self as parts, PoolBack};
use crate::ops::nn::support::{channels_first, expect_rank, is_plain, like, spatial, wide};
use crate::shape::Shape;
use kernels::pool::{Kind, Pool};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&POOLING];

choice! {
    /// What becomes of a window.
    pub enum PoolType {
        /// Its largest element.
        Max = "max",
        /// The mean.
        Avg = "avg",
        /// The sum.
        Sum = "sum",
        /// The p-th root of the sum of p-th powers.
        Lp = "lp",
    }
}

choice! {
    /// How the number of windows is rounded.
    pub enum Convention {
        /// Down: windows inside the padded data only.
        Valid = "valid",
        /// Up: the last window may reach beyond.
        Full = "full",
        /// As many as strides.
        Same = "same",
    }
}

choice! {
    /// The order of the axes.
    pub enum PoolLayout {
        /// 1-D, channels first.
        Ncw = "NCW",
        /// 2-D, channels first.
        Nchw = "NCHW",
        /// 3-D, channels first.
        Ncdhw = "NCDHW",
        /// 1-D, channels last.
        Nwc = "NWC",
        /// 2-D, channels last.
        Nhwc = "NHWC",
        /// 3-D, channels last.
        Ndhwc = "NDHWC",
    }
}

attrs! {
    /// Windows and what becomes of them.
    pub struct Pooling {
        /// The size of a window (1 to 3 dimensions); not needed with `global_pool`.
        kernel: Tuple = Tuple::default(),
        /// What becomes of a window.
        pool_type: PoolType = PoolType::Max,
        /// Whether the window is the whole image.
        global_pool: bool = false,
        /// Accepted for MXNet's sake.
        cudnn_off: bool = false,
        /// How the number of windows is rounded.
        pooling_convention: Convention = Convention::Valid,
        /// The steps between windows; empty for 1.
        stride: Tuple = Tuple::default(),
        /// The padding on both sides; empty for none.
        pad: Tuple = Tuple::default(),
        /// The power of `lp`: 1, 2 or 3.
        p_value: Option<i32> = None,
        /// Whether means count the padding; None for yes.
        count_include_pad: Option<bool> = None,
        /// The layout of data and output; None for channels first.
        layout: Option<PoolLayout> = None,
    }
}

impl Default for Pooling {
    fn default() -> Pooling {
        Pooling {
            kernel: Tuple::default(),
            pool_type: PoolType::Max,
            global_pool: false,
            cudnn_off: false,
            pooling_convention: Convention::Valid,
            stride: Tuple::default(),
            pad: Tuple::default(),
            p_value: None,
            count_include_pad: None,
            layout: None,
        }
    }
}

/// `nd.Pooling`
pub static POOLING: OpDef = OpDef {
    aliases: &["_npx_pooling"],
    ..OpDef::new(
        "Pooling",
        "The maximum, mean, sum or p-norm of windows of 1 to 3 dimensions over data of (batch, channels, sizes...) or (batch, sizes..., channels).",
        DATA,
        Pooling::SCHEMA,
        |given| {
            let first = Pooling::read(given);
            Ok(match first.layout {
                Some(layout @ (PoolLayout::Nwc | PoolLayout::Nhwc | PoolLayout::Ndhwc)) => {
                    Rc::new(PoolLast { first: Pooling { layout: None, ..first }, layout })
                }
                _ => Rc::new(first),
            })
        },
    )
};

impl Pooling {
    /// The sizes for the kernels.
    pub fn geometry(&self, data: &Shape) -> Result<Pool> {
        const OP: &str = "Pooling";
        let rank = if self.global_pool { data.len().saturating_sub(2) } else { self.kernel.0.len() };
        if !(1..=3).contains(&rank) {
            return Err(match self.global_pool {
                true => Error::shape(OP, "data", data, "3 to 5 dimensions (batch, channels, sizes...)"),
                false => Error::attr(OP, "kernel", self.kernel.text(), "1 to 3 sizes (or global_pool)"),
            });
        }
        channels_first(OP, self.layout.map(|l| l.text()).as_deref(), rank)?;
        expect_rank(&POOLING, data, rank)?;
        let in_size = spatial(OP, "data", &f::tuple(&Shape::new(&data[2..])), rank, 1, 1, 0)?;
        let kind = match self.pool_type {
            PoolType::Max => Kind::Max,
            PoolType::Avg => Kind::Avg { count_include_pad: self.count_include_pad.unwrap_or(true) },
            PoolType::Sum => Kind::Sum,
            PoolType::Lp => match self.p_value {
                Some(p @ 1..=3) => Kind::Lp(p as u32),
                p => return Err(Error::attr(OP, "p_value", p.text(), "1, 2 or 3 for pool_type lp")),
            },
        };
        let outer = data[0] * data[1];
        if self.global_pool {
            let (stride, pad, out_size) = ([1; 3], [0; 3], [1; 3]);
            return Ok(Pool { outer, in_size, kernel: in_size, stride, pad, out_size, kind });
        }
        let kernel = spatial(OP, "kernel", &self.kernel, rank, 1, 1, 1)?;
        let stride = spatial(OP, "stride", &self.stride, rank, 1, 1, 1)?;
        let pad = spatial(OP, "pad", &self.pad, rank, 0, 0, 0)?;
        let mut out_size = [1; 3];
        for d in 0..3 {
            let room = in_size[d] + 2 * pad[d];
            if kernel[d] > room {
                let expected = format!("at most {room} because data has shape {data} and pad is {}", self.pad.text());
                return Err(Error::attr(OP, "kernel", self.kernel.text(), expected));
            }
            if pad[d] >= kernel[d] {
                return Err(Error::attr(
                    OP,
                    "pad",
                    self.pad.text(),
                    format!("less than the kernel {}", self.kernel.text()),
                ));
            }
            out_size[d] = match self.pooling_convention {
                Convention::Valid => (room - kernel[d]) / stride[d] + 1,
                Convention::Full => (room - kernel[d]).div_ceil(stride[d]) + 1,
                Convention::Same => room.div_ceil(stride[d]),
            };
        }
        Ok(Pool { outer, in_size, kernel, stride, pad, out_size, kind })
    }

    /// The shape of the output for data of this shape.
    pub fn output_shape(&self, data: &Shape) -> Result<Shape> {
        let g = self.geometry(data)?;
        Ok(data[..2].iter().chain(&g.out_size[5 - data.len()..]).copied().collect())
    }

    /// The transpose of sums or means over the same windows.
    fn back(&self, g: &Pool, data: &Shape, pool_type: PoolType) -> PoolBack {
        let used = |sizes: [usize; 3]| f::tuple(&Shape::new(&sizes[5 - data.len()..]));
        PoolBack {
            kernel: used(g.kernel),
            stride: used(g.stride),
            pad: used(g.pad),
            pool_type,
            pooling_convention: if self.global_pool { Convention::Valid } else { self.pooling_convention },
            count_include_pad: self.count_include_pad.unwrap_or(true),
            shape: used(g.in_size),
        }
    }
}

/// The places of the maxima, as positions inside an image (int32; -1 for none).
fn places(g: &Pool, x: &Array, output: &Spec) -> Result<Array> {
    let x = wide(x)?;
    let maxima = Array::empty(Spec::new(output.shape.clone(), x.dtype()))?;
    let places = Array::empty(Spec::new(output.shape.clone(), DType::Int32))?;
    for_float!(x.dtype(), T => {
        kernels::pool::max_forward::<T>(g, &x.read(), &mut maxima.write(), Some(&mut places.write::<u32>()));
    });
    Ok(places)
}

impl Op for Pooling {
    fn def(&self) -> &'static OpDef {
        &POOLING
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.output_shape(&inputs[0].shape)?, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.geometry(x[0].shape())?;
        for_float!(y[0].dtype(), T => match g.kind {
            Kind::Max => kernels::pool::max_forward::<T>(&g, &x[0].read(), &mut y[0].write(), None),
            _ => kernels::pool::forward::<T>(&g, &x[0].read(), &mut y[0].write()),
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        match self.pool_type {
            PoolType::Max => Keeps::INPUTS,
            PoolType::Lp if self.p_value != Some(1) => Keeps::BOTH,
            _ => Keeps::NONE,
        }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let data = &grad.input_spec(0).shape;
        let g = self.geometry(data)?;
        let h = grad.head(0)?;
        let dx = match g.kind {
            Kind::Max => {
                let places = places(&g, grad.input(0).array(), grad.output_spec(0))?;
                parts::put(&h, &NDArray::new(places), data)?
            }
            Kind::Lp(power) if power > 1 => {
                let (x, y) = (grad.input(0), grad.output(0));
                if grad.fused() && is_plain(x.dtype()) {
                    let dx = like(x.array())?;
                    for_float!(x.dtype(), T => {
                        let (x, y) = (x.array().read::<T>(), y.array().read::<T>());
                        kernels::pool::lp_backward::<T>(&g, &h.array().read(), &x, &y, &mut dx.write());
                    });
                    return Ok(vec![Some(NDArray::new(dx))]);
                }
                // d/dx (Σ xᵖ)^(1/p) = (x / y)ᵖ⁻¹
                let exponent = f64::from(power) - 1.0;
                let share = f::mul(&h, &f::pow_scalar(&y, -exponent)?)?;
                let spread = crate::invoke::invoke1(self.back(&g, data, PoolType::Sum), &[share])?;
                f::mul(&spread, &f::pow_scalar(&x, exponent)?)?
            }
            Kind::Lp(_) => crate::invoke::invoke1(self.back(&g, data, PoolType::Sum), &[h])?,
            _ => crate::invoke::invoke1(self.back(&g, data, self.pool_type), &[h])?,
        };
        Ok(vec![Some(dx)])
    }
}
