//! Calls of operators for the gradient tests: at least one for each operator that has a gradient.

mod contrib;
mod elementwise;
mod index;
mod matrix;
mod movement;
mod nn;
mod reduce;
mod sequence;
mod vision;

/// One call: attributes, and inputs with their shapes and the range that their elements are drawn from.
///
/// An input that is not differentiated and whose range has whole bounds (indices, labels, conditions) is drawn from the
/// whole numbers of the range, the upper bound not included.
pub struct Sample {
    pub op: &'static str,
    pub attrs: &'static [(&'static str, &'static str)],
    pub inputs: Vec<(Vec<usize>, f64, f64)>,
    /// The inputs that are differentiated.
    pub diff: &'static [usize],
    /// The training flag.
    pub train: bool,
}

/// A call whose inputs are all differentiated and drawn from one range.
fn call(
    op: &'static str,
    attrs: &'static [(&'static str, &'static str)],
    shapes: &[&[usize]],
    (low, high): (f64, f64),
) -> Sample {
    const ALL: [usize; 8] = [0, 1, 2, 3, 4, 5, 6, 7];
    let inputs = shapes.iter().map(|s| (s.to_vec(), low, high)).collect();
    Sample { op, attrs, inputs, diff: &ALL[..shapes.len()], train: false }
}

type Attrs = &'static [(&'static str, &'static str)];

/// A call with labels, indices or statistics: the last inputs, each with its own range, are not differentiated.
fn fixed(
    op: &'static str,
    attrs: Attrs,
    shapes: &[&[usize]],
    range: (f64, f64),
    rest: &[(&[usize], f64, f64)],
) -> Sample {
    let mut sample = call(op, attrs, shapes, range);
    sample.inputs.extend(rest.iter().map(|(s, low, high)| (s.to_vec(), *low, *high)));
    sample
}

/// All samples.
pub fn all() -> Vec<Sample> {
    [
        elementwise::samples(),
        reduce::samples(),
        movement::samples(),
        index::samples(),
        nn::samples(),
        sequence::samples(),
        matrix::samples(),
        vision::samples(),
        contrib::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
