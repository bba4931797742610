//! The table of arrays that the host holds handles of.

use cells::{Lasting, Local, RefCell};
use mxgrad_core::{Error, ErrorKind, NDArray, Result};

/// Bits of a handle that name the slot; the rest is the slot's generation.
const SLOT_BITS: u32 = 22;
const SLOT_MASK: u32 = (1 << SLOT_BITS) - 1;

/// A handle of 0 is no array.
pub const NONE: u32 = 0;

struct Slot {
    /// Changes whenever the slot is freed, so that a stale handle is an error and never another array.
    generation: u32,
    array: Option<NDArray>,
    /// The last epoch in which the array was used.
    touched: u32,
    /// Whether the host's collector alone decides when the array goes.
    weak: bool,
}

#[derive(Default)]
struct Slots {
    list: Vec<Slot>,
    free: Vec<u32>,
    live: usize,
    epoch: u32,
}

thread_local! {
    static SLOTS: Lasting<RefCell<Slots>> = Lasting::default();
}

/// Stores an array and gives its handle.
pub fn insert(array: NDArray) -> u32 {
    SLOTS.with_borrow_mut(|slots| {
        slots.live += 1;
        let touched = slots.epoch;
        let index = slots.free.pop().unwrap_or_else(|| {
            // Slot 0 stays empty: no handle is 0.
            if slots.list.is_empty() {
                slots.list.push(Slot { generation: 0, array: None, touched: 0, weak: false });
            }
            slots.list.push(Slot { generation: 0, array: None, touched: 0, weak: false });
            slots.list.len() as u32 - 1
        });
        let slot = &mut slots.list[index as usize];
        slot.array = Some(array);
        slot.touched = touched;
        slot.weak = false;
        index | slot.generation << SLOT_BITS
    })
}

/// The array of a handle.
pub fn get(handle: u32) -> Result<NDArray> {
    SLOTS.with_borrow_mut(|slots| {
        let epoch = slots.epoch;
        let slot = slots.list.get_mut((handle & SLOT_MASK) as usize).ok_or_else(|| Error::new(ErrorKind::Disposed))?;
        if slot.generation != handle >> SLOT_BITS {
            return Err(Error::new(ErrorKind::Disposed));
        }
        slot.touched = epoch;
        slot.array.clone().ok_or_else(|| Error::new(ErrorKind::Disposed))
    })
}

/// Frees a handle; one that is stale already is left alone.
pub fn remove(handle: u32) {
    // Dropped after the table's borrow has ended: a graph may hang on the array.
    let _array = SLOTS.with_borrow_mut(|slots| {
        let index = handle & SLOT_MASK;
        let slot = slots.list.get_mut(index as usize)?;
        if slot.generation != handle >> SLOT_BITS || slot.array.is_none() {
            return None;
        }
        slot.generation = (slot.generation + 1) & (u32::MAX >> SLOT_BITS);
        slots.live -= 1;
        slots.free.push(index);
        slot.array.take()
    });
}

/// How many arrays the host holds.
pub fn live() -> usize {
    SLOTS.with_borrow(|slots| slots.live)
}

/// The handles that were not used since the last call, and a new epoch.
pub fn cold() -> Vec<u32> {
    SLOTS.with_borrow_mut(|slots| {
        let epoch = slots.epoch;
        slots.epoch += 1;
        let cold = |(_, slot): &(usize, &Slot)| slot.array.is_some() && !slot.weak && slot.touched < epoch;
        let handle = |(i, slot): (usize, &Slot)| i as u32 | slot.generation << SLOT_BITS;
        slots.list.iter().enumerate().filter(cold).map(handle).collect()
    })
}

/// Leaves an array to the host's collector: `cold` passes it over.
pub fn weaken(handle: u32) {
    SLOTS.with_borrow_mut(|slots| {
        if let Some(slot) = slots.list.get_mut((handle & SLOT_MASK) as usize) {
            slot.weak = true;
        }
    });
}
