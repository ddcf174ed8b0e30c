"""PDFs with programs, by the ways that programs get in."""

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from tests.membership.inspection.cases import Case, pdf, with_annotation, with_catalogue
from tests.membership.inspection.raw import page_pdf, pdf_of, stream, updated

SCRIPT = "app.alert(1)"
PLAIN = f"<< /S /JavaScript /JS ({SCRIPT}) >>"
LINK = String("https://www.example.org/")
FIELD = "/Type /Annot /Subtype /Widget /FT /Tx /T (city) /Rect [0 0 9 9]"


def _action() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(SCRIPT))


def _names() -> Dictionary:
    return Dictionary(Names=Array([String("a"), _action()]))


def _on_page(made: Pdf) -> None:
    made.pages[0].AA = Dictionary(O=_action())


def _script_as_stream(made: Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=Stream(made, SCRIPT.encode()))


def _names_with_kids(made: Pdf) -> None:
    made.Root.Names = Dictionary(JavaScript=Dictionary(Kids=[made.make_indirect(_names())]))


def _outline(made: Pdf) -> None:
    entry = made.make_indirect(Dictionary(Title=String("One"), A=_action()))
    made.Root.Outlines = made.make_indirect(Dictionary(First=entry, Last=entry, Count=1))


def _loose(made: Pdf) -> None:
    made.Root.OpenAction = made.make_indirect(_action())


FILES = {
    "when opened": with_catalogue(OpenAction=_action()),
    "when opened, by reference": pdf(_loose),
    "when opened, after a link": with_catalogue(OpenAction=Dictionary(S=Name.URI, URI=LINK, Next=Array([_action()]))),
    "as a stream": pdf(_script_as_stream),
    "in the names": with_catalogue(Names=Dictionary(JavaScript=_names())),
    "in the names' branches": pdf(_names_with_kids),
    "before printing": with_catalogue(AA=Dictionary(WP=_action())),
    "on a page": pdf(_on_page),
    "on a link": with_annotation(A=_action()),
    "on a link, when touched": with_annotation(AA=Dictionary(E=_action())),
    "in a field": page_pdf("/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]", f"<< {FIELD} /AA << /K {PLAIN} >> >>"),
    "in the outline": pdf(_outline),
    "in a rendition": with_annotation(A=Dictionary(S=Name.Rendition, JS=String(SCRIPT))),
    "in a packed object": pdf(_loose, object_stream_mode=ObjectStreamMode.generate),
    "in a linearised file": pdf(_loose, linearize=True),
    "without a kind": with_catalogue(OpenAction=Dictionary(JS=String(SCRIPT))),
    "with an escaped name": page_pdf(f"/OpenAction << /S /J#61vaScript /JS ({SCRIPT}) >>"),
    "with escaped keys": page_pdf("/OpenAction << /#53 /#4a#61#76#61Script /#4AS 4 0 R >>", "", stream("", b"1")),
    "with its name elsewhere": page_pdf("/OpenAction << /S 4 0 R /JS (1) >>", "", "/JavaScript"),
    "in a circle": page_pdf("/OpenAction 4 0 R", "", f"<< /S /JavaScript /JS ({SCRIPT}) /Next 4 0 R >>"),
    "beside a key that is no text": page_pdf(f"/A#ff << /B#e9 /C#ff >> /OpenAction << /A {PLAIN} /D#ff {PLAIN} >>"),
    "deep in lists": page_pdf(f"/Deep {'[' * 40}{PLAIN}{']' * 40}"),
    "in an update": updated(page_pdf(), 1, f"<< /Type /Catalog /Pages 2 0 R /OpenAction {PLAIN} >>"),
    "in an object that nothing leads to": page_pdf("", "", PLAIN),
    "in a file without a table": pdf_of(f"<< /Type /Catalog /Pages 2 0 R /OpenAction {PLAIN} >>", "<<>>").replace(
        b"<<>>", b"<< /Type /Pages /Kids [<< /Type /Page /MediaBox [0 0 9 9] >>] /Count 1 >>"
    ),
}
CASES = [Case(f"script {where}", "letter.pdf", content, "scripted") for where, content in FILES.items()]
