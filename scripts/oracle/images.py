"""Writes tests/golden/images: image files, what MXNet 1.9.1 decodes them to, and what its augmenters and ImageIter make of them.

Run with the Python that has numpy 1.23.5, mxnet 1.9.1 and Pillow (any version: it only makes the files):
python scripts/oracle/images.py

`decoded.json` has, for each file and flag, the shape and the SHA-256 of the pixels; `encoded.json` the SHA-256 of JPEG files. `augmented.json` has what the functions
and augmenters of `mx.image` give after Python's `random` and NumPy's were seeded. `iterators.json` has batches of ImageIter.
"""
import hashlib
import io
import json
import os
import pathlib
import random
import struct
import zlib

import mxnet as mx
import numpy as np
from mxnet import recordio
from PIL import Image

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "images"
OUT.mkdir(parents=True, exist_ok=True)
rng = np.random.RandomState(0)


def picture(height, width):
    y, x = np.mgrid[0:height, 0:width]
    colours = [127 + 120 * np.sin(x / 5.3 + y / 9), 127 + 120 * np.cos(x / 7.1 - y / 3.7), (x * 5 + y * 3) % 256]
    pixels = np.stack(colours, 2)
    pixels[height // 4 : height // 2, width // 4 : width // 2] = [250, 10, 30]
    return Image.fromarray((pixels + rng.normal(0, 6, pixels.shape)).clip(0, 255).astype(np.uint8))


def jpegs():
    p = picture(37, 45)
    yield "444", p, {"quality": 95, "subsampling": 0}
    yield "422", p, {"quality": 85, "subsampling": 1}
    yield "420", p, {"quality": 75, "subsampling": 2}
    yield "coarse", p, {"quality": 10, "subsampling": 2}
    yield "progressive420", p, {"quality": 75, "subsampling": 2, "progressive": True}
    yield "progressive444", p, {"quality": 90, "subsampling": 0, "progressive": True, "optimize": True}
    yield "restart", p, {"quality": 80, "subsampling": 2, "restart_marker_blocks": 2}
    yield "rgb", p, {"quality": 80, "keep_rgb": True}
    yield "grey", p.convert("L"), {"quality": 80}
    yield "cmyk", p.convert("CMYK"), {"quality": 80}
    yield "1x1", picture(1, 1), {"quality": 80}
    yield "3x17", picture(17, 3), {"quality": 80, "subsampling": 2}
    yield "17x3", picture(3, 17), {"quality": 80, "subsampling": 1}
    exif = Image.Exif()
    exif[0x0112] = 6
    yield "turned", p, {"quality": 80, "exif": exif}


def patched(data, marker, at, replacement):
    """A file with bytes of a segment replaced: for what Pillow cannot write."""
    start = data.index(bytes([0xFF, marker])) + 4 + at
    return data[:start] + replacement + data[start + len(replacement) :]


def png(pixels, colour_type, depth, interlaced=False, palette=None):
    height, width = pixels.shape[:2]
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    passes = [(0, 0, 1, 1)]
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    raw = b""
    for x, y, dx, dy in passes:
        for row in pixels[y::dy, x::dx]:
            if row.size == 0:
                continue
            bits = "".join(format(int(v), f"0{depth}b") for v in row.ravel())
            bits += "0" * (-len(bits) % 8)
            raw += b"\0" + bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, int(interlaced))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    if palette:
        data += chunk(b"PLTE", bytes(palette))
    return data + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def pngs():
    p = picture(37, 45)
    alpha = np.array(p.convert("RGBA"))
    alpha[..., 3] = np.arange(45) * 5
    for name, image in {
        "rgb": p,
        "grey": p.convert("L"),
        "palette": p.convert("P"),
        "rgba": Image.fromarray(alpha),
        "grey-alpha": Image.fromarray(alpha).convert("LA"),
        "bits": p.convert("1"),
    }.items():
        stream = io.BytesIO()
        image.save(stream, "png")
        yield name, stream.getvalue()
    ints = lambda most, *shape: rng.randint(0, most, shape)
    yield "rgb16", png(ints(65536, 5, 7, 3), 2, 16)
    yield "grey16", png(ints(65536, 5, 7), 0, 16)
    yield "rgba16", png(ints(65536, 5, 7, 4), 6, 16)
    yield "grey2", png(ints(4, 5, 7), 0, 2)
    yield "grey4-interlaced", png(ints(16, 5, 7), 0, 4, True)
    yield "palette4", png(ints(16, 5, 7), 3, 4, palette=list(range(3, 243, 5)))
    yield "rgb-interlaced", png(ints(256, 11, 9, 3), 2, 8, True)
    yield "dot-interlaced", png(ints(256, 1, 1, 3), 2, 8, True)


