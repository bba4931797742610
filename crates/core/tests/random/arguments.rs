//! Refused arguments name their parameter and leave the streams where they were.

use mxgrad_core::random::{RandomError, RandomState, Streams, keep_probability};

/// Asserts that `call` fails about `name` and draws nothing.
fn refused(name: &str, mut call: impl FnMut(&mut Streams, &mut [f32]) -> Result<(), RandomError>) {
    let mut streams = Streams::new(3);
    let mut out = [7.0; 4];
    let error = call(&mut streams, &mut out).expect_err(name);
    assert!(error.to_string().contains(name), "{error}");
    assert_eq!(out, [7.0; 4]);
    streams.uniform(0.0, 1.0, &mut out).unwrap();
    let mut fresh = [0.0; 4];
    Streams::new(3).uniform(0.0, 1.0, &mut fresh).unwrap();
    assert_eq!(out, fresh);
}

#[test]
fn parameters_outside_their_domain() {
    refused("low", |s, out| s.uniform(2.0, 1.0, out));
    refused("high", |s, out| s.uniform(0.0, f32::NAN, out));
    refused("scale", |s, out| s.normal(0.0, 0.0, out));
    refused("lam", |s, out| s.exponential(-1.0, out));
    refused("lam", |s, out| s.poisson(-1.0, out));
    refused("alpha", |s, out| s.gamma(0.0, 1.0, out));
    refused("beta", |s, out| s.gamma(1.0, 0.0, out));
    refused("k", |s, out| s.negative_binomial(-1, 0.5, out));
    refused("p", |s, out| s.negative_binomial(1, -0.5, out));
    refused("mu", |s, out| s.generalized_negative_binomial(-1.0, 0.5, out));
    refused("alpha", |s, out| s.generalized_negative_binomial(1.0, -0.5, out));
    refused("scale", |s, out| s.np_normal(0.0, -1.0, out));
    refused("prob", |s, _| s.np_bernoulli(1.5, &mut [false]));
    refused("low", |s, _| s.randint(3, 3, &mut [0i32; 4]));
    refused("range_max", |s, _| s.unique_zipfian(0, &mut [0; 2], &mut [0]));
    refused("different", |s, _| s.unique_zipfian(3, &mut [0; 4], &mut [0]));
    assert!(keep_probability(1.5).is_err());
    assert!(RandomState::new(0).randint(5, 5).is_err());
}

#[test]
fn parameters_that_would_never_end() {
    refused("alpha", |s, out| s.gamma(f32::INFINITY, 1.0, out));
    refused("alpha", |s, out| s.sample_gamma(&[1.0f32, -1.0], &[1.0, 1.0], out));
    refused("alpha", |s, out| s.sample_gamma(&[f64::NAN], &[1.0], out));
    refused("k", |s, out| s.sample_negative_binomial(&[-1.0f32], &[0.5], out));
    refused("alpha", |s, out| s.sample_generalized_negative_binomial(&[1.0f32], &[-0.5], out));
}

#[test]
fn lengths_that_do_not_fit() {
    refused("high", |s, out| s.sample_uniform(&[0.0f32], &[1.0, 2.0], out));
    refused("out", |s, out| s.sample_uniform(&[0.0f32; 3], &[1.0; 3], out));
    refused("out", |s, _| s.multinomial(&[0.5f32; 4], 2, &mut [0; 3], None));
    refused("log_probabilities", |s, _| s.multinomial(&[0.5f32; 4], 2, &mut [0; 2], Some(&mut [0.0])));
    refused("probabilities", |s, _| s.multinomial(&[0.5f32; 4], 3, &mut [0; 2], None));
}

#[test]
fn an_empty_output_draws_nothing() {
    let mut streams = Streams::default();
    streams.uniform::<f32>(0.0, 1.0, &mut []).unwrap();
    streams.sample_normal::<f32, f32>(&[], &[], &mut []).unwrap();
    let mut value = [0.0f32];
    streams.uniform(0.0, 1.0, &mut value).unwrap();
    assert_eq!(value[0].to_bits(), 0x3f0c_7f0b);
}
