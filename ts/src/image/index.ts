// mx.image
export type { Codecs, DecodeOptions, Pixels } from "../codecs/pixels.ts";
export { seed } from "../random/python.ts";
export { Augmenter, type AugmenterOptions, RandomOrderAug, SequentialAug } from "./augmenter.ts";
export {
  BrightnessJitterAug,
  CastAug,
  CenterCropAug,
  ColorJitterAug,
  ColorNormalizeAug,
  ContrastJitterAug,
  ForceResizeAug,
  HorizontalFlipAug,
  HueJitterAug,
  LightingAug,
  RandomCropAug,
  RandomGrayAug,
  RandomSizedCropAug,
  ResizeAug,
  SaturationJitterAug,
} from "./augmenters.ts";
export { copyMakeBorder } from "./border.ts";
export { setCodecs } from "./codecs.ts";
export { type AugmenterListOptions, type ColourOptions, CreateAugmenter } from "./create-augmenter.ts";
export {
  CreateDetAugmenter,
  CreateMultiRandCropAugmenter,
  type DetAugmenterListOptions,
  type MultiCropOptions,
} from "./create-det-augmenter.ts";
export {
  type BlobLike,
  type ImageFormat,
  type ImdecodeOptions,
  type ImencodeOptions,
  imdecode,
  imdecodeAsync,
  imencode,
  imread,
  imwrite,
} from "./decode.ts";
export {
  DetAugmenter,
  DetBorrowAug,
  DetHorizontalFlipAug,
  DetRandomSelectAug,
  type Labelled,
} from "./det-augmenter.ts";
export { type DetCropOptions, DetRandomCropAug } from "./det-crop.ts";
export type { Bounds } from "./det-geometry.ts";
export { type DetPadOptions, DetRandomPadAug } from "./det-pad.ts";
export type { ImageBatchesOptions } from "./image-batches.ts";
export { ImageDetIter, type ImageDetIterOptions, type LabelShape } from "./image-det-iter.ts";
export { ImageIter, type ImageIterOptions } from "./image-iter.ts";
export type { ImageListItem, ImageSourceOptions } from "./image-source.ts";
export { imrotate, type RotateOptions, randomRotate } from "./rotate.ts";
export {
  centerCrop,
  colorNormalize,
  fixedCrop,
  imresize,
  type Place,
  randomCrop,
  randomSizeCrop,
  resizeShort,
  type Size,
  scaleDown,
} from "./transform.ts";
