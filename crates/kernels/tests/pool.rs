//! Pooling against the definition (MXNet's window rules), and its gradients against the transposed sums.

use kernels::pool::{Kind, NONE, Pool, backward, forward, lp_backward, max_forward, max_gather, max_scatter};
use proptest::prelude::*;

fn fill(len: usize, seed: u64) -> Vec<f64> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            ((state >> 33) % 21) as f64 - 10.0
        })
        .collect()
}

/// Flat positions inside the image, and the divisor of an average, of one window.
fn window(g: &Pool, out: [usize; 3]) -> (Vec<usize>, f64) {
    let (mut inside, mut padded) = (vec![], 0.0);
    for k in 0..g.kernel.iter().product() {
        let k = [k / (g.kernel[1] * g.kernel[2]), k / g.kernel[2] % g.kernel[1], k % g.kernel[2]];
        let at: [usize; 3] = std::array::from_fn(|d| out[d] * g.stride[d] + k[d]);
        if (0..3).all(|d| at[d] < g.in_size[d] + 2 * g.pad[d]) {
            padded += 1.0;
        }
        if (0..3).all(|d| (g.pad[d]..g.in_size[d] + g.pad[d]).contains(&at[d])) {
            let [d, h, w] = std::array::from_fn(|d| at[d] - g.pad[d]);
            inside.push((d * g.in_size[1] + h) * g.in_size[2] + w);
        }
    }
    let include_pad = g.kind == Kind::Avg { count_include_pad: true };
    let count = if include_pad { padded } else { inside.len() as f64 };
    (inside, count)
}

fn windows(g: &Pool) -> Vec<(Vec<usize>, f64)> {
    let [d, h, w] = g.out_size;
    (0..d * h * w).map(|i| window(g, [i / (h * w), i / w % h, i % w])).collect()
}

fn sizes(kind: impl Strategy<Value = Kind>) -> impl Strategy<Value = Pool> {
    let kernel = prop_oneof![6 => 1..4usize, 1 => 15..22usize];
    let dim = (1..9usize, kernel, 1..4usize, 0..3usize, any::<bool>()).prop_map(|(n, k, s, p, full)| {
        let (n, p) = (n.max(k), p.min(k - 1));
        let room = n + 2 * p - k;
        (n, k, s, p, if full { room.div_ceil(s) + 1 } else { room / s + 1 })
    });
    (1..4usize, 1..4usize, prop::array::uniform3(dim), kind).prop_map(|(outer, spatial, mut dims, kind)| {
        dims[..3 - spatial].fill((1, 1, 1, 0, 1));
        Pool {
            outer,
            in_size: dims.map(|d| d.0),
            kernel: dims.map(|d| d.1),
            stride: dims.map(|d| d.2),
            pad: dims.map(|d| d.3),
            out_size: dims.map(|d| d.4),
            kind,
        }
    })
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        any::<bool>().prop_map(|count_include_pad| Kind::Avg { count_include_pad }),
        Just(Kind::Sum),
        (1..4u32).prop_map(Kind::Lp)
    ]
}

