//! Things that the host holds few of: handles are places in a table, counted from 1.

use cells::RefCell;
use mxgrad_core::{Error, Result};
use std::rc::Rc;

/// The things of one kind.
pub struct Table<T> {
    list: RefCell<Vec<Option<Rc<T>>>>,
    what: &'static str,
}

impl<T> Table<T> {
    /// An empty table.
    pub const fn new(what: &'static str) -> Table<T> {
        Table { list: RefCell::new(Vec::new()), what }
    }

    /// Stores a thing and gives its handle.
    #[inline(never)]
    pub fn insert(&self, thing: T) -> u32 {
        let (mut list, thing) = (self.list.borrow_mut(), Some(Rc::new(thing)));
        match list.iter().position(Option::is_none) {
            Some(free) => {
                list[free] = thing;
                free as u32 + 1
            }
            None => {
                list.push(thing);
                list.len() as u32
            }
        }
    }

    /// The thing of a handle.
    #[inline(never)]
    pub fn get(&self, handle: u32) -> Result<Rc<T>> {
        let thing = self.list.borrow().get((handle as usize).wrapping_sub(1)).cloned().flatten();
        thing.ok_or_else(|| Error::value(self.what, "it was disposed"))
    }

    /// Frees a handle, and gives what it stood for: to be dropped when the table is borrowed no more.
    #[inline(never)]
    pub fn remove(&self, handle: u32) -> Option<Rc<T>> {
        self.list.borrow_mut().get_mut((handle as usize).wrapping_sub(1)).and_then(Option::take)
    }
}
