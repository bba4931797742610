export { Accuracy, type AccuracyOptions, TopKAccuracy, type TopKAccuracyOptions } from "./accuracy.ts";
export { type Average, type AveragedOptions, F1, MCC } from "./binary.ts";
export { PCC, PearsonCorrelation } from "./correlation.ts";
export { alias, CompositeEvalMetric, type CompositeOptions, create, type MetricClass, type MetricLike, register, } from "./create.ts";
export { CustomMetric, type CustomMetricOptions, type EvalFunction, np } from "./custom.ts";
export { type Arrays, EvalMetric, type MetricConfig, type MetricOptions, type NameAndValue } from "./eval-metric.ts";
export { CrossEntropy, type LikelihoodOptions, NegativeLogLikelihood, Perplexity, type PerplexityOptions, } from "./likelihood.ts";
export { Caffe, Loss, Torch } from "./loss.ts";
export { MAE, MSE, RMSE } from "./regression.ts";
