//! NumPy's legacy generator against NumPy.

use mxgrad_core::random::RandomState;

use crate::golden::{check, load};

#[test]
fn legacy_random_state() {
    for case in load("numpy.json").as_array().unwrap() {
        let mut state = RandomState::new(case["seed"].as_u64().unwrap() as u32);
        for (index, step) in case["steps"].as_array().unwrap().iter().enumerate() {
            let what = format!("seed {} step {index}: {} {}", case["seed"], step["op"], step["args"]);
            let want = &step["out"];
            let count = want["n"].as_u64().unwrap() as usize;
            let float = |i: usize| step["args"][i].as_f64().unwrap();
            let integer = |i: usize| step["args"][i].as_i64().unwrap();
            match step["op"].as_str().unwrap() {
                "random_sample" => check(&what, &repeat(count, || state.random_sample()), want),
                "uniform" => check(&what, &repeat(count, || state.uniform(float(0), float(1))), want),
                "normal" => check(&what, &repeat(count, || state.normal(float(0), float(1))), want),
                "randint" => check(&what, &repeat(count, || state.randint(integer(0), integer(1)).unwrap()), want),
                "permutation" => {
                    let order = state.permutation(integer(0) as usize);
                    check(&what, &order.iter().map(|&i| i as i64).collect::<Vec<_>>(), want);
                }
                other => panic!("unknown step {other}"),
            }
        }
    }
}

fn repeat<T>(count: usize, draw: impl FnMut() -> T) -> Vec<T> {
    std::iter::repeat_with(draw).take(count).collect()
}