fn close(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() <= 1e-12 * b.abs().max(1.0), "{a} not {b}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn sums_and_gradients(g in sizes(kinds()), seed in any::<u64>()) {
        let (ins, windows) = (g.in_size.iter().product::<usize>(), windows(&g));
        let (x, dy) = (fill(g.outer * ins, seed), fill(g.outer * windows.len(), seed ^ 3));
        let (mut y, mut dx) = (vec![0.0; dy.len()], vec![0.0; x.len()]);
        for image in 0..g.outer {
            for (o, (inside, count)) in windows.iter().enumerate() {
                let o = image * windows.len() + o;
                let xs: Vec<f64> = inside.iter().map(|&i| x[image * ins + i]).collect();
                let power = |p: i32| xs.iter().map(|&x| (0..p).map(|_| x).product::<f64>()).sum::<f64>();
                y[o] = match g.kind {
                    Kind::Avg { .. } if inside.is_empty() => 0.0,
                    Kind::Avg { .. } => power(1) / count,
                    Kind::Lp(2) => power(2).sqrt(),
                    Kind::Lp(3) => libm::cbrt(power(3)),
                    _ => power(1),
                };
                for (&i, &x) in inside.iter().zip(&xs) {
                    dx[image * ins + i] += match g.kind {
                        Kind::Avg { .. } => dy[o] / count,
                        Kind::Lp(2 | 3) if y[o] == 0.0 => 0.0,
                        Kind::Lp(2) => dy[o] * x / y[o],
                        Kind::Lp(3) => dy[o] * (x / y[o]) * (x / y[o]),
                        _ => dy[o],
                    };
                }
            }
        }
        let (mut got, mut got_dx) = (vec![f64::NAN; dy.len()], vec![f64::NAN; x.len()]);
        forward(&g, &x, &mut got);
        close(&got, &y);
        match g.kind {
            Kind::Lp(_) => lp_backward(&g, &dy, &x, &got, &mut got_dx),
            _ => backward(&g, &dy, &mut got_dx),
        }
        close(&got_dx, &dx);
    }

    #[test]
    fn maxima_and_their_positions(g in sizes(Just(Kind::Max)), seed in any::<u64>()) {
        let (ins, windows) = (g.in_size.iter().product::<usize>(), windows(&g));
        let x = fill(g.outer * ins, seed);
        let (mut y, mut idx) = (vec![], vec![]);
        for image in x.chunks_exact(ins) {
            for (inside, _) in &windows {
                let best = inside.iter().copied().reduce(|a, b| if image[b] > image[a] { b } else { a });
                y.push(best.map_or(f64::MIN, |i| image[i]));
                idx.push(best.map_or(NONE, |i| i as u32));
            }
        }
        let (mut got, mut got_idx) = (vec![f64::NAN; y.len()], vec![7; y.len()]);
        max_forward(&g, &x, &mut got, Some(&mut got_idx));
        prop_assert_eq!(&got, &y);
        prop_assert_eq!(&got_idx, &idx);
        let mut plain = vec![f64::NAN; y.len()];
        max_forward(&g, &x, &mut plain, None);
        prop_assert_eq!(&plain, &y);
        // Small integers, and the lowest number where there is none: the same in vectors of singles.
        let singles: Vec<f32> = x.iter().map(|&x| x as f32).collect();
        let (mut got, mut got_idx) = (vec![f32::NAN; y.len()], vec![7; y.len()]);
        max_forward(&g, &singles, &mut got, Some(&mut got_idx));
        prop_assert_eq!(got, y.iter().map(|y| y.max(f32::MIN.into()) as f32).collect::<Vec<_>>());
        prop_assert_eq!(&got_idx, &idx);
        // Scattering is the transpose of gathering.
        let dy = fill(y.len(), seed ^ 1);
        let (mut dx, mut gathered) = (vec![f64::NAN; x.len()], vec![f64::NAN; y.len()]);
        max_scatter(&g, &dy, &idx, &mut dx);
        max_gather(&g, &x, &idx, &mut gathered);
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        prop_assert_eq!(dot(&dx, &x), dot(&dy, &gathered));
        for ((&v, &i), &y) in gathered.iter().zip(&idx).zip(&y) {
            prop_assert_eq!(v, if i == NONE { 0.0 } else { y });
        }
    }
}

/// Values of MXNet 1.9.1: NaN is passed over, minus infinity is not above the lowest finite number.
#[test]
fn nan_and_infinity_as_mxnet() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let x = [nan, 1.0, 2.0, nan, 0.0, 3.0, 3.0, 1.0, -inf, -inf, 7.0, 7.0, -inf, -inf, 7.0, nan];
    let g = Pool {
        outer: 1,
        in_size: [1, 4, 4],
        kernel: [1, 2, 2],
        stride: [1, 2, 2],
        pad: [0; 3],
        out_size: [1, 2, 2],
        kind: Kind::Max,
    };
    let (mut y, mut idx) = ([0.0; 4], [0; 4]);
    max_forward(&g, &x, &mut y, Some(&mut idx));
    assert_eq!(y, [3.0, 3.0, f32::MIN, 7.0]);
    assert_eq!(idx, [5, 6, NONE, 10]);
}
