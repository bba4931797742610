export { HuberLoss, type HuberOptions, L1Loss, L2Loss } from "./distance.ts";
export { KLDivLoss, type KLDivOptions, LogisticLoss, type LogisticOptions, SigmoidBinaryCrossEntropyLoss, SigmoidBinaryCrossEntropyLoss as SigmoidBCELoss, type SigmoidBinaryCrossEntropyOptions, SoftmaxCrossEntropyLoss, SoftmaxCrossEntropyLoss as SoftmaxCELoss, type SoftmaxCrossEntropyOptions, } from "./entropy.ts";
export { CTCLoss, type CTCOptions, PoissonNLLLoss, type PoissonNLLOptions } from "./likelihood.ts";
export { Loss, type LossOptions } from "./loss.ts";
export { HingeLoss, type HingeOptions, SquaredHingeLoss } from "./margin.ts";
export { CosineEmbeddingLoss, type MarginOptions, SDMLLoss, type SDMLOptions, TripletLoss } from "./similarity.ts";