def files():
    for name, image, options in jpegs():
        stream = io.BytesIO()
        image.save(stream, "jpeg", **options)
        data = stream.getvalue()
        yield f"{name}.jpg", data
        size = lambda height, width: struct.pack(">HH", height, width)
        # The same blocks in another order: 15 MCUs of 16 x 8 as so many of 8 x 16, and 9 of 16 x 16 as of 32 x 8 and 8 x 32.
        if name == "422":
            yield "440.jpg", patched(patched(data, 0xC0, 1, size(80, 24)), 0xC0, 7, b"\x12")
        if name == "420":
            yield "411.jpg", patched(patched(data, 0xC0, 1, size(24, 95)), 0xC0, 7, b"\x41")
            yield "114.jpg", patched(patched(data, 0xC0, 1, size(93, 24)), 0xC0, 7, b"\x14")
        if name == "cmyk":
            yield "ycck.jpg", patched(data, 0xEE, 11, b"\x02")
    for name, data in pngs():
        yield f"{name}.png", data


decoded = {}
for name, data in files():
    (OUT / name).write_bytes(data)
    for flag in [0, 1]:
        x = mx.image.imdecode(data, flag=flag).asnumpy()
        decoded[f"{name} {flag}"] = [list(x.shape), hashlib.sha256(x.tobytes()).hexdigest()]
(OUT / "decoded.json").write_text(json.dumps(decoded, indent=0) + "\n")

# What Pillow's libjpeg writes with the settings that OpenCV has, too: SHA-256 of the files.
encoded = {}
for name in ["rgb", "rgb-interlaced", "grey", "grey2", "rgb16", "dot-interlaced"]:
    source = Image.open(OUT / f"{name}.png").convert("L" if name.startswith("grey") else "RGB")
    for quality in [1, 30, 50, 75, 95, 100]:
        stream = io.BytesIO()
        source.save(stream, "jpeg", quality=quality, **({} if source.mode == "L" else {"subsampling": 2}))
        encoded[f"{name}.png {quality}"] = hashlib.sha256(stream.getvalue()).hexdigest()
(OUT / "encoded.json").write_text(json.dumps(encoded, indent=0) + "\n")

# Augmenters: a small picture, and what becomes of it.
source = mx.nd.array(np.array(picture(6, 8)), dtype="uint8")
image = mx.image
eigval, eigvec = np.array([55.46, 4.794, 1.148]), np.arange(9).reshape(3, 3) / 9
CALLS = {
    "scaleDown": lambda _: image.scale_down((640, 480), (720, 120)),
    "centerCrop": lambda x: image.center_crop(x, (4, 5)),
    "centerCrop larger": lambda x: image.center_crop(x, (16, 18), 0),
    "randomCrop": lambda x: image.random_crop(x, (4, 5)),
    "randomSizeCrop": lambda x: image.random_size_crop(x, (4, 4), (0.05, 0.4), (0.5, 2.0), 0),
    "fixedCrop": lambda x: image.fixed_crop(x, 2, 1, 4, 5),
    "fixedCrop resized": lambda x: image.fixed_crop(x, 2, 1, 4, 5, (8, 10), 0),
    "resizeShort": lambda x: image.resize_short(x, 12, 0),
    "colorNormalize": lambda x: image.color_normalize(x.astype("float32"), mx.nd.array([1, 2, 3]), mx.nd.array([2, 4, 8])),
    "BrightnessJitterAug": lambda x: image.BrightnessJitterAug(0.4)(x.astype("float32")),
    "ContrastJitterAug": lambda x: image.ContrastJitterAug(0.4)(x.astype("float32")),
    "SaturationJitterAug": lambda x: image.SaturationJitterAug(0.4)(x.astype("float32")),
    "HueJitterAug": lambda x: image.HueJitterAug(0.4)(x.astype("float32")),
    "ColorJitterAug": lambda x: image.ColorJitterAug(0.4, 0.3, 0.2)(x.astype("float32")),
    "LightingAug": lambda x: image.LightingAug(0.1, eigval, eigvec)(x.astype("float32")),
    "RandomGrayAug": lambda x: image.RandomGrayAug(0.5)(x.astype("float32")),
    "HorizontalFlipAug": lambda x: image.HorizontalFlipAug(0.5)(x),
    "RandomCropAug": lambda x: image.RandomCropAug((5, 4))(x),
    "CenterCropAug": lambda x: image.CenterCropAug((5, 4))(x),
    "ResizeAug": lambda x: image.ResizeAug(3, 0)(x),
    "ForceResizeAug": lambda x: image.ForceResizeAug((3, 12), 0)(x),
}
for interp in range(5):
    for width, height in [(16, 13), (3, 4), (5, 11)]:
        CALLS[f"imresize {interp} {width} {height}"] = lambda x, way=(width, height, interp): image.imresize(x, *way)
