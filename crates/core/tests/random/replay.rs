//! Replays recorded sequences of calls on one generator.

use half::f16;
use mxgrad_core::random::{Integer, MaskShape, Output, Param, Probability, Streams, keep_probability};
use mxgrad_core::text::{parse_f32, py_float};
use serde_json::Value;

use crate::golden::{Element, check, load};

fn dims(value: &Value) -> Vec<usize> {
    match value {
        Value::Null => vec![],
        Value::Number(n) => vec![n.as_u64().unwrap() as usize],
        list => list.as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect(),
    }
}

/// A number as it travels to an operator: Python's text, read by MXNet's parser.
fn parameter(value: &Value) -> f32 {
    let text = if value.is_f64() { py_float(value.as_f64().unwrap()) } else { value.to_string() };
    parse_f32(&text).unwrap()
}

/// The leaves of a nested list.
fn flatten(value: &Value, leaves: &mut Vec<f64>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| flatten(item, leaves)),
        leaf => leaves.push(leaf.as_f64().unwrap()),
    }
}

fn leaves(value: &Value) -> Vec<f64> {
    let mut list = Vec::new();
    flatten(value, &mut list);
    list
}

struct Call<'a> {
    what: String,
    op: &'a str,
    args: &'a Value,
    shape: Vec<usize>,
    dtype: &'a str,
    out: &'a [Value],
}

impl Call<'_> {
    fn arg(&self, name: &str) -> f32 {
        parameter(&self.args[name])
    }

    fn size(&self) -> usize {
        self.shape.iter().product()
    }

    fn run(&self, streams: &mut Streams) {
        match self.op {
            "multinomial" => match self.args["data_dtype"].as_str().unwrap_or("float32") {
                "float32" => self.multinomial(streams, |v| v as f32),
                "float64" => self.multinomial(streams, |v| v),
                _ => self.multinomial(streams, |v| f16::from_f32(v as f32)),
            },
            "shuffle" => self.shuffle(streams),
            "np_bernoulli" => {
                let mut out = vec![false; self.size()];
                streams.np_bernoulli(self.arg("prob"), &mut out).unwrap();
                check(&self.what, &out.into_iter().map(i32::from).collect::<Vec<_>>(), &self.out[0]);
            }
            "unique_zipfian" => self.zipfian(streams),
            "randint" | "np_randint" if self.dtype == "int32" => self.randint::<i32>(streams),
            "randint" | "np_randint" => self.randint::<i64>(streams),
            _ => match self.dtype {
                "float32" => self.floats::<f32>(streams),
                "float64" => self.floats::<f64>(streams),
                _ => self.floats::<f16>(streams),
            },
        }
    }

    fn floats<T: Output + Element + Default>(&self, streams: &mut Streams) {
        if self.op.starts_with("sample_") {
            return match self.args["params_dtype"].as_str().unwrap() {
                "float32" => self.arrays::<f32, T>(streams, |v| v as f32),
                "float64" => self.arrays::<f64, T>(streams, |v| v),
                _ => self.arrays::<f16, T>(streams, |v| f16::from_f32(v as f32)),
            };
        }
        let mut out = vec![T::default(); self.size()];
        let o = &mut out[..];
        match self.op {
            "uniform" => streams.uniform(
                self.args.get("low").map_or(0.0, parameter),
                self.args.get("high").map_or(1.0, parameter),
                o,
            ),
            "normal" => streams.normal(self.arg("loc"), self.arg("scale"), o),
            "exponential" => {
                let lam = py_float(1.0 / self.args["scale"].as_f64().unwrap());
                streams.exponential(parse_f32(&lam).unwrap(), o)
            }
            "gamma" => streams.gamma(self.arg("alpha"), self.arg("beta"), o),
            "poisson" => streams.poisson(self.arg("lam"), o),
            "negative_binomial" => streams.negative_binomial(self.args["k"].as_i64().unwrap() as i32, self.arg("p"), o),
            "generalized_negative_binomial" => {
                streams.generalized_negative_binomial(self.arg("mu"), self.arg("alpha"), o)
            }
            "np_uniform" => {
                streams.np_uniform(parameter(&self.args["params"][0]), parameter(&self.args["params"][1]), o);
                Ok(())
            }
            "np_normal" => streams.np_normal(parameter(&self.args["params"][0]), parameter(&self.args["params"][1]), o),
            "dropout" => {
                out = self.dropout(streams);
                Ok(())
            }
            other => panic!("unknown operator {other}"),
        }
        .unwrap();
        check(&self.what, &out, &self.out[0]);
    }

    /// The mask, broadcast to the shape of the data.
    fn dropout<T: Output + Default>(&self, streams: &mut Streams) -> Vec<T> {
        let axes = self.args.get("axes").map(dims);
        let Some(keep) = keep_probability(self.arg("p")).unwrap() else {
            return vec![T::from_single(1.0); self.size()];
        };
        let kind = if axes.is_some() { MaskShape::Broadcast } else { MaskShape::Full };
        let axes = axes.unwrap_or_default();
        let lengths: Vec<usize> =
            self.shape.iter().enumerate().map(|(axis, &n)| if axes.contains(&axis) { 1 } else { n }).collect();
        let mut mask = vec![T::default(); lengths.iter().product()];
        streams.dropout_mask(keep, kind, &mut mask);
        let position = |mut index: usize| {
            let mut at = 0;
            let mut stride = 1;
            for (&n, &length) in self.shape.iter().zip(&lengths).rev() {
                at += if length == 1 { 0 } else { index % n * stride };
                index /= n;
                stride *= length;
            }
            at
        };
        (0..self.size()).map(|i| mask[position(i)]).collect()
    }

    fn arrays<P: Param, T: Output + Element + Default>(&self, streams: &mut Streams, cast: impl Fn(f64) -> P) {
        let params: Vec<Vec<P>> = self.args["params"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| leaves(p).into_iter().map(&cast).collect())
            .collect();
        let mut out = vec![T::default(); params[0].len() * self.size()];
        let o = &mut out[..];
        match self.op {
            "sample_uniform" => streams.sample_uniform(&params[0], &params[1], o),
            "sample_normal" => streams.sample_normal(&params[0], &params[1], o),
            "sample_gamma" => streams.sample_gamma(&params[0], &params[1], o),
            "sample_exponential" => streams.sample_exponential(&params[0], o),
            "sample_poisson" => streams.sample_poisson(&params[0], o),
            "sample_negative_binomial" => streams.sample_negative_binomial(&params[0], &params[1], o),
            "sample_generalized_negative_binomial" => {
                streams.sample_generalized_negative_binomial(&params[0], &params[1], o)
            }
            other => panic!("unknown operator {other}"),
        }
        .unwrap();
        check(&self.what, &out, &self.out[0]);
    }

    fn randint<T: Integer + Element + Default>(&self, streams: &mut Streams) {
        let bound = |name: &str, index: usize| {
            self.args.get(name).unwrap_or_else(|| &self.args["params"][index]).as_i64().unwrap()
        };
        let mut out = vec![T::default(); self.size()];
        streams.randint(bound("low", 0), bound("high", 1), &mut out).unwrap();
        check(&self.what, &out, &self.out[0]);
    }

    fn multinomial<P: Probability + Element + Default>(&self, streams: &mut Streams, cast: impl Fn(f64) -> P) {
        let data = &self.args["data"];
        let classes = data.as_array().unwrap().iter().find_map(Value::as_array).map_or(leaves(data).len(), Vec::len);
        let probabilities: Vec<P> = leaves(data).into_iter().map(cast).collect();
        let total = probabilities.len() / classes * self.size();
        let mut out = vec![0u32; total];
        let mut log = vec![P::default(); total];
        let wants_log = self.args["get_prob"] == true;
        streams.multinomial(&probabilities, classes, &mut out, wants_log.then_some(&mut log[..])).unwrap();
        match self.dtype {
            "int32" => check(&self.what, &out.iter().map(|&v| v as i32).collect::<Vec<_>>(), &self.out[0]),
            "uint8" => check(&self.what, &out.iter().map(|&v| v as u8).collect::<Vec<_>>(), &self.out[0]),
            _ => check(&self.what, &out.iter().map(|&v| v as f32).collect::<Vec<_>>(), &self.out[0]),
        }
        if wants_log {
            check(&format!("{} log-probabilities", self.what), &log, &self.out[1]);
        }
    }

    fn shuffle(&self, streams: &mut Streams) {
        let rows = self.shape[0];
        let order = if self.shape.len() == 1 { streams.shuffle_elements(rows) } else { streams.shuffle_rows(rows) };
        let width = self.size() / rows;
        let shuffled = order.iter().flat_map(|&row| row * width..(row + 1) * width);
        if self.dtype == "int32" {
            check(&self.what, &shuffled.map(|v| v as i32).collect::<Vec<_>>(), &self.out[0]);
        } else {
            check(&self.what, &shuffled.map(|v| v as f32).collect::<Vec<_>>(), &self.out[0]);
        }
    }

    fn zipfian(&self, streams: &mut Streams) {
        let mut samples = vec![0; self.size()];
        let mut tries = vec![0; self.shape[0]];
        streams.unique_zipfian(self.args["range_max"].as_i64().unwrap(), &mut samples, &mut tries).unwrap();
        check(&self.what, &samples, &self.out[0]);
        check(&format!("{} tries", self.what), &tries, &self.out[1]);
    }
}

