// Cameras turn no pixels: their JPEG files say how the picture is to be turned. MXNet does not heed that, and `imdecodeAsync`
// does as MXNet does, but a face that lies on its side is not found.
import { type NDArray, nd } from "mxgrad";

const JPEG = 0xffd8;
const APP1 = 0xffe1;
const SCAN = 0xffda;
const EXIF = 0x45786966;
const LITTLE_ENDIAN = 0x4949;
const ORIENTATION = 0x0112;

/** What a file says of its orientation, 1 (upright) to 8. */
export function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) !== JPEG) return 1;
    for (let at = 2; view.getUint16(at) !== SCAN; at += 2 + view.getUint16(at + 2)) {
      if (view.getUint16(at) === APP1 && view.getUint32(at + 4) === EXIF) return directoryEntry(view, at + 10);
    }
  } catch (error) {
    // The file ends too early: the decoder will say so.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

function directoryEntry(view: DataView, start: number): number {
  const little = view.getUint16(start) === LITTLE_ENDIAN;
  const directory = start + view.getUint32(start + 4, little);
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const entry = directory + 2 + 12 * i;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return 1;
}

/** A picture, (height, width, 3), as it is to be seen. */
export function upright(picture: NDArray, orientation: number): NDArray {
  const turned = orientation >= 5 && orientation <= 8 ? nd.transpose(picture, { axes: [1, 0, 2] }) : picture;
  const axes = [[], [1], [0, 1], [0], [], [1], [0, 1], [0]][orientation - 1] ?? [];
  return axes.length > 0 ? nd.reverse(turned, { axis: axes }) : turned;
}
