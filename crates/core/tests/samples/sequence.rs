//! Sequences and recurrent layers.

use super::{Attrs, Sample, call, fixed};

const AROUND: (f64, f64) = (-1.0, 1.0);

fn lengths(all: &mut Vec<Sample>) {
    const USED: Attrs = &[("use_sequence_length", "True")];
    const BATCH_FIRST: Attrs = &[("use_sequence_length", "True"), ("axis", "1"), ("value", "3")];
    for op in ["SequenceMask", "SequenceLast", "SequenceReverse"] {
        all.push(call(op, &[], &[&[3, 2, 2]], AROUND));
        all.push(fixed(op, USED, &[&[4, 3, 2]], AROUND, &[(&[3], 1.0, 5.0)]));
    }
    all.push(fixed("SequenceMask", BATCH_FIRST, &[&[3, 4]], AROUND, &[(&[3], 0.0, 5.0)]));
    all.push(fixed("SequenceLast", &BATCH_FIRST[..2], &[&[3, 4, 2]], AROUND, &[(&[3], 1.0, 5.0)]));
}

/// A layer of `state_size` 2 over data (3, 2, 3).
fn recurrent(all: &mut Vec<Sample>) {
    const MODES: [(&str, Attrs, usize); 4] = [
        ("rnn_relu", &[("state_size", "2"), ("num_layers", "1"), ("mode", "rnn_relu"), ("state_outputs", "True")], 1),
        ("rnn_tanh", &[("state_size", "2"), ("num_layers", "1"), ("mode", "rnn_tanh"), ("state_outputs", "True")], 1),
        ("lstm", &[("state_size", "2"), ("num_layers", "1"), ("mode", "lstm"), ("state_outputs", "True")], 4),
        ("gru", &[("state_size", "2"), ("num_layers", "1"), ("mode", "gru"), ("state_outputs", "True")], 3),
    ];
    for (mode, attrs, gates) in MODES {
        let parameters = gates * 2 * (3 + 2 + 2);
        let state: &[usize] = &[1, 2, 2];
        let mut shapes: Vec<&[usize]> = vec![&[3, 2, 3]];
        let count = [parameters];
        shapes.push(&count);
        shapes.push(state);
        if mode == "lstm" {
            shapes.push(state);
        }
        all.push(call("RNN", attrs, &shapes, AROUND));
    }
    const DEEP: Attrs = &[
        ("state_size", "2"),
        ("num_layers", "2"),
        ("mode", "gru"),
        ("bidirectional", "True"),
        ("use_sequence_length", "True"),
        ("state_outputs", "True"),
    ];
    let parameters = 2 * 6 * (3 + 2 + 2) + 2 * 6 * (4 + 2 + 2);
    all.push(fixed("RNN", DEEP, &[&[3, 2, 3], &[parameters], &[4, 2, 2]], AROUND, &[(&[2], 1.0, 4.0)]));
    const LSTM: Attrs = &[
        ("state_size", "2"),
        ("num_layers", "2"),
        ("mode", "lstm"),
        ("bidirectional", "True"),
        ("use_sequence_length", "True"),
        ("p", "0.4"),
    ];
    let parameters = 2 * 8 * (3 + 2 + 2) + 2 * 8 * (4 + 2 + 2);
    let states: &[usize] = &[4, 2, 2];
    let mut sample = fixed("RNN", LSTM, &[&[3, 2, 3], &[parameters], states, states], AROUND, &[(&[2], 1.0, 4.0)]);
    sample.train = true;
    all.push(sample);
    const PROJECTED: Attrs = &[
        ("state_size", "3"),
        ("num_layers", "2"),
        ("mode", "lstm"),
        ("projection_size", "2"),
        ("lstm_state_clip_min", "-0.3"),
        ("lstm_state_clip_max", "0.4"),
        ("state_outputs", "True"),
    ];
    let parameters = 12 * (3 + 2 + 2) + 12 * (2 + 2 + 2) + 2 * 2 * 3;
    all.push(call("RNN", PROJECTED, &[&[2, 2, 3], &[parameters], &[2, 2, 2], &[2, 2, 3]], AROUND));
    const LAYER: Attrs = &[("mode", "lstm"), ("reverse", "True"), ("use_sequence_length", "True")];
    let shapes: &[&[usize]] = &[&[3, 2, 8], &[8, 2], &[8], &[2, 2], &[2, 2]];
    all.push(fixed("_rnn_layer", LAYER, shapes, AROUND, &[(&[2], 0.0, 4.0)]));
}

fn ctc(all: &mut Vec<Sample>) {
    all.push(fixed("CTCLoss", &[], &[&[5, 3, 4]], AROUND, &[(&[3, 2], 1.0, 4.0)]));
    all.push(fixed("CTCLoss", &[("blank_label", "last")], &[&[4, 3, 3]], AROUND, &[(&[3, 2], -1.0, 2.0)]));
    const LENGTHS: Attrs = &[("use_data_lengths", "True"), ("use_label_lengths", "True")];
    let rest: &[(&[usize], f64, f64)] = &[(&[4, 3], 1.0, 3.0), (&[4], 3.0, 6.0), (&[4], 0.0, 4.0)];
    all.push(fixed("CTCLoss", LENGTHS, &[&[5, 4, 3]], AROUND, rest));
}

pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    lengths(&mut all);
    recurrent(&mut all);
    ctc(&mut all);
    all
}
