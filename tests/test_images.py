"""The store of pictures, on real small files: facts, safety, and damage of every kind."""

import hashlib
import io
import os
import socket
import struct
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import picture

from listlint import images
from listlint.imagebytes import format_of, size_of
from listlint.imagefacts import MAX_BYTES, ImageFile, read_facts
from listlint.imageformats import format_named, format_titles, is_remote, named_format
from listlint.images import ImageStore

POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    b"size 12345\n"
)


@pytest.fixture
def root(tmp_path):
    """A catalog's folder, with a file beside it that no source may reach."""
    (tmp_path / "secret.jpg").write_bytes(picture(seed=5))
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    return catalog


def put(root, name, data):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def header(root, src, **setting):
    return ImageStore(root, **setting).header(src, root)


def pixels(root, data, name="a.jpg"):
    put(root, name, data)
    return ImageStore(root).pixels(name, root)


class TestHeader:
    @pytest.mark.parametrize("format", ["jpeg", "png", "gif", "webp", "bmp"])
    def test_tells_format_and_size_by_content_and_not_by_name(self, root, format):
        data = picture(format, 70, 50)
        put(root, "a.xyz", data)
        file = header(root, "a.xyz")
        assert (file.status, file.format, file.width, file.height, file.bytes, file.path) == (
            "ok", format, 70, 50, len(data), "a.xyz",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("format", "mode", "save"),
        [
            ("jpeg", "L", {}),
            ("jpeg", "CMYK", {}),
            ("jpeg", "RGB", {"progressive": True}),
            ("jpeg", "RGB", {"exif": b"Exif\0\0" + bytes(60_000), "icc_profile": bytes(150_000)}),
            ("jpeg", "RGB", {"comment": b"\xff\xc0 no frame \xff\xda no scan \xff\xd9"}),
            ("webp", "RGB", {"lossless": True}),
            ("webp", "RGBA", {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0"}),
            ("gif", "P", {"version": "GIF89a"}),
            ("png", "P", {}),
            ("png", "1", {}),
        ],
    )
    def test_agrees_with_pillow_on_size_in_every_form_of_header(self, root, format, mode, save):
        data = picture(format, 301, 203, mode=mode, **save)
        assert format_of(data) == format
        assert size_of(data, format) == (301, 203)
        assert pixels(root, data).error is None

    @pytest.mark.parametrize(
        ("head", "format"),
        [
            (picture("tiff"), "tiff"),
            (picture("avif"), "avif"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heif"),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "avif"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic avif", "heif"),
            (b"\xff\x0a....", "jxl"),
            (b"8BPS\0\x01....", "psd"),
            (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "eps"),
            (b"<?xml version='1.0'?>\n<!-- made by hand -->\n<svg width='9' height='9'/>", "svg"),
            (b"\xef\xbb\xbf  <svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        ],
    )
    def test_names_pictures_that_it_does_not_open(self, root, head, format):
        put(root, "a.jpg", head)
        file = header(root, "a.jpg")
        assert (file.status, file.format, file.width) == ("ok", format, None)
        assert ImageStore(root).pixels("a.jpg", root).error is None

    @pytest.mark.parametrize(
        ("data", "format", "error"),
        [
            (b"", None, "empty"),
            (b"\0" * 100, None, "not-a-picture"),
            (b"BM, a text", None, "not-a-picture"),
            (b"<!DOCTYPE html><html><h1>404</h1>", "html", "not-a-picture"),
            (b"\n<html><svg></svg></html>", "html", "not-a-picture"),
            (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code>", None, "not-a-picture"),
            (b"%PDF-1.7\n", "pdf", "not-a-picture"),
            (b"PK\x03\x04........", "zip", "not-a-picture"),
            (b"\0\0\0\x20ftypisom\0\0\2\0", "video", "not-a-picture"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg", "cut-off"),
            (picture("png")[:20], "png", "cut-off"),
            (picture("webp")[:14], "webp", "cut-off"),
            (picture("gif")[:7], "gif", "cut-off"),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "png", "damaged"),
            (b"GIF89a" + b"\0" * 40, "gif", "damaged"),
            (b"RIFF\0\0\0\0WEBPVP9 " + b"\0" * 40, "webp", "damaged"),
        ],
    )
    def test_says_what_is_wrong_with_a_file_that_is_no_picture(self, root, data, format, error):
        put(root, "a.jpg", data)
        file = header(root, "a.jpg")
        assert (file.status, file.format, file.error) == ("unreadable", format, error)
        assert ImageStore(root).pixels("a.jpg", root).error == error

    def test_finds_the_size_of_a_jpeg_behind_long_metadata(self, root):
        data = picture("jpeg", 33, 22)
        block = b"\xff\xe2" + struct.pack(">H", 65_535) + bytes(65_533)
        put(root, "a.jpg", data[:2] + 5 * block + data[2:])
        file = header(root, "a.jpg")
        assert (file.width, file.height) == (33, 22)

    def test_does_not_read_a_file_that_is_too_large(self, root):
        put(root, "a.jpg", picture())
        os.truncate(root / "a.jpg", MAX_BYTES + 1)
        file = header(root, "a.jpg")
        assert (file.status, file.format, file.error) == ("unreadable", "jpeg", "too-many-bytes")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
    def test_says_so_where_it_has_no_right_to_read(self, root):
        put(root, "a.jpg", picture())
        (root / "a.jpg").chmod(0)
        assert header(root, "a.jpg").error == "no-access"


class TestDigest:
    def test_is_that_of_the_content(self, root):
        data = picture()
        put(root, "a.jpg", data)
        assert header(root, "a.jpg").digest() == hashlib.sha256(data).hexdigest()

    def test_is_read_only_when_asked(self, root, monkeypatch):
        put(root, "a.jpg", picture())
        read = []
        monkeypatch.setattr(images, "_read", lambda real: read.append(real) or b"")
        file = header(root, "a.jpg")
        assert read == []
        file.digest()
        assert len(read) == 1

    def test_of_a_file_that_is_gone_is_unknown(self, root):
        put(root, "a.jpg", picture())
        file = header(root, "a.jpg")
        (root / "a.jpg").unlink()
        assert file.digest() is None


OUTSIDE = [
    "../secret.jpg",
    "a/../../secret.jpg",
    "..\\secret.jpg",
    "%2e%2e/secret.jpg",
    "..%5Csecret.jpg",
    "/etc/passwd",
    "/dev/zero",
    "C:\\photos\\a.jpg",
    "c:/photos/a.jpg",
    "\\\\server\\share\\a.jpg",
    "file:///etc/passwd",
    "FILE:a.jpg",
]


class TestPlaces:
    @pytest.mark.parametrize("src", OUTSIDE)
    def test_nothing_outside_the_root_is_looked_at(self, root, src):
        file = header(root, src)
        assert (file.status, file.format, file.bytes, file.path) == ("outside", None, None, src)

    @pytest.mark.parametrize("src", OUTSIDE)
    def test_facts_do_not_hide_that_a_path_leads_outside(self, root, src):
        assert header(root, src, facts={src: ImageFile(format="jpeg")}).status == "outside"

    def test_a_folder_beside_the_root_whose_name_begins_alike_is_outside(self, root):
        put(root.parent, "catalog-old/a.jpg", picture())
        assert header(root, "../catalog-old/a.jpg").status == "outside"

    def test_a_link_out_of_the_catalog_is_outside_and_one_within_is_not(self, root):
        put(root, "a.jpg", picture())
        (root / "out.jpg").symlink_to(root.parent / "secret.jpg")
        (root / "folder").symlink_to(root.parent, target_is_directory=True)
        (root / "in.jpg").symlink_to("a.jpg")
        store = ImageStore(root)
        assert store.header("out.jpg", root).status == "outside"
        assert store.header("folder/secret.jpg", root).status == "outside"
        assert store.header("in.jpg", root).status == "ok"

    def test_a_link_to_a_device_is_outside_and_a_pipe_blocks_nobody(self, root):
        (root / "zero.jpg").symlink_to("/dev/zero")
        os.mkfifo(root / "pipe.jpg")
        store = ImageStore(root)
        assert store.header("zero.jpg", root).status == "outside"
        file = store.header("pipe.jpg", root)
        assert (file.status, file.error) == ("outside", "not-a-file")

    def test_a_socket_is_no_file(self, root, monkeypatch):
        monkeypatch.chdir(root)  # a socket's path must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("s.jpg")
            assert header(root, "s.jpg").error == "not-a-file"

    def test_a_pipe_put_in_the_place_of_a_file_is_not_read(self, root):
        os.mkfifo(root / "a.jpg")
        with pytest.raises(OSError, match="ordinary"):
            images._open(os.fspath(root / "a.jpg"))

    @pytest.mark.parametrize(
        "src", ["a\0.jpg", "\ud800.jpg", "x" * 5000 + ".jpg", "loop.jpg", "a.jpg/b.jpg", "no.jpg"]
    )
    def test_a_name_that_no_file_can_have_is_missing(self, root, src):
        put(root, "a.jpg", picture())
        (root / "loop.jpg").symlink_to("loop.jpg")
        assert header(root, src).status == "missing"

    @pytest.mark.parametrize("src", ["", " ", "\t\n"])
    def test_a_blank_source_is_missing(self, root, src):
        file = header(root, src)
        assert (file.status, file.path) == ("missing", "")

    @pytest.mark.parametrize("src", [".", "photos", "photos/"])
    def test_a_folder_is_no_picture(self, root, src):
        (root / "photos").mkdir()
        file = header(root, src)
        assert (file.status, file.error) == ("unreadable", "folder")

    @pytest.mark.parametrize(
        ("name", "src"),
        [
            ("p/a.jpg", "p/a.jpg"),
            ("p/a.jpg", "./p/../p/a.jpg"),
            ("p/a.jpg", "p\\a.jpg"),
            ("p/a b.jpg", "p/a%20b.jpg"),
            ("p/a b.jpg", "p\\a%20b.jpg"),
            ("100%25.jpg", "100%25.jpg"),
            ("杯子.jpg", "杯子.jpg"),
            ("a:b.jpg", "a:b.jpg"),
        ],
    )
    def test_a_path_is_tried_as_written_then_decoded(self, root, name, src):
        put(root, name, picture())
        file = header(root, src)
        assert (file.status, file.path) == ("ok", name)

    def test_as_written_comes_first(self, root):
        put(root, "a%20b.jpg", picture("png"))
        put(root, "a b.jpg", picture("jpeg"))
        assert header(root, "a%20b.jpg").format == "png"

    def test_an_absolute_path_within_the_root_is_within(self, root):
        put(root, "a.jpg", picture())
        file = header(root, os.fspath(root / "a.jpg"))
        assert (file.status, file.path) == ("ok", "a.jpg")

    def test_the_root_may_be_a_link_itself(self, root):
        put(root, "a.jpg", picture())
        link = root.parent / "link"
        link.symlink_to(root, target_is_directory=True)
        store = ImageStore(link)
        assert store.header("a.jpg", link).status == "ok"
        assert store.header(os.fspath(link / "a.jpg"), link).status == "ok"
        assert store.header("../secret.jpg", link).status == "outside"

    def test_a_path_is_relative_to_the_file_that_names_it(self, root):
        put(root, "shoes/a.jpg", picture("png"))
        put(root, "a.jpg", picture("jpeg"))
        store = ImageStore(root)
        assert store.header("a.jpg", root / "shoes").path == "shoes/a.jpg"
        assert store.header("../a.jpg", root / "shoes").path == "a.jpg"

    @pytest.mark.parametrize(
        ("there", "src", "nearest"),
        [
            ("Photo.JPG", "photo.jpg", "Photo.JPG"),
            ("a.jpeg", "a.jpg", "a.jpeg"),
            ("red mug.jpg", "red-mug.jpg", "red mug.jpg"),
            ("cafe\u0301.jpg", "caf\u00e9.jpg", "cafe\u0301.jpg"),
            ("steel-mug-1.jpg", "stel-mug-1.jpg", "steel-mug-1.jpg"),
            ("cup.jpg", "mug.jpg", None),
        ],
    )
    def test_the_nearest_name_is_told(self, root, there, src, nearest):
        put(root, f"p/{there}", picture())
        if (root / "p" / src).exists():
            pytest.skip("this disk takes the two names for one")
        file = header(root, f"p/{src}")
        assert (file.status, file.nearest) == ("missing", nearest)

    def test_a_folder_of_very_many_names_is_not_compared(self, root):
        for number in range(2001):
            (root / f"{number}.txt").touch()
        assert header(root, "1.TXT").nearest is None

    @pytest.mark.parametrize("src", ["no.jpg", "Photo.JPG", "../secret.jpeg"])
    def test_no_name_outside_the_root_is_ever_told(self, root, src):
        put(root.parent, "photo.jpg", picture())
        assert header(root, src).nearest is None


class TestRemote:
    @pytest.mark.parametrize(
        "src",
        [
            "https://img.example.com/a.jpg",
            "HTTP://img.example.com/a.jpg",
            "//img.example.com/a.jpg",
            "s3://bucket/a.jpg",
            "data:image/png;base64,iVBORw0KGgo=",
        ],
    )
    def test_an_address_is_not_fetched(self, root, src):
        store = ImageStore(root)
        assert store.header(src, root) == ImageFile("remote")
        assert store.pixels(src, root).error is None
        assert is_remote(src)

    def test_a_catalog_of_addresses_never_imports_pillow(self):
        code = (
            "import sys; from pathlib import Path; from listlint.images import ImageStore;"
            "s = ImageStore(Path('.')); u = 'https://img.example.com/a.jpg';"
            "s.header(u, Path('.')); s.pixels(u, Path('.')); s.pixels('none.jpg', Path('.'));"
            "assert not [name for name in sys.modules if name.startswith('PIL')]"
        )
        subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent.parent)


class TestPointersAndFacts:
    def test_a_git_lfs_pointer_tells_size_and_digest_and_has_no_pixels(self, root):
        put(root, "a.jpg", POINTER)
        file = header(root, "a.jpg")
        assert (file.status, file.format, file.bytes) == ("pointer", None, 12345)
        assert file.digest().startswith("4d7a2146")
        assert ImageStore(root).pixels("a.jpg", root).error is None

    @pytest.mark.parametrize("data", [POINTER[:-8], b"x" + POINTER, POINTER + bytes(1000)])
    def test_what_only_looks_like_a_pointer_is_no_picture(self, root, data):
        put(root, "a.jpg", data)
        assert header(root, "a.jpg").error == "not-a-picture"

    def test_facts_answer_where_no_picture_is_at_hand(self, root):
        url = "https://img.example.com/a.jpg"
        put(root, "here.jpg", picture("png"))
        put(root, "shoes/lfs.jpg", POINTER)
        known = ImageFile(format="jpeg", width=9, height=9)
        names = (url, "here.jpg", "shoes/lfs.jpg", "gone.jpg")
        store = ImageStore(root, facts=dict.fromkeys(names, known))
        assert store.header(url, root) == known
        assert store.header("gone.jpg", root) == known
        assert store.header("lfs.jpg", root / "shoes") == known
        assert store.header("here.jpg", root).format == "png"
        assert store.pixels("gone.jpg", root).error is None

    def test_the_path_below_the_root_goes_before_the_source_as_written(self, root):
        facts = {"shoes/a.jpg": ImageFile(width=1), "a.jpg": ImageFile(width=2)}
        store = ImageStore(root, facts=facts)
        assert store.header("a.jpg", root / "shoes").width == 1
        assert store.header("a.jpg", root / "hats").width == 2

    def test_a_line_of_facts_may_hold_all_or_little(self):
        digest = "AB" * 32
        lines = [
            b'{"src": "a.jpg", "width": 800, "height": 600, "bytes": 9, "format": "JPG",'
            b' "sha256": "%s", "etag": "x"}\n' % digest.encode(),
            b"\n",
            b'{"src": "https://img.example.com/b", "format": "image/svg+xml"}',
            b'{"src": "c.jpg", "format": "html"}',
            b'{"src": "c.jpg", "format": "html"}',
        ]
        facts, faults = read_facts(lines)
        assert faults == []
        assert facts == {
            "a.jpg": ImageFile("ok", "jpeg", 800, 600, 9, digest.lower(), path="a.jpg"),
            "https://img.example.com/b": ImageFile("ok", "svg", path="https://img.example.com/b"),
            "c.jpg": ImageFile("unreadable", "html", error="not-a-picture", path="c.jpg"),
        }

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            (b"{", "unexpected end"),
            (b"\xff", ""),
            (b"[1]", "object"),
            (b'{"width": 3}', "src"),
            (b'{"src": ""}', "src"),
            (b'{"src": "a", "width": 0}', "width"),
            (b'{"src": "a", "width": "800"}', "width"),
            (b'{"src": "a", "height": true}', "height"),
            (b'{"src": "a", "bytes": -1}', "bytes"),
            (b'{"src": "a", "format": "jpgg"}', "jpgg"),
            (b'{"src": "a", "sha256": "12"}', "sha256"),
            (b'{"src": "good.jpg", "width": 801}', "earlier line"),
        ],
    )
    def test_a_bad_line_is_told_by_number_and_spoils_no_other(self, line, reason):
        good = b'{"src": "good.jpg", "width": 800}'
        facts, faults = read_facts([good, line, b'{"src": "b.jpg"}'])
        assert set(facts) == {"good.jpg", "b.jpg"}
        [(number, said)] = faults
        assert number == 2
        assert reason in said


class TestPixels:
    @pytest.mark.parametrize(
        ("format", "mode", "save"),
        [
            ("jpeg", "RGB", {}),
            ("jpeg", "RGB", {"progressive": True}),
            ("png", "RGB", {}),
            ("webp", "RGB", {}),
            ("webp", "RGB", {"lossless": True}),
        ],
    )
    @pytest.mark.parametrize("part", [0.95, 0.6, 0.3])
    def test_a_picture_that_is_cut_off_is_found(self, root, format, mode, save, part):
        data = picture(format, 640, 480, mode=mode, **save)
        assert pixels(root, data, "whole").error is None
        # WebP has no word for it: its decoder refuses a part like any other damage.
        error = "damaged" if format == "webp" else "cut-off"
        assert pixels(root, data[: int(len(data) * part)], "part").error == error

    def test_damage_in_a_png_is_found(self, root):
        data = bytearray(picture("png", 200, 200))
        data[data.index(b"IDAT") + 20] ^= 0xFF
        assert pixels(root, bytes(data)).error == "damaged"

    def test_damage_in_metadata_is_none_of_our_business(self, root):
        data = picture("png")
        text = struct.pack(">I", 4) + b"zTXtxxxx" + b"bad!"
        at = data.index(b"IDAT") - 4
        assert pixels(root, data[:at] + text + data[at:]).error is None
        data = picture("jpeg")
        exif = b"\xff\xe1\0\x10Exif\0\0MM\0*\xff\xff\xff\xff"
        assert pixels(root, data[:2] + exif + data[2:]).error is None

    def test_trailing_bytes_and_second_pictures_are_no_damage(self, root):
        video = picture("jpeg", seed=3) + os.urandom(200_000) + b"\xff\xda" * 500
        for format in ("jpeg", "png", "webp"):
            assert pixels(root, picture(format) + video, f"{format}.{format}").error is None

    @pytest.mark.parametrize("format", ["jpeg", "png", "webp"])
    def test_the_small_copy_keeps_the_shape_within_400_pixels(self, root, format):
        small = pixels(root, picture(format, 1600, 800)).small
        assert (small.width, small.height) == (400, 200)
        assert len(small.rgb) == 400 * 200 * 3
        r, g, b = small.rgb[:3]
        assert (abs(r - 0) < 8, abs(g - 200) < 8, abs(b - 220) < 8) == (True, True, True)

    def test_a_jpeg_keeps_the_mark_that_settles_its_colours(self, root):
        # Of a JPEG in RGB, Adobe's mark alone tells: without it, it decodes to other colours.
        data = picture("jpeg", 50, 50, keep_rgb=True)
        data = data.replace(b"R\x11\0G\x11\0B\x11\0", b"\1\x11\0\2\x11\0\3\x11\0")
        data = data.replace(b"R\0G\0B\0", b"\1\0\2\0\3\0")
        r, g, b = pixels(root, data).small.rgb[:3]
        assert max(abs(r - 0), abs(g - 200), abs(b - 220)) < 8

    def test_a_small_picture_stays_as_it_is(self, root):
        small = pixels(root, picture("png", 7, 5)).small
        assert (small.width, small.height) == (7, 5)

    @pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (401, 399)])
    @pytest.mark.parametrize("format", ["jpeg", "png"])
    def test_odd_shapes_have_a_small_copy(self, root, format, size):
        small = pixels(root, picture(format, *size)).small
        assert 0 < max(small.width, small.height) <= 400

    def test_what_is_transparent_is_white(self, root):
        from PIL import Image

        for mode in ("RGBA", "LA", "P"):
            file = io.BytesIO()
            clear = Image.new("RGBA", (500, 500), (10, 10, 10, 0)).convert(mode)
            clear.save(file, "PNG", **({"transparency": 0} if mode == "P" else {}))
            assert pixels(root, file.getvalue(), mode).small.rgb[:3] == b"\xff\xff\xff"

    def test_sixteen_bits_keep_their_brightness(self, root):
        from PIL import Image

        file = io.BytesIO()
        Image.new("I;16", (20, 20), 0x8000).save(file, "PNG")
        assert pixels(root, file.getvalue()).small.rgb[:3] == b"\x80\x80\x80"

    def test_a_picture_is_decoded_once_however_often_it_is_asked_for(self, root, monkeypatch):
        decoded = []
        real = images._decode
        monkeypatch.setattr(images, "_decode", lambda *a: decoded.append(a) or real(*a))
        put(root, "p/a.jpg", picture())
        store = ImageStore(root)
        first = store.pixels("p/a.jpg", root)
        assert store.pixels("./p/a.jpg", root) == first
        assert store.pixels("a.jpg", root / "p") == first
        assert len(decoded) == 1

    def test_formats_known_by_name_alone_have_no_pixels(self, root):
        for format in ("gif", "tiff", "avif", "bmp"):
            data = picture(format)[:-40]
            found = pixels(root, data, format)
            assert (found.file.format, found.error, found.small) == (format, None, None)


