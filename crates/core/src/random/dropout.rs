//! The masks of the Dropout operator.

use super::Streams;
use super::error::{RandomError, require};
use super::types::Output;

/// Which elements share a draw; the two cases differ in how they treat a draw equal to the keep probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaskShape {
    /// One draw an element of the data.
    Full,
    /// The `axes` option: the mask has length 1 along some axes and is broadcast.
    Broadcast,
}

/// The probability `1 - p` of keeping an element, or `None` when nothing is ever dropped: then the operator is the
/// identity and draws nothing. Errors unless `0 <= p <= 1`.
pub fn keep_probability(p: f32) -> Result<Option<f32>, RandomError> {
    require((0.0..=1.0).contains(&p), "p", "between 0 and 1", p.into())?;
    let keep = 1.0 - p;
    Ok((keep < 1.0).then_some(keep))
}

impl Streams {
    /// Fills `mask` with 0 (dropped) and `1 / keep` (kept). `mask` has the size of the data, or for
    /// [`MaskShape::Broadcast`] the product of the axes not shared. `keep` comes from [`keep_probability`]; at 0 every
    /// element that is not kept is not a number, as in MXNet.
    pub fn dropout_mask<T: Output>(&mut self, keep: f32, shape: MaskShape, mask: &mut [T]) {
        let most = match shape {
            MaskShape::Full => keep,
            MaskShape::Broadcast => keep.next_down(),
        };
        self.split(1, mask, |engine, _, run| T::keep_run(engine, most, 1.0 / keep, run));
    }
}
