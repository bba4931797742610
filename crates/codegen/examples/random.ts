// Examples of random draws. After `random.seed` they are the same everywhere, and MXNet's.
import { nd, random } from "mxgrad";

// nd.randomUniform
random.seed(0);
console.log(nd.randomUniform({ low: -1, high: 1, shape: [2, 2] }));
// [[0.09762704 0.18568921]
//  [0.43037868 0.6885315 ]]
// <NDArray 2x2 @cpu(0)>

// nd.randomNormal
random.seed(0);
console.log(nd.randomNormal({ loc: 100, scale: 10, shape: [2, 2] }));
// [[122.12206  107.740036]
//  [110.4344   111.83926 ]]
// <NDArray 2x2 @cpu(0)>

// nd.randomGamma
random.seed(0);
console.log(nd.randomGamma({ alpha: 9, beta: 0.5, shape: [2, 2] }));
// [[8.473357  4.835683 ]
//  [6.3200755 6.930242 ]]
// <NDArray 2x2 @cpu(0)>

// nd.randomExponential
random.seed(0);
console.log(nd.randomExponential({ lam: 4, shape: [2, 2] }));
// [[0.19896863 0.22464009]
//  [0.31398267 0.4649011 ]]
// <NDArray 2x2 @cpu(0)>

// nd.randomPoisson
random.seed(0);
console.log(nd.randomPoisson({ lam: 4, shape: [2, 3] }).toArray()); // [ [ 9, 5, 6 ], [ 5, 3, 8 ] ]

// nd.randomNegativeBinomial
random.seed(0);
console.log(nd.randomNegativeBinomial({ k: 5, p: 0.5, shape: [2, 3] }).toArray()); // [ [ 15, 8, 12 ], [ 7, 3, 12 ] ]

// nd.randomGeneralizedNegativeBinomial
random.seed(0);
console.log(nd.randomGeneralizedNegativeBinomial({ mu: 2, alpha: 0.3, shape: [2, 3] }).toArray());
// [ [ 10, 2, 1 ], [ 0, 5, 3 ] ]

// nd.randomRandint
random.seed(0);
console.log(nd.randomRandint({ low: 1, high: 7, shape: [2, 3] }).toArray()); // [ [ 2, 5, 6 ], [ 4, 6, 1 ] ]

// nd.sampleUniform
random.seed(0);
console.log(nd.sampleUniform(nd.array([0, 10]), nd.array([1, 20]), { shape: 2 }));
// [[ 0.5488135  0.5928446]
//  [17.151894  18.442657 ]]
// <NDArray 2x2 @cpu(0)>

// nd.sampleNormal
random.seed(0);
console.log(nd.sampleNormal(nd.array([0, 100]), nd.array([1, 10]), { shape: 2 }));
// [[  2.2122064   0.7740038]
//  [110.4344    111.83926  ]]
// <NDArray 2x2 @cpu(0)>

// nd.sampleGamma
random.seed(0);
console.log(nd.sampleGamma(nd.array([1, 50]), nd.array([1, 2]), { shape: 2 }));
// [[  4.595299    0.9728634]
//  [116.97256   121.95292  ]]
// <NDArray 2x2 @cpu(0)>

// nd.sampleExponential
random.seed(0);
console.log(nd.sampleExponential(nd.array([1, 0.1]), { shape: 2 }));
// [[ 0.79587454  0.89856035]
//  [12.559306   18.596043  ]]
// <NDArray 2x2 @cpu(0)>

// nd.samplePoisson
random.seed(0);
console.log(nd.samplePoisson(nd.array([1, 100]), { shape: 3 }).toArray()); // [ [ 1, 2, 3 ], [ 116, 90, 91 ] ]

// nd.sampleNegativeBinomial
random.seed(0);
console.log(nd.sampleNegativeBinomial(nd.array([1, 20]), nd.array([0.5, 0.25]), { shape: 3 }).toArray());
// [ [ 9, 1, 1 ], [ 98, 35, 64 ] ]

// nd.sampleGeneralizedNegativeBinomial
random.seed(0);
console.log(nd.sampleGeneralizedNegativeBinomial(nd.array([2, 50]), nd.array([1, 0.1]), { shape: 3 }).toArray());
// [ [ 12, 1, 11 ], [ 26, 57, 40 ] ]

// nd.sampleMultinomial
random.seed(0);
console.log(nd.sampleMultinomial(nd.array([[0.5, 0.5, 0], [0, 0.1, 0.9]]), { shape: 4 }).toArray());
// [ [ 1, 1, 1, 1 ], [ 2, 2, 2, 2 ] ]

// nd.shuffle
random.seed(0);
console.log(nd.shuffle(nd.array([[1, 2], [3, 4], [5, 6]])).toArray()); // [ [ 1, 2 ], [ 5, 6 ], [ 3, 4 ] ]

// nd.randomPdfUniform
console.log(nd.randomPdfUniform(nd.array([[1, 2]]), nd.array([0]), nd.array([4])).toArray()); // [ [ 0.25, 0.25 ] ]

// nd.randomPdfNormal
console.log(nd.randomPdfNormal(nd.array([[0, 1]]), nd.array([0]), nd.array([1])));
// [[0.3989423  0.24197072]]
// <NDArray 1x2 @cpu(0)>

// nd.randomPdfGamma
console.log(nd.randomPdfGamma(nd.array([[1, 2]]), nd.array([2]), nd.array([1])));
// [[0.36787945 0.27067056]]
// <NDArray 1x2 @cpu(0)>

// nd.randomPdfExponential
console.log(nd.randomPdfExponential(nd.array([[0, 1]]), nd.array([0.5])));
// [[0.5        0.30326533]]
// <NDArray 1x2 @cpu(0)>

// nd.randomPdfPoisson
console.log(nd.randomPdfPoisson(nd.array([[0, 1, 2]]), nd.array([2])));
// [[0.13533528 0.27067056 0.27067056]]
// <NDArray 1x3 @cpu(0)>

// nd.randomPdfNegativeBinomial
console.log(nd.randomPdfNegativeBinomial(nd.array([[0, 1, 2]]), nd.array([1]), nd.array([0.5])));
// [[0.5   0.25  0.125]]
// <NDArray 1x3 @cpu(0)>

// nd.randomPdfGeneralizedNegativeBinomial
console.log(nd.randomPdfGeneralizedNegativeBinomial(nd.array([[0, 1, 2]]), nd.array([1]), nd.array([1])));
// [[0.5   0.25  0.125]]
// <NDArray 1x3 @cpu(0)>

// nd.randomPdfDirichlet
console.log(nd.randomPdfDirichlet(nd.array([[[0.5, 0.5], [0.25, 0.75]]]), nd.array([[2, 1]])));
// [[1.  0.5]]
// <NDArray 1x2 @cpu(0)>
