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

/// A contiguous row-major array. Clones and views share memory, as MXNet's do.
#[derive(Clone, Debug)]
pub struct Array {
    spec: Spec,
    storage: Rc<Storage>,
    /// Where the array begins in its memory, in elements.
    offset: usize,
}

impl Array {
    /// An array with arbitrary contents.
    pub fn empty(spec: Spec) -> Result<Array> {
        let bytes = byte_size(&spec)?;
        Ok(Array { spec, storage: Rc::new(Storage::new(bytes)?), offset: 0 })
    }

    /// An array of zeros.
    pub fn zeros(spec: Spec) -> Result<Array> {
        let bytes = byte_size(&spec)?;
        Ok(Array { spec, storage: Rc::new(Storage::zeroed(bytes)?), offset: 0 })
    }

    /// An array with these elements; their number must be the shape's size.
    pub fn from_slice<T: Element>(shape: Shape, data: &[T]) -> Result<Array> {
        let array = Array::empty(Spec::new(shape, T::DTYPE))?;
        array.write::<T>().copy_from_slice(data);
        Ok(array)
    }

    /// Shape and element type.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The dimensions.
    pub fn shape(&self) -> &Shape {
        &self.spec.shape
    }

    /// The element type.
    pub fn dtype(&self) -> DType {
        self.spec.dtype
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.spec.shape.size()
    }

    /// The elements as `T`, which must have the width of the element type (data movement reads floats as integers).
    pub fn read<T: bytemuck::Pod>(&self) -> Ref<'_, [T]> {
        debug_assert_eq!(size_of::<T>(), self.dtype().size());
        let (from, to) = (self.offset, self.offset + self.size());
        Ref::map(self.storage.read::<T>(), |all| &all[from..to])
    }

    /// The elements to write. Panics while the memory is read.
    pub fn write<T: bytemuck::Pod>(&self) -> RefMut<'_, [T]> {
        debug_assert_eq!(size_of::<T>(), self.dtype().size());
        let (from, to) = (self.offset, self.offset + self.size());
        RefMut::map(self.storage.write::<T>(), |all| &mut all[from..to])
    }

    /// The elements as bytes.
    pub fn bytes(&self) -> Ref<'_, [u8]> {
        let w = self.dtype().size();
        let (from, to) = (self.offset * w, (self.offset + self.size()) * w);
        Ref::map(self.storage.read::<u8>(), |all| &all[from..to])
    }

    /// The elements as bytes to write.
    pub fn bytes_mut(&self) -> RefMut<'_, [u8]> {
        let w = self.dtype().size();
        let (from, to) = (self.offset * w, (self.offset + self.size()) * w);
        RefMut::map(self.storage.write::<u8>(), |all| &mut all[from..to])
    }

    /// The same memory under another shape of the same size.
    pub fn reshaped(&self, shape: Shape) -> Array {
        debug_assert_eq!(shape.size(), self.size());
        Array { spec: Spec::new(shape, self.dtype()), storage: self.storage.clone(), offset: self.offset }
    }

    /// Rows `begin..end` of the first axis, sharing memory.
    pub fn rows(&self, begin: usize, end: usize) -> Array {
        let row: usize = self.shape()[1..].iter().product();
        let mut shape = self.shape().clone();
        shape[0] = end - begin;
        Array { spec: Spec::new(shape, self.dtype()), storage: self.storage.clone(), offset: self.offset + begin * row }
    }

    /// The beginning of this array's memory as another array, if it is large enough.
    pub fn prefix(&self, spec: Spec) -> Option<Array> {
        let fits = byte_size(&spec).is_ok_and(|bytes| bytes <= self.storage.bytes());
        fits.then(|| Array { spec, storage: self.storage.clone(), offset: 0 })
    }

    /// A number that changes whenever the memory may have been written.
    pub fn version(&self) -> u32 {
        self.storage.version()
    }

    /// Whether two arrays share memory.
    pub fn shares_memory(&self, other: &Array) -> bool {
        Rc::ptr_eq(&self.storage, &other.storage)
    }

    /// Whether nobody else holds the memory.
    pub fn sole_owner(&self) -> bool {
        Rc::strong_count(&self.storage) == 1
    }

    /// Whether the array covers all of its memory.
    fn covers_memory(&self) -> bool {
        self.offset == 0 && self.size() * self.dtype().size() == self.storage.bytes()
    }

    /// Copies the elements of `source` (same size and type) into this array's memory. A source that nobody else
    /// holds gives its memory instead of a copy.
    pub fn assign(&self, source: Array) {
        debug_assert_eq!((self.size(), self.dtype()), (source.size(), source.dtype()));
        if self.shares_memory(&source) {
            if self.offset != source.offset {
                let copy = source.bytes().to_vec();
                self.bytes_mut().copy_from_slice(&copy);
            }
        } else if source.sole_owner() && source.covers_memory() && self.covers_memory() {
            self.storage.swap(&source.storage);
        } else {
            self.bytes_mut().copy_from_slice(&source.bytes());
        }
    }

    /// A copy in memory of its own.
    pub fn copied(&self) -> Result<Array> {
        let copy = Array::empty(self.spec.clone())?;
        copy.bytes_mut().copy_from_slice(&self.bytes());
        Ok(copy)
    }

    /// The array in another element type (MXNet's `Cast`); the array itself when it has that type.
    pub fn cast(&self, dtype: DType) -> Result<Array> {
        if dtype == self.dtype() {
            return Ok(self.clone());
        }
        let out = Array::empty(Spec::new(self.shape().clone(), dtype))?;
        crate::for_any!(self.dtype(), S => crate::for_any!(dtype, D => {
            kernels::convert::convert::<S, D>(&self.read::<S>(), &mut out.write::<D>())
        }));
        Ok(out)
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
