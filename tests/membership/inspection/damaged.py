"""PDFs that are locked, cut off, too much to unpack, of two kinds, or no PDF behind their first line."""

from pikepdf import Encryption

from tests.membership.inspection.cases import JPG, PNG, Case, archive, pdf
from tests.membership.inspection.raw import blown_up, page_pdf, pdf_of, stream, updated, xref_stream_pdf

PDF = page_pdf()
LINEARISED = pdf(linearize=True)
UPDATED = updated(PDF, 4, "<< /Note (signed) >>")
NO_KIDS = "<< /Type /Pages /Kids [] /Count 0 >>"
CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PACKED = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
BOMB_MB = 2000


def _packed_object() -> bytes:
    """A table whose entry for object 5 points into object stream 6, which unpacks to two gigabytes."""
    content = page_pdf().partition(b"xref\n")[0]
    bomb = len(content)
    content += b"6 0 obj\n" + stream(PACKED, blown_up(b"5 0 << /S /JavaScript >>", BOMB_MB)) + b"\nendobj\n"
    rows = [(1, content.index(b"%d 0 obj" % number), 0) for number in (1, 2, 3)]
    rows = [(0, 0, 65535), *rows, (1, len(content), 0), (2, 6, 0), (1, bomb, 0)]
    table = b"".join(
        kind.to_bytes(1, "big") + at.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, at, more in rows
    )
    body = stream("/Type /XRef /Size 7 /Root 1 0 R /W [1 4 2]", table)
    return content + b"4 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(content)


LOCKED = {
    "the reader's password": pdf(encryption=Encryption(user="b40", owner="b40")),
    "the owner's password": pdf(encryption=Encryption(owner="b40")),
    "an old cipher": pdf(encryption=Encryption(owner="b40", R=2, metadata=False, aes=False)),
    "an old cipher and the reader's password": pdf(
        encryption=Encryption(owner="b40", user="b40", R=3, metadata=False, aes=False)
    ),
    "a lock in the trailer only": PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Own >>"),
    "a lock with an escaped name": pdf(encryption=Encryption(owner="b40")).replace(b"/Encrypt", b"/#45ncrypt"),
}
BROKEN = {
    "without a page": pdf_of(CATALOGUE, NO_KIDS),
    "whose page tree is a circle": pdf_of(CATALOGUE, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "whose page tree is a long circle": pdf_of(
        CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
    "without a catalogue": b"%PDF-1.7\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n",
    "of text": b"%PDF-1.7\n" + b"Dear mayors,\n" * 500 + b"%%EOF\n",
    "of noise": b"%PDF-1.7\n" + bytes(range(256)) * 99 + b"\n%%EOF\n",
    "of two lines": b"%PDF-1.7\n%%EOF\n",
    "whose table unpacks to gigabytes": xref_stream_pdf(blown_up(b"", BOMB_MB), BOMB_MB * 149796),
    "whose objects unpack to gigabytes": _packed_object(),
    "of too many levels": page_pdf(f"/Deep {'[' * 300}{']' * 300}"),
    "of far too many levels": page_pdf(f"/Deep {'<< /A ' * 99_999}"),
    "of too many objects": pdf_of(CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page >>").replace(
        b"xref\n", b"".join(b"%d 0 obj 1 endobj\n" % number for number in range(4, 200_010)) + b"xref\n", 1
    ),
}
CUT_OFF = {
    "a half": PDF[: len(PDF) // 2],
    "all but the end mark": PDF.replace(b"%%EOF", b""),
    "a linearised half": LINEARISED[: len(LINEARISED) // 2],
    "an update": UPDATED[:-30],
}
TWO_KINDS = {
    "an archive behind": PDF + archive(),
    "an archive with a comment behind": PDF + archive(comment=b"x" * 300),
    "an archive behind, and the end mark again": PDF + archive() + b"\n%%EOF\n",
    "an archive in a comment": PDF.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + archive(comment=b"\n")) + b" " * 99_999,
    "an archive in a stream": page_pdf("", "/Contents 4 0 R", stream("", archive())) + b"\n" * 70_000,
    "a picture behind": PDF + JPG + PNG + JPG + PNG,
    "a page of HTML behind": PDF + b"<html>" + b"<p>Dear mayors</p>" * 400,
}
CASES = [
    *(Case(f"PDF with {what}", "letter.pdf", content, "protected") for what, content in LOCKED.items()),
    *(Case(f"PDF {what}", "letter.pdf", content, "broken") for what, content in BROKEN.items()),
    *(Case(f"PDF, {what}", "letter.pdf", content, "cut_off") for what, content in CUT_OFF.items()),
    *(Case(f"PDF and {what}", "letter.pdf", content, "two_kinds") for what, content in TWO_KINDS.items()),
]
