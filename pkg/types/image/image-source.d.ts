import { type FileSource } from "../files/source.ts";
/** A label or several, and the image file: its path below `pathRoot`, or its bytes. */
export type ImageListItem = readonly [label: number | readonly number[], file: FileSource];
/** Where image iterators read from. */
export interface ImageSourceOptions {
    /** A file of records that hold images: a path or bytes. */
    pathImgrec?: FileSource | null | undefined;
    /** The index of that file; needed to shuffle it and to part it. */
    pathImgidx?: FileSource | null | undefined;
    /** A list of images: lines of number, labels and path, parted by tabs. */
    pathImglist?: FileSource | null | undefined;
    /** The folder of the list's images. */
    pathRoot?: string | null | undefined;
    /** The list itself. */
    imglist?: readonly ImageListItem[] | null | undefined;
    /** Whether every pass is in another order. Default: false. */
    shuffle?: boolean | undefined;
    /** Which part of the images is read. Default: 0. */
    partIndex?: number | undefined;
    /** Into how many parts they are cut. Default: 1. */
    numParts?: number | undefined;
}
/** An image as it is read. */
export interface Sample {
    readonly label: ArrayLike<number>;
    readonly file: Uint8Array;
    /** What the image is called in messages. */
    readonly name: string;
}
/** The images one after another, in another order each time if asked. */
export declare class ImageSource {
    #private;
    /** @param what - the iterator, for messages */
    constructor(what: string, given: ImageSourceOptions);
    /** Goes back to the start, and chooses another order if it shuffles. */
    reset(): void;
    /** Goes back to the start. */
    rewind(): void;
    /** The next image's labels and file, or null at the end. */
    next(): Sample | null;
}
