"""Files of other kinds under the names of allowed ones, and good files under odd names."""

import gzip
import io
import tarfile

from tests.membership.inspection.cases import JPG, PNG, TAKEN, Case, archive, picture
from tests.membership.inspection.raw import page_pdf

PDF = page_pdf()
MOST = 10 * 1024 * 1024
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
BOX = b"\x00\x00\x00\x18ftyp"
SPACE = bytes(200)


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        file.addfile(tarfile.TarInfo("letter.pdf"))
    return made.getvalue()


WRONG_TYPE = {
    "exe": b"MZ\x90\x00" + SPACE,
    "elf": b"\x7fELF\x02\x01\x01" + SPACE,
    "mach-o": b"\xcf\xfa\xed\xfe" + SPACE,
    "java class": b"\xca\xfe\xba\xbe\x00\x00\x00\x34" + SPACE,
    "shell script": b"#!/bin/sh\nrm -rf ~\n",
    "batch": b"@echo off\r\n",
    "shortcut of Windows": b"L\x00\x00\x00\x01\x14\x02\x00" + SPACE,
    "EICAR": EICAR,
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "svg with a head": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    "xml with entities": b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    "tiff of Intel": picture("TIFF"),
    "tiff of Motorola": b"MM\x00*" + SPACE,
    "gif": picture("GIF", "P"),
    "webp": picture("WEBP"),
    "bmp": picture("BMP"),
    "ico": picture("ICO"),
    "jpeg 2000": picture("JPEG2000"),
    "heic": BOX + b"heic" + SPACE,
    "avif": BOX + b"avif" + SPACE,
    "mp4": BOX + b"isom" + SPACE,
    "mp3": b"ID3\x04" + SPACE,
    "psd": b"8BPS\x00\x01" + SPACE,
    "postscript": b"%!PS-Adobe-3.0\n",
    "rtf": rb"{\rtf1\ansi Dear mayors}",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SPACE,
    "docx that unpacks to megabytes": archive("word/document.xml", bytes(50_000_000)),
    "odt": archive("mimetype", b"application/vnd.oasis.opendocument.text"),
    "zip": archive(),
    "empty zip": b"PK\x05\x06" + bytes(18),
    "7z": b"7z\xbc\xaf\x27\x1c" + SPACE,
    "rar": b"Rar!\x1a\x07\x01\x00" + SPACE,
    "gzip": gzip.compress(PDF),
    "tar": _tar(),
    "sqlite": b"SQLite format 3\x00" + SPACE,
    "text": "Поштовани градоначелници".encode(),
    "text in UTF-16": "Dear mayors".encode("utf-16"),
    "one zero": b"\x00",
    "zeros": bytes(5000),
    "gif before PDF": b"GIF89a" + PDF,
    "space before PDF": b" " + PDF,
    "zip before PDF": archive() + PDF,
    "html before JPG": b"<html>" + JPG,
    "mark before PDF": b"\xef\xbb\xbf" + PDF,
    "beginning of JPG": b"\xff\xd8" + SPACE,
    "PNG without its mark": PNG[8:],
    "PNG after a text transfer": PNG.replace(b"\r\n", b"\n", 1),
    "mail": b"From: mayor@kraljevo.example\r\nSubject: Letter\r\n\r\n",
}
ODD_NAMES = {
    "folders": "../../etc/letter.pdf",
    "folders of Windows": "C:\\Users\\mayor\\letter.pdf",
    "a zero": "letter.pdf\x00.exe",
    "a turned ending": "letter\u202efdp.exe",
    "300 characters": "п" * 300 + ".pdf",
    "markup": "<b>letter<b>.pdf",
    "a command": "$(reboot);letter`id`.pdf",
    "only marks": "\u202e\u200f",
    "half a character": "\udce9.pdf",
    "a device's name": "CON.pdf",
}
CASES = [
    *(Case(f"nothing, {name}", name, b"", "empty") for name in ("letter.pdf", "letter.jpg", "letter")),
    Case("11 MB of zeros", "letter.pdf", bytes(11 * 1024 * 1024), "too_large"),
    Case("PDF and a byte too many", "letter.pdf", PDF + b"\n" * (MOST + 1 - len(PDF)), "too_large"),
    Case("JPG and much behind it", "letter.jpg", JPG + bytes(MOST), "too_large"),
    *(Case(what, "letter.pdf", content, "wrong_type") for what, content in WRONG_TYPE.items()),
    *(Case(f"PDF with {what} in its name", name, PDF, TAKEN) for what, name in ODD_NAMES.items()),
]
