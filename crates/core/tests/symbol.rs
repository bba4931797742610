//! Stored graphs: composition, JSON, inference, execution.

mod samples;

use mxgrad_core::array::Spec;
use mxgrad_core::autograd::GradReq;
use mxgrad_core::shape::Shape;
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
        let specs: Vec<Spec> =
            sample.inputs.iter().map(|(s, ..)| Spec::new(s.iter().copied().collect(), DType::Float64)).collect();
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

/// A convolution, a normalisation and what follows, on arrays of numbers that differ from each other.
fn normalized(fix_gamma: &str) -> (Symbol, Bound) {
    let conv = [("kernel", "(3, 3)"), ("num_filter", "4"), ("no_bias", "True")];
    let conv = atomic("Convolution", &conv, "conv", &[&variable("data")]).unwrap();
    let norm = atomic("BatchNorm", &[("fix_gamma", fix_gamma)], "bn", &[&conv]).unwrap();
    let relu = atomic("Activation", &[("act_type", "relu")], "relu", &[&norm]).unwrap();
    let flat = atomic("Flatten", &[], "flat", &[&relu]).unwrap();
    let dense = atomic("FullyConnected", &[("num_hidden", "3")], "fc", &[&flat]).unwrap();
    let shift = atomic("BatchNorm", &[("eps", "0.01")], "last", &[&dense]).unwrap();
    let net = symbol::group(&[shift, atomic("_plus_scalar", &[("scalar", "1")], "p", &[&relu]).unwrap(), flat]);
    let graph = net.ordered();
    let inferred =
        symbol::infer_named(&graph, &[("data".into(), Known { shape: Some([2, 3, 6, 6].into()), dtype: None })]);
    let inferred = inferred.unwrap();
    let array = |place: usize| {
        let shape = inferred.values[place][0].shape.clone().unwrap();
        let values: Vec<f32> = (0..shape.size()).map(|i| 0.2 + ((i * 7 + place * 5) % 11) as f32 / 11.0).collect();
        NDArray::from_slice(shape, &values).unwrap()
    };
    let args: Vec<NDArray> = graph.variables(symbol::Role::Argument).map(array).collect();
    let states = graph.variables(symbol::Role::State).map(array).collect();
    (net, Bound { grads: vec![None; args.len()], args, states })
}

fn outputs(executor: &Executor) -> Vec<Vec<f64>> {
    executor.outputs().iter().map(|output| output.to_f64().unwrap()).collect()
}

/// What a prediction without a plan gives: a monitor keeps the plan away.
fn unplanned(executor: &Executor) -> Vec<Vec<f64>> {
    executor.set_monitor(Some(std::rc::Rc::new(|_, _| Ok(()))));
    executor.forward(false).unwrap();
    executor.set_monitor(None);
    outputs(executor)
}

/// An executor of arguments of both signs, of these shapes by the place of their node.
fn bound(net: &Symbol, shape: impl Fn(usize) -> Shape) -> Executor {
    let array = |place: usize| {
        let shape = shape(place);
        let values: Vec<f32> = (0..shape.size()).map(|i| ((i * 37 + place * 11) % 101) as f32 / 50.0 - 1.0).collect();
        NDArray::from_slice(shape, &values).unwrap()
    };
    let args: Vec<NDArray> = net.ordered().variables(symbol::Role::Argument).map(array).collect();
    Executor::new(net, Bound { grads: vec![None; args.len()], args, states: vec![] }).unwrap()
}

fn assert_close(a: &[Vec<f64>], b: &[Vec<f64>]) {
    for (a, b) in a.iter().zip(b) {
        let off = a.iter().zip(b).map(|(a, b)| (a - b).abs() / b.abs().max(1.0)).fold(0.0, f64::max);
        assert!(off < 1e-5, "{off}");
    }
}

#[test]
fn a_planned_prediction_gives_what_the_tape_gives() {
    for fix_gamma in ["True", "False"] {
        let (net, bound) = normalized(fix_gamma);
        let (data, gamma, variance) = (bound.args[0].clone(), bound.args[2].clone(), bound.states[1].clone());
        let executor = Executor::new(&net, bound).unwrap();
        let wanted = unplanned(&executor);
        executor.set_fold(false);
        executor.forward(false).unwrap();
        assert_eq!(outputs(&executor), wanted);
        executor.set_fold(true);
        for _ in 0..3 {
            executor.forward(false).unwrap();
            assert_close(&outputs(&executor), &wanted);
        }
        // What is folded follows the parameters.
        for changed in [&gamma, &variance, &data] {
            changed.array().write::<f32>().iter_mut().for_each(|v| *v *= 1.5);
            executor.forward(false).unwrap();
            let found = outputs(&executor);
            assert_close(&found, &unplanned(&executor));
        }
    }
}

