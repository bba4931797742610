"""Writes tests/golden/images/detection.json and objects.rec: what MXNet 1.9.1's augmenters for detection and ImageDetIter give.

Run with the Python that has numpy 1.23.5, mxnet 1.9.1:  python scripts/oracle/detection.py

Augmenters are called after Python's `random` was seeded, several times in a row; of images there are the shape and the SHA-256 of their bytes.
"""
import hashlib
import json
import os
import pathlib
import random
import struct
import zlib

import mxnet as mx
import numpy as np
from mxnet import image, recordio

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "images"
rng = np.random.RandomState(1)


def described(x):
    x = x.asnumpy()
    return [list(x.shape), x.dtype.name, hashlib.sha256(x.tobytes()).hexdigest()]


def png(pixels):
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# The same pixels by a formula in the test.
HEIGHT, WIDTH = 24, 32
source = mx.nd.array(np.arange(HEIGHT * WIDTH * 3).reshape(HEIGHT, WIDTH, 3) * 7 % 251, dtype="uint8")
objects = [[3, 0.1, 0.2, 0.45, 0.5, 9], [0, 0.5, 0.25, 0.95, 0.9, 8], [1, 0.3, 0.6, 0.4, 0.95, 7]]

AUGMENTERS = {
    "flip": lambda: image.DetHorizontalFlipAug(0.5),
    "crop": lambda: image.DetRandomCropAug(),
    "crop small": lambda: image.DetRandomCropAug(area_range=(0.1, 0.3), aspect_ratio_range=(0.5, 2.0), min_eject_coverage=0.6),
    "crop covering": lambda: image.DetRandomCropAug(min_object_covered=0.9, area_range=(0.2, 1.0), max_attempts=20),
    "crop fixed": lambda: image.DetRandomCropAug(aspect_ratio_range=1.0, area_range=0.5),
    "pad": lambda: image.DetRandomPadAug(),
    "pad coloured": lambda: image.DetRandomPadAug(aspect_ratio_range=(1.0, 1.5), area_range=(1.5, 2.0), pad_val=(1, 2, 3)),
    "borrow": lambda: image.DetBorrowAug(image.ForceResizeAug((10, 6), 0)),
    "select": lambda: image.DetRandomSelectAug([image.DetHorizontalFlipAug(1), image.DetRandomPadAug(), image.DetRandomCropAug()], 0.3),
    "several crops": lambda: image.CreateMultiRandCropAugmenter([0.1, 0.5, 0.9], min_eject_coverage=[0.1, 0.2, 0.3], skip_prob=0.1),
}
augmented = {}
for name, make in AUGMENTERS.items():
    augmenter = make()
    random.seed(11)
    calls = []
    for _ in range(6):
        x, label = augmenter(source.copy(), np.array(objects, dtype="float32"))
        calls.append([described(x), label.tolist()])
    dumped = augmenter.dumps()
    augmented[name] = {"calls": calls, "dumps": dumped if isinstance(dumped, str) else json.dumps(dumped)}

options = dict(resize=40, rand_crop=0.5, rand_pad=0.25, rand_gray=0.125, rand_mirror=True, mean=True, std=True, brightness=0.125)
options |= dict(contrast=0.125, saturation=0.125, pca_noise=0.05, hue=0.25, inter_method=0)
dumps = [json.dumps(x) if not isinstance(x, str) else x for x in (a.dumps() for a in image.CreateDetAugmenter((3, 20, 30), **options))]

# Records of small pictures with one to three objects, and a header of two or four numbers.
COUNT = 7
os.chdir(OUT)
writer = recordio.MXIndexedRecordIO("objects.idx", "objects.rec", "w")
for i in range(COUNT):
    file = png(rng.randint(0, 256, (8 + i % 2, 10, 3), dtype=np.uint8))
    boxes = [[i + j, *low, *(low + size)] for j, low, size in ((j, rng.uniform(0, 0.4, 2), rng.uniform(0.3, 0.6, 2)) for j in range(1 + i % 3))]
    if i == 4:
        boxes.append([9, 0.5, 0.5, 0.5, 0.9])  # without an area
    head = [4, 5, 10, 8] if i % 2 else [2, 5]
    label = np.array(head + [v for box in boxes for v in box], dtype="float32")
    writer.write_idx(i, recordio.pack(recordio.IRHeader(0, label, i, 0), file))
writer.close()

REC = {"path_imgrec": "objects.rec"}
IDX = REC | {"path_imgidx": "objects.idx"}
iterators = []
for given in [
    REC,
    IDX | {"shuffle": True},
    IDX | {"last_batch_handle": "discard", "rand_mirror": True},
    IDX | {"last_batch_handle": "roll_over", "shuffle": True, "data_name": "x", "label_name": "y"},
    IDX | {"rand_crop": 0.75, "rand_pad": 0.75, "rand_mirror": True, "resize": 9, "pad_val": (5, 6, 7), "mean": "mean"},
    IDX | {"num_parts": 2, "part_index": 1, "batch_size": 2},
]:
    given = {"batch_size": 3, "data_shape": (3, 6, 7), "inter_method": 0} | given
    random.seed(9)
    iterator = image.ImageDetIter(**given | ({"mean": np.array([1.0, 2.0, 3.0])} if "mean" in given else {}))
    passes = []
    for _ in range(3):
        passes.append([{"data": described(b.data[0]), "label": b.label[0].asnumpy().tolist(), "pad": b.pad} for b in iterator])
        iterator.reset()
    shapes = [[name, list(shape)] for name, shape in (*iterator.provide_data, *iterator.provide_label)]
    iterators.append({"options": given, "shapes": shapes, "passes": passes})
text = json.dumps({"augmented": augmented, "dumps": dumps, "iterators": iterators}, separators=(",", ":"))
(OUT / "detection.json").write_text(text + "\n")
