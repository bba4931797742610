//! A `RefCell` that outlives a trap.
//!
//! In WebAssembly a panic traps: nothing is unwound, and whatever was borrowed stays so. [`forget_borrows`] begins a new epoch,
//! in which no borrow of an older one counts.

use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;
use std::thread::LocalKey;

thread_local! {
    static EPOCH: Cell<u32> = const { Cell::new(0) };
}

/// Makes every cell of this thread as if nobody borrowed it.
///
/// # Safety
/// No [`Ref`] or [`RefMut`] that there is may be used or dropped any more.
pub unsafe fn forget_borrows() {
    EPOCH.set(EPOCH.get().wrapping_add(1));
}

/// Who borrows a cell.
struct Borrows {
    /// How many read it, or -1 for one who writes: counts if the epoch is this one.
    count: Cell<i32>,
    epoch: Cell<u32>,
}

impl Borrows {
    /// The count of this epoch.
    fn count(&self) -> i32 {
        let epoch = EPOCH.get();
        if self.epoch.replace(epoch) != epoch {
            self.count.set(0);
        }
        self.count.get()
    }

    // Apart, because there are very many borrows, and what they cost is their size.
    #[inline(never)]
    #[track_caller]
    fn read(&self) {
        let count = self.count();
        assert!(count >= 0, "already mutably borrowed");
        self.count.set(count + 1);
    }

    #[inline(never)]
    #[track_caller]
    fn write(&self) {
        assert!(self.count() == 0, "already borrowed");
        self.count.set(-1);
    }
}

/// As that of std.
pub struct RefCell<T> {
    borrows: Borrows,
    value: UnsafeCell<T>,
}

impl<T> RefCell<T> {
    /// A cell that nobody borrows.
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrows: Borrows { count: Cell::new(0), epoch: Cell::new(0) }, value: UnsafeCell::new(value) }
    }

    /// The value to read.
    ///
    /// # Panics
    /// While somebody writes.
    #[inline]
    #[track_caller]
    pub fn borrow(&self) -> Ref<'_, T> {
        self.borrows.read();
        // SAFETY: nobody has a mutable reference while the count is positive, and it is until this is dropped.
        Ref {
            value: unsafe { NonNull::new_unchecked(self.value.get()) },
            reading: Reading(&self.borrows.count),
            as_ref: PhantomData,
        }
    }

    /// The value to write.
    ///
    /// # Panics
    /// While somebody else has it.
    #[inline]
    #[track_caller]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        self.borrows.write();
        // SAFETY: nobody had a reference, and nobody gets one until this is dropped.
        RefMut {
            value: unsafe { NonNull::new_unchecked(self.value.get()) },
            writing: Writing(&self.borrows.count),
            as_mut: PhantomData,
        }
    }

    /// Puts another value there; gives the old one.
    pub fn replace(&self, value: T) -> T {
        std::mem::replace(&mut *self.borrow_mut(), value)
    }

    /// Exchanges the values of two cells.
    pub fn swap(&self, other: &RefCell<T>) {
        std::mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut());
    }

    /// Takes the value out and leaves the default one.
    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.replace(T::default())
    }

    /// The value of a cell that nobody else has.
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// The value of a cell that is no more.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: Default> Default for RefCell<T> {
    fn default() -> Self {
        RefCell::new(T::default())
    }
}

impl<T> std::fmt::Debug for RefCell<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RefCell")
    }
}

struct Reading<'b>(&'b Cell<i32>);

impl Drop for Reading<'_> {
    #[inline]
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

struct Writing<'b>(&'b Cell<i32>);

impl Drop for Writing<'_> {
    #[inline]
    fn drop(&mut self) {
        self.0.set(0);
    }
}

/// A value to read.
pub struct Ref<'b, T: ?Sized> {
    value: NonNull<T>,
    reading: Reading<'b>,
    as_ref: PhantomData<&'b T>,
}

impl<'b, T: ?Sized> Ref<'b, T> {
    /// A part of it.
    #[inline]
    pub fn map<U: ?Sized>(this: Ref<'b, T>, part: impl FnOnce(&T) -> &U) -> Ref<'b, U> {
        Ref { value: NonNull::from(part(&this)), reading: this.reading, as_ref: PhantomData }
    }
}

impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the count of readers keeps writers away.
        unsafe { self.value.as_ref() }
    }
}

/// A value to write.
pub struct RefMut<'b, T: ?Sized> {
    value: NonNull<T>,
    writing: Writing<'b>,
    as_mut: PhantomData<&'b mut T>,
}

impl<'b, T: ?Sized> RefMut<'b, T> {
    /// A part of it.
    #[inline]
    pub fn map<U: ?Sized>(mut this: RefMut<'b, T>, part: impl FnOnce(&mut T) -> &mut U) -> RefMut<'b, U> {
        RefMut { value: NonNull::from(part(&mut this)), writing: this.writing, as_mut: PhantomData }
    }
}

impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the mark of a writer keeps everybody else away.
        unsafe { self.value.as_ref() }
    }
}

impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above.
        unsafe { self.value.as_mut() }
    }
}

/// What a thread keeps until the process ends. Whatever is dropped with its thread is registered for that, by code at every
/// use and with an allocator of std's own; and the library's one thread does not end.
pub type Lasting<T> = ManuallyDrop<T>;

/// What std's `LocalKey` has for its own cell.
pub trait Local<T: 'static> {
    /// Reads the value.
    fn with_borrow<R>(&'static self, f: impl FnOnce(&T) -> R) -> R;
    /// Writes the value.
    fn with_borrow_mut<R>(&'static self, f: impl FnOnce(&mut T) -> R) -> R;
}

impl<T: 'static> Local<T> for LocalKey<Lasting<RefCell<T>>> {
    fn with_borrow<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        self.with(|cell| f(&cell.borrow()))
    }
    fn with_borrow_mut<R>(&'static self, f: impl FnOnce(&mut T) -> R) -> R {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    fn panics(f: impl FnOnce()) -> bool {
        catch_unwind(AssertUnwindSafe(f)).is_err()
    }

    #[test]
    fn one_writes_or_many_read() {
        let cell = RefCell::new([1, 2]);
        let part = Ref::map(cell.borrow(), |pair| &pair[1]);
        assert_eq!((cell.borrow()[0], *part), (1, 2));
        assert!(panics(|| drop(cell.borrow_mut())));
        drop(part);
        let mut part = RefMut::map(cell.borrow_mut(), |pair| &mut pair[0]);
        *part = 3;
        assert!(panics(|| drop(cell.borrow())));
        assert!(panics(|| drop(cell.borrow_mut())));
        drop(part);
        assert_eq!(cell.replace([5, 6]), [3, 2]);
        assert_eq!((cell.take(), cell.into_inner()), ([5, 6], [0, 0]));
    }

    #[test]
    fn what_was_borrowed_before_a_trap_is_free_after_it() {
        let cells = [RefCell::new(1), RefCell::new(2)];
        std::mem::forget(cells[0].borrow());
        std::mem::forget(cells[1].borrow_mut());
        assert!(panics(|| drop(cells[0].borrow_mut())));
        assert!(panics(|| drop(cells[1].borrow())));
        // SAFETY: both are forgotten.
        unsafe { forget_borrows() };
        cells[0].swap(&cells[1]);
        let reader = cells[0].borrow();
        assert_eq!((*reader, *cells[1].borrow()), (2, 1));
        assert!(panics(|| drop(cells[0].borrow_mut())));
    }
}
