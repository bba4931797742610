import type { BatchNormWithReLUOptions, SyncBatchNormOptions, BoxIouOptions, BoxDecodeOptions, BipartiteMatchingOptions, MultiBoxPriorOptions, MultiBoxDetectionOptions, BoxNmsOptions, MultiBoxTargetOptions, PSROIPoolingOptions, ROIAlignOptions, BilinearResize2DOptions, AdaptiveAvgPooling2DOptions, DeformableConvolutionOptions, ModulatedDeformableConvolutionOptions, ProposalOptions, MultiProposalOptions, QuadraticOptions, GradientmultiplierOptions, InterleavedMatmulSelfattQkOptions, InterleavedMatmulSelfattValattOptions, InterleavedMatmulEncdecQkOptions, InterleavedMatmulEncdecValattOptions, ArangeLikeOptions, IndexArrayOptions, AllcloseOptions, BooleanMaskOptions } from "./contrib.ts";
import type { NormalizeOptions, ResizeOptions, RandomBrightnessOptions, RandomContrastOptions, RandomSaturationOptions, RandomHueOptions, RandomColorJitterOptions, AdjustLightingOptions, RandomLightingOptions } from "./image.ts";
import type { SumOptions, MeanOptions, ProdOptions, MaxOptions, MinOptions, NansumOptions, NanprodOptions, CastOptions, ReshapeOptions, ExpandDimsOptions, SqueezeOptions, ReshapeLikeOptions, TransposeOptions, SwapAxisOptions, BroadcastToOptions, BroadcastAxisOptions, BroadcastLikeOptions, DotOptions, BatchDotOptions, FullyConnectedOptions, ConvolutionOptions, DeconvolutionOptions, PoolingOptions, EmbeddingOptions, DropoutOptions, SoftmaxOptions, LogSoftmaxOptions, SoftminOptions, SoftmaxActivationOptions, ActivationOptions, HardSigmoidOptions, ClipOptions, SmoothL1Options, LeakyReLUOptions, BatchNormOptions, LayerNormOptions, GroupNormOptions, InstanceNormOptions, L2NormalizationOptions, LRNOptions, SoftmaxOutputOptions, LinearRegressionOutputOptions, MAERegressionOutputOptions, LogisticRegressionOutputOptions, SVMOutputOptions, MakeLossOptions, UpSamplingOptions, SequenceMaskOptions, SequenceLastOptions, SequenceReverseOptions, RNNOptions, CTCLossOptions, SliceOptions, SliceAxisOptions, SliceLikeOptions, ReverseOptions, ConcatOptions, StackOptions, SliceChannelOptions, TileOptions, RepeatOptions, PadOptions, DiagOptions, DepthToSpaceOptions, SpaceToDepthOptions, TakeOptions, PickOptions, ScatterNdOptions, OneHotOptions, SortOptions, ArgsortOptions, TopkOptions, ArgmaxOptions, ArgminOptions, CumsumOptions, NormOptions, MomentsOptions, AddNOptions, LinalgGemmOptions, LinalgGemm2Options, LinalgTrmmOptions, LinalgSyrkOptions, LinalgTrsmOptions, LinalgPotrfOptions, LinalgPotriOptions, LinalgExtractdiagOptions, LinalgMakediagOptions, LinalgExtracttrianOptions, LinalgMaketrianOptions, Im2colOptions, Col2imOptions, ROIPoolingOptions, CropOptions, BilinearSamplerOptions, GridGeneratorOptions, SpatialTransformerOptions, KhatriRaoOptions, SgdUpdateOptions, SgdMomUpdateOptions, NagMomUpdateOptions, AdamUpdateOptions, FtrlUpdateOptions, SignsgdUpdateOptions, SignumUpdateOptions, RmspropUpdateOptions, RmspropalexUpdateOptions, FtmlUpdateOptions, LambUpdatePhase1Options, LambUpdatePhase2Options, MultiLarsOptions, MpSgdUpdateOptions, MpSgdMomUpdateOptions, MpNagMomUpdateOptions, MpLambUpdatePhase1Options, MpLambUpdatePhase2Options, MultiSgdUpdateOptions, MultiSgdMomUpdateOptions, MultiMpSgdUpdateOptions, MultiMpSgdMomUpdateOptions, PreloadedMultiSgdUpdateOptions, PreloadedMultiSgdMomUpdateOptions, PreloadedMultiMpSgdUpdateOptions, PreloadedMultiMpSgdMomUpdateOptions, RavelMultiIndexOptions, UnravelIndexOptions, AmpCastOptions, AmpMulticastOptions, AllFiniteOptions, MultiAllFiniteOptions, MultiSumSqOptions, ResetArraysOptions, IdentityAttachKLSparseRegOptions, RandomUniformOptions, NormalOptions, RandomExponentialOptions, RandomGammaOptions, RandomPoissonOptions, RandomNegativeBinomialOptions, RandomGeneralizedNegativeBinomialOptions, RandomRandintOptions, SampleUniformOptions, SampleNormalOptions, SampleGammaOptions, SampleExponentialOptions, SamplePoissonOptions, SampleNegativeBinomialOptions, SampleGeneralizedNegativeBinomialOptions, SampleMultinomialOptions, RandomPdfUniformOptions, RandomPdfNormalOptions, RandomPdfGammaOptions, RandomPdfExponentialOptions, RandomPdfPoissonOptions, RandomPdfNegativeBinomialOptions, RandomPdfGeneralizedNegativeBinomialOptions, RandomPdfDirichletOptions } from "./ops.ts";
import type { SymbolFunction, SymbolFunctionOfMany } from "../symbol/functions.ts";
/** Operators as functions of symbols. */
export interface SymbolOps {
    /** The absolute value |x|. Its gradient at 0 is 0. */
    abs: SymbolFunction<object, "data">;
    /** The sign: -1, 0 or 1. */
    sign: SymbolFunction<object, "data">;
    /** The nearest integer; halves go away from zero. */
    round: SymbolFunction<object, "data">;
    /** The nearest integer; halves go to the lower number. */
    rint: SymbolFunction<object, "data">;
    /** The smallest integer that is not less. */
    ceil: SymbolFunction<object, "data">;
    /** The largest integer that is not greater. */
    floor: SymbolFunction<object, "data">;
    /** The integer part: towards zero. */
    trunc: SymbolFunction<object, "data">;
    /** The nearest integer towards zero. */
    fix: SymbolFunction<object, "data">;
    /** The negative -x. */
    negative: SymbolFunction<object, "data">;
    /** The reciprocal 1/x. */
    reciprocal: SymbolFunction<object, "data">;
    /** The square x². */
    square: SymbolFunction<object, "data">;
    /** The square root. */
    sqrt: SymbolFunction<object, "data">;
    /** The reciprocal of the square root, 1/√x. */
    rsqrt: SymbolFunction<object, "data">;
    /** The cube root. */
    cbrt: SymbolFunction<object, "data">;
    /** The reciprocal of the cube root. */
    rcbrt: SymbolFunction<object, "data">;
    /** The exponential eˣ. */
    exp: SymbolFunction<object, "data">;
    /** eˣ - 1, accurate near 0. */
    expm1: SymbolFunction<object, "data">;
    /** The natural logarithm. */
    log: SymbolFunction<object, "data">;
    /** The logarithm to base 10. */
    log10: SymbolFunction<object, "data">;
    /** The logarithm to base 2. */
    log2: SymbolFunction<object, "data">;
    /** ln(1 + x), accurate near 0. */
    log1p: SymbolFunction<object, "data">;
    /** The sine; x in radians. */
    sin: SymbolFunction<object, "data">;
    /** The cosine; x in radians. */
    cos: SymbolFunction<object, "data">;
    /** The tangent; x in radians. */
    tan: SymbolFunction<object, "data">;
    /** The inverse sine, in radians. */
    arcsin: SymbolFunction<object, "data">;
    /** The inverse cosine, in radians. */
    arccos: SymbolFunction<object, "data">;
    /** The inverse tangent, in radians. */
    arctan: SymbolFunction<object, "data">;
    /** The hyperbolic sine. */
    sinh: SymbolFunction<object, "data">;
    /** The hyperbolic cosine. */
    cosh: SymbolFunction<object, "data">;
    /** The hyperbolic tangent. */
    tanh: SymbolFunction<object, "data">;
    /** The inverse hyperbolic sine. */
    arcsinh: SymbolFunction<object, "data">;
    /** The inverse hyperbolic cosine. */
    arccosh: SymbolFunction<object, "data">;
    /** The inverse hyperbolic tangent. */
    arctanh: SymbolFunction<object, "data">;
    /** Radians to degrees. */
    degrees: SymbolFunction<object, "data">;
    /** Degrees to radians. */
    radians: SymbolFunction<object, "data">;
    /** The rectifier max(x, 0). Its gradient at 0 is 0. */
    relu: SymbolFunction<object, "data">;
    /** The logistic function 1/(1 + e⁻ˣ). */
    sigmoid: SymbolFunction<object, "data">;
    /** x/(1 + |x|). */
    softsign: SymbolFunction<object, "data">;
    /** The Gauss error function. */
    erf: SymbolFunction<object, "data">;
    /** The inverse of the error function. */
    erfinv: SymbolFunction<object, "data">;
    /** The gamma function. */
    gamma: SymbolFunction<object, "data">;
    /** The logarithm of the absolute value of the gamma function. */
    gammaln: SymbolFunction<object, "data">;
    /** The logical complement: 1 where x is 0, else 0. */
    logicalNot: SymbolFunction<object, "data">;
    /**
     * The sum a + b.
     * Both operands have one shape.
     */
    elemwiseAdd: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The sum a + b.
     * Shapes are broadcast.
     */
    broadcastAdd: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The sum a + b.
     * Shapes are broadcast.
     */
    broadcastPlus: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The difference a - b.
     * Both operands have one shape.
     */
    elemwiseSub: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The difference a - b.
     * Shapes are broadcast.
     */
    broadcastSub: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The difference a - b.
     * Shapes are broadcast.
     */
    broadcastMinus: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The product a·b.
     * Both operands have one shape.
     */
    elemwiseMul: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The product a·b.
     * Shapes are broadcast.
     */
    broadcastMul: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The quotient a/b; of integers it is truncated towards zero.
     * Both operands have one shape.
     */
    elemwiseDiv: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The quotient a/b; of integers it is truncated towards zero.
     * Shapes are broadcast.
     */
    broadcastDiv: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The remainder of a/b with the sign of b; 0 where b is 0.
     * Shapes are broadcast.
     */
    broadcastMod: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The power a to the b.
     * Shapes are broadcast.
     */
    broadcastPower: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The length √(a² + b²) of the hypotenuse.
     * Shapes are broadcast.
     */
    broadcastHypot: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The larger one. Where both are equal, the gradient goes to lhs.
     * Shapes are broadcast.
     */
    broadcastMaximum: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * The smaller one. Where both are equal, the gradient goes to lhs.
     * Shapes are broadcast.
     */
    broadcastMinimum: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a = b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastEqual: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a ≠ b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastNotEqual: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a > b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastGreater: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a ≥ b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastGreaterEqual: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a < b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastLesser: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where a ≤ b, else 0, in the operands' dtype.
     * Shapes are broadcast.
     */
    broadcastLesserEqual: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where both are not 0, else 0.
     * Shapes are broadcast.
     */
    broadcastLogicalAnd: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where at least one is not 0, else 0.
     * Shapes are broadcast.
     */
    broadcastLogicalOr: SymbolFunction<object, "lhs" | "rhs">;
    /**
     * 1 where exactly one is not 0, else 0.
     * Shapes are broadcast.
     */
    broadcastLogicalXor: SymbolFunction<object, "lhs" | "rhs">;
    /** The sum of the elements. */
    sum: SymbolFunction<SumOptions, "data">;
    /** The sum of the elements. */
    sumAxis: SymbolFunction<SumOptions, "data">;
    /** The mean of the elements; of integers it is truncated. */
    mean: SymbolFunction<MeanOptions, "data">;
    /** The product of the elements. */
    prod: SymbolFunction<ProdOptions, "data">;
    /** The largest element; NaN if there is one. */
    max: SymbolFunction<MaxOptions, "data">;
    /** The largest element; NaN if there is one. */
    maxAxis: SymbolFunction<MaxOptions, "data">;
    /** The smallest element; NaN if there is one. */
    min: SymbolFunction<MinOptions, "data">;
    /** The smallest element; NaN if there is one. */
    minAxis: SymbolFunction<MinOptions, "data">;
    /** The sum of the elements that are not NaN. */
    nansum: SymbolFunction<NansumOptions, "data">;
    /** The product of the elements that are not NaN. */
    nanprod: SymbolFunction<NanprodOptions, "data">;
    /** Zeros of the input's shape and dtype. */
    zerosLike: SymbolFunction<object, "data">;
    /** Ones of the input's shape and dtype. */
    onesLike: SymbolFunction<object, "data">;
    /** The elements in another type. Floats are truncated to integers; the gradient passes through, cast back. */
    Cast: SymbolFunction<CastOptions, "data">;
    /** The elements in another type. Floats are truncated to integers; the gradient passes through, cast back. */
    cast: SymbolFunction<CastOptions, "data">;
    /** A copy of the input. */
    identity: SymbolFunction<object, "data">;
    /** The elements under another shape. */
    Reshape: SymbolFunction<ReshapeOptions, "data">;
    /** The elements under another shape. */
    reshape: SymbolFunction<ReshapeOptions, "data">;
    /** Merges all axes but the first: (n, …) becomes (n, size of …). */
    Flatten: SymbolFunction<object, "data">;
    /** Merges all axes but the first: (n, …) becomes (n, size of …). */
    flatten: SymbolFunction<object, "data">;
    /** Inserts an axis of size 1. */
    expandDims: SymbolFunction<ExpandDimsOptions, "data">;
    /** Removes axes of size 1. */
    squeeze: SymbolFunction<SqueezeOptions, "data">;
    /** The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs). */
    reshapeLike: SymbolFunction<ReshapeLikeOptions, "lhs" | "rhs">;
    /** The axes in another order; reversed by default. */
    transpose: SymbolFunction<TransposeOptions, "data">;
    /** Exchanges two axes. */
    SwapAxis: SymbolFunction<SwapAxisOptions, "data">;
    /** Exchanges two axes. */
    swapaxes: SymbolFunction<SwapAxisOptions, "data">;
    /** Repeats axes of size 1 so that the result has the given shape. */
    broadcastTo: SymbolFunction<BroadcastToOptions, "data">;
    /** Repeats the named axes of size 1 to new sizes. */
    broadcastAxis: SymbolFunction<BroadcastAxisOptions, "data">;
    /** Repeats the named axes of size 1 to new sizes. */
    broadcastAxes: SymbolFunction<BroadcastAxisOptions, "data">;
    /** Repeats axes of size 1 of lhs to the sizes that rhs has. */
    broadcastLike: SymbolFunction<BroadcastLikeOptions, "lhs" | "rhs">;
    /** Elements of x where the condition is not 0, of y elsewhere. Only the chosen one gets a gradient. */
    where: SymbolFunction<object, "condition" | "x" | "y">;
    /** The product over the last axis of lhs and the first of rhs: inner product of vectors, product of matrices, tensor product beyond. */
    dot: SymbolFunction<DotOptions, "lhs" | "rhs">;
    /** The products of matrices in the last two axes; the leading axes of both operands are equal. */
    batchDot: SymbolFunction<BatchDotOptions, "lhs" | "rhs">;
    /** data · weightᵀ + bias */
    FullyConnected: SymbolFunction<FullyConnectedOptions, "data" | "weight" | "bias">;
    /** Convolution (cross-correlation) of 1 to 3 dimensions. */
    Convolution: SymbolFunction<ConvolutionOptions, "data" | "weight" | "bias">;
    /** Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data. */
    Deconvolution: SymbolFunction<DeconvolutionOptions, "data" | "weight" | "bias">;
    /** The maximum, mean, sum or p-norm of windows of 1 to 3 dimensions over data of (batch, channels, sizes...) or (batch, sizes..., channels). */
    Pooling: SymbolFunction<PoolingOptions, "data">;
    /** The rows of weight at the indices in data; indices are truncated to integers and clipped. */
    Embedding: SymbolFunction<EmbeddingOptions, "data" | "weight">;
    /** Sets elements to 0 at random and scales the others by 1/(1-p) while training; else the identity. */
    Dropout: SymbolFunction<DropoutOptions, "data">;
    /** exp(x/T) / Σ exp(x/T) along an axis. */
    softmax: SymbolFunction<SoftmaxOptions, "data" | "length">;
    /** The logarithm of softmax, computed stably. */
    logSoftmax: SymbolFunction<LogSoftmaxOptions, "data">;
    /** The softmax of -x. */
    softmin: SymbolFunction<SoftminOptions, "data">;
    /** Softmax over the last axis, or over the channels. */
    SoftmaxActivation: SymbolFunction<SoftmaxActivationOptions, "data">;
    /** An activation function, elementwise. */
    Activation: SymbolFunction<ActivationOptions, "data">;
    /** alpha·x + beta, limited to 0 and 1. */
    hardSigmoid: SymbolFunction<HardSigmoidOptions, "data">;
    /** The elements limited to a_min and a_max. The gradient is 1 between them and at both. */
    clip: SymbolFunction<ClipOptions, "data">;
    /** (σx)²/2 where |x| < 1/σ², else |x| - 1/(2σ²). */
    smoothL1: SymbolFunction<SmoothL1Options, "data">;
    /** x where positive, and something small that depends on act_type elsewhere. */
    LeakyReLU: SymbolFunction<LeakyReLUOptions, "data" | "gamma">;
    /** gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and backward moves the moving statistics towards them; else the moving statistics are used. */
    BatchNorm: SymbolFunction<BatchNormOptions, "data" | "gamma" | "beta" | "movingMean" | "movingVar">;
    /** gamma·(x - mean)/√(variance + eps) + beta along an axis. */
    LayerNorm: SymbolFunction<LayerNormOptions, "data" | "gamma" | "beta">;
    /** gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example. */
    GroupNorm: SymbolFunction<GroupNormOptions, "data" | "gamma" | "beta">;
    /** gamma·(x - mean)/√(variance + eps) + beta over each channel of each example. */
    InstanceNorm: SymbolFunction<InstanceNormOptions, "data" | "gamma" | "beta">;
    /** x/√(Σx² + eps) over each example, over the channels, or over the places of each channel. */
    L2Normalization: SymbolFunction<L2NormalizationOptions, "data">;
    /** Local response normalisation: x/(knorm + alpha/nsize·Σx²)^beta, summed over nsize neighbouring channels. */
    LRN: SymbolFunction<LRNOptions, "data">;
    /** Softmax whose gradient is that of the cross entropy with the label: (p - onehot(label))·grad_scale, whatever the head gradient. A label of data's shape is taken as probabilities. */
    SoftmaxOutput: SymbolFunction<SoftmaxOutputOptions, "data" | "label">;
    /** Softmax whose gradient is that of the cross entropy with the label: (p - onehot(label))·grad_scale, whatever the head gradient. A label of data's shape is taken as probabilities. */
    Softmax: SymbolFunction<SoftmaxOutputOptions, "data" | "label">;
    /** The sum of -log softmax(data)[label] over all rows, where probabilities below 10⁻⁸ count as that. */
    softmaxCrossEntropy: SymbolFunction<object, "data" | "label">;
    /** The data; the gradient is that of the squared error: (x - label)·grad_scale/outputs, outputs an example. */
    LinearRegressionOutput: SymbolFunction<LinearRegressionOutputOptions, "data" | "label">;
    /** The data; the gradient is that of the absolute error: sign(x - label)·grad_scale/outputs, outputs an example. */
    MAERegressionOutput: SymbolFunction<MAERegressionOutputOptions, "data" | "label">;
    /** sigmoid(x); the gradient is that of the cross entropy: (sigmoid(x) - label)·grad_scale/outputs. */
    LogisticRegressionOutput: SymbolFunction<LogisticRegressionOutputOptions, "data" | "label">;
    /** The data; the gradient is that of one-against-all support vector machines with a hinge loss, or its square. */
    SVMOutput: SymbolFunction<SVMOutputOptions, "data" | "label">;
    /** The data, as a loss: its gradient is grad_scale, whatever the head gradient. */
    MakeLoss: SymbolFunction<MakeLossOptions, "data">;
    /** The data, as a loss: its gradient is 1, whatever the head gradient. */
    makeLoss: SymbolFunction<object, "data">;
    /** The data; no gradient passes. */
    BlockGrad: SymbolFunction<object, "data">;
    /** The data; no gradient passes. */
    stopGradient: SymbolFunction<object, "data">;
    /** Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel (second input). */
    UpSampling: SymbolFunctionOfMany<UpSamplingOptions>;
    /** Sets the elements behind the end of each sequence to a value. */
    SequenceMask: SymbolFunction<SequenceMaskOptions, "data" | "sequenceLength">;
    /** The last element of each sequence: data without the axis of the steps. */
    SequenceLast: SymbolFunction<SequenceLastOptions, "data" | "sequenceLength">;
    /** Each sequence reversed; what is behind its end stays. */
    SequenceReverse: SymbolFunction<SequenceReverseOptions, "data" | "sequenceLength">;
    /** Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions. */
    RNN: SymbolFunction<RNNOptions, "data" | "parameters" | "state" | "stateCell" | "sequenceLength">;
    /** The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need. */
    CTCLoss: SymbolFunction<CTCLossOptions, "data" | "label" | "dataLengths" | "labelLengths">;
    /** The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need. */
    ctcLoss: SymbolFunction<CTCLossOptions, "data" | "label" | "dataLengths" | "labelLengths">;
    /** The part begin:end:step along the leading axes. */
    slice: SymbolFunction<SliceOptions, "data">;
    /** The part begin:end:step along the leading axes. */
    crop: SymbolFunction<SliceOptions, "data">;
    /** The part begin:end along one axis. */
    sliceAxis: SymbolFunction<SliceAxisOptions, "data">;
    /** The leading part of the data that has the other tensor's size along the given axes. */
    sliceLike: SymbolFunction<SliceLikeOptions, "data" | "shapeLike">;
    /** The elements in reverse order along the given axes. */
    reverse: SymbolFunction<ReverseOptions, "data">;
    /** The elements in reverse order along the given axes. */
    flip: SymbolFunction<ReverseOptions, "data">;
    /** Joins tensors along an axis. */
    Concat: SymbolFunctionOfMany<ConcatOptions>;
    /** Joins tensors along an axis. */
    concat: SymbolFunctionOfMany<ConcatOptions>;
    /** Joins tensors of one shape along a new axis. */
    stack: SymbolFunctionOfMany<StackOptions>;
    /** Splits a tensor into equal parts along an axis. */
    SliceChannel: SymbolFunction<SliceChannelOptions, "data">;
    /** Splits a tensor into equal parts along an axis. */
    split: SymbolFunction<SliceChannelOptions, "data">;
    /** The tensor repeated as a whole along axes. */
    tile: SymbolFunction<TileOptions, "data">;
    /** Each element several times in a row. */
    repeat: SymbolFunction<RepeatOptions, "data">;
    /** The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5. */
    Pad: SymbolFunction<PadOptions, "data">;
    /** The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5. */
    pad: SymbolFunction<PadOptions, "data">;
    /** A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it. */
    diag: SymbolFunction<DiagOptions, "data">;
    /** (n, block²·c, h, w) as (n, c, h·block, w·block): channels become places of blocks. */
    depthToSpace: SymbolFunction<DepthToSpaceOptions, "data">;
    /** (n, c, h·block, w·block) as (n, block²·c, h, w): places of blocks become channels. */
    spaceToDepth: SymbolFunction<SpaceToDepthOptions, "data">;
    /** The slices of `a` at the indices along an axis: the axis is replaced by the shape of the indices. */
    take: SymbolFunction<TakeOptions, "a" | "indices">;
    /** One element of each line along an axis. */
    pick: SymbolFunction<PickOptions, "data" | "index">;
    /** One element of each line along an axis. */
    chooseElement0index: SymbolFunction<PickOptions, "data" | "index">;
    /** One element of each row: a[i, indices[i]]. Indices out of range are clipped. */
    batchTake: SymbolFunction<object, "a" | "indices">;
    /** The elements (or slices) that index tuples name. */
    gatherNd: SymbolFunction<object, "data" | "indices">;
    /** Zeros of `shape` with the data where the index tuples say. Of several writes to a place the last stays, but all of them get its gradient. */
    scatterNd: SymbolFunction<ScatterNdOptions, "data" | "indices">;
    /** For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors without the first. */
    oneHot: SymbolFunction<OneHotOptions, "indices">;
    /** The elements in order along an axis. Equal ones keep their order; NaN comes last. */
    sort: SymbolFunction<SortOptions, "data">;
    /** The places of the elements along an axis, in the order of the elements. */
    argsort: SymbolFunction<ArgsortOptions, "data">;
    /** The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen. */
    topk: SymbolFunction<TopkOptions, "data">;
    /** The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
    argmax: SymbolFunction<ArgmaxOptions, "data">;
    /** The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
    argmin: SymbolFunction<ArgminOptions, "data">;
    /** The place of the largest element along axis 1. */
    argmaxChannel: SymbolFunction<object, "data">;
    /** The sums of all elements up to each one, along an axis. */
    cumsum: SymbolFunction<CumsumOptions, "a">;
    /** The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN. */
    norm: SymbolFunction<NormOptions, "data">;
    /** The mean and the (biased) variance over axes. */
    moments: SymbolFunction<MomentsOptions, "data">;
    /** The sum of tensors of one shape. */
    addN: SymbolFunctionOfMany<AddNOptions>;
    /** The sum of tensors of one shape. */
    ElementWiseSum: SymbolFunctionOfMany<AddNOptions>;
    /** The shape as a 1-dimensional int64 tensor. */
    shapeArray: SymbolFunction<object, "data">;
    /** The number of elements as an int64 tensor (1,). */
    sizeArray: SymbolFunction<object, "data">;
    /** alpha · op(A) · op(B) + beta · C */
    linalgGemm: SymbolFunction<LinalgGemmOptions, "A" | "B" | "C">;
    /** alpha · op(A) · op(B) */
    linalgGemm2: SymbolFunction<LinalgGemm2Options, "A" | "B">;
    /** alpha · op(A) · B for a triangle A, or alpha · B · op(A) with rightside. */
    linalgTrmm: SymbolFunction<LinalgTrmmOptions, "A" | "B">;
    /** alpha · A · Aᵀ, or alpha · Aᵀ · A */
    linalgSyrk: SymbolFunction<LinalgSyrkOptions, "A">;
    /** X of op(A) · X = alpha · B for a triangle A, or of X · op(A) = alpha · B with rightside. */
    linalgTrsm: SymbolFunction<LinalgTrsmOptions, "A" | "B">;
    /** The inverses of matrices. */
    linalgInverse: SymbolFunction<object, "A">;
    /** The determinants of matrices. */
    linalgDet: SymbolFunction<object, "A">;
    /** The sign of the determinants of matrices, and the logarithm of their magnitude. The sign has a gradient of zero. */
    linalgSlogdet: SymbolFunction<object, "A">;
    /** The Cholesky factors of symmetric positive definite matrices. The gradient is symmetric. */
    linalgPotrf: SymbolFunction<LinalgPotrfOptions, "A">;
    /** The inverses of the matrices whose Cholesky factors are given. */
    linalgPotri: SymbolFunction<LinalgPotriOptions, "A">;
    /** A = L·Q with orthonormal rows in Q and a lower triangle L. */
    linalgGelqf: SymbolFunction<object, "A">;
    /** A = Uᵀ·diag(L)·U: the eigenvectors of symmetric matrices as rows of U, and the eigenvalues, rising. The element of greatest magnitude of each eigenvector is positive. The gradient is symmetric, and not finite where eigenvalues are equal. */
    linalgSyevd: SymbolFunction<object, "A">;
    /** A diagonal of matrices. */
    linalgExtractdiag: SymbolFunction<LinalgExtractdiagOptions, "A">;
    /** Matrices with these diagonals, 0 elsewhere. */
    linalgMakediag: SymbolFunction<LinalgMakediagOptions, "A">;
    /** A triangle of matrices: a lower one row by row, an upper one column by column. */
    linalgExtracttrian: SymbolFunction<LinalgExtracttrianOptions, "A">;
    /** Matrices with these triangles, 0 elsewhere. */
    linalgMaketrian: SymbolFunction<LinalgMaketrianOptions, "A">;
    /** The sums of the logarithms of the diagonals. */
    linalgSumlogdiag: SymbolFunction<object, "A">;
    /** The windows that a convolution looks at as columns, (batch, channels * size of the window, windows). */
    im2col: SymbolFunction<Im2colOptions, "data">;
    /** Sums of columns where the windows that they stand for lie, (batch, channels, …): the transpose of im2col. */
    col2im: SymbolFunction<Col2imOptions, "data">;
    /** The largest elements in parts of regions of images, (regions, channels, height, width); 0 for parts outside. */
    ROIPooling: SymbolFunction<ROIPoolingOptions, "data" | "rois">;
    /** A part of images: of a given size, or that of a second input. */
    Crop: SymbolFunctionOfMany<CropOptions>;
    /** Images seen at the points of a grid, interpolated between the four nearest elements, 0 outside. */
    BilinearSampler: SymbolFunction<BilinearSamplerOptions, "data" | "grid">;
    /** Grids for BilinearSampler, (batch, 2, height, width): the points of the result mapped by a matrix, or moved. */
    GridGenerator: SymbolFunction<GridGeneratorOptions, "data">;
    /** Images seen at points that a matrix maps those of the result to: GridGenerator and BilinearSampler in one. */
    SpatialTransformer: SymbolFunction<SpatialTransformerOptions, "data" | "loc">;
    /** The Kronecker products of the columns of matrices: (rows of the first · rows of the second · …, columns). */
    khatriRao: SymbolFunctionOfMany<KhatriRaoOptions>;
    /** Gradient descent: weight - lr·(clip(rescale_grad·grad) + wd·weight). */
    sgdUpdate: SymbolFunction<SgdUpdateOptions, "weight" | "grad">;
    /** Gradient descent with momentum: mom = momentum·mom - lr·(clip(rescale_grad·grad) + wd·weight); weight + mom. */
    sgdMomUpdate: SymbolFunction<SgdMomUpdateOptions, "weight" | "grad" | "mom">;
    /** Nesterov's accelerated gradient descent. */
    nagMomUpdate: SymbolFunction<NagMomUpdateOptions, "weight" | "grad" | "mom">;
    /**
     * Adam without bias correction, which callers fold into lr: mean and var are the running means of the gradient
     * (with weight decay, clipped) and its square; weight - lr·mean/(√var + epsilon).
     */
    adamUpdate: SymbolFunction<AdamUpdateOptions, "weight" | "grad" | "mean" | "var">;
    /** FTRL-Proximal. */
    ftrlUpdate: SymbolFunction<FtrlUpdateOptions, "weight" | "grad" | "z" | "n">;
    /** Steps by sign: (1 - lr·wd)·weight - lr·sign(grad). */
    signsgdUpdate: SymbolFunction<SignsgdUpdateOptions, "weight" | "grad">;
    /**
     * Steps by the sign of the momentum: mom = momentum·mom - (1 - momentum)·(clip(rescale_grad·grad) + wd·weight);
     * (1 - lr·wd_lh)·weight + lr·sign(mom).
     */
    signumUpdate: SymbolFunction<SignumUpdateOptions, "weight" | "grad" | "mom">;
    /** RMSProp: n is the running mean of squared gradients (with weight decay, clipped); weight - lr·grad/√(n + epsilon). */
    rmspropUpdate: SymbolFunction<RmspropUpdateOptions, "weight" | "grad" | "n">;
    /** Centred RMSProp with momentum (Graves 2013). */
    rmspropalexUpdate: SymbolFunction<RmspropalexUpdateOptions, "weight" | "grad" | "n" | "g" | "delta">;
    /** FTML, follow the moving leader (Zheng and Kwok): -z/d. */
    ftmlUpdate: SymbolFunction<FtmlUpdateOptions, "weight" | "grad" | "d" | "v" | "z">;
    /** The direction of a LAMB update: mean/(√var + epsilon) + wd·weight. */
    lambUpdatePhase1: SymbolFunction<LambUpdatePhase1Options, "weight" | "grad" | "mean" | "var">;
    /** The step of a LAMB update: weight - lr·r1/r2·g, without the ratio where a norm is 0. */
    lambUpdatePhase2: SymbolFunction<LambUpdatePhase2Options, "weight" | "g" | "r1" | "r2">;
    /** The learning rates of layers by LARS: lr·eta·|w|/(|g| + wd·|w| + eps), where neither norm is 0. */
    multiLars: SymbolFunction<MultiLarsOptions, "lrs" | "weightsSumSq" | "gradsSumSq" | "wds">;
    /** Gradient descent with a master copy of the weight. */
    mpSgdUpdate: SymbolFunction<MpSgdUpdateOptions, "weight" | "grad" | "weight32">;
    /** Gradient descent with momentum and a master copy of the weight. */
    mpSgdMomUpdate: SymbolFunction<MpSgdMomUpdateOptions, "weight" | "grad" | "mom" | "weight32">;
    /** Nesterov's accelerated gradient descent with a master copy of the weight. */
    mpNagMomUpdate: SymbolFunction<MpNagMomUpdateOptions, "weight" | "grad" | "mom" | "weight32">;
    /** The direction of a LAMB update (float32), from a master copy of the weight. */
    mpLambUpdatePhase1: SymbolFunction<MpLambUpdatePhase1Options, "weight" | "grad" | "mean" | "var" | "weight32">;
    /** The step of a LAMB update with a master copy of the weight. */
    mpLambUpdatePhase2: SymbolFunction<MpLambUpdatePhase2Options, "weight" | "g" | "r1" | "r2" | "weight32">;
    /** Gradient descent on many weights. */
    multiSgdUpdate: SymbolFunctionOfMany<MultiSgdUpdateOptions>;
    /** Gradient descent with momentum on many weights. */
    multiSgdMomUpdate: SymbolFunctionOfMany<MultiSgdMomUpdateOptions>;
    /** Gradient descent on many weights with master copies. */
    multiMpSgdUpdate: SymbolFunctionOfMany<MultiMpSgdUpdateOptions>;
    /** Gradient descent with momentum on many weights with master copies. */
    multiMpSgdMomUpdate: SymbolFunctionOfMany<MultiMpSgdMomUpdateOptions>;
    /** Gradient descent on many weights, whose rates are tensors. */
    preloadedMultiSgdUpdate: SymbolFunctionOfMany<PreloadedMultiSgdUpdateOptions>;
    /** Gradient descent with momentum on many weights, whose rates are tensors. */
    preloadedMultiSgdMomUpdate: SymbolFunctionOfMany<PreloadedMultiSgdMomUpdateOptions>;
    /** Gradient descent on many weights with master copies, whose rates are tensors. */
    preloadedMultiMpSgdUpdate: SymbolFunctionOfMany<PreloadedMultiMpSgdUpdateOptions>;
    /** Gradient descent with momentum on many weights with master copies, whose rates are tensors. */
    preloadedMultiMpSgdMomUpdate: SymbolFunctionOfMany<PreloadedMultiMpSgdMomUpdateOptions>;
    /** lhs with one element of each row replaced: lhs[i, rhs[i]] = mhs[i]. Indices out of range replace nothing. */
    fillElement0index: SymbolFunction<object, "lhs" | "mhs" | "rhs">;
    /** The places in the flat order of index tuples, the columns of data. Indices are not checked. */
    ravelMultiIndex: SymbolFunction<RavelMultiIndexOptions, "data">;
    /** The index tuples (as columns) of places in the flat order. Places are not checked. */
    unravelIndex: SymbolFunction<UnravelIndexOptions, "data">;
    /** float16 and float32 tensors in another type; others as they are. The gradient passes through, cast back. */
    ampCast: SymbolFunction<AmpCastOptions, "data">;
    /** float16 and float32 tensors in the widest type among them; others as they are. */
    ampMulticast: SymbolFunctionOfMany<AmpMulticastOptions>;
    /** 1 if every element is finite, else 0; (1,). */
    allFinite: SymbolFunction<AllFiniteOptions, "data">;
    /** 1 if every element of every tensor is finite, else 0; (1,). */
    multiAllFinite: SymbolFunctionOfMany<MultiAllFiniteOptions>;
    /** For each tensor the sum of its squares (float32). */
    multiSumSq: SymbolFunctionOfMany<MultiSumSqOptions>;
    /** Sets every element of every tensor to 0, in place. Gives nothing. */
    resetArrays: SymbolFunctionOfMany<ResetArraysOptions>;
    /** A copy of the input (sigmoid activations). Backward moves the moving average of each channel, and adds to the gradient that of the Kullback-Leibler divergence of the average from the target. */
    IdentityAttachKLSparseReg: SymbolFunction<IdentityAttachKLSparseRegOptions, "data" | "movingAvg">;
    /** Uniform draws from low to high. */
    randomUniform: SymbolFunction<RandomUniformOptions, never>;
    /** Uniform draws from low to high. */
    uniform: SymbolFunction<RandomUniformOptions, never>;
    /** Normal (Gaussian) draws. */
    normal: SymbolFunction<NormalOptions, never>;
    /** Normal (Gaussian) draws. */
    randomNormal: SymbolFunction<NormalOptions, never>;
    /** Exponential draws. */
    randomExponential: SymbolFunction<RandomExponentialOptions, never>;
    /** Draws from a gamma distribution. */
    randomGamma: SymbolFunction<RandomGammaOptions, never>;
    /** Draws from a Poisson distribution, as floats. */
    randomPoisson: SymbolFunction<RandomPoissonOptions, never>;
    /** Draws from a negative binomial distribution: failures before k successes, as floats. */
    randomNegativeBinomial: SymbolFunction<RandomNegativeBinomialOptions, never>;
    /** Draws from a generalized negative binomial distribution (mean and dispersion), as floats. */
    randomGeneralizedNegativeBinomial: SymbolFunction<RandomGeneralizedNegativeBinomialOptions, never>;
    /** Uniform draws of integers from low to high - 1. */
    randomRandint: SymbolFunction<RandomRandintOptions, never>;
    /** Uniform draws for each pair of bounds. */
    sampleUniform: SymbolFunction<SampleUniformOptions, "low" | "high">;
    /** Normal draws for each mean and standard deviation. */
    sampleNormal: SymbolFunction<SampleNormalOptions, "mu" | "sigma">;
    /** Gamma draws for each shape and scale. */
    sampleGamma: SymbolFunction<SampleGammaOptions, "alpha" | "beta">;
    /** Exponential draws for each rate. */
    sampleExponential: SymbolFunction<SampleExponentialOptions, "lam">;
    /** Poisson draws for each mean, as floats. */
    samplePoisson: SymbolFunction<SamplePoissonOptions, "lam">;
    /** Negative binomial draws for each number of successes and probability, as floats. */
    sampleNegativeBinomial: SymbolFunction<SampleNegativeBinomialOptions, "k" | "p">;
    /** Generalized negative binomial draws for each mean and dispersion, as floats. */
    sampleGeneralizedNegativeBinomial: SymbolFunction<SampleGeneralizedNegativeBinomialOptions, "mu" | "alpha">;
    /** Classes drawn from distributions over k classes. */
    sampleMultinomial: SymbolFunction<SampleMultinomialOptions, "data">;
    /** The data with its first axis in random order. */
    shuffle: SymbolFunction<object, "data">;
    /** The density of uniform samples between low and high; whether they lie there is not checked. */
    randomPdfUniform: SymbolFunction<RandomPdfUniformOptions, "sample" | "low" | "high">;
    /** The density of normal samples. */
    randomPdfNormal: SymbolFunction<RandomPdfNormalOptions, "sample" | "mu" | "sigma">;
    /** The density of gamma samples. Unlike for draws, beta is the rate. */
    randomPdfGamma: SymbolFunction<RandomPdfGammaOptions, "sample" | "alpha" | "beta">;
    /** The density of exponential samples. */
    randomPdfExponential: SymbolFunction<RandomPdfExponentialOptions, "sample" | "lam">;
    /** The probability of Poisson samples. */
    randomPdfPoisson: SymbolFunction<RandomPdfPoissonOptions, "sample" | "lam">;
    /** The probability of negative binomial samples: failures before k successes. */
    randomPdfNegativeBinomial: SymbolFunction<RandomPdfNegativeBinomialOptions, "sample" | "k" | "p">;
    /** The probability of generalized negative binomial samples (mean and dispersion). */
    randomPdfGeneralizedNegativeBinomial: SymbolFunction<RandomPdfGeneralizedNegativeBinomialOptions, "sample" | "mu" | "alpha">;
    /** The density of Dirichlet samples, vectors in the last axis. */
    randomPdfDirichlet: SymbolFunction<RandomPdfDirichletOptions, "sample" | "alpha">;
}
/** Operators as functions of symbols. */
export interface SymbolContrib {
    /** Batch normalisation and the rectifier max(x, 0). */
    BatchNormWithReLU: SymbolFunction<BatchNormWithReLUOptions, "data" | "gamma" | "beta" | "movingMean" | "movingVar">;
    /** Batch normalisation of the channels in axis 1. There is one device, so that it is the plain one. */
    SyncBatchNorm: SymbolFunction<SyncBatchNormOptions, "data" | "gamma" | "beta" | "movingMean" | "movingVar">;
    /** The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need. */
    CTCLoss: SymbolFunction<CTCLossOptions, "data" | "label" | "dataLengths" | "labelLengths">;
    /** The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need. */
    ctcLoss: SymbolFunction<CTCLossOptions, "data" | "label" | "dataLengths" | "labelLengths">;
    /** The overlap of every box of lhs with every box of rhs: the area in common as a part of the area of both. */
    boxIou: SymbolFunction<BoxIouOptions, "lhs" | "rhs">;
    /** The normalized offsets from anchors to the boxes that they match, and 1 where a sample counts: both (batch, anchors, 4), 0 elsewhere. */
    boxEncode: SymbolFunction<object, "samples" | "matches" | "anchors" | "refs" | "means" | "stds">;
    /** The corners of the boxes that are given by offsets from anchors, (batch, anchors, 4). */
    boxDecode: SymbolFunction<BoxDecodeOptions, "data" | "anchors">;
    /** Pairs of rows and columns, the best score first, each in one pair at most: for every row its column and for every column its row, -1 where there is none. */
    bipartiteMatching: SymbolFunction<BipartiteMatchingOptions, "data">;
    /** Anchors around every place of a feature map by their corners, (1, height * width * (sizes + ratios - 1), 4). */
    MultiBoxPrior: SymbolFunction<MultiBoxPriorOptions, "data">;
    /** Detections from predictions, the most probable first, (batch, anchors, 6): class (counted without the background; -1 for a box that is not kept), probability, left, top, right, bottom; the rest of the rows is -1. */
    MultiBoxDetection: SymbolFunction<MultiBoxDetectionOptions, "clsProb" | "locPred" | "anchor">;
    /** The rows of boxes that do not overlap one with a better score, the best first; the rest of the rows is -1. */
    boxNms: SymbolFunction<BoxNmsOptions, "data">;
    /** The rows of boxes that do not overlap one with a better score, the best first; the rest of the rows is -1. */
    boxNonMaximumSuppression: SymbolFunction<BoxNmsOptions, "data">;
    /** Targets of training: offsets from anchors to the boxes that they match, (batch, anchors * 4), 1 where there are such offsets, (batch, anchors * 4), and classes, (batch, anchors): 0 for the background, else that of the box plus 1. */
    MultiBoxTarget: SymbolFunction<MultiBoxTargetOptions, "anchor" | "label" | "clsPred">;
    /** Means of parts of regions of images, each part from channels of its own: (regions, output_dim, pooled_size, pooled_size); the data have output_dim * group_size * group_size channels. 0 for parts outside. */
    PSROIPooling: SymbolFunction<PSROIPoolingOptions, "data" | "rois">;
    /** Means of interpolated points in parts of regions of images, (regions, channels, height, width); 0 for a region of image -1. */
    ROIAlign: SymbolFunction<ROIAlignOptions, "data" | "rois">;
    /** Images of another size, interpolated between the four nearest elements. */
    BilinearResize2D: SymbolFunction<BilinearResize2DOptions, "data" | "like">;
    /** Means over as many parts of images as told; neighbouring parts overlap where the sizes do not divide. */
    AdaptiveAvgPooling2D: SymbolFunction<AdaptiveAvgPooling2DOptions, "data">;
    /** Convolution whose windows look at points moved by offsets, interpolated; 0 outside. */
    DeformableConvolution: SymbolFunction<DeformableConvolutionOptions, "data" | "offset" | "weight" | "bias">;
    /** Convolution whose windows look at points moved by offsets, interpolated and multiplied with a mask; 0 outside. */
    ModulatedDeformableConvolution: SymbolFunction<ModulatedDeformableConvolutionOptions, "data" | "offset" | "mask" | "weight" | "bias">;
    /** The regions that are proposed for an image, the best first, (rpn_post_nms_top_n, 5): 0, left, top, right, bottom. */
    Proposal: SymbolFunction<ProposalOptions, "clsProb" | "bboxPred" | "imInfo">;
    /** The regions that are proposed for images, of each the best first, (batch * rpn_post_nms_top_n, 5): image, left, top, right, bottom. */
    MultiProposal: SymbolFunction<MultiProposalOptions, "clsProb" | "bboxPred" | "imInfo">;
    /** a·x² + b·x + c. */
    quadratic: SymbolFunction<QuadraticOptions, "data">;
    /** A copy of the input, whose gradient is multiplied by a number; a negative one reverses it. */
    gradientmultiplier: SymbolFunction<GradientmultiplierOptions, "data">;
    /** The nearest integer; the gradient passes straight through. */
    roundSte: SymbolFunction<object, "data">;
    /** The sign: -1, 0 or 1; the gradient passes straight through. */
    signSte: SymbolFunction<object, "data">;
    /** The tensor divided by the square root of the size of its last axis, as attention scales its scores. */
    divSqrtDim: SymbolFunction<object, "data">;
    /** The scores of self-attention, (batch·heads, length, length): queries/√size times keys. */
    interleavedMatmulSelfattQk: SymbolFunction<InterleavedMatmulSelfattQkOptions, "queriesKeysValues">;
    /** The values of self-attention, weighed: (length, batch, heads·size). */
    interleavedMatmulSelfattValatt: SymbolFunction<InterleavedMatmulSelfattValattOptions, "queriesKeysValues" | "attention">;
    /** The scores of attention to another sequence, (batch·heads, queries, keys): queries/√size times keys. */
    interleavedMatmulEncdecQk: SymbolFunction<InterleavedMatmulEncdecQkOptions, "queries" | "keysValues">;
    /** The values of another sequence, weighed: (queries, batch, heads·size). */
    interleavedMatmulEncdecValatt: SymbolFunction<InterleavedMatmulEncdecValattOptions, "keysValues" | "attention">;
    /** The numbers start, start + step, …, each `repeat` times, as many as there are elements (or places along an axis). */
    arangeLike: SymbolFunction<ArangeLikeOptions, "data">;
    /** For each element its indices (int64), along a new last axis. */
    indexArray: SymbolFunction<IndexArrayOptions, "data">;
    /** 1 (uint8) if |a - b| is at most atol + rtol·|b| everywhere, else 0. */
    allclose: SymbolFunction<AllcloseOptions, "a" | "b">;
    /** The slices of data along an axis where the index is not 0. */
    booleanMask: SymbolFunction<BooleanMaskOptions, "data" | "index">;
    /** old_tensor with the rows that index_vector names replaced by those of new_tensor; of several for one row the last stays. */
    indexCopy: SymbolFunction<object, "oldTensor" | "indexVector" | "newTensor">;
}
/** Operators as functions of symbols. */
export interface SymbolImage {
    /** Images as float32 tensors between 0 and 1, (channels, height, width): divided by 255. */
    toTensor: SymbolFunction<object, "data">;
    /** (x - mean)/std for each channel. */
    normalize: SymbolFunction<NormalizeOptions, "data">;
    /** A part of images. */
    crop: SymbolFunction<CropOptions, "data">;
    /** Images with left and right exchanged. */
    flipLeftRight: SymbolFunction<object, "data">;
    /** Images upside down. */
    flipTopBottom: SymbolFunction<object, "data">;
    /** Images with left and right exchanged, or as they are: with equal chance, all of a batch alike. */
    randomFlipLeftRight: SymbolFunction<object, "data">;
    /** Images upside down, or as they are: with equal chance, all of a batch alike. */
    randomFlipTopBottom: SymbolFunction<object, "data">;
    /** Images in another size. */
    resize: SymbolFunction<ResizeOptions, "data">;
    /** An image with its brightness multiplied by a random factor. */
    randomBrightness: SymbolFunction<RandomBrightnessOptions, "data">;
    /** An image with its distance from its mean grey multiplied by a random factor. */
    randomContrast: SymbolFunction<RandomContrastOptions, "data">;
    /** An image with the distance of its pixels from grey multiplied by a random factor. */
    randomSaturation: SymbolFunction<RandomSaturationOptions, "data">;
    /** An image with its hues turned by a random part of the circle. */
    randomHue: SymbolFunction<RandomHueOptions, "data">;
    /** An image with brightness, contrast, saturation and hue changed by chance, in random order. What is not above 0 stays. */
    randomColorJitter: SymbolFunction<RandomColorJitterOptions, "data">;
    /** An image with light added as AlexNet does: along the principal components of the colours of photographs. */
    adjustLighting: SymbolFunction<AdjustLightingOptions, "data">;
    /** An image with random light added along the principal components of the colours of photographs. */
    randomLighting: SymbolFunction<RandomLightingOptions, "data">;
}
/** Operators as functions of symbols. */
export interface SymbolLinalg {
    /** alpha · op(A) · op(B) + beta · C */
    gemm: SymbolFunction<LinalgGemmOptions, "A" | "B" | "C">;
    /** alpha · op(A) · op(B) */
    gemm2: SymbolFunction<LinalgGemm2Options, "A" | "B">;
    /** alpha · op(A) · B for a triangle A, or alpha · B · op(A) with rightside. */
    trmm: SymbolFunction<LinalgTrmmOptions, "A" | "B">;
    /** alpha · A · Aᵀ, or alpha · Aᵀ · A */
    syrk: SymbolFunction<LinalgSyrkOptions, "A">;
    /** X of op(A) · X = alpha · B for a triangle A, or of X · op(A) = alpha · B with rightside. */
    trsm: SymbolFunction<LinalgTrsmOptions, "A" | "B">;
    /** The inverses of matrices. */
    inverse: SymbolFunction<object, "A">;
    /** The determinants of matrices. */
    det: SymbolFunction<object, "A">;
    /** The sign of the determinants of matrices, and the logarithm of their magnitude. The sign has a gradient of zero. */
    slogdet: SymbolFunction<object, "A">;
    /** The Cholesky factors of symmetric positive definite matrices. The gradient is symmetric. */
    potrf: SymbolFunction<LinalgPotrfOptions, "A">;
    /** The inverses of the matrices whose Cholesky factors are given. */
    potri: SymbolFunction<LinalgPotriOptions, "A">;
    /** A = L·Q with orthonormal rows in Q and a lower triangle L. */
    gelqf: SymbolFunction<object, "A">;
    /** A = Uᵀ·diag(L)·U: the eigenvectors of symmetric matrices as rows of U, and the eigenvalues, rising. The element of greatest magnitude of each eigenvector is positive. The gradient is symmetric, and not finite where eigenvalues are equal. */
    syevd: SymbolFunction<object, "A">;
    /** A diagonal of matrices. */
    extractdiag: SymbolFunction<LinalgExtractdiagOptions, "A">;
    /** Matrices with these diagonals, 0 elsewhere. */
    makediag: SymbolFunction<LinalgMakediagOptions, "A">;
    /** A triangle of matrices: a lower one row by row, an upper one column by column. */
    extracttrian: SymbolFunction<LinalgExtracttrianOptions, "A">;
    /** Matrices with these triangles, 0 elsewhere. */
    maketrian: SymbolFunction<LinalgMaketrianOptions, "A">;
    /** The sums of the logarithms of the diagonals. */
    sumlogdiag: SymbolFunction<object, "A">;
}
