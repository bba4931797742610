// Examples of transforms of images: (height, width, channels), bytes or floats.
import { nd, random } from "mxgrad";

// nd.image.toTensor
{
  const image = nd.array([[[0, 51, 255]]], { dtype: "uint8" });
  const x = nd.image.toTensor(image);
  console.log(x.shape, x.dtype); // [ 3, 1, 1 ] float32
  console.log(x.reshape([3]));
  // [0.  0.2 1. ]
  // <NDArray 3 @cpu(0)>
}

// nd.image.normalize
{
  const x = nd.array([[[0.5]], [[1]], [[0.25]]]);
  console.log(nd.image.normalize(x, { mean: [0.5, 0.5, 0.25], std: [0.5, 0.25, 1] }).toArray());
  // [ [ [ 0 ] ], [ [ 2 ] ], [ [ 0 ] ] ]
}

// nd.image.crop
{
  const image = nd.arange(6).reshape([2, 3, 1]);
  console.log(nd.image.crop(image, { x: 1, y: 0, width: 2, height: 1 }).toArray()); // [ [ [ 1 ], [ 2 ] ] ]
}

// nd.image.flipLeftRight
console.log(nd.image.flipLeftRight(nd.array([[[1], [2]], [[3], [4]]])).toArray());
// [ [ [ 2 ], [ 1 ] ], [ [ 4 ], [ 3 ] ] ]

// nd.image.flipTopBottom
console.log(nd.image.flipTopBottom(nd.array([[[1], [2]], [[3], [4]]])).toArray());
// [ [ [ 3 ], [ 4 ] ], [ [ 1 ], [ 2 ] ] ]

// nd.image.randomFlipLeftRight
random.seed(0);
console.log(nd.image.randomFlipLeftRight(nd.array([[[1], [2]], [[3], [4]]])).toArray());
// [ [ [ 2 ], [ 1 ] ], [ [ 4 ], [ 3 ] ] ]

// nd.image.randomFlipTopBottom
random.seed(0);
console.log(nd.image.randomFlipTopBottom(nd.array([[[1], [2]], [[3], [4]]])).toArray());
// [ [ [ 3 ], [ 4 ] ], [ [ 1 ], [ 2 ] ] ]

// nd.image.resize
console.log(nd.image.resize(nd.zeros([60, 80, 3], { dtype: "uint8" }), { size: [40, 30] }).shape); // [ 30, 40, 3 ]
console.log(nd.image.resize(nd.zeros([60, 80, 3], { dtype: "uint8" }), { size: 30, keepRatio: true }).shape);
// [ 30, 40, 3 ]
console.log(nd.image.resize(nd.array([[[1], [2]]]), { size: [4, 1], interp: 0 }).toArray());
// [ [ [ 1 ], [ 1 ], [ 2 ], [ 2 ] ] ]

// nd.image.randomBrightness
random.seed(0);
console.log(nd.image.randomBrightness(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
// [[[10.488136 20.976273 31.464407]]]
// <NDArray 1x1x3 @cpu(0)>

// nd.image.randomContrast
random.seed(0);
console.log(nd.image.randomContrast(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
// [[[ 9.60217  20.090305 30.57844 ]]]
// <NDArray 1x1x3 @cpu(0)>

// nd.image.randomSaturation
random.seed(0);
console.log(nd.image.randomSaturation(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
// [[[ 9.60217  20.090305 30.57844 ]]]
// <NDArray 1x1x3 @cpu(0)>

// nd.image.randomHue
random.seed(0);
console.log(nd.image.randomHue(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
// [[[10.      14.14238 30.     ]]]
// <NDArray 1x1x3 @cpu(0)>

// nd.image.randomColorJitter
{
  const image = nd.array([[[10, 20, 30]]], { dtype: "uint8" });
  random.seed(0);
  console.log(nd.image.randomColorJitter(image, { brightness: 0.5, contrast: 0, saturation: 0.5, hue: 0 }));
  // [[[11 26 41]]]
  // <NDArray 1x1x3 @cpu(0)>
}

// nd.image.adjustLighting
console.log(nd.image.adjustLighting(nd.array([[[10, 20, 30]]]), { alpha: [0.1, 0, 0] }));
// [[[ 6.852645 16.778883 26.763355]]]
// <NDArray 1x1x3 @cpu(0)>

// nd.image.randomLighting
random.seed(0);
console.log(nd.image.randomLighting(nd.array([[[10, 20, 30]]]), { alphaStd: 0.1 }));
// [[[ 3.4740348 12.799387  22.48981  ]]]
// <NDArray 1x1x3 @cpu(0)>
