export { IRHeader, pack, unpack } from "./header.ts";
export { packImg, unpackImg } from "./images.ts";
export { MXIndexedRecordIO, type RecordKey } from "./indexed-record-io.ts";
export { MXRecordIO, type RecordData } from "./record-io.ts";
