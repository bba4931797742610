//! Convolution and its transpose, Deconvolution.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Input, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, optional, same_dtype};
use crate::ops::functional as f;
use crate::ops::nn::conv_parts::{self as parts, Window};
use crate::ops::nn::support::{all_but, channels_first, expect_rank, spatial};
use crate::shape::Shape;
use kernels::conv::Conv;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CONVOLUTION, &DECONVOLUTION];

choice! {
    /// MXNet's choices for a tuner of another device.
    pub enum CudnnTune {
        /// No tuning.
        Off = "off",
        /// Within the workspace.
        LimitedWorkspace = "limited_workspace",
        /// Without limits.
        Fastest = "fastest",
    }
}

choice! {
    /// The order of the axes.
    pub enum Layout {
        /// 1-D, channels first.
        Ncw = "NCW",
        /// 2-D, channels first.
        Nchw = "NCHW",
        /// 3-D, channels first.
        Ncdhw = "NCDHW",
        /// 2-D, channels last.
        Nhwc = "NHWC",
        /// 3-D, channels last.
        Ndhwc = "NDHWC",
    }
}

attrs! {
    /// Size and options of a convolution.
    pub struct Convolution {
        /// The size of the kernel; its length (1 to 3) is the number of spatial dimensions.
        kernel: Tuple,
        /// The steps between windows; empty for 1.
        stride: Tuple = Tuple::default(),
        /// The steps between the elements of a window; empty for 1.
        dilate: Tuple = Tuple::default(),
        /// The zeros on both sides; empty for none.
        pad: Tuple = Tuple::default(),
        /// The number of output channels.
        num_filter: usize,
        /// The number of groups that channels are split into.
        num_group: usize = 1,
        /// Accepted for MXNet's sake.
        workspace: i64 = 1024,
        /// Whether there is no bias.
        no_bias: bool = false,
        /// Accepted for MXNet's sake.
        cudnn_tune: Option<CudnnTune> = None,
        /// Whether every product is taken as it stands. Otherwise most kernels of 3x3 and 5x5 go through Winograd's transforms,
        /// which save most of the products and round a little otherwise.
        cudnn_off: bool = false,
        /// The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for.
        layout: Option<Layout> = None,
    }
}

attrs! {
    /// Size and options of a transposed convolution.
    pub struct Deconvolution {
        /// The size of the kernel; its length (1 to 3) is the number of spatial dimensions.
        kernel: Tuple,
        /// The steps between windows of the output; empty for 1.
        stride: Tuple = Tuple::default(),
        /// The steps between the elements of a window; empty for 1.
        dilate: Tuple = Tuple::default(),
        /// What is cut off on both sides of the output; empty for nothing.
        pad: Tuple = Tuple::default(),
        /// What is added to the end of the output, less than the stride; empty for nothing.
        adj: Tuple = Tuple::default(),
        /// The spatial sizes of the output; pad and adj follow from them.
        target_shape: Tuple = Tuple::default(),
        /// The number of output channels.
        num_filter: usize,
        /// The number of groups that channels are split into.
        num_group: usize = 1,
        /// Accepted for MXNet's sake.
        workspace: i64 = 512,
        /// Whether there is no bias.
        no_bias: bool = true,
        /// Accepted for MXNet's sake.
        cudnn_tune: Option<CudnnTune> = None,
        /// Whether every product is taken as it stands. Otherwise most kernels of 3x3 and 5x5 go through Winograd's transforms,
        /// which save most of the products and round a little otherwise.
        cudnn_off: bool = false,
        /// The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for.
        layout: Option<Layout> = None,
    }
}

const BIAS: Input = optional("bias", "The bias, (num_filter,); none with no_bias.");

/// `nd.Convolution`
pub static CONVOLUTION: OpDef = OpDef {
    aliases: &["_npx_convolution"],
    ..OpDef::new(
        "Convolution",
        "Convolution (cross-correlation) of 1 to 3 dimensions.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, sizes...)."),
            input("weight", "(num_filter, channels / num_group, kernel...)."),
            BIAS,
        ]),
        Convolution::SCHEMA,
        |given| Ok(Rc::new(Convolution::read(given))),
    )
};

/// `nd.Deconvolution`
pub static DECONVOLUTION: OpDef = OpDef {
    aliases: &["_npx_deconvolution"],
    ..OpDef::new(
        "Deconvolution",
        "Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, sizes...)."),
            input("weight", "(channels, num_filter / num_group, kernel...)."),
            BIAS,
        ]),
        Deconvolution::SCHEMA,
        |given| Ok(Rc::new(Deconvolution::read(given))),
    )
};