def png_bomb(side):
    """A PNG of *side* × *side* black pixels, one bit each, packed a thousandfold."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    pack = zlib.compressobj(9)
    row = bytes(side // 8 + 1)
    packed = b"".join(pack.compress(row) for _ in range(side)) + pack.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def many_scans(count):
    """A progressive JPEG whose last scan is there *count* times."""
    data = picture("jpeg", 64, 64, progressive=True)
    at = data.rindex(b"\xff\xda")
    return data[:at] + data[at:-2] * count + data[-2:]


class TestBombs:
    def test_a_picture_of_too_many_pixels_is_not_decoded(self, root, monkeypatch):
        monkeypatch.setattr(images, "_picture", lambda *a: pytest.fail("decoded"))
        found = pixels(root, png_bomb(16_000), "a.png")
        assert found.error == "too-many-pixels"
        assert (found.file.status, found.file.width) == ("ok", 16_000)

    @pytest.mark.parametrize("format", ["jpeg", "webp"])
    def test_the_header_alone_settles_it(self, root, format):
        data = bytearray(picture(format))
        if format == "jpeg":
            at = data.index(b"\xff\xc0") + 5
            data[at : at + 4] = b"\xff\xff\xff\xff"
        else:
            at = data.index(b"\x9d\x01\x2a") + 3
            data[at : at + 4] = b"\xff\x3f\xff\x3f"
        assert pixels(root, bytes(data)).error == "too-many-pixels"

    def test_scans_without_end_are_refused(self, root):
        assert pixels(root, many_scans(20), "few").error is None
        assert pixels(root, many_scans(500), "many").error == "too-costly"

    def test_segments_and_chunks_without_end_are_refused(self, root):
        data = picture("jpeg")
        assert pixels(root, data[:2] + b"\xff\xe5\0\2" * 70_000 + data[2:]).error == "too-costly"
        data = picture("png")
        chunks = b"\0\0\0\0teXt\0\0\0\0" * 70_000
        assert pixels(root, data[:33] + chunks + data[33:], "b").error == "too-costly"

    @pytest.mark.filterwarnings("error")
    def test_metadata_takes_no_memory(self, root):
        entries = 3000
        exif = b"MM\0*\0\0\0\x08" + struct.pack(">H", entries)
        exif += b"".join(struct.pack(">HHII", n, 7, 900_000 - n, 0) for n in range(entries))
        exif = exif.ljust(1_000_000, b"x")
        parts = [exif[at : at + 65_000] for at in range(0, len(exif), 65_000)]
        blocks = [
            b"\xff\xe1" + struct.pack(">H", len(part) + 8) + b"Exif\0\0" + part for part in parts
        ]
        data = picture("jpeg")
        put(root, "a.jpg", data[:2] + b"".join(blocks) + data[20:])  # without its JFIF mark
        store = ImageStore(root)
        tracemalloc.start()
        try:
            assert store.pixels("a.jpg", root).error is None
            assert tracemalloc.get_traced_memory()[1] < 8_000_000
        finally:
            tracemalloc.stop()

    def test_an_animation_is_not_run_through(self, root):
        from PIL import Image

        frames = [Image.new("RGB", (40, 40), (n % 256, n // 256, 9)) for n in range(300)]
        for format in ("PNG", "WEBP"):
            file = io.BytesIO()
            frames[0].save(file, format, save_all=True, append_images=frames[1:])
            found = pixels(root, file.getvalue(), f"a.{format}")
            assert (found.error, found.small.width) == (None, 40)


SEEDS = [
    picture("jpeg", 40, 30),
    picture("jpeg", 40, 30, progressive=True),
    picture("jpeg", 40, 30, mode="CMYK"),
    picture("png", 40, 30),
    picture("png", 40, 30, mode="P"),
    picture("webp", 40, 30),
    picture("webp", 40, 30, mode="RGBA", lossless=True),
    picture("gif", 40, 30),
    picture("bmp", 40, 30),
    picture("tiff", 40, 30),
    picture("avif", 40, 30),
    POINTER,
]
STATUSES = {"ok", "unreadable", "pointer"}


@st.composite
def worn(draw):
    """A picture file after an accident: bytes changed, taken out, put in, cut off."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 5))
        data[at : at + length] = draw(st.binary(max_size=6))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@settings(
    max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.one_of(worn(), st.binary(max_size=200)))
