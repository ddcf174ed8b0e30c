"""Pictures that are cut off, too large to be shown, or something else as well."""

import zlib

from tests.membership.inspection.cases import JPG, PNG, Case, archive, picture
from tests.membership.inspection.raw import chunk, jpg_of, jpg_with, png_of, png_with

SCAN = JPG[JPG.index(b"\xff\xda") : -2]
JAR = archive("META-INF/MANIFEST.MF", b"Main-Class: Letter")

TOO_MANY_PIXELS = {
    "a wide PNG": png_of(100_000, 10),
    "a high PNG": png_of(10, 30_001),
    "a large PNG": png_of(20_000, 20_000),
    "the largest PNG": png_of(2**31 - 1, 2**31 - 1),
    "a wide JPG": jpg_of(65_500, 8),
    "a large JPG": jpg_of(15_000, 10_001),
    "the largest JPG": jpg_of(65_500, 65_500),
}
CUT_OFF = {
    "half a JPG": JPG[: len(JPG) // 2],
    "a JPG's head": JPG[:200],
    "a JPG without a size": JPG[:2] + JPG[-2:],
    "a large JPG without an end": jpg_of(9_000, 9_000)[:-2],
    "half a PNG": PNG[: len(PNG) // 2],
    "a PNG's head": PNG[:33],
    "a PNG with a wrong checksum": PNG.replace(b"IDAT", b"IDAT\xff", 1)[: len(PNG)],
    "a PNG without an end": PNG[:-12],
    "a PNG of no size": png_of(0, 0),
    "a PNG whose text unpacks to megabytes": png_with(b"zTXt", b"a\0\0" + zlib.compress(bytes(99_000_000))),
}
TWO_KINDS = {
    "JPG and archive": JPG + archive(),
    "JPG and program of Java": JPG + JAR,
    "JPG and archive with a comment": JPG + archive(comment=b"c" * 500),
    "JPG, archive and much else": JPG + archive() + bytes(80_000),
    "JPG and PDF in its comment": jpg_with(b"%PDF-1.7 1 0 obj"),
    "JPG and PDF in its EXIF": jpg_with(b"Exif\0\0" + b"%PDF-1.7", marker=0xE1),
    "JPG and PHP": jpg_with(b"<?php system($_GET[0]); ?>"),
    "JPG and PHP in capitals": jpg_with(b"<?PHP phpinfo();"),
    "JPG and HTML behind": JPG + b"<html><script>alert(1)</script></html>",
    "PNG and archive": PNG + archive(),
    "PNG and archive in a part": png_with(b"juNk", archive() + bytes(70_000)),
    "PNG and PDF in its text": png_with(b"tEXt", b"Comment\0%PDF-1.4"),
    "PNG and PHP": png_with(b"tEXt", b"Comment\0<?php eval($_POST[1]);"),
    "PNG and script": png_with(b"tEXt", b"Comment\0<script>alert(1)</script>"),
    "PNG and script in capitals": png_with(b"tEXt", b"Comment\0<SCRIPT SRC=//example.org>"),
    "PNG and PHP behind": PNG + b"<?php system('id');",
    "moving PNG and archive": picture("PNG") + chunk(b"fdAT", b"") + JAR,
}
CASES = [
    Case("JPG of a thousand scans", "letter.jpg", JPG[:-2] + SCAN * 1000 + JPG[-2:], "broken"),
    *(Case(what, "picture", content, "too_many_pixels") for what, content in TOO_MANY_PIXELS.items()),
    *(Case(what, "picture.jpg", content, "cut_off") for what, content in CUT_OFF.items()),
    *(Case(what, "picture.png", content, "two_kinds") for what, content in TWO_KINDS.items()),
]
