//! Convolution and its gradients against the definition, over random sizes.

use kernels::conv::{Conv, backward_data, backward_weight, col2im, forward, im2col};
use kernels::simd::Float;
use kernels::unary::{Unary, apply};
use proptest::prelude::*;

/// Small integers: every sum is exact in both types and any order.
fn fill<T: Float>(len: usize, seed: u64) -> Vec<T> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            T::from_f64(((state >> 33) % 9) as f64 - 4.0)
        })
        .collect()
}

fn lengths(g: &Conv) -> [usize; 3] {
    let product = |s: [usize; 3]| s.iter().product::<usize>();
    [
        g.batch * g.in_channels * product(g.in_size),
        g.out_channels * g.in_channels / g.groups * product(g.kernel),
        g.batch * g.out_channels * product(g.out_size),
    ]
}

fn points(size: [usize; 3]) -> impl Iterator<Item = [usize; 3]> {
    (0..size.iter().product()).map(move |i| [i / (size[1] * size[2]), i / size[2] % size[1], i % size[2]])
}

fn flat(size: [usize; 3], at: [usize; 3]) -> usize {
    (at[0] * size[1] + at[1]) * size[2] + at[2]
}

/// Calls `f(x index, w index, y index)` for every multiplication of the convolution.
fn for_each_product(g: &Conv, mut f: impl FnMut(usize, usize, usize)) {
    let (ic, oc) = (g.in_channels / g.groups, g.out_channels / g.groups);
    let len = |s: [usize; 3]| s.iter().product::<usize>();
    for n in 0..g.batch {
        for o in 0..g.out_channels {
            for c in 0..ic {
                let channel = n * g.in_channels + o / oc * ic + c;
                for k in points(g.kernel) {
                    for out in points(g.out_size) {
                        let at: [Option<usize>; 3] = std::array::from_fn(|d| {
                            (out[d] * g.stride[d] + k[d] * g.dilate[d])
                                .checked_sub(g.pad[d])
                                .filter(|&i| i < g.in_size[d])
                        });
                        if let [Some(d), Some(h), Some(w)] = at {
                            f(
                                channel * len(g.in_size) + flat(g.in_size, [d, h, w]),
                                (o * ic + c) * len(g.kernel) + flat(g.kernel, k),
                                (n * g.out_channels + o) * len(g.out_size) + flat(g.out_size, out),
                            );
                        }
                    }
                }
            }
        }
    }
}

fn check<T: Float + std::fmt::Debug>(g: &Conv, seed: u64) {
    let [xs, ws, ys] = lengths(g);
    let (x, w, dy) = (fill::<T>(xs, seed), fill::<T>(ws, seed ^ 3), fill::<T>(ys, seed ^ 5));
    let bias = fill::<T>(g.out_channels, seed ^ 9);
    let spots: usize = g.out_size.iter().product();
    let (mut y, mut dx, mut dw) = (vec![T::ZERO; ys], vec![T::ZERO; xs], vec![T::ZERO; ws]);
    let mut with_bias: Vec<T> = (0..ys).map(|i| bias[i / spots % g.out_channels]).collect();
    for_each_product(g, |i, k, o| {
        y[o] = y[o] + x[i] * w[k];
        with_bias[o] = with_bias[o] + x[i] * w[k];
        dx[i] = dx[i] + dy[o] * w[k];
        dw[k] = dw[k] + dy[o] * x[i];
    });
    let nan = T::from_f64(f64::NAN);
    let mut got = vec![nan; ys];
    forward(g, &x, &w, None, &mut got);
    assert_eq!(got, y, "forward");
    forward(g, &x, &w, Some(&bias), &mut got);
    assert_eq!(got, with_bias, "forward with bias");
    let mut got = vec![nan; xs];
    backward_data(g, &dy, &w, &mut got);
    assert_eq!(got, dx, "backward_data");
    let mut got = vec![nan; ws];
    backward_weight(g, &x, &dy, &mut got);
    assert_eq!(got, dw, "backward_weight");
}