fn replay(file: &str) {
    let cases = load(file);
    for case in cases.as_array().unwrap() {
        let mut streams = Streams::default();
        for (index, call) in case["calls"].as_array().unwrap().iter().enumerate() {
            let args = &call["args"];
            if call["op"] == "seed" {
                let seed = args["seed"].as_i64().unwrap();
                if args.get("ctx").is_some() {
                    streams.seed_ctx(seed)
                } else {
                    streams.seed(seed)
                }
                continue;
            }
            let what =
                format!("{} call {index}: {} {args} {} {}", case["id"], call["op"], call["shape"], call["dtype"]);
            let (op, dtype) = (call["op"].as_str().unwrap(), call["dtype"].as_str().unwrap());
            let out = call["out"].as_array().unwrap();
            Call { what, op, args, shape: dims(&call["shape"]), dtype, out }.run(&mut streams);
        }
    }
}

#[test]
fn uniform_and_randint() {
    replay("uniform.json");
}

#[test]
fn normal_exponential_and_gamma() {
    replay("continuous.json");
}

#[test]
fn poisson_and_negative_binomials() {
    replay("counts.json");
}

#[test]
fn arrays_of_parameters() {
    replay("array-parameters.json");
}

#[test]
fn multinomial_shuffle_and_numpy_namespace() {
    replay("global.json");
}

#[test]
fn dropout_masks() {
    replay("dropout.json");
}

#[test]
fn mixed_sequences_and_unique_zipfian() {
    replay("mixed.json");
}
