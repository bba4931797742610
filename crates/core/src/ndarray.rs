//! An array with its place in the recorded graph.

use crate::array::{Array, Spec};
use crate::autograd::tape::Entry;
use crate::dtype::{DType, Element};
use crate::error::Result;
use crate::shape::Shape;
use cells::{Ref, RefCell};
use std::rc::Rc;

/// A handle of an array. Clones are the same handle; `detach` makes a new one on the same memory.
#[derive(Clone)]
pub struct NDArray(Rc<Handle>);

struct Handle {
    array: Array,
    /// The output of a recorded operator, or the variable, that this array is.
    entry: RefCell<Option<Entry>>,
}

impl NDArray {
    /// A handle outside of every graph.
    pub fn new(array: Array) -> NDArray {
        NDArray::with_entry(array, None)
    }

    /// A handle with this place in the graph.
    pub(crate) fn with_entry(array: Array, entry: Option<Entry>) -> NDArray {
        NDArray(Rc::new(Handle { array, entry: RefCell::new(entry) }))
    }

    /// A new array with these elements.
    pub fn from_slice<T: Element>(shape: impl Into<Shape>, data: &[T]) -> Result<NDArray> {
        Ok(NDArray::new(Array::from_slice(shape.into(), data)?))
    }

    /// An array of zeros.
    pub fn zeros(shape: impl Into<Shape>, dtype: DType) -> Result<NDArray> {
        Ok(NDArray::new(Array::zeros(Spec::new(shape.into(), dtype))?))
    }

    /// The array itself.
    pub fn array(&self) -> &Array {
        &self.0.array
    }

    /// The dimensions.
    pub fn shape(&self) -> &Shape {
        self.0.array.shape()
    }

    /// The element type.
    pub fn dtype(&self) -> DType {
        self.0.array.dtype()
    }

    /// Shape and element type.
    pub fn spec(&self) -> &Spec {
        self.0.array.spec()
    }

    /// The same memory outside of every graph.
    pub fn detach(&self) -> NDArray {
        NDArray::new(self.0.array.clone())
    }

    /// The place in the graph, if the graph is still there.
    pub(crate) fn entry(&self) -> Option<Entry> {
        self.0.entry.borrow().as_ref().filter(|e| e.node.is_live()).cloned()
    }

    /// Whether this array is part of a graph.
    pub fn in_graph(&self) -> bool {
        self.0.entry.borrow().as_ref().is_some_and(|e| e.node.is_live())
    }

    pub(crate) fn entry_ref(&self) -> Ref<'_, Option<Entry>> {
        self.0.entry.borrow()
    }

    pub(crate) fn set_entry(&self, entry: Option<Entry>) {
        // What was there is dropped after the borrow ends: dropping a graph may be long work.
        let _old = self.0.entry.replace(entry);
    }

    /// How many hold this very handle, this one among them.
    pub fn holders(&self) -> usize {
        Rc::strong_count(&self.0)
    }

    /// Whether this is the only handle, on memory that nobody else holds.
    pub fn sole_owner(&self) -> bool {
        Rc::strong_count(&self.0) == 1 && self.0.array.sole_owner()
    }

    /// The elements as `f64` (for tests and small reads).
    pub fn to_f64(&self) -> Result<Vec<f64>> {
        self.0.array.to_f64()
    }
}

impl std::fmt::Debug for NDArray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<NDArray {} {}>", self.shape(), self.dtype())
    }
}