/// A rectified convolution has the bits of a convolution and of relu after it.
fn check_rectified<T: Float>(g: &Conv, seed: u64) {
    let [xs, ws, ys] = lengths(g);
    let (x, w, bias) = (fill::<T>(xs, seed), fill(ws, seed ^ 1), fill(g.out_channels, seed ^ 2));
    for bias in [None, Some(&bias[..])] {
        let (mut plain, mut want, mut y) = (vec![T::ZERO; ys], vec![T::ZERO; ys], vec![T::from_f64(f64::NAN); ys]);
        forward(g, &x, &w, bias, &mut plain);
        apply(Unary::Relu, &plain, &mut want);
        forward(&Conv { rectify: true, ..g.clone() }, &x, &w, bias, &mut y);
        assert_eq!(y, want);
    }
}

/// (input size, kernel, stride, dilation, padding) of one dimension; the input is made large enough for a window.
fn dimension() -> impl Strategy<Value = (usize, usize, usize, usize, usize)> {
    (0..9usize, 1..4usize, 1..4usize, 1..3usize, 0..3usize).prop_map(|(extra, k, s, d, p)| {
        let window = d * (k - 1) + 1;
        (window.saturating_sub(2 * p).max(1) + extra, k, s, d, p)
    })
}

fn sizes() -> impl Strategy<Value = Conv> {
    let dims = prop::array::uniform3(dimension());
    (1..4usize, 1..4usize, 1..6usize, prop_oneof![Just(1), 1..4usize], 1..4usize, dims).prop_map(
        |(batch, ic, oc, groups, spatial, mut dims)| {
            dims[..3 - spatial].fill((1, 1, 1, 1, 0));
            Conv {
                batch,
                in_channels: ic * groups,
                out_channels: oc * groups,
                groups,
                spatial,
                in_size: dims.map(|d| d.0),
                kernel: dims.map(|d| d.1),
                stride: dims.map(|d| d.2),
                dilate: dims.map(|d| d.3),
                pad: dims.map(|d| d.4),
                out_size: dims.map(|(n, k, s, d, p)| (n + 2 * p - d * (k - 1) - 1) / s + 1),
                plain: false,
                rectify: false,
            }
        },
    )
}

