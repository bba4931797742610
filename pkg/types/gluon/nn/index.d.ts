export { Activation, type ActivationType, ELU, GELU, LeakyReLU, PReLU, type PReLUOptions, SELU, Swish, } from "./activation.ts";
export { Dropout, Embedding, type EmbeddingOptions, Flatten, HybridLambda, Lambda } from "./basic.ts";
export { Conv1D, Conv2D, Conv3D, type ConvArguments, type ConvLayout, type ConvOptions, type Sizes } from "./conv.ts";
export { Dense, type DenseOptions } from "./dense.ts";
export { BatchNorm, type BatchNormOptions, LayerNorm, type NormOptions } from "./norm.ts";
export { AvgPool1D, AvgPool2D, AvgPool3D, type AvgPoolArguments, type AvgPoolOptions, GlobalAvgPool1D, GlobalAvgPool2D, GlobalAvgPool3D, GlobalMaxPool1D, GlobalMaxPool2D, GlobalMaxPool3D, type GlobalPoolOptions, MaxPool1D, MaxPool2D, MaxPool3D, type MaxPoolArguments, type MaxPoolOptions, } from "./pool.ts";
export { HybridSequential, Sequential } from "./sequential.ts";
