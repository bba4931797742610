//! Data movement against index arithmetic, for elements of one and of eight bytes.

use kernels::movement::{PadMode, assign_strided, concat, pad, pad_scatter_add, slice_strided, split_piece, transpose};
use proptest::prelude::*;

/// All indices of `shape`, row major.
fn indices(shape: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for &n in shape {
        all = all.iter().flat_map(|head| (0..n).map(move |i| [&head[..], &[i]].concat())).collect();
    }
    all
}

fn at(shape: &[usize], index: &[usize]) -> usize {
    shape.iter().zip(index).fold(0, |flat, (n, i)| flat * n + i)
}

fn iota(shape: &[usize]) -> Vec<u64> {
    (0..shape.iter().product::<usize>() as u64).collect()
}

fn shapes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![Just(1usize), 1..6usize, 1..40usize], 1..4)
}

/// A shape and, per axis, (begin, step, length) of a slice inside it.
fn slices() -> impl Strategy<Value = (Vec<usize>, Vec<(usize, isize, usize)>)> {
    prop::collection::vec((1..12usize, any::<prop::sample::Index>(), 1..4isize, any::<bool>()), 1..5).prop_map(|axes| {
        axes.iter()
            .map(|&(n, begin, step, back)| {
                let begin = begin.index(n);
                let room = if back { begin } else { n - 1 - begin };
                (n, (begin, if back { -step } else { step }, room / step as usize + 1))
            })
            .unzip()
    })
}

fn source(begin: &[usize], step: &[isize], index: &[usize]) -> Vec<usize> {
    (0..index.len()).map(|d| (begin[d] as isize + step[d] * index[d] as isize) as usize).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn transposes((shape, axes) in shapes().prop_flat_map(|s| {
        let axes = Just((0..s.len()).collect::<Vec<_>>()).prop_shuffle();
        (Just(s), axes)
    })) {
        let x = iota(&shape);
        let out: Vec<usize> = axes.iter().map(|&a| shape[a]).collect();
        let expected: Vec<u64> = indices(&out).iter().map(|index| {
            let mut from = vec![0; shape.len()];
            axes.iter().zip(index).for_each(|(&a, &i)| from[a] = i);
            x[at(&shape, &from)]
        }).collect();
        let mut y = vec![u64::MAX; x.len()];
        transpose(&x, &shape, &axes, &mut y);
        prop_assert_eq!(&y, &expected);
        let bytes: Vec<u8> = x.iter().map(|&v| v as u8).collect();
        let mut y = vec![0; x.len()];
        transpose(&bytes, &shape, &axes, &mut y);
        prop_assert!(y.iter().zip(&expected).all(|(&a, &b)| a == b as u8));
    }

    #[test]
    fn transposes_planes_of_several_squares(rows in 1..150usize, cols in 1..600usize) {
        let x = iota(&[rows, cols]);
        let expected: Vec<u64> = (0..rows * cols).map(|i| x[i % rows * cols + i / rows]).collect();
        let mut y = vec![u64::MAX; x.len()];
        transpose(&x, &[rows, cols], &[1, 0], &mut y);
        prop_assert_eq!(&y, &expected);
        let short: Vec<u16> = x.iter().map(|&v| v as u16).collect();
        let mut y = vec![u16::MAX; x.len()];
        transpose(&short, &[rows, cols], &[1, 0], &mut y);
        prop_assert!(y.iter().zip(&expected).all(|(&a, &b)| a == b as u16));
    }

    #[test]
    fn slices_and_assignments((shape, axes) in slices()) {
        let begin: Vec<usize> = axes.iter().map(|a| a.0).collect();
        let step: Vec<isize> = axes.iter().map(|a| a.1).collect();
        let part: Vec<usize> = axes.iter().map(|a| a.2).collect();
        let x = iota(&shape);
        let expected: Vec<u64> =
            indices(&part).iter().map(|i| x[at(&shape, &source(&begin, &step, i))]).collect();
        let mut y = vec![u64::MAX; expected.len()];
        slice_strided(&x, &shape, &begin, &step, &part, &mut y);
        prop_assert_eq!(&y, &expected);

        let values = iota(&part);
        let mut expected = vec![u64::MAX; x.len()];
        for i in indices(&part) {
            expected[at(&shape, &source(&begin, &step, &i))] = values[at(&part, &i)];
        }
        let mut y = vec![u64::MAX; x.len()];
        assign_strided(&values, &part, &begin, &step, &shape, &mut y);
        prop_assert_eq!(y, expected);
    }

    #[test]
    fn pads(shape in prop::collection::vec(1..6usize, 1..5), widths in prop::array::uniform4((0..8usize, 0..8usize)), mode in 0..3u8) {
        let pads: Vec<(usize, usize)> = widths[..shape.len()].to_vec();
        let x: Vec<f64> = iota(&shape).iter().map(|&v| v as f64).collect();
        let mode = [PadMode::Constant(-1.0), PadMode::Edge, PadMode::Reflect][mode as usize];
        let out: Vec<usize> = shape.iter().zip(&pads).map(|(n, p)| n + p.0 + p.1).collect();
        let from = |index: &[usize]| -> Option<usize> {
            let mut from = vec![];
            for (d, &i) in index.iter().enumerate() {
                let (mut i, last) = (i as isize - pads[d].0 as isize, shape[d] as isize - 1);
                match mode {
                    PadMode::Constant(_) if !(0..=last).contains(&i) => return None,
                    PadMode::Constant(_) => {}
                    PadMode::Edge => i = i.clamp(0, last),
                    PadMode::Reflect => while last == 0 && i != 0 || !(0..=last).contains(&i) {
                        i = if last == 0 { 0 } else if i < 0 { -i } else { 2 * last - i };
                    }
                }
                from.push(i as usize);
            }
            Some(at(&shape, &from))
        };
        let expected: Vec<f64> = indices(&out).iter().map(|i| from(i).map_or(-1.0, |from| x[from])).collect();
        let mut y = vec![f64::NAN; expected.len()];
        pad(&x, &shape, &pads, mode, &mut y);
        prop_assert_eq!(&y, &expected);

        let dy: Vec<f64> = (0..y.len()).map(|i| (i * i % 31) as f64).collect();
        let mut expected = vec![0.0; x.len()];
        indices(&out).iter().zip(&dy).for_each(|(i, dy)| if let Some(from) = from(i) { expected[from] += dy });
        let mut dx = vec![f64::NAN; x.len()];
        pad_scatter_add(&dy, &shape, &pads, mode, &mut dx);
        prop_assert_eq!(dx, expected);
    }

    #[test]
    fn concat_and_split(outer in 0..5usize, runs in prop::collection::vec(0..6usize, 1..5)) {
        let total: usize = runs.iter().sum();
        let whole = iota(&[outer, total]);
        let (mut pieces, mut start) = (vec![], 0);
        for &run in &runs {
            let mut piece = vec![u64::MAX; outer * run];
            split_piece(&whole, outer, total, start, run, &mut piece);
            for o in 0..outer {
                prop_assert_eq!(&piece[o * run..][..run], &whole[o * total + start..][..run]);
            }
            pieces.push(piece);
            start += run;
        }
        let mut joined = vec![u64::MAX; whole.len()];
        concat(&pieces.iter().map(|p| &p[..]).collect::<Vec<_>>(), &runs, outer, &mut joined);
        prop_assert_eq!(joined, whole);
    }
}