fn image(batch: usize, ic: usize, oc: usize, size: usize, kernel: usize, stride: usize, pad: usize) -> Conv {
    let out = (size + 2 * pad - kernel) / stride + 1;
    Conv {
        batch,
        in_channels: ic,
        out_channels: oc,
        groups: 1,
        spatial: 2,
        in_size: [1, size, size],
        kernel: [1, kernel, kernel],
        stride: [1, stride, stride],
        dilate: [1; 3],
        pad: [0, pad, pad],
        out_size: [1, out, out],
        plain: false,
        rectify: false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn agrees_with_the_definition(g in sizes(), seed in any::<u64>()) {
        check::<f32>(&g, seed);
        check::<f64>(&g, seed);
    }

    #[test]
    fn folding_is_the_transpose_of_unfolding(g in sizes(), seed in any::<u64>()) {
        let g = Conv { batch: 1, groups: 1, ..g };
        let xs = g.in_channels * g.in_size.iter().product::<usize>();
        let cs = g.in_channels * g.kernel.iter().chain(&g.out_size).product::<usize>();
        let (x, c) = (fill::<f64>(xs, seed), fill::<f64>(cs, seed ^ 1));
        let (mut col, mut folded) = (vec![f64::NAN; cs], vec![f64::NAN; xs]);
        im2col(&g, &x, &mut col);
        col2im(&g, &c, &mut folded);
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        prop_assert_eq!(dot(&col, &c), dot(&x, &folded));
    }
}

/// Convolutions that are worth transforming: wide, many positions.
fn transformed() -> impl Strategy<Value = Conv> {
    let sizes = (3..40usize, 3..40usize, 0..6usize, 0..6usize, prop_oneof![Just(3), Just(5)]);
    (1..3usize, 4..8usize, 16..30usize, sizes).prop_map(|(batch, ic, oc, (height, width, top, left, kernel))| {
        let size = [1, 16 + height, 16 + width];
        let pad = [0, top, left];
        let out_size = [1, size[1] + 2 * top + 1 - kernel, size[2] + 2 * left + 1 - kernel];
        Conv { in_size: size, pad, out_size, ..image(batch, 4 * ic, oc, kernel, kernel, 1, 0) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn rectifies_its_own_outputs(g in prop_oneof![sizes(), transformed()], seed in any::<u64>()) {
        check_rectified::<f32>(&g, seed);
        check_rectified::<f64>(&g, seed);
    }

    /// Transformed kernels of 3x3 and 5x5 round otherwise than sums in order: measured against doubles, two to five times
    /// worse.
    #[test]
    fn transformed_kernels_round_little(g in transformed(), seed in any::<u64>()) {
        let [xs, ws, ys] = lengths(&g);
        // Numbers with many digits.
        let random = |len, seed| -> Vec<f32> { fill::<f32>(len, seed).iter().map(|v| (v + 0.3) / 5.3).collect() };
        let (x, w, dy) = (random(xs, seed), random(ws, seed ^ 3), random(ys, seed ^ 5));
        let bias = random(g.out_channels, seed ^ 7);
        let double = |v: &[f32]| v.iter().map(|&v| f64::from(v)).collect::<Vec<_>>();
        let (mut y, mut dx, mut dw) = (vec![f32::NAN; ys], vec![f32::NAN; xs], vec![f32::NAN; ws]);
        forward(&g, &x, &w, Some(&bias), &mut y);
        backward_data(&g, &dy, &w, &mut dx);
        backward_weight(&g, &x, &dy, &mut dw);
        let (x, w, dy, bias) = (double(&x), double(&w), double(&dy), double(&bias));
        let (mut want_y, mut want_dx, mut want_dw) = (vec![f64::NAN; ys], vec![f64::NAN; xs], vec![f64::NAN; ws]);
        forward(&g, &x, &w, Some(&bias), &mut want_y);
        backward_data(&g, &dy, &w, &mut want_dx);
        backward_weight(&g, &x, &dy, &mut want_dw);
        for (name, got, want) in [("y", &y, &want_y), ("dx", &dx, &want_dx), ("dw", &dw, &want_dw)] {
            let square = |v: f64| v * v;
            let size = want.iter().map(|&want| square(want)).sum::<f64>().sqrt();
            let off = got.iter().zip(want).map(|(&got, want)| square(f64::from(got) - want)).sum::<f64>().sqrt();
            prop_assert!(off <= 2e-6 * size, "{name} is off by {off} of {size}");
        }
    }
}

fn plain(g: Conv) -> Conv {
    Conv { plain: true, ..g }
}

#[test]
fn layers_of_known_networks() {
    check::<f32>(&image(8, 1, 20, 28, 5, 1, 0), 1);
    check::<f32>(&plain(image(8, 20, 50, 12, 5, 1, 0)), 2);
    check::<f32>(&plain(image(2, 16, 24, 30, 3, 1, 1)), 3);
    check::<f32>(&image(2, 3, 16, 40, 7, 2, 3), 4);
    check::<f32>(&image(3, 40, 24, 9, 1, 1, 0), 5);
    // Sums of nothing: the bias is left.
    check::<f32>(&image(2, 0, 5, 9, 3, 1, 1), 5);
    check::<f32>(&plain(image(2, 0, 16, 9, 3, 1, 1)), 5);
    // Several blocks of k; whole tiles and parts of them.
    check_rectified::<f32>(&image(1, 600, 32, 8, 1, 1, 0), 7);
    check_rectified::<f32>(&image(1, 40, 31, 7, 3, 1, 1), 8);
    check::<f32>(&image(3, 40, 24, 9, 1, 2, 0), 6);
    // Five channels a group, of which four fold at once.
    check::<f32>(&Conv { groups: 2, ..image(1, 10, 4, 120, 3, 2, 1) }, 9);
    check::<f32>(&Conv { groups: 32, ..image(2, 32, 32, 20, 3, 1, 1) }, 7);
    check::<f32>(&Conv { groups: 32, ..image(2, 32, 64, 21, 3, 2, 1) }, 8);
}
