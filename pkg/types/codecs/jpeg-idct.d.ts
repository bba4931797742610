import type { Component } from "./jpeg-frame.ts";
/** A component's samples, in rows of `8 * blocksAcross`. */
export declare function samplesOf(component: Component, quantization: Uint16Array): Uint8ClampedArray;
