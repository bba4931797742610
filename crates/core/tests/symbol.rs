//! Stored graphs: composition, JSON, inference, execution.

mod samples;

use mxgrad_core::array::Spec;
use mxgrad_core::autograd::GradReq;
use mxgrad_core::symbol::{self, Bound, Executor, Known, Symbol};
use mxgrad_core::{DType, NDArray, Result, registry};

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}

fn variable(name: &str) -> Symbol {
    symbol::variable(name.into(), Vec::new())
}

fn atomic(op: &str, attrs: &[(&str, &str)], name: &str, inputs: &[&Symbol]) -> Result<Symbol> {
    let inputs: Vec<(Option<String>, Symbol)> = inputs.iter().map(|&s| (None, s.clone())).collect();
    symbol::atomic(op, pairs(attrs), name.into(), &inputs)
}

/// What attributes alone say about the number of outputs is what shapes say.
#[test]
fn outputs_are_counted_without_shapes() {
    for sample in samples::all() {
        let call = registry::parse(sample.op, &pairs(sample.attrs)).unwrap();
        let specs: Vec<Spec> = sample
            .inputs
            .iter()
            .map(|(s, ..)| Spec::new(s.as_slice().into_iter().copied().collect(), DType::Float64))
            .collect();
        let Ok(inferred) = call.op.infer(&specs) else { continue };
        if call.op.visible_outputs().is_none() {
            assert_eq!(inferred.len(), call.op.def().outputs.len(), "{}", sample.op);
        }
    }
}

#[test]
fn a_layer_makes_its_parameters() {
    let f = atomic("FullyConnected", &[("num_hidden", "4")], "f", &[&variable("data")]).unwrap();
    let graph = f.ordered();
    assert_eq!(graph.names(symbol::Role::Argument), ["data", "f_weight", "f_bias"]);
    assert_eq!(f.outputs(), ["f_output"]);
    let json = f.to_json();
    assert!(json.contains("\"node_row_ptr\": [0, 1, 2, 3, 4]"), "{json}");
    assert_eq!(symbol::from_json(&json).unwrap().to_json(), json);
    let mut given = vec![Known::default(); 4];
    given[0].shape = Some([2, 5].into());
    let inferred = symbol::infer(&graph, &given).unwrap();
    assert_eq!(inferred.values[1][0].shape, Some([4, 5].into()));
    assert_eq!(inferred.values[3][0].shape, Some([2, 4].into()));
    given[1].shape = Some([4, 6].into());
    let error = symbol::infer(&graph, &given).err().unwrap().to_string();
    assert!(
        error.contains("Error in operator f: Shape inconsistent, Provided = [4,6], inferred shape=(4,5)"),
        "{error}"
    );
}

#[test]
fn an_executor_computes_gradients() {
    let (x, w) = (variable("x"), variable("w"));
    let y = atomic("FullyConnected", &[("num_hidden", "2"), ("no_bias", "True")], "fc", &[&x, &w]).unwrap();
    let array = |shape: [usize; 2], v: f32| NDArray::from_slice(shape, &vec![v; shape[0] * shape[1]]).unwrap();
    let (dx, dw) = (array([1, 3], 0.0), array([2, 3], 0.0));
    let bound = Bound {
        args: vec![array([1, 3], 2.0), array([2, 3], 3.0)],
        grads: vec![Some((dx.clone(), GradReq::Write)), Some((dw.clone(), GradReq::Add))],
        states: vec![],
    };
    let executor = Executor::new(&y, bound).unwrap();
    for training in [true, false] {
        executor.forward(training).unwrap();
        assert_eq!(executor.outputs()[0].to_f64().unwrap(), [18.0, 18.0]);
        assert!(executor.backward(&[], true).err().unwrap().to_string().contains("head_gradient is required"));
        executor.backward(&[Some(array([1, 2], 10.0))], true).unwrap();
        assert_eq!(dx.to_f64().unwrap(), [60.0; 3]);
    }
    assert_eq!(dw.to_f64().unwrap(), [40.0; 6]);
}
