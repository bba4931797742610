//! Tiles of matrix products. Sums of three rows by three vectors of columns hide most of the latency of a multiplication and
//! an addition. Where a multiply-add is one instruction there are six rows by two vectors: these twelve sums hide it all,
//! nine reach 93 % of what the processor can do; with two vectors of B and an element of A they take the 15 registers that
//! V8 gives, if an element of A is read when its turn has come, and not earlier.
//!
//! V8 up to version 12 moves arithmetic as far down in a block of code as it can, and reads in the order of the source: it
//! would read the elements of all rows before the first sum, and run out of registers. It does not move arithmetic over a
//! branch to where a sum is wanted. So there is one behind each row, which is never taken: its test costs one slot of the
//! six of a cycle. Four steps stand in the source, because the tests of the loop itself would cost the rest of the slots.
//!
//! Panels: A has six rows, in groups of four steps: element (r, p) is at `[p / 4][r][p % 4]`, so that rows are packed by
//! copying vectors. B has six vectors of columns, at `[p][column]`.

use crate::Vector;

/// Rows of the smaller tile.
pub const ROWS: usize = 3;
/// Rows of a panel of A.
pub const PANEL_ROWS: usize = 2 * ROWS;
/// Steps that stand together in a panel of A.
pub const GROUP: usize = 4;
/// Vectors of columns of a panel of B: two tiles of three, or three of two.
pub const PANEL_VECTORS: usize = 6;

/// A walk of a tile down the panels of A, which [`tiles`] carries on.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Walk<E> {
    /// Panels to go.
    pub count: usize,
    /// Tiles side by side in each.
    pub across: usize,
    /// The first row of the tile in a panel of A.
    pub a: *const E,
    /// The first column of the tile in the panel of B.
    pub b: *const E,
    /// The result of the tile.
    pub c: *mut E,
    /// What the sums begin with, or null.
    pub start: *const E,
    /// From a panel of A to the next.
    pub panel: usize,
    /// From a row of the result to the next.
    pub row: usize,
    /// From a row of what the sums begin with to the next.
    pub start_row: usize,
    /// Groups of steps, and the steps of the last one if it is not whole.
    pub steps: [isize; 2],
}

impl<E> Walk<E> {
    /// The same for a tile some rows below in its panels.
    #[inline(always)]
    pub fn below(self, rows: usize) -> Self {
        let start = if self.start.is_null() { self.start } else { self.start.wrapping_add(rows * self.start_row) };
        Walk { a: self.a.wrapping_add(rows * GROUP), c: self.c.wrapping_add(rows * self.row), start, ..self }
    }
}

/// `c[r][v] = start[r][v] + sum over p of a[p][r] * b[p][v]` for the `R` rows and `V` vectors of a tile, for tiles side by side
/// in each panel of A: a row of the result is written while its line is in the first-level cache.
///
/// # Safety
/// What is named by the walk must be valid for reading, `c` for writing, the columns as `V` whole vectors, the walk itself
/// for both.
#[inline(always)]
pub unsafe fn tiles<T: Vector, const R: usize, const V: usize>(walk: *mut Walk<T::Elem>) {
    // There are few registers for numbers, too: what the loops do not want stays in memory, where the compiler would not leave
    // it by itself.
    macro_rules! field {
        ($field:ident) => {
            (&raw mut (*walk).$field)
        };
    }
    // SAFETY: the caller's promise.
    unsafe {
        // Tiles of the panel that are done.
        let mut done = 0;
        while field!(count).read_volatile() > 0 {
            let mut sums = [[T::zeros(); V]; R];
            let (a, b) = (field!(a).read_volatile(), field!(b).read_volatile().wrapping_add(done * V * T::LANES));
            let [groups, rest] = field!(steps).read_volatile();
            let (a, b) = add::<T, R, V, GROUP>(groups, a, b, &mut sums);
            add::<T, R, V, 1>(rest, a, b, &mut sums);

            let (mut c, mut start) = (field!(c).read_volatile(), field!(start).read_volatile());
            let add = !start.is_null();
            let (row, start_row) = (field!(row).read_volatile(), field!(start_row).read_volatile());
            (c, start) = (c.wrapping_add(done * V * T::LANES), start.wrapping_add(done * V * T::LANES));
            if add {
                // By reference: to move the sums into an iterator can put them into memory.
                for sums in &mut sums {
                    for (v, sum) in sums.iter_mut().enumerate() {
                        *sum = T::read(start.wrapping_add(v * T::LANES)).plus(*sum);
                    }
                    start = start.wrapping_add(start_row);
                }
            }
            for sums in &sums {
                for (v, &sum) in sums.iter().enumerate() {
                    sum.write(c.wrapping_add(v * T::LANES));
                }
                c = c.wrapping_add(row);
            }
            done += 1;
            if done < field!(across).read_volatile() {
                continue;
            }
            done = 0;
            field!(a).write_volatile(field!(a).read_volatile().wrapping_add(field!(panel).read_volatile()));
            field!(c).write_volatile(field!(c).read_volatile().wrapping_add(PANEL_ROWS * row));
            if add {
                field!(start).write_volatile(field!(start).read_volatile().wrapping_add(PANEL_ROWS * start_row));
            }
            field!(count).write_volatile(field!(count).read_volatile() - 1);
        }
    }
}

/// Adds `times * STEPS` steps to the sums, and gives what is behind them. That `times` is not negative is more than the
/// compiler knows: so it keeps the branches.
///
/// # Safety
/// As [`tiles`].
#[inline(always)]
unsafe fn add<T: Vector, const R: usize, const V: usize, const STEPS: usize>(
    times: isize,
    a: *const T::Elem,
    b: *const T::Elem,
    sums: &mut [[T; V]; R],
) -> (*const T::Elem, *const T::Elem) {
    let (mut a, mut b, mut left) = (a, b, times);
    if left == 0 {
        return (a, b);
    }
    'steps: loop {
        for p in 0..STEPS {
            let b = b.wrapping_add(p * PANEL_VECTORS * T::LANES);
            // SAFETY: the caller's promise.
            let columns: [T; V] = core::array::from_fn(|v| unsafe { T::read(b.wrapping_add(v * T::LANES)) });
            for (r, sums) in sums.iter_mut().enumerate() {
                // SAFETY: the caller's promise.
                let x = T::splat(unsafe { *a.wrapping_add(r * GROUP + p) });
                for (sum, &column) in sums.iter_mut().zip(&columns) {
                    *sum = T::multiply_add(x, column, *sum);
                }
                let branch = p * R + r + 1;
                if branch < STEPS * R && left == -(branch as isize) {
                    break 'steps;
                }
            }
        }
        b = b.wrapping_add(STEPS * PANEL_VECTORS * T::LANES);
        a = a.wrapping_add(if STEPS == GROUP { GROUP * PANEL_ROWS } else { STEPS });
        left -= 1;
        if left == 0 {
            break;
        }
    }
    (a, b)
}