/// Checks what both operators demand of their attributes and of the data, and gives the number of spatial dimensions.
pub(crate) fn check(
    op: &'static OpDef,
    kernel: &Tuple,
    layout: Option<Layout>,
    filters: usize,
    groups: usize,
    data: &Shape,
) -> Result<usize> {
    let rank = kernel.0.len();
    if !(1..=3).contains(&rank) {
        return Err(Error::attr(op.name, "kernel", kernel.text(), "1 to 3 sizes"));
    }
    channels_first(op.name, layout.map(|l| l.text()).as_deref(), rank)?;
    expect_rank(op, data, rank)?;
    if filters == 0 || groups == 0 || !filters.is_multiple_of(groups) {
        return Err(Error::attr(
            op.name,
            "num_filter",
            filters,
            format!("a positive multiple of num_group ({groups})"),
        ));
    }
    if !data[1].is_multiple_of(groups) {
        let expected = format!("a number of channels that num_group ({groups}) divides");
        return Err(Error::shape(op.name, "data", data, expected));
    }
    Ok(rank)
}

fn weight_shape(first: usize, second: usize, kernel: &Tuple) -> Shape {
    [first, second].into_iter().chain(kernel.0.iter().map(|&k| k as usize)).collect()
}

fn complete(inputs: &mut [Option<Shape>], weight: Shape, filters: usize) {
    inputs[1].get_or_insert(weight);
    if let Some(bias) = inputs.get_mut(2) {
        bias.get_or_insert([filters].into());
    }
}

/// The gradient of a bias: the sum over everything but the channels.
fn bias_gradient(grad: &Grad, head: &NDArray) -> Result<Option<NDArray>> {
    grad.needs(2).then(|| f::sum(head, &all_but(1, head.shape().len()), false)).transpose()
}

impl Convolution {
    fn window(&self, data: &Shape) -> Window {
        Window {
            kernel: self.kernel.clone(),
            stride: self.stride.clone(),
            dilate: self.dilate.clone(),
            pad: self.pad.clone(),
            num_group: self.num_group,
            shape: f::tuple(&Shape::new(&data[2..])),
            plain: self.cudnn_off,
        }
    }
    fn geometry(&self, data: &Shape) -> Result<Conv> {
        self.window(data).geometry("Convolution", data[0], data[1], self.num_filter)
    }
}

fn convolve(g: &Conv, x: &[Array], y: &[Array]) {
    for_float!(y[0].dtype(), T => {
        let bias = x.get(2).map(|b| b.read::<T>());
        kernels::conv::forward::<T>(g, &x[0].read(), &x[1].read(), bias.as_deref(), &mut y[0].write());
    });
}

/// A convolution with relu behind it.
struct Rectified(Convolution);

impl Op for Rectified {
    fn def(&self) -> &'static OpDef {
        &CONVOLUTION
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        self.0.infer(inputs)
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        convolve(&Conv { rectify: true, ..self.0.geometry(x[0].shape())? }, x, y);
        Ok(())
    }
}