planes = lambda x: x.transpose((2, 0, 1)).astype("float32")
CALLS["imrotate"] = lambda x: image.imrotate(planes(x), 30)
CALLS["imrotate in"] = lambda x: image.imrotate(planes(x), -50, zoom_in=True)
CALLS["imrotate out"] = lambda x: image.imrotate(planes(x), 100, zoom_out=True)
CALLS["imrotate batch"] = lambda x: image.imrotate(mx.nd.stack(planes(x), planes(x)), mx.nd.array([10, -80]))
CALLS["randomRotate"] = lambda x: image.random_rotate(mx.nd.stack(planes(x), planes(x)), (-30, 60))
for kind in range(5):
    CALLS[f"copyMakeBorder {kind}"] = lambda x, kind=kind: image.copyMakeBorder(x, 1, 7, 9, 2, type=kind, values=(1, 2, 3))
augmented = {"source": source.asnumpy().ravel().tolist(), "results": {}}
for name, call in CALLS.items():
    for seed in [0, 1, 2**40 + 3] if "andom" in name or "Jitter" in name or name in ["LightingAug", "HorizontalFlipAug"] else [0]:
        random.seed(seed)
        np.random.seed(seed % 2**32)
        result = call(source.copy())
        values, place = result if isinstance(result[0], mx.nd.NDArray) and isinstance(result, tuple) else (result, None)
        if isinstance(values, mx.nd.NDArray):
            values = [list(values.shape), np.dtype(values.dtype).name, [float(f"{v:.8g}") for v in values.asnumpy().ravel()]]
        augmented["results"][f"{name} {seed}"] = {"values": values, "place": place}
options = dict(resize=6, rand_crop=True, rand_resize=True, rand_mirror=True, mean=True, std=True, brightness=0.125)
options |= dict(contrast=0.125, saturation=0.125, hue=0.25, pca_noise=0.05, rand_gray=0.05, inter_method=10)
augmented["dumps"] = [x if isinstance(x, str) else json.dumps(x) for x in (a.dumps() for a in image.CreateAugmenter((3, 4, 5), **options))]
random.seed(5)
augmented["random"] = [random.random() for _ in range(3)]
(OUT / "augmented.json").write_text(json.dumps(augmented) + "\n")

# ImageIter: records of small pictures, and a list of them.
COUNT = 7
writer = recordio.MXIndexedRecordIO(str(OUT / "pictures.idx"), str(OUT / "pictures.rec"), "w")
for i in range(COUNT):
    stream = io.BytesIO()
    Image.fromarray(rng.randint(0, 256, (5 + i % 2, 6, 3), dtype=np.uint8)).save(stream, "png")
    writer.write_idx(i, recordio.pack(recordio.IRHeader(0, float(10 * i), i, 0), stream.getvalue()))
    (OUT / f"picture{i}.png").write_bytes(stream.getvalue())
writer.close()
lines = [f"{3 * i}\t{i}\t{-i}\tpicture{i}.png" for i in range(COUNT)]
(OUT / "pictures.lst").write_text("\n".join(lines) + "\n")

iterators = []
os.chdir(OUT)
REC = {"path_imgrec": "pictures.rec"}
IDX = REC | {"path_imgidx": "pictures.idx"}
LST = {"path_imglist": "pictures.lst", "path_root": ".", "label_width": 2}
for options in [
    REC,
    IDX,
    IDX | {"shuffle": True},
    IDX | {"last_batch_handle": "discard", "rand_crop": True, "rand_mirror": True},
    IDX | {"last_batch_handle": "roll_over", "shuffle": True},
    IDX | {"num_parts": 2, "part_index": 1, "batch_size": 2},
    LST,
    LST | {"shuffle": True, "last_batch_handle": "roll_over", "data_name": "x", "label_name": "y"},
]:
    options = {"batch_size": 3, "data_shape": (3, 4, 4)} | options
    random.seed(9)
    iterator = image.ImageIter(**options)
    passes = []
    for _ in range(3):
        ints = lambda x: [int(v) for v in x.asnumpy().ravel()]
        passes.append([{"data": ints(b.data[0]), "label": b.label[0].asnumpy().tolist(), "pad": b.pad} for b in iterator])
        iterator.reset()
    iterators.append({"options": options, "passes": passes})
(OUT / "iterators.json").write_text(json.dumps(iterators, separators=(",", ":")) + "\n")