#[test]
fn elementwise_operators_run_in_the_memory_of_what_they_change() {
    // Values of several pieces each: tails of one operator and of more, with a second input, a value that is used twice and
    // one that is an output.
    let dense = |name: &str| {
        atomic("FullyConnected", &[("num_hidden", "97"), ("no_bias", "True")], name, &[&variable("x")]).unwrap()
    };
    let unary = |op: &str, x: &Symbol| atomic(op, &[], op, &[x]).unwrap();
    let (a, b) = (unary("tanh", &dense("a")), dense("b"));
    let sum = atomic("elemwise_add", &[], "sum", &[&a, &b]).unwrap();
    let long =
        unary("sigmoid", &unary("square", &atomic("_mul_scalar", &[("scalar", "0.5")], "half", &[&sum]).unwrap()));
    let twice = atomic("broadcast_mul", &[], "twice", &[&long, &long]).unwrap();
    let shared = unary("abs", &b);
    let net = symbol::group(&[atomic("dot", &[("transpose_b", "True")], "dot", &[&twice, &shared]).unwrap(), long]);
    let graph = net.ordered();
    let executor = bound(&net, |place| [if graph.nodes[place].name == "x" { 200 } else { 97 }, 97].into());
    let wanted = unplanned(&executor);
    let before = mxgrad_core::storage::usage().bytes;
    for _ in 0..2 {
        executor.forward(false).unwrap();
        assert_eq!(outputs(&executor), wanted);
    }
    // What a and b are made of, twice, and two pieces; without sharing there would be ten values.
    let values = (mxgrad_core::storage::usage().bytes - before) as f64 / (200.0 * 97.0 * 4.0);
    assert!(values < 4.5, "{values}");
}

#[test]
fn relu_is_left_to_the_convolution_before_it() {
    let conv = |name: &str, attrs: &[(&str, &str)], x: &Symbol| {
        let common = [("num_filter", "8"), ("no_bias", "False")];
        atomic("Convolution", &[&common[..], attrs].concat(), name, &[x]).unwrap()
    };
    let relu = |x: &Symbol| atomic("relu", &[], "relu", &[x]).unwrap();
    let act = |x: &Symbol| atomic("Activation", &[("act_type", "relu")], "act", &[x]).unwrap();
    let pointwise = relu(&conv("a", &[("kernel", "(1, 1)")], &variable("x")));
    let depthwise = act(&conv("b", &[("kernel", "(3, 3)"), ("num_group", "8")], &pointwise));
    let dense = relu(&conv("c", &[("kernel", "(3, 3)"), ("pad", "(1, 1)")], &depthwise));
    // One that somebody else reads as it was, and one that is another function.
    let read = conv("d", &[("kernel", "(1, 1)")], &dense);
    let sum = atomic("elemwise_add", &[], "sum", &[&act(&read), &read]).unwrap();
    let last = atomic("tanh", &[], "tanh", &[&conv("e", &[("kernel", "(2, 2)")], &sum)]).unwrap();
    let net = symbol::group(&[atomic("_plus_scalar", &[("scalar", "1")], "plus", &[&last]).unwrap()]);
    let graph = net.ordered();
    let known = [("x".into(), Known { shape: Some([2, 8, 9, 11].into()), dtype: None })];
    let inferred = symbol::infer_named(&graph, &known).unwrap();
    let executor = bound(&net, |place| inferred.values[place][0].shape.clone().unwrap());
    let wanted = unplanned(&executor);
    executor.forward(false).unwrap();
    assert_eq!(outputs(&executor), wanted);
}

