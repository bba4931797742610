//! The cases: each kernel with arrays that it works on again and again.

use kernels::conv::{self, Conv};
use kernels::pool::{self, Pool};
use kernels::random::Mt19937;
use kernels::simd::{F32x4, Float, Lanes};
use kernels::{activation, binary, gemm, norm, optim, random, reduce, softmax, unary};
use std::hint::black_box;

/// A kernel on its data.
pub struct Case {
    /// What it is, and of which size.
    pub name: String,
    /// Floating point operations of a run, 0 where bytes count.
    pub flops: f64,
    /// Bytes that a run reads and writes, 0 where operations count.
    pub bytes: f64,
    /// Whether it is run whatever is asked for: others are compared with it.
    pub always: bool,
    /// Runs it once.
    pub run: Box<dyn FnMut()>,
}

/// Numbers between -1 and 1.
fn values<T: Float>(len: usize) -> Vec<T> {
    let mut engine = Mt19937::new(7);
    (0..len).map(|_| T::from_f64(f64::from(engine.next_u32()) / 2_147_483_648.0 - 1.0)).collect()
}

#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn flops(&mut self, name: impl Into<String>, flops: usize, run: impl FnMut() + 'static) {
        self.0.push(Case { name: name.into(), flops: flops as f64, bytes: 0.0, always: false, run: Box::new(run) });
    }
    fn bytes(&mut self, name: impl Into<String>, bytes: usize, run: impl FnMut() + 'static) {
        self.0.push(Case { name: name.into(), flops: 0.0, bytes: bytes as f64, always: false, run: Box::new(run) });
    }
    /// What the others are compared with: sums that stay in registers, and a copy of memory.
    fn limits(&mut self) {
        const SUMS: usize = 12;
        const TURNS: usize = 100_000;
        self.flops("multiply and add in registers", TURNS * SUMS * 8, || {
            let (a, b) = black_box((F32x4::splat(0.5), F32x4::splat(0.5)));
            // The compiler must not know that all are the same.
            let mut sums = black_box([[1.0; 4]; SUMS]).map(F32x4::from_array);
            for _ in 0..TURNS {
                sums = sums.map(|sum| sum * a + b);
            }
            black_box(sums.map(Lanes::to_array));
        });
        let (x, mut y) = (values::<f32>(ELEMENTS), vec![0.0; ELEMENTS]);
        self.bytes("copy of 1e6", 2 * SIZE, move || y.copy_from_slice(black_box(&x)));
        self.0.iter_mut().for_each(|case| case.always = true);
    }
    fn product<T: Float>(&mut self, name: &str, (m, n, k): (usize, usize, usize), (ta, tb): (bool, bool)) {
        let (a, b, mut c) = (values::<T>(m * k), values::<T>(k * n), vec![T::ZERO; m * n]);
        let (lda, ldb) = (if ta { m } else { k }, if tb { k } else { n });
        self.flops(format!("{name} {m}x{n}x{k}"), 2 * m * n * k, move || {
            gemm::gemm(ta, tb, m, n, k, T::ONE, &a, lda, &b, ldb, T::ZERO, &mut c, n);
        });
    }
    /// Forward and both gradients; `k` is the kernel, a stride and the padding.
    fn convolution(
        &mut self,
        name: &str,
        (batch, size): (usize, usize),
        (inputs, outputs, groups): (usize, usize, usize),
        (kernel, stride, pad): (usize, usize, usize),
    ) {
        let out = (size + 2 * pad - kernel) / stride + 1;
        let g = Conv {
            batch,
            in_channels: inputs,
            out_channels: outputs,
            groups,
            spatial: 2,
            in_size: [1, size, size],
            kernel: [1, kernel, kernel],
            stride: [1, stride, stride],
            dilate: [1; 3],
            pad: [0, pad, pad],
            out_size: [1, out, out],
            plain: false,
            rectify: false,
        };
        let flops = 2 * batch * outputs * out * out * (inputs / groups) * kernel * kernel;
        let x = values::<f32>(batch * inputs * size * size);
        let w = values::<f32>(outputs * (inputs / groups) * kernel * kernel);
        let dy = values::<f32>(batch * outputs * out * out);
        let (mut y, mut dx, mut dw) = (dy.clone(), x.clone(), w.clone());
        {
            let (g, x, w) = (g.clone(), x.clone(), w.clone());
            self.flops(format!("{name}, forward"), flops, move || conv::forward(&g, &x, &w, None, &mut y));
        }
        {
            let (g, dy) = (g.clone(), dy.clone());
            self.flops(format!("{name}, data"), flops, move || conv::backward_data(&g, &dy, &w, &mut dx));
        }
        self.flops(format!("{name}, weight"), flops, move || conv::backward_weight(&g, &x, &dy, &mut dw));
    }
    fn map(&mut self, name: &str, f: unary::Unary) {
        let (mut x, mut y) = (values::<f32>(ELEMENTS), vec![0.0; ELEMENTS]);
        if f == unary::Unary::Log {
            x.iter_mut().for_each(|x| *x = x.abs());
        }
        self.bytes(format!("{name} 1e6"), 2 * SIZE, move || unary::apply(f, &x, &mut y));
    }
    fn draws(&mut self, name: &str, draw: fn(&mut Mt19937, &mut [f32])) {
        let (mut engine, mut y) = (Mt19937::new(1), vec![0.0; ELEMENTS]);
        self.bytes(format!("{name} 1e6"), SIZE, move || draw(&mut engine, &mut y));
    }
}

