//! Calling an operator: checks, shapes, memory, types, forward, and the record of it.

use crate::array::{Array, Spec, byte_size};
use crate::autograd::{self, state, tape};
use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use crate::ndarray::NDArray;
use crate::op::{Call, Compute, Inputs, Op, Run};
use smallvec::{SmallVec, smallvec};

/// Calls an operator and gives its outputs (the visible ones). With `out`, results are written into these arrays, as
/// MXNet's `out=` does, and these are given back.
///
/// Nothing is changed when an error is returned, except by the operator's own forward.
pub fn invoke(call: &Call, inputs: &[NDArray], out: &[NDArray]) -> Result<Vec<NDArray>> {
    let op = &*call.op;
    check_count(op, inputs.len())?;
    if let Some((call, inputs)) = op.resolve(inputs, out)? {
        return invoke(&call, &inputs, out);
    }
    let specs: SmallVec<[Spec; 3]> = inputs.iter().map(|x| x.spec().clone()).collect();
    let inferred = op.infer(&specs)?;
    // Before anything runs: compositions would work on what no memory holds.
    inferred.iter().try_for_each(|spec| byte_size(spec).map(drop))?;
    let visible = op.visible_outputs().unwrap_or(inferred.len());
    let record = state::is_recording() && inputs.iter().any(NDArray::in_graph);
    check_out(op, inputs, out, &inferred, visible, record)?;

    if record && let Some(parts) = op.expand(inputs)? {
        return Ok(parts.into_iter().enumerate().map(|(i, part)| placed(part, out.get(i))).collect());
    }
    let arrays: SmallVec<[Array; 3]> = inputs.iter().map(|x| x.array().clone()).collect();
    let results = match updated(op, &arrays, out) {
        Some(place) => {
            op.forward(&Run { training: state::is_training() }, &arrays, std::slice::from_ref(place))?;
            smallvec![place.clone()]
        }
        None => forward(op, &arrays, inferred)?,
    };
    if autograd::anomaly::watching() {
        autograd::anomaly::check(op.def().name, "forward", &results)?;
    }

    let mut outputs: Vec<NDArray> = Vec::with_capacity(visible);
    let mut kept: SmallVec<[Array; 2]> = SmallVec::new();
    for (i, result) in results.into_iter().enumerate() {
        match out.get(i) {
            Some(target) => {
                target.array().assign(result);
                kept.push(target.array().clone());
                outputs.push(target.clone());
            }
            None => {
                kept.push(result.clone());
                if i < visible {
                    outputs.push(NDArray::new(result));
                }
            }
        }
    }
    if record {
        tape::record(call.clone(), inputs, &kept, &outputs);
    }
    Ok(outputs)
}

/// The array that a parameter's update may read and write in one sweep: given as `out`, too, and as no other input.
fn updated<'a>(op: &dyn Op, inputs: &[Array], out: &'a [NDArray]) -> Option<&'a Array> {
    let (target, (first, others)) = (out.first()?.array(), inputs.split_first()?);
    let alone = op.updates() && target.same_place(first) && !others.iter().any(|x| x.shares_memory(target));
    let plain = |x: &Array| x.dtype() == target.dtype() && matches!(x.dtype(), DType::Float32 | DType::Float64);
    (alone && inputs.iter().all(plain)).then_some(target)
}

/// A result, moved with its place in the graph into the array that shall receive it.
fn placed(result: NDArray, target: Option<&NDArray>) -> NDArray {
    let Some(target) = target else { return result };
    target.array().assign(result.array().clone());
    target.set_entry(result.entry());
    target.clone()
}

/// Calls an operator of one output.
pub fn invoke1(op: impl Op + 'static, inputs: &[NDArray]) -> Result<NDArray> {
    first_output(Call::of(op), inputs)
}

#[inline(never)]
fn first_output(call: Call, inputs: &[NDArray]) -> Result<NDArray> {
    Ok(invoke(&call, inputs, &[])?.swap_remove(0))
}

