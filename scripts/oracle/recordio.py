"""Writes tests/golden/recordio: record files as MXNet 1.9.1 writes them.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/recordio.py

`records.rec` has the records of `records.json` (in hexadecimal), some of which contain the format's magic number;
`indexed.rec` and `indexed.idx` have the same in the order of its `keys`. `packed.rec` has what `recordio.pack` makes of the
headers in it.
"""
import json
import pathlib
import struct

from mxnet import recordio

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "recordio"
OUT.mkdir(parents=True, exist_ok=True)
magic = struct.pack("<I", 0xCED7230A)
records = [
    b"",
    b"a",
    b"four",
    b"fives",
    bytes(range(256)),
    magic,
    magic + magic,
    b"data" + magic + b"more!",
    b"dat" + magic + b"not at a multiple of four",
    magic[:3],
    b"four" + magic + magic + b"a",
    b"fourfour" + magic,
]
writer = recordio.MXRecordIO(str(OUT / "records.rec"), "w")
for record in records:
    writer.write(record)
writer.close()
reader = recordio.MXRecordIO(str(OUT / "records.rec"), "r")
assert [reader.read() for _ in records] + [reader.read()] == records + [None]

keys = [7 * i % len(records) for i in range(len(records))]
indexed = recordio.MXIndexedRecordIO(str(OUT / "indexed.idx"), str(OUT / "indexed.rec"), "w")
for key in keys:
    indexed.write_idx(key, records[key])
indexed.close()

headers = [(0, 4.0, 2574, 0), (3, 0.5, 2**40, 2**63), (0, [1.0, -2.5, 3.0], 1, 2), (5, [], 0, 0)]
packed = [recordio.pack(recordio.IRHeader(*header), b"image") for header in headers]
writer = recordio.MXRecordIO(str(OUT / "packed.rec"), "w")
for record in packed:
    writer.write(record)
writer.close()
unpacked = [recordio.unpack(record) for record in packed]
contents = {
    "records": [record.hex() for record in records],
    "keys": keys,
    "headers": headers,
    "unpacked": [
        [h.flag, h.label if isinstance(h.label, float) else h.label.tolist(), h.id, h.id2, data.decode()] for h, data in unpacked
    ],
}
# Numbers beyond 2^53 as text.
(OUT / "records.json").write_text(json.dumps(contents).replace(str(2**63), f'"{2**63}"') + "\n")
