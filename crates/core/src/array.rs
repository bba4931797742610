//! Dense row-major arrays without history: shape, element type and (shared) memory.

use crate::dtype::{DType, Element};
use crate::error::{Error, ErrorKind, Result};
use crate::shape::Shape;
use crate::storage::Storage;
use cells::{Ref, RefMut};
use std::rc::Rc;

/// Shape and element type of an array: all that shape rules see.
#[derive(Clone, PartialEq, Debug)]
pub struct Spec {
    /// The dimensions.
    pub shape: Shape,
    /// The element type.
    pub dtype: DType,
}

impl Spec {
    /// A spec of its parts.
    pub fn new(shape: Shape, dtype: DType) -> Spec {
        Spec { shape, dtype }
    }
}

/// A contiguous row-major array. Clones and views share memory, as MXNet's do. One pointer, because most code passes
/// arrays on.
#[derive(Clone, Debug)]
pub struct Array(Rc<View>);

#[derive(Debug)]
struct View {
    spec: Spec,
    storage: Rc<Storage>,
    /// Where the array begins in its memory, in elements.
    offset: usize,
}

impl Array {
    fn new(spec: Spec, storage: Rc<Storage>, offset: usize) -> Array {
        Array(Rc::new(View { spec, storage, offset }))
    }

    /// An array with arbitrary contents.
    pub fn empty(spec: Spec) -> Result<Array> {
        let storage = Storage::new(byte_size(&spec)?)?;
        Ok(Array::new(spec, Rc::new(storage), 0))
    }

    /// An array of zeros.
    pub fn zeros(spec: Spec) -> Result<Array> {
        let storage = Storage::zeroed(byte_size(&spec)?)?;
        Ok(Array::new(spec, Rc::new(storage), 0))
    }

    /// An array with these elements; their number must be the shape's size.
    pub fn from_slice<T: Element>(shape: Shape, data: &[T]) -> Result<Array> {
        let array = Array::empty(Spec::new(shape, T::DTYPE))?;
        array.write::<T>().copy_from_slice(data);
        Ok(array)
    }

    /// Shape and element type.
    pub fn spec(&self) -> &Spec {
        &self.0.spec
    }

    /// The dimensions.
    pub fn shape(&self) -> &Shape {
        &self.0.spec.shape
    }

    /// The element type.
    pub fn dtype(&self) -> DType {
        self.0.spec.dtype
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.0.spec.shape.size()
    }

