// What Python prints for the steps of the tutorial.

export const PRINTED: Record<string, string> = {
  "custom-function": `
[0.21458015 0.21291625 0.23330082 0.2361367  0.23086983 0.24060014
 0.20326573 0.21093895 0.24968489 0.24301809]
<NDArray 10 @cpu(0)>
`,
  grad: `
[3.7182817 3.7182817]
<NDArray 2 @cpu(0)>

[2.7182817 2.7182817]
<NDArray 2 @cpu(0)>
`,
  "predict-mode": `model: training is true
sampling: training is false

[ 1.25  5.   11.25  0.   31.25  0.  ]
<NDArray 6 @cpu(0)>

[ 1.25  5.   11.25  0.   31.25  0.  ]
<NDArray 6 @cpu(0)>

[ 2.5  5.   7.5  0.  12.5  0. ]
<NDArray 6 @cpu(0)>
`,
  dumps: `["normal", {"sigma": 0.8}]
["xavier", {"rnd_type": "uniform", "factor_type": "in", "magnitude": 2.45}]
`,
  mixed: `fullyconnected1_weight
[[0.0097627  0.01856892 0.04303787]]
fullyconnected1_bias
[0.]
`,
};
