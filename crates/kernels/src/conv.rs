//! Convolutions of one to three dimensions, layout N, C, spatial; groups, stride, dilation, padding.
//!
//! Forward is an implicit product: the padded image is never expanded, panels of columns are packed straight from it
//! through two offset tables ([`implicit`]). All images of a chunk form one product, so small images make long rows too.
//! The data gradient is another convolution, or multiplies by the transposed weight and folds the columns back ([`fold`]); the
//! weight gradient packs its left operand like forward does. With one channel a group there is nothing to multiply
//! with: [`depthwise`] walks the rows. Kernels of 3x3 multiply less in another way: [`winograd`]. Doubles take the slow way: [`direct`].

mod backward;
mod depthwise;
mod direct;
mod fold;
mod implicit;
mod winograd;

pub use backward::{backward_data, backward_weight};
pub use fold::{col2im, im2col};
pub use implicit::forward;
pub use winograd::use_plain;

/// Sizes of a convolution. Sizes of lower rank are padded with 1 (`pad` with 0) on the left.
///
/// `x` is (batch, in_channels, in_size...), `w` is (out_channels, in_channels / groups, kernel...), `y` is
/// (batch, out_channels, out_size...).
#[derive(Clone, Debug)]
pub struct Conv {
    /// Images.
    pub batch: usize,
    /// Channels of `x`.
    pub in_channels: usize,
    /// Channels of `y`.
    pub out_channels: usize,
    /// Groups; divide both numbers of channels.
    pub groups: usize,
    /// Dimensions in use, 1 to 3.
    pub spatial: usize,
    /// Size of an image of `x`.
    pub in_size: [usize; 3],
    /// Size of the kernel.
    pub kernel: [usize; 3],
    /// Steps between windows.
    pub stride: [usize; 3],
    /// Steps between the elements of a window.
    pub dilate: [usize; 3],
    /// Zeros on both sides of `x`.
    pub pad: [usize; 3],
    /// Size of an image of `y`.
    pub out_size: [usize; 3],
    /// Whether every product is taken as it stands, also where transforming kernels and windows would save most of them.
    pub plain: bool,
    /// Whether what is negative in `y` becomes 0, as soon as it is complete.
    pub rectify: bool,
}

impl Conv {
    /// Elements of a channel of `x`.
    fn in_len(&self) -> usize {
        self.in_size.iter().product()
    }
    /// Elements of a channel of `y`.
    fn out_len(&self) -> usize {
        self.out_size.iter().product()
    }
    /// Elements of a kernel.
    fn kernel_len(&self) -> usize {
        self.kernel.iter().product()
    }
    /// Input channels a group.
    fn group_in(&self) -> usize {
        self.in_channels / self.groups
    }
    /// Output channels a group.
    fn group_out(&self) -> usize {
        self.out_channels / self.groups
    }
    /// Rows of the column matrix of a group.
    fn col_rows(&self) -> usize {
        self.group_in() * self.kernel_len()
    }
}
