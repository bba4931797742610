//! The reverse walk: rules of MXNet's autograd, and gradients of gradients.

use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
use mxgrad_core::invoke::invoke;
use mxgrad_core::ops::functional as f;
use mxgrad_core::ops::index::take::take_rows;
use mxgrad_core::ops::unary;
use mxgrad_core::{Error, ErrorKind, NDArray, Result, registry};

const PLAIN: BackwardOptions = BackwardOptions { retain_graph: false, create_graph: false, train_mode: true };
const KEEP: BackwardOptions = BackwardOptions { retain_graph: true, ..PLAIN };
const CREATE: BackwardOptions = BackwardOptions { retain_graph: true, create_graph: true, train_mode: true };

fn array(values: &[f64]) -> NDArray {
    NDArray::from_slice([values.len()], values).unwrap()
}

fn variable(values: &[f64]) -> NDArray {
    let x = array(values);
    autograd::attach_grad(&x, GradReq::Write).unwrap();
    x
}

fn record<T>(run: impl FnOnce() -> Result<T>) -> T {
    let _flags = state::Flags::set(true, true);
    run().unwrap()
}

fn grad_of(x: &NDArray) -> Vec<f64> {
    autograd::grad_of(x).unwrap().to_f64().unwrap()
}

#[test]
fn square_of_x() {
    let x = variable(&[1.0, 2.0]);
    let y = record(|| f::mul(&x, &x));
    autograd::backward(std::slice::from_ref(&y), &[], PLAIN).unwrap();
    assert_eq!(grad_of(&x), [2.0, 4.0]);
    assert_eq!(autograd::backward(&[y], &[], PLAIN), Err(Error::new(ErrorKind::NotInGraph)));
}

#[test]
fn a_row_sparse_gradient_holds_rows_and_what_is_dense_apart() {
    let w = NDArray::from_slice([3, 2], &[1.0; 6]).unwrap();
    let i = array(&[2.0, 2.0]);
    let parts = || -> Vec<_> { (0..).map_while(|part| autograd::rows_of(&w, part)).collect() };
    for req in [GradReq::Write, GradReq::Add] {
        autograd::attach_rows(&w, req).unwrap();
        for step in 1..=2 {
            let y = record(|| take_rows(&w, &i));
            let [whole] = &autograd::grad(std::slice::from_ref(&y), std::slice::from_ref(&w), &[], KEEP).unwrap()[..]
            else {
                panic!("one gradient")
            };
            assert_eq!(whole.to_f64().unwrap(), [0.0, 0.0, 0.0, 0.0, 2.0, 2.0]);
            autograd::backward(&[y], &[], PLAIN).unwrap();
            assert_eq!(parts().len(), if req == GradReq::Add { step } else { 1 });
            assert_eq!(parts()[0].indices.to_f64().unwrap(), [2.0, 2.0]);
            assert_eq!(parts()[0].rows.to_f64().unwrap(), [1.0; 4]);
        }
        assert!(autograd::grad_of(&w).is_none(), "nothing dense was given");
        let y = record(|| f::mul(&w, &w));
        autograd::backward(&[y], &[], PLAIN).unwrap();
        assert_eq!(grad_of(&w), [2.0; 6]);
        assert_eq!(parts().len(), if req == GradReq::Add { 2 } else { 0 });
    }
    assert!(autograd::attach_rows(&NDArray::from_slice([0], &[0.0; 0]).unwrap(), GradReq::Write).is_err());
}

#[test]
fn third_order() {
    let x = variable(&[0.3, 1.2]);
    let y = record(|| f::apply(&unary::SIN, &x));
    let g1 = autograd::grad(&[y], std::slice::from_ref(&x), &[], CREATE).unwrap().remove(0);
    let g2 = autograd::grad(&[g1], std::slice::from_ref(&x), &[], CREATE).unwrap().remove(0);
    let g3 = autograd::grad(&[g2], std::slice::from_ref(&x), &[], CREATE).unwrap().remove(0);
    for (g, x) in g3.to_f64().unwrap().iter().zip([0.3, 1.2]) {
        assert!((g + libm::cos(x)).abs() < 1e-12);
    }
}

#[test]
fn linear_functions_have_zero_second_derivatives() {
    let x = variable(&[1.0, 2.0]);
    let y = record(|| f::scale(&x, 2.0));
    let g = autograd::grad(&[y], std::slice::from_ref(&x), &[], CREATE).unwrap().remove(0);
    assert_eq!(g.to_f64().unwrap(), [2.0, 2.0]);
}

#[test]
fn long_chains_need_no_stack() {
    let x = variable(&[1.0]);
    let y = record(|| {
        let mut y = x.clone();
        for _ in 0..200_000 {
            y = f::shift(&y, 1.0)?;
        }
        Ok(y)
    });
    drop(y);
    let y = record(|| (0..50_000).try_fold(x.clone(), |y, _| f::shift(&y, 1.0)));
    autograd::backward(&[y], &[], PLAIN).unwrap();
    assert_eq!(grad_of(&x), [1.0]);
}

#[test]
fn broadcast_gradients_are_summed() {
    let x = NDArray::from_slice([2, 3], &[1.0f32, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
    let b = NDArray::from_slice([3], &[1.0f32, 2.0, 3.0]).unwrap();
    autograd::attach_grad(&x, GradReq::Write).unwrap();
    autograd::attach_grad(&b, GradReq::Add).unwrap();
    for _ in 0..2 {
        let y = record(|| f::mean(&f::mul(&x, &b)?, &[], false));
        autograd::backward(&[y], &[], PLAIN).unwrap();
    }
    let expected: Vec<f64> = [5.0f32, 7.0, 9.0].iter().map(|v| f64::from(v / 6.0 * 2.0)).collect();
    for (g, e) in grad_of(&b).iter().zip(expected) {
        assert!((g - e).abs() < 1e-6);
    }
}

#[test]
fn symbols_have_the_attributes_that_were_given() {
    let x = variable(&[1.0, 2.0]);
    let call = |name: &str, attrs: &[(&str, &str)], x: NDArray| {
        let attrs: Vec<_> = attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        Ok::<_, Error>(invoke(&registry::parse(name, &attrs)?, &[x], &[])?.swap_remove(0))
    };
    let y = record(|| {
        let y = call("sum", &[("keepdims", "True"), ("axis", "0")], x.clone())?;
        call("softmax", &[], call("_plus_scalar", &[("scalar", "1.0")], y)?)
    });
    // What `mx.autograd.get_symbol(y).tojson()` prints.
    let expected = r#"{
  "nodes": [
    {
      "op": "null", 
      "name": "var0", 
      "inputs": []
    }, 
    {
      "op": "sum", 
      "name": "node_0", 
      "attrs": {
        "axis": "0", 
        "keepdims": "True"
      }, 
      "inputs": [[0, 0, 0]]
    }, 
    {
      "op": "_plus_scalar", 
      "name": "node_1", 
      "attrs": {"scalar": "1.0"}, 
      "inputs": [[1, 0, 0]]
    }, 
    {
      "op": "softmax", 
      "name": "node_2", 
      "inputs": [[2, 0, 0]]
    }
  ], 
  "arg_nodes": [0], 
  "node_row_ptr": [0, 1, 2, 3, 4], 
  "heads": [[3, 0, 0]], 
  "attrs": {"mxnet_version": ["int", 10901]}
}"#;
    assert_eq!(autograd::symbol::recorded(&y).unwrap().to_json(), expected);
}
