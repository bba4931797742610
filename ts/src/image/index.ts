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
export { type AugmenterListOptions, CreateAugmenter } from "./create-augmenter.ts";
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
export { ImageIter, type ImageIterOptions, type ImageListItem } from "./image-iter.ts";
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