impl Op for Convolution {
    fn def(&self) -> &'static OpDef {
        &CONVOLUTION
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.no_bias { 2 } else { 3 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&CONVOLUTION, inputs)?;
        let data = &inputs[0].shape;
        check(&CONVOLUTION, &self.kernel, self.layout, self.num_filter, self.num_group, data)?;
        let g = self.geometry(data)?;
        let weight = weight_shape(self.num_filter, data[1] / self.num_group, &self.kernel);
        expect_shape(&CONVOLUTION, 1, &inputs[1], &weight, &format_args!("data has shape {data}"))?;
        if let Some(bias) = inputs.get(2) {
            expect_shape(&CONVOLUTION, 2, bias, &[self.num_filter].into(), &"of num_filter")?;
        }
        let sizes = g.out_size[3 - g.spatial..].iter().copied();
        Ok(vec![Spec::new([data[0], self.num_filter].into_iter().chain(sizes).collect(), dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(channels) = inputs[0].as_ref().and_then(|d| d.get(1)).copied() else { return };
        let weight = weight_shape(self.num_filter, channels / self.num_group.max(1), &self.kernel);
        complete(inputs, weight, self.num_filter);
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        convolve(&self.geometry(x[0].shape())?, x, y);
        Ok(())
    }
    fn rectified(&self) -> Option<Rc<dyn Op>> {
        Some(Rc::new(Rectified(self.clone())))
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b011)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let window = self.window(&grad.input_spec(0).shape);
        let h = grad.head(0)?;
        let data = grad.needs(0).then(|| parts::data(&h, &grad.input(1), &window)).transpose()?;
        let weight = grad.needs(1).then(|| parts::weight(&grad.input(0), &h, &window)).transpose()?;
        let mut grads = vec![data, weight];
        if !self.no_bias {
            grads.push(bias_gradient(grad, &h)?);
        }
        Ok(grads)
    }
}

impl Deconvolution {
    /// The window of the convolution that this is the transpose of; its data is this operator's output.
    fn window(&self, data: &Shape) -> Result<Window> {
        const OP: &str = "Deconvolution";
        let rank = self.kernel.0.len();
        let kernel = spatial(OP, "kernel", &self.kernel, rank, 1, 1, 1)?;
        let stride = spatial(OP, "stride", &self.stride, rank, 1, 1, 1)?;
        let dilate = spatial(OP, "dilate", &self.dilate, rank, 1, 1, 1)?;
        let mut pad = spatial(OP, "pad", &self.pad, rank, 0, 0, 0)?;
        let adj = spatial(OP, "adj", &self.adj, rank, 0, 0, 0)?;
        let target = spatial(OP, "target_shape", &self.target_shape, rank, 0, 0, 0)?;
        let mut shape = Vec::with_capacity(rank);
        for d in 3 - rank..3 {
            let size = data[d + rank - 1];
            let full = stride[d] * size.saturating_sub(1) + dilate[d] * (kernel[d] - 1) + 1;
            let mut extra = adj[d];
            if target[d] > 0 {
                let cut = full.checked_sub(target[d]).ok_or_else(|| {
                    Error::attr(
                        OP,
                        "target_shape",
                        self.target_shape.text(),
                        format!("at most {full} because data has shape {data}"),
                    )
                })?;
                (pad[d], extra) = (cut.div_ceil(2), cut % 2);
            }
            if extra >= stride[d] {
                return Err(Error::attr(OP, "adj", extra, format!("less than the stride ({})", stride[d])));
            }
            let size = (full + extra).checked_sub(2 * pad[d]).filter(|&s| s > 0).ok_or_else(|| {
                Error::attr(
                    OP,
                    "pad",
                    self.pad.text(),
                    format!("less than half of {full} because data has shape {data}"),
                )
            })?;
            shape.push(size);
        }
        let used = |sizes: [usize; 3]| f::tuple(&Shape::new(&sizes[3 - rank..]));
        Ok(Window {
            kernel: self.kernel.clone(),
            stride: used(stride),
            dilate: used(dilate),
            pad: used(pad),
            num_group: self.num_group,
            shape: f::tuple(&Shape::new(&shape)),
            plain: self.cudnn_off,
        })
    }
}

impl Op for Deconvolution {
    fn def(&self) -> &'static OpDef {
        &DECONVOLUTION
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.no_bias { 2 } else { 3 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&DECONVOLUTION, inputs)?;
        let data = &inputs[0].shape;
        check(&DECONVOLUTION, &self.kernel, self.layout, self.num_filter, self.num_group, data)?;
        let window = self.window(data)?;
        let weight = weight_shape(data[1], self.num_filter / self.num_group, &self.kernel);
        expect_shape(&DECONVOLUTION, 1, &inputs[1], &weight, &format_args!("data has shape {data}"))?;
        if let Some(bias) = inputs.get(2) {
            expect_shape(&DECONVOLUTION, 2, bias, &[self.num_filter].into(), &"of num_filter")?;
        }
        let sizes = window.shape.0.iter().map(|&s| s as usize);
        Ok(vec![Spec::new([data[0], self.num_filter].into_iter().chain(sizes).collect(), dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(channels) = inputs[0].as_ref().and_then(|d| d.get(1)).copied() else { return };
        let weight = weight_shape(channels, self.num_filter / self.num_group.max(1), &self.kernel);
        complete(inputs, weight, self.num_filter);
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let data = x[0].shape();
        let g = self.window(data)?.geometry("Deconvolution", data[0], self.num_filter, data[1])?;
        for_float!(y[0].dtype(), T => {
            let mut y = y[0].write::<T>();
            kernels::conv::backward_data::<T>(&g, &x[0].read(), &x[1].read(), &mut y);
            if let Some(bias) = x.get(2) {
                let (bias, image) = (bias.read::<T>(), g.in_size.iter().product::<usize>());
                for (channel, &b) in y.chunks_exact_mut(image).zip(bias.iter().cycle()) {
                    channel.iter_mut().for_each(|v| *v += b);
                }
            }
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b011)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let window = self.window(&grad.input_spec(0).shape)?;
        let h = grad.head(0)?;
        let data = grad.needs(0).then(|| parts::output(&h, &grad.input(1), &window)).transpose()?;
        let weight = grad.needs(1).then(|| parts::weight(&h, &grad.input(0), &window)).transpose()?;
        let mut grads = vec![data, weight];
        if !self.no_bias {
            grads.push(bias_gradient(grad, &h)?);
        }
        Ok(grads)
    }
}