    /// The elements as `T`, which must have the width of the element type (data movement reads floats as integers).
    pub fn read<T: bytemuck::Pod>(&self) -> Ref<'_, [T]> {
        debug_assert_eq!(size_of::<T>(), self.dtype().size());
        let (from, to) = (self.0.offset, self.0.offset + self.size());
        Ref::map(self.0.storage.read::<T>(), |all| &all[from..to])
    }

    /// The elements to write. Panics while the memory is read.
    pub fn write<T: bytemuck::Pod>(&self) -> RefMut<'_, [T]> {
        debug_assert_eq!(size_of::<T>(), self.dtype().size());
        let (from, to) = (self.0.offset, self.0.offset + self.size());
        RefMut::map(self.0.storage.write::<T>(), |all| &mut all[from..to])
    }

    /// The elements as bytes.
    pub fn bytes(&self) -> Ref<'_, [u8]> {
        let w = self.dtype().size();
        let (from, to) = (self.0.offset * w, (self.0.offset + self.size()) * w);
        Ref::map(self.0.storage.read::<u8>(), |all| &all[from..to])
    }

    /// The elements as bytes to write.
    pub fn bytes_mut(&self) -> RefMut<'_, [u8]> {
        let w = self.dtype().size();
        let (from, to) = (self.0.offset * w, (self.0.offset + self.size()) * w);
        RefMut::map(self.0.storage.write::<u8>(), |all| &mut all[from..to])
    }

    /// The same memory under another shape of the same size.
    pub fn reshaped(&self, shape: Shape) -> Array {
        debug_assert_eq!(shape.size(), self.size());
        Array::new(Spec::new(shape, self.dtype()), self.0.storage.clone(), self.0.offset)
    }

    /// Rows `begin..end` of the first axis, sharing memory.
    pub fn rows(&self, begin: usize, end: usize) -> Array {
        let row: usize = self.shape()[1..].iter().product();
        let mut shape = self.shape().clone();
        shape[0] = end - begin;
        Array::new(Spec::new(shape, self.dtype()), self.0.storage.clone(), self.0.offset + begin * row)
    }

    /// The beginning of this array's memory as another array, if it is large enough.
    pub fn prefix(&self, spec: Spec) -> Option<Array> {
        let fits = byte_size(&spec).is_ok_and(|bytes| bytes <= self.0.storage.bytes());
        fits.then(|| Array::new(spec, self.0.storage.clone(), 0))
    }

    /// A number that changes whenever the memory may have been written.
    pub fn version(&self) -> u32 {
        self.0.storage.version()
    }

    /// Whether two arrays share memory.
    pub fn shares_memory(&self, other: &Array) -> bool {
        Rc::ptr_eq(&self.0.storage, &other.0.storage)
    }

    /// Whether two arrays have the same elements of the same memory, in the same shape and type.
    pub fn same_place(&self, other: &Array) -> bool {
        self.shares_memory(other) && self.0.offset == other.0.offset && self.0.spec == other.0.spec
    }

    /// Whether nobody else holds the memory.
    pub fn sole_owner(&self) -> bool {
        Rc::strong_count(&self.0) == 1 && Rc::strong_count(&self.0.storage) == 1
    }

    /// Whether the array covers all of its memory.
    fn covers_memory(&self) -> bool {
        self.0.offset == 0 && self.size() * self.dtype().size() == self.0.storage.bytes()
    }

    /// Copies the elements of `source` (same size and type) into this array's memory. A source that nobody else
    /// holds gives its memory instead of a copy.
    pub fn assign(&self, source: Array) {
        debug_assert_eq!((self.size(), self.dtype()), (source.size(), source.dtype()));
        if self.shares_memory(&source) {
            if self.0.offset != source.0.offset {
                let copy = source.bytes().to_vec();
                self.bytes_mut().copy_from_slice(&copy);
            }
        } else if source.sole_owner() && source.covers_memory() && self.covers_memory() {
            self.0.storage.swap(&source.0.storage);
        } else {
            self.bytes_mut().copy_from_slice(&source.bytes());
        }
    }

    /// A copy in memory of its own.
    pub fn copied(&self) -> Result<Array> {
        let copy = Array::empty(self.0.spec.clone())?;
        copy.bytes_mut().copy_from_slice(&self.bytes());
        Ok(copy)
    }

    /// The array in another element type (MXNet's `Cast`); the array itself when it has that type.
    pub fn cast(&self, dtype: DType) -> Result<Array> {
        if dtype == self.dtype() {
            return Ok(self.clone());
        }
        let out = Array::empty(Spec::new(self.shape().clone(), dtype))?;
        self.cast_into(&out);
        Ok(out)
    }

    /// Converts the elements into those of `out`, which has as many.
    pub fn cast_into(&self, out: &Array) {
        crate::for_any!(self.dtype(), S => crate::for_any!(out.dtype(), D => {
            kernels::convert::convert::<S, D>(&self.read::<S>(), &mut out.write::<D>())
        }));
    }

    /// The elements as `f64`, for attributes that come as arrays (indices, lengths).
    pub fn to_f64(&self) -> Result<Vec<f64>> {
        Ok(self.cast(DType::Float64)?.read::<f64>().to_vec())
    }

    /// The elements truncated to `i64`: how indices are read.
    pub fn to_i64(&self) -> Result<Vec<i64>> {
        Ok(self.cast(DType::Int64)?.read::<i64>().to_vec())
    }
}

/// How many bytes the elements take, or the error that there is no such memory.
pub fn byte_size(spec: &Spec) -> Result<usize> {
    let size = spec.shape.checked_size().and_then(|n| n.checked_mul(spec.dtype.size()));
    size.filter(|&n| n <= isize::MAX as usize).ok_or_else(|| Error::new(ErrorKind::OutOfMemory { bytes: usize::MAX }))
}