#[test]
fn a_planned_prediction_allocates_nothing_after_the_first() {
    let mut net = variable("x");
    for i in 0..20 {
        net =
            atomic("FullyConnected", &[("num_hidden", "64"), ("no_bias", "True")], &format!("fc{i}"), &[&net]).unwrap();
        net = atomic("Activation", &[("act_type", "sigmoid")], &format!("s{i}"), &[&net]).unwrap();
    }
    let args: Vec<NDArray> =
        (0..21).map(|i| NDArray::zeros([if i == 0 { 32 } else { 64 }, 64], DType::Float32).unwrap()).collect();
    let executor = Executor::new(&net, Bound { grads: vec![None; 21], args, states: vec![] }).unwrap();
    let before = mxgrad_core::storage::usage().bytes;
    executor.forward(false).unwrap();
    let after = mxgrad_core::storage::usage().bytes;
    // 39 values between the first and the last lie in two pieces of memory; a third is what sigmoids go through.
    assert!(after - before <= 3 * 32 * 64 * 4, "{}", after - before);
    mxgrad_core::storage::reset_peak();
    executor.forward(false).unwrap();
    assert_eq!(mxgrad_core::storage::usage().peak, after);
}

/// A loop that multiplies its state by each slice and by what comes from outside.
fn product() -> Symbol {
    let inside = |name: &str| symbol::variable(name.into(), pairs(&[("__subgraph_name__", "loop0")]));
    let own = [("__subgraph_name__", "loop0")];
    let step = atomic("elemwise_mul", &own, "step", &[&inside("x-0"), &inside("s-0")]).unwrap();
    let twice = atomic("_mul_scalar", &[("scalar", "2")], "twice", &[&variable("w")]).unwrap();
    let body = atomic("elemwise_mul", &own, "body", &[&step, &twice]).unwrap();
    let (body, values) = symbol::cut(&body).unwrap();
    assert_eq!(body.ordered().names(symbol::Role::Argument), ["x-0", "s-0", "twice_output"]);
    assert_eq!(values[2].outputs(), ["twice_output"]);
    let attrs = [
        ("num_args", "4"),
        ("num_outputs", "1"),
        ("num_out_data", "0"),
        ("in_data_locs", "[0]"),
        ("in_state_locs", "[1]"),
        ("remain_locs", "[2]"),
    ];
    atomic("_foreach", &attrs, "loop", &[&body, &variable("x"), &variable("s"), &values[2]]).unwrap()
}

#[test]
fn a_loop_is_written_read_and_run() {
    let json = product().to_json();
    let loops = symbol::from_json(&json).unwrap();
    assert_eq!(loops.to_json(), json);
    let array = |shape: &[usize], values: &[f32]| {
        NDArray::from_slice(shape.iter().copied().collect::<mxgrad_core::Shape>(), values).unwrap()
    };
    let args = vec![array(&[3, 1], &[1.0, 2.0, 3.0]), array(&[1], &[5.0]), array(&[1], &[0.5])];
    let grads: Vec<NDArray> = args.iter().map(|x| NDArray::zeros(x.shape().clone(), DType::Float32).unwrap()).collect();
    let bound =
        Bound { args, grads: grads.iter().map(|grad| Some((grad.clone(), GradReq::Write))).collect(), states: vec![] };
    let executor = Executor::new(&loops, bound).unwrap();
    for training in [false, true] {
        executor.forward(training).unwrap();
        assert_eq!(executor.outputs()[0].to_f64().unwrap(), [30.0]);
    }
    executor.backward(&[Some(array(&[1], &[1.0]))], true).unwrap();
    let found: Vec<Vec<f64>> = grads.iter().map(|grad| grad.to_f64().unwrap()).collect();
    assert_eq!(found, [vec![30.0, 15.0, 10.0], vec![6.0], vec![180.0]]);
}

#[test]
fn shapes_follow_through_loops() {
    let loops = product();
    let graph = loops.ordered();
    let known = [("x".to_string(), Known { shape: Some([4, 2, 3].into()), dtype: Some(DType::Float64) })];
    let inferred = symbol::infer_named(&graph, &known).unwrap();
    for name in ["s", "w"] {
        let place = graph.nodes.iter().position(|node| node.name == name).unwrap();
        let shape = Some([2, 3].into());
        assert_eq!(inferred.values[place][0], Known { shape, dtype: Some(DType::Float64) }, "{name}");
    }
    let wrong = [known[0].clone(), ("s".into(), Known { shape: Some([5].into()), dtype: None })];
    let error = symbol::infer_named(&graph, &wrong).err().unwrap().to_string();
    assert!(error.contains("Error in operator loop"), "{error}");
}
