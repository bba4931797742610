"""Sequences, recurrent layers and the CTC loss."""

from case import SUM, Case
from values import array, uniform

GATES = {"rnn_relu": 1, "rnn_tanh": 1, "lstm": 4, "gru": 3}


def recurrent(mode, layers=1, directions=1, states=True, train=True, steps=4, batch=3, inputs=2, hidden=3):
    """In float64: the wheel's plain float32 kernels are broken."""
    wide = GATES[mode] * hidden * directions
    count = wide * (inputs + hidden + 2) + (layers - 1) * wide * (directions * hidden + hidden + 2)
    shapes = [(steps, batch, inputs), (count,), (layers * directions, batch, hidden)]
    if mode == "lstm":
        shapes.append(shapes[-1])
    values = [uniform(shape, -1, 1, "float64", key=i) for i, shape in enumerate(shapes)]
    attrs = {"mode": mode, "state_size": hidden, "num_layers": layers}
    if directions == 2:
        attrs["bidirectional"] = True
    if states:
        attrs["state_outputs"] = True
    # The wheel's gradients of rnn_relu are not those of its forward.
    return Case("RNN", values, attrs, compare=SUM, train=train, grad=None if mode == "rnn_relu" else "auto")


def cases():
    data = uniform((4, 3, 2))
    for op in ["SequenceMask", "SequenceLast", "SequenceReverse"]:
        # The wheel crashes in the gradient of SequenceLast without lengths.
        yield Case(op, [data], grad=None if op == "SequenceLast" else "auto")
        for lengths in [[1, 4, 2], [3, 3, 1]]:
            yield Case(op, [data, array(lengths)], {"use_sequence_length": True}, grad=[0])
        yield Case(op, [uniform((5, 2)), array([2, 5])], {"use_sequence_length": True}, grad=[0])
        yield Case(op, [uniform((2, 2, 2, 2)), array([2, 1], "int32")], {"use_sequence_length": True}, grad=[0])
        for dtype in ["float64", "float16"]:
            inputs = [uniform((4, 3, 2), dtype=dtype), array([1, 4, 2])]
            yield Case(op, inputs, {"use_sequence_length": True}, grad=[0])
        yield Case(op, [data, array([1, 2, 3])], throws=True)
        yield Case(op, [data], {"use_sequence_length": True}, throws=True)
        yield Case(op, [uniform((3,))], throws=True)
        yield Case(op, [data, array([1, 2])], {"use_sequence_length": True}, throws=True)
        yield Case(op, [data], {"axis": 2}, throws=True)
    yield Case("SequenceMask", [data, array([0, 5, 1])], {"use_sequence_length": True, "value": -1.5}, grad=[0])
    batch_first = {"use_sequence_length": True, "axis": 1}
    yield Case("SequenceMask", [data, array([0, 3, 1, 2])], {**batch_first, "value": 2}, grad=[0])
    yield Case("SequenceLast", [data, array([1, 3, 1, 2])], batch_first, grad=[0])
    masked = {"use_sequence_length": True, "value": 1.7}
    yield Case("SequenceMask", [uniform((3, 2)).astype("int32"), array([1, 2], "int32")], masked, grad=None)
    yield Case("SequenceReverse", [data], {"axis": 1}, throws=True)

    for mode in GATES:
        yield recurrent(mode)
        yield recurrent(mode, states=False, train=False)
        yield recurrent(mode, layers=2)
        yield recurrent(mode, directions=2)
        yield recurrent(mode, layers=2, directions=2)
        yield recurrent(mode, steps=1, batch=1, inputs=1, hidden=1)
    small = [uniform(s, -1, 1, "float64") for s in [(2, 1, 2), (7,), (1, 1, 1)]]
    yield Case("RNN", small, {"mode": "gru", "state_size": 1, "num_layers": 1}, throws=True)
    yield Case("RNN", small[:2], {"mode": "rnn_tanh", "state_size": 1, "num_layers": 1}, throws=True)

    acts = uniform((6, 3, 4), -1.5, 1.5)
    labels = array([[1, 2, 0], [3, 3, 1], [2, 0, 0]])
    yield Case("CTCLoss", [acts, labels], grad=[0], compare=SUM)
    yield Case("CTCLoss", [acts, labels.astype("int32")], grad=[0], compare=SUM)
    last = array([[0, 1, -1], [2, 2, 0], [1, -1, -1]])
    yield Case("CTCLoss", [acts, last], {"blank_label": "last"}, grad=[0], compare=SUM)
    counts = array([2, 3, 1])
    yield Case("CTCLoss", [acts, labels, array([4, 6, 5])], {"use_data_lengths": True}, grad=[0], compare=SUM)
    attrs = {"use_label_lengths": True, "blank_label": "last"}
    yield Case("CTCLoss", [acts, last, counts], attrs, grad=[0], compare=SUM)
    attrs = {"use_data_lengths": True, "use_label_lengths": True}
    yield Case("CTCLoss", [acts, labels, array([4, 6, 5]), counts], attrs, grad=[0], compare=SUM)
    # Too few steps for the labels: no loss. MXNet leaves the gradient there unset.
    yield Case("CTCLoss", [acts, labels, array([1, 3, 5]), counts], attrs, grad=None, compare=SUM)
    yield Case("CTCLoss", [uniform((2, 1, 3)), array([[1, 2, 1]])], throws=True)
    yield Case("CTCLoss", [uniform((2, 3)), array([[1, 2]])], throws=True)