const ELEMENTS: usize = 1_000_000;
const SIZE: usize = 4 * ELEMENTS;

/// All cases.
pub fn cases() -> Vec<Case> {
    let mut all = Cases::default();
    all.limits();
    for n in [64, 128, 256, 512, 1024] {
        all.product::<f32>("gemm", (n, n, n), (false, false));
    }
    all.product::<f32>("gemm tn", (256, 256, 256), (true, false));
    all.product::<f32>("gemm nt", (256, 256, 256), (false, true));
    all.product::<f32>("gemm mlp", (64, 128, 784), (false, true));
    all.product::<f32>("gemm mlp dw", (128, 784, 64), (true, false));
    all.product::<f32>("gemv", (1, 1024, 1024), (false, false));
    all.product::<f64>("gemm float64", (256, 256, 256), (false, false));
    all.convolution("conv 7x7/2 3>64@224", (1, 224), (3, 64, 1), (7, 2, 3));
    all.convolution("conv 3x3 64>64@56", (1, 56), (64, 64, 1), (3, 1, 1));
    all.convolution("conv 3x3 16>32@14 of 32", (32, 14), (16, 32, 1), (3, 1, 1));
    all.convolution("conv 5x5 20>50@12 of 64", (64, 12), (20, 50, 1), (5, 1, 0));
    all.convolution("conv 5x5 1>20@28 of 64", (64, 28), (1, 20, 1), (5, 1, 0));
    all.convolution("conv 1x1 64>128@56", (1, 56), (64, 128, 1), (1, 1, 0));
    all.convolution("depthwise 3x3 128@56", (1, 56), (128, 128, 128), (3, 1, 1));
    {
        let (x, mut y, mut at) = (values::<f32>(1280 * 576), vec![0.0; 1280 * 144], vec![0; 1280 * 144]);
        let g = Pool {
            outer: 1280,
            in_size: [1, 24, 24],
            kernel: [1, 2, 2],
            stride: [1, 2, 2],
            pad: [0; 3],
            out_size: [1, 12, 12],
            kind: pool::Kind::Max,
        };
        all.bytes("max pooling 2x2 24x24 of 1280", 4 * 1280 * (576 + 2 * 144), move || {
            pool::max_forward(&g, &x, &mut y, Some(&mut at));
        });
    }
    for (name, f) in [
        ("exp", unary::Unary::Exp),
        ("log", unary::Unary::Log),
        ("tanh", unary::Unary::Tanh),
        ("sigmoid", unary::Unary::Sigmoid),
        ("erf", unary::Unary::Erf),
        ("gelu", unary::Unary::Gelu),
        ("softrelu", unary::Unary::Softrelu),
        ("sin", unary::Unary::Sin),
        ("relu", unary::Unary::Relu),
    ] {
        all.map(name, f);
    }
    {
        let (a, b, mut y) = (values::<f32>(ELEMENTS), values::<f32>(ELEMENTS), vec![0.0; ELEMENTS]);
        all.bytes("add 1e6", 3 * SIZE, move || binary::apply(binary::Binary::Add, &a, &b, &mut y));
    }
    {
        let (mut a, b, mut y) = (values::<f32>(100_000), values::<f32>(100_000), vec![0.0; 100_000]);
        a.iter_mut().for_each(|a| *a = a.abs());
        all.bytes("pow 1e5", 3 * SIZE / 10, move || binary::apply(binary::Binary::Power, &a, &b, &mut y));
    }
    {
        let (x, mut y) = (values::<f32>(ELEMENTS), [0.0]);
        all.bytes("sum 1e6", SIZE, move || {
            reduce::reduce(reduce::Reduce::Sum, &x, 1, ELEMENTS, 1, &mut y);
        });
    }
    for (rows, n) in [(128, 1000), (10_000, 10)] {
        let (x, mut y) = (values::<f32>(rows * n), vec![0.0; rows * n]);
        all.bytes(format!("softmax {rows}x{n}"), 8 * rows * n, move || softmax::softmax(&x, rows, n, 1, 1.0, &mut y));
    }
    {
        let (x, dy, mut dx) = (values::<f32>(ELEMENTS), values::<f32>(ELEMENTS), vec![0.0; ELEMENTS]);
        all.bytes("tanh backward 1e6", 3 * SIZE, move || {
            activation::backward(activation::Activation::Tanh, &x, &dy, &mut dx);
        });
    }
    {
        let (x, mut y) = (values::<f32>(64 * 56 * 56), vec![0.0; 64 * 56 * 56]);
        let (mut mean, mut var, beta) = (vec![0.0; 64], vec![0.0; 64], vec![0.0; 64]);
        let g = norm::Channels { outer: 1, channels: 64, inner: 56 * 56 };
        all.bytes("batch norm 64x56x56", 8 * 64 * 56 * 56, move || {
            norm::batch_stats(g, &x, &mut mean, &mut var);
            norm::batch_normalize(g, &x, &mean, &var, 1e-5, None, &beta, &mut y);
        });
    }
    {
        let (mut w, g, mut mom) = (values::<f32>(ELEMENTS), values::<f32>(ELEMENTS), vec![0.0; ELEMENTS]);
        all.bytes("sgd momentum 1e6", 5 * SIZE, move || {
            optim::sgd_momentum(&mut w, &g, &mut mom, 1e-6, 0.9, 0.0, 1.0, None);
        });
    }
    all.draws("uniform", random::uniforms);
    all.draws("normal", random::normals);
    all.0
}
