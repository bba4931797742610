//! Boxes on a grid against counting its cells.

use kernels::boxes::{Corners, kept, largest, overlaps};
use proptest::prelude::*;

const GRID: i32 = 8;

fn corners() -> impl Strategy<Value = [i32; 4]> {
    prop::array::uniform4(0..GRID + 1)
}

/// The cells inside the first box, inside both, and inside the second.
fn cells(a: [i32; 4], b: [i32; 4]) -> [f64; 3] {
    let inside =
        |[left, top, right, bottom]: [i32; 4], x: i32, y: i32| (left..right).contains(&x) && (top..bottom).contains(&y);
    let all = (0..GRID * GRID).map(|i| (i % GRID, i / GRID));
    all.fold([0.0; 3], |[first, both, second], (x, y)| {
        let (a, b) = (inside(a, x, y), inside(b, x, y));
        [first + f64::from(u8::from(a)), both + f64::from(u8::from(a && b)), second + f64::from(u8::from(b))]
    })
}

fn overlap(a: [i32; 4], b: [i32; 4]) -> f64 {
    let [first, both, second] = cells(a, b);
    if both > 0.0 { both / (first + second - both) } else { 0.0 }
}

fn boxes(all: &[[i32; 4]]) -> Vec<Corners> {
    let of = |&[left, top, right, bottom]: &[i32; 4]| {
        let [left, top, right, bottom] = [left, top, right, bottom].map(f64::from);
        Corners { left, top, right, bottom }
    };
    all.iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn agrees_with_counting(a in prop::collection::vec(corners(), 0..6), b in prop::collection::vec(corners(), 0..6)) {
        let mut got = vec![f64::NAN; a.len() * b.len()];
        overlaps(&boxes(&a), &boxes(&b), &mut got);
        let expected: Vec<f64> = a.iter().flat_map(|&a| b.iter().map(move |&b| overlap(a, b))).collect();
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn keeps_what_nothing_better_hides(all in prop::collection::vec((corners(), 0..3i64), 0..20), threshold in 0..9i32) {
        let threshold = f64::from(threshold) / 10.0;
        let (places, classes): (Vec<[i32; 4]>, Vec<i64>) = all.into_iter().unzip();
        let order: Vec<usize> = (0..places.len()).rev().collect();
        let mut expected: Vec<usize> = vec![];
        for &i in &order {
            if expected.iter().all(|&j| classes[i] != classes[j] || overlap(places[i], places[j]) <= threshold) {
                expected.push(i);
            }
        }
        prop_assert_eq!(kept(&boxes(&places), &classes, &order, threshold, false), expected);
    }

    #[test]
    fn finds_the_first_of_the_largest(values in prop::collection::vec(0..5i32, 30), [top, bottom] in prop::array::uniform2(0..6usize),
                                      [left, right] in prop::array::uniform2(0..7usize)) {
        let image: Vec<f64> = values.into_iter().map(f64::from).collect();
        let places = (top..bottom.min(5)).flat_map(|y| (left..right.min(6)).map(move |x| y * 6 + x));
        let expected = places.reduce(|a, b| if image[b] > image[a] { b } else { a });
        prop_assert_eq!(largest(&image, 6, top..bottom.min(5), left..right.min(6)), expected);
    }
}

/// A threshold below 0 is passed by boxes that have nothing in common; boxes without an area have no overlap at all.
#[test]
fn thresholds_and_nothing() {
    let apart = boxes(&[[0, 0, 2, 2], [4, 4, 5, 5]]);
    assert_eq!(kept(&apart, &[0, 0], &[0, 1], -0.5, true), [0]);
    assert_eq!(kept(&apart, &[0, 0], &[0, 1], 0.0, true), [0, 1]);
    let empty = boxes(&[[3, 3, 3, 3], [3, 3, 3, 3]]);
    assert_eq!(kept(&empty, &[0, 0], &[0, 1], -0.5, true), [0, 1]);
    // 0.1 as f32 is greater.
    let tenth = boxes(&[[0, 0, 10, 1], [0, 0, 1, 1]]);
    assert_eq!(kept(&tenth, &[0, 0], &[0, 1], 0.1, true), [0]);
    assert_eq!(kept(&tenth, &[0, 0], &[0, 1], 0.1, false), [0, 1]);
}
