//! The two flags of a thread: recording and training.

use std::cell::Cell;

thread_local! {
    static RECORDING: Cell<bool> = const { Cell::new(false) };
    static TRAINING: Cell<bool> = const { Cell::new(false) };
    static COMPOSED: Cell<bool> = const { Cell::new(false) };
    /// While [`Flags`] are set: what both flags were before the first.
    static BEFORE: Cell<Option<(bool, bool)>> = const { Cell::new(None) };
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
    before: Option<(bool, bool)>,
}

impl Flags {
    /// Sets the flags.
    pub fn set(recording: bool, training: bool) -> Flags {
        let before = BEFORE.get();
        let (recording, training) = (set_recording(recording), set_training(training));
        BEFORE.set(before.or(Some((recording, training))));
        Flags { recording, training, before }
    }
}

impl Drop for Flags {
    fn drop(&mut self) {
        set_recording(self.recording);
        set_training(self.training);
        BEFORE.set(self.before);
    }
}

/// Runs what may call into the library anew: a trap there leaves the flags as they are now.
pub fn outside<R>(callback: impl FnOnce() -> R) -> R {
    let before = BEFORE.take();
    let result = callback();
    BEFORE.set(before);
    result
}

/// After a trap: sets the flags to what they were when the library was called.
pub fn recover() {
    if let Some((recording, training)) = BEFORE.take() {
        set_recording(recording);
        set_training(training);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags() -> (bool, bool) {
        (is_recording(), is_training())
    }

    #[test]
    fn flags_come_back() {
        let outer = Flags::set(true, false);
        drop(Flags::set(false, true));
        assert_eq!(flags(), (true, false));
        // The host sets them in a callback, where a call traps in the middle.
        outside(|| {
            let before = (set_recording(false), set_training(true));
            std::mem::forget((Flags::set(true, true), Flags::set(false, false)));
            recover();
            assert_eq!(flags(), (false, true));
            set_recording(before.0);
            set_training(before.1);
        });
        assert_eq!(flags(), (true, false));
        std::mem::forget(outer);
        recover();
        assert_eq!(flags(), (false, false));
    }
}
