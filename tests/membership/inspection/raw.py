"""Writes PDF, PNG and JPEG by hand, where libraries refuse to write what is wrong."""

import struct
import zlib

from tests.membership.inspection.cases import JPG, PNG

PNG_MARK = b"\x89PNG\r\n\x1a\n"
TRAILER = "<< /Size 9 /Root 1 0 R >>"


def pdf_of(*objects: str | bytes) -> bytes:
    """Return a PDF of these objects, the first being the catalogue, with a table of their places."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        text = body if isinstance(body, bytes) else body.encode("latin-1")
        content += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    return bytes(content) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def page_pdf(catalogue: str = "", page: str = "", *more: str | bytes) -> bytes:
    """Return a PDF of one page with these entries; further objects are numbered from 4."""
    return pdf_of(
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> {page} >>",
        *more,
    )


def updated(content: bytes, number: int, body: str) -> bytes:
    """Return the PDF with an incremental update behind it, as signing and commenting programs write."""
    before = content[content.rindex(b"startxref") :].split()[1]
    place = len(content)
    content += b"%d 0 obj\n%b\nendobj\n" % (number, body.encode())
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    trailer = b"trailer\n<< /Size 9 /Root 1 0 R /Prev %b >>\nstartxref\n%d\n%%%%EOF\n" % (before, len(content))
    return content + table + trailer


def stream(entries: str, content: bytes) -> bytes:
    """Return a stream object."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries.encode(), len(content), content)


def blown_up(beginning: bytes, zeros_mb: int) -> bytes:
    """Return what zlib unpacks to the beginning and then so many megabytes of zeros."""
    packer = zlib.compressobj(9)
    head = packer.compress(beginning) + packer.flush(zlib.Z_FULL_FLUSH)
    megabyte = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    low = zlib.adler32(beginning) & 0xFFFF
    high = ((zlib.adler32(beginning) >> 16) + low * zeros_mb * 1024 * 1024) % 65521
    return head + megabyte * zeros_mb + b"\x03\x00" + struct.pack(">HH", high, low)


def xref_stream_pdf(table: bytes, size: int, *, entries: str = "") -> bytes:
    """Return a PDF whose only table of places is this packed stream."""
    content = page_pdf().partition(b"xref\n")[0]
    body = stream(f"/Type /XRef /Size {size} /Root 1 0 R /W [1 4 2] /Filter /FlateDecode {entries}", table)
    return content + b"4 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(content)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one part of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that declares this size, whatever its content unpacks to."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG_MARK + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(999))) + chunk(b"IEND", b"")


def png_with(kind: bytes, content: bytes) -> bytes:
    """Return a PNG with a further part behind its head."""
    return PNG[:33] + chunk(kind, content) + PNG[33:]


def jpg_of(width: int, height: int, content: bytes = JPG) -> bytes:
    """Return a JPEG that declares this size."""
    frame = content.index(b"\xff\xc0") + 5
    return content[:frame] + struct.pack(">HH", height, width) + content[frame + 4 :]


def jpg_with(content: bytes, *, marker: int = 0xFE) -> bytes:
    """Return a JPEG with a further segment, which is a comment unless told."""
    return JPG[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + JPG[2:]