def test_no_bytes_make_it_raise(root, data):
    found = pixels(root, data)
    assert found.file.status in STATUSES
    assert found.file.bytes is not None
    if found.error is None and found.small is not None:
        assert len(found.small.rgb) == found.small.width * found.small.height * 3


@settings(max_examples=300, deadline=2000)
@given(src=st.one_of(st.text(max_size=40), st.text(alphabet="./\\%25e:aC~\0 ", max_size=20)))
def test_no_source_makes_it_raise_or_leave_the_root(tmp_path_factory, src):
    root = tmp_path_factory.getbasetemp()
    store = ImageStore(root / "none")
    file = store.header(src, root / "none")
    assert file.status in ("missing", "outside", "remote")
    assert store.pixels(src, root / "none").error is None


class TestNames:
    @pytest.mark.parametrize(
        ("src", "format"),
        [
            ("a.jpg", "jpeg"),
            ("p.webp/a.JPEG", "jpeg"),
            ("a.b.png", "png"),
            ("p\\a.jfif", "jpeg"),
            ("a.jpg?.png", None),
            ("a", None),
            ("a.txt", None),
            ("photo.jpgs", None),
            ("photo.png.bak", None),
            ("https://img.example.com/a.png", "png"),
            ("//img.example.com/a.HEIC", "heif"),
            ("https://img.example.com/a.png?v=1437071901", "png"),
            ("https://img.example.com/a.png?v=1&format=jpg", None),
            ("https://img.example.com/a.png?fm=jpg", None),
            ("https://img.example.com/a.png#x", None),
            ("https://img.example.com/a.jpg_80x80q80.jpg_.webp", None),
            ("https://img.example.com/a.jpg.webp", None),
            ("https://img.example.com/a.jpg_80x80q80.jpg", "jpeg"),
            ("https://img.example.com/image/upload/f_auto,q_80/a.png", None),
            ("https://img.example.com/cdn-cgi/image/width=80,format=jpeg/a.png", None),
            ("https://img.example.com/images/a", None),
            ("https://example.png", None),
        ],
    )
    def test_a_name_promises_a_format_only_where_it_is_clear(self, src, format):
        assert named_format(src) == format

    @pytest.mark.parametrize(
        ("text", "format"),
        [
            ("JPG", "jpeg"), (" image/jpeg ", "jpeg"), (".tif", "tiff"), ("image/svg+xml", "svg"),
            ("heic", "heif"), ("pdf", "pdf"), ("jpgg", None), ("", None),
        ],
    )  # fmt: skip
    def test_a_format_is_read_as_people_write_it(self, text, format):
        assert format_named(text) == format

    @pytest.mark.parametrize(
        ("names", "words"),
        [
            (["jpeg"], "JPEG"),
            (["jpeg", "png"], "JPEG or PNG"),
            (["jpeg", "png", "webp"], "JPEG, PNG or WebP"),
            (["xcf"], "XCF"),
            ([], "none"),
        ],
    )
    def test_formats_are_told_as_a_choice(self, names, words):
        assert format_titles(names) == words