/// Runs a forward on arrays, converting element types where the kernels need it.
pub fn forward(op: &dyn Op, inputs: &[Array], inferred: Vec<Spec>) -> Result<SmallVec<[Array; 2]>> {
    let run = Run { training: state::is_training() };
    let types = || inputs.iter().map(Array::dtype).chain(inferred.iter().map(|s| s.dtype));
    let compute = match op.compute(inputs) {
        Compute::Any => None,
        Compute::Float => {
            let first = types().next();
            let plain = matches!(first, Some(DType::Float32 | DType::Float64)) && types().all(|d| Some(d) == first);
            if plain { None } else { Some(compute_type(types())) }
        }
    };
    let Some(compute) = compute else {
        let outputs: SmallVec<[Array; 2]> = inferred.into_iter().map(Array::empty).collect::<Result<_>>()?;
        op.forward(&run, inputs, &outputs)?;
        return Ok(outputs);
    };
    let converted: SmallVec<[Array; 3]> = inputs.iter().map(|x| x.cast(compute)).collect::<Result<_>>()?;
    let outputs: SmallVec<[Array; 2]> =
        inferred.iter().map(|s| Array::empty(Spec::new(s.shape.clone(), compute))).collect::<Result<_>>()?;
    op.forward(&run, &converted, &outputs)?;
    for &i in op.def().mutates {
        if converted.get(i).is_some_and(|c| c.dtype() != inputs[i].dtype()) {
            inputs[i].assign(converted[i].cast(inputs[i].dtype())?);
        }
    }
    outputs.into_iter().zip(&inferred).map(|(y, s)| y.cast(s.dtype)).collect()
}

/// The type to compute a mixture of types in.
fn compute_type(types: impl Iterator<Item = DType>) -> DType {
    types.map(DType::compute).fold(DType::Float32, |a, b| if b == DType::Float64 { b } else { a })
}

/// Checks that a call gets as many tensors as it takes.
pub fn check_count(op: &dyn Op, got: usize) -> Result<()> {
    let def = op.def();
    let (least, most) = match (&def.inputs, op.arity()) {
        (Inputs::Variadic { .. }, Some(0)) => (1, usize::MAX),
        (_, Some(n)) => (n, n),
        (Inputs::Fixed(list), None) => (list.iter().filter(|a| !a.optional).count(), list.len()),
        (Inputs::Variadic { .. }, None) => (1, usize::MAX),
    };
    if (least..=most).contains(&got) {
        return Ok(());
    }
    let expected = match &def.inputs {
        Inputs::Fixed(list) => {
            let names: Vec<&str> = list[..most.min(list.len())].iter().map(|a| a.name).collect();
            format!(
                "{} ({})",
                if least == most { least.to_string() } else { format!("{least} to {most}") },
                names.join(", ")
            )
        }
        Inputs::Variadic { count, .. } if least == most => format!("{} = {least}", crate::attrs::camel(count)),
        Inputs::Variadic { .. } => "at least one".to_string(),
    };
    Err(Error::new(ErrorKind::InputCount { op: def.name, got, expected }))
}

fn check_out(
    op: &dyn Op,
    inputs: &[NDArray],
    out: &[NDArray],
    inferred: &[Spec],
    visible: usize,
    record: bool,
) -> Result<()> {
    let def = op.def();
    if out.len() > visible {
        let message = format!("out has {} arrays, but there are {visible} outputs", out.len());
        return Err(Error::value(def.name, message));
    }
    for (i, (target, spec)) in out.iter().zip(inferred).enumerate() {
        if target.shape() != &spec.shape {
            return Err(Error::shape(def.name, "out", target.shape(), format!("{} (output {i})", spec.shape)));
        }
        if target.dtype() != spec.dtype {
            return Err(Error::dtype(def.name, "out", target.dtype(), format!("{} (output {i})", spec.dtype)));
        }
        check_writable(target)?;
        if record && inputs.iter().any(|x| x.array().shares_memory(target.array())) {
            return Err(Error::new(ErrorKind::InPlace));
        }
    }
    for &m in def.mutates {
        let Some(state) = inputs.get(m) else { continue };
        for (i, x) in inputs.iter().enumerate() {
            if i != m && x.array().shares_memory(state.array()) {
                let message = format!("{} and {} share memory", def.input_name(m), def.input_name(i));
                return Err(Error::value(def.name, message));
            }
        }
    }
    Ok(())
}

/// Refuses to write to an array that a recorded graph holds, while recording.
pub fn check_writable(target: &NDArray) -> Result<()> {
    if state::is_recording() && target.in_graph() { Err(Error::new(ErrorKind::AssignInGraph)) } else { Ok(()) }
}
