//! The two flags of a thread: recording and training.

use std::cell::Cell;

thread_local! {
    static RECORDING: Cell<bool> = const { Cell::new(false) };
    static TRAINING: Cell<bool> = const { Cell::new(false) };
    static COMPOSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether operators are being recorded.
pub fn is_recording() -> bool {
    RECORDING.get()
}

/// Whether operators behave as in training (Dropout, BatchNorm).
pub fn is_training() -> bool {
    TRAINING.get()
}

/// Sets the recording flag and gives the previous one.
pub fn set_recording(on: bool) -> bool {
    RECORDING.replace(on)
}

/// Sets the training flag and gives the previous one.
pub fn set_training(on: bool) -> bool {
    TRAINING.replace(on)
}

/// Whether fused backward kernels are off, so that gradients run as composed operators (for tests).
pub fn is_composed() -> bool {
    COMPOSED.get()
}

/// Turns fused backward kernels off or on and gives the previous setting.
pub fn set_composed(on: bool) -> bool {
    COMPOSED.replace(on)
}

/// Sets both flags until dropped.
pub struct Flags {
    recording: bool,
    training: bool,
}

impl Flags {
    /// Sets the flags.
    pub fn set(recording: bool, training: bool) -> Flags {
        Flags { recording: set_recording(recording), training: set_training(training) }
    }
}

impl Drop for Flags {
    fn drop(&mut self) {
        set_recording(self.recording);
        set_training(self.training);
    }
}
