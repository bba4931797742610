// Examples of functions of sequences, and recurrent layers.
import { nd } from "mxgrad";

// nd.SequenceMask
{
  const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
  const lengths = nd.array([1, 2]);
  console.log(nd.SequenceMask(steps, lengths, { useSequenceLength: true, value: -1 }).toArray());
  // [ [ 1, 2 ], [ -1, 4 ], [ -1, -1 ] ]
}

// nd.SequenceLast
{
  const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
  console.log(nd.SequenceLast(steps).toArray()); // [ 5, 6 ]
  console.log(nd.SequenceLast(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray()); // [ 1, 4 ]
}

// nd.SequenceReverse
{
  const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
  console.log(nd.SequenceReverse(steps).toArray()); // [ [ 5, 6 ], [ 3, 4 ], [ 1, 2 ] ]
  console.log(nd.SequenceReverse(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray());
  // [ [ 1, 4 ], [ 3, 2 ], [ 5, 6 ] ]
}

// nd.RNN
{
  const steps = nd.array([[[1]], [[2]], [[3]]]);
  const weights = nd.array([1, 1, 0, 0]);
  console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
  // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]

  const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
  const size = 4 * 4 * (3 + 4 + 2);
  const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
  const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
  console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
}
