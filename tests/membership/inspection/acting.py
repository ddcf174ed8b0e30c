"""PDFs that open or send something, and PDFs that carry something within."""

from pikepdf import AttachedFileSpec, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from tests.membership.inspection.cases import Case, pdf, with_annotation, with_catalogue
from tests.membership.inspection.raw import page_pdf


def _action(kind: str, **entries: object) -> Dictionary:
    return Dictionary(**{"S": Name("/" + kind), "F": String("other.pdf"), **entries})


def _loose_launch(made: Pdf) -> None:
    made.Root.OpenAction = made.make_indirect(_action("Launch"))


def _attached(made: Pdf) -> None:
    made.attachments["letter.exe"] = AttachedFileSpec(made, b"MZ", filename="letter.exe")


def _specification(made: Pdf) -> Dictionary:
    file = Stream(made, b"MZ")
    return Dictionary(Type=Name.Filespec, F=String("letter.exe"), EF=Dictionary(F=file))


def _only_on_page(made: Pdf) -> None:
    made.pages[0].AF = [_specification(made)]


def _pinned(made: Pdf) -> None:
    pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=_specification(made))
    made.pages[0].Annots = [pin]


def _of_form(made: Pdf) -> None:
    made.Root.AcroForm = Dictionary(Fields=[], XFA=Stream(made, b"<xdp:xdp/>"))


def _of_parts(made: Pdf) -> None:
    made.Root.AcroForm = Dictionary(Fields=[], XFA=[String("template"), Stream(made, b"<template/>")])


LAUNCHING = {
    "a program when opened": with_catalogue(OpenAction=_action("Launch")),
    "a program of Windows": with_annotation(A=_action("Launch", Win=Dictionary(F=String("cmd.exe")))),
    "a program in a packed object": pdf(_loose_launch, object_stream_mode=ObjectStreamMode.generate),
    "a program by an escaped name": page_pdf("/OpenAction << /S /L#61unch /F (cmd.exe) >>"),
    "a program after a link": with_annotation(A=Dictionary(S=Name.URI, URI=String("x:"), Next=_action("Launch"))),
    "values from a file": with_annotation(A=_action("ImportData")),
    "a form to a server": with_annotation(A=_action("SubmitForm")),
    "another document": with_annotation(A=_action("GoToR", D=[0, Name.Fit])),
    "a document within": with_annotation(A=_action("GoToE", D=[0, Name.Fit])),
}
NESTING = {
    "attached file": pdf(_attached),
    "attached file in a packed object": pdf(_attached, object_stream_mode=ObjectStreamMode.generate),
    "file of a page": pdf(_only_on_page),
    "file on a pin": pdf(_pinned),
    "associated file": with_catalogue(AF=[Dictionary(Type=Name.Filespec, F=String("other.xml"))]),
    "portfolio": with_catalogue(Collection=Dictionary(View=Name.D)),
    **{kind: with_annotation(Subtype=Name("/" + kind)) for kind in ("RichMedia", "3D", "Movie", "Sound", "Screen")},
}
FORMS = {
    "as a stream": pdf(_of_form),
    "in parts": pdf(_of_parts),
    "by its catalogue": with_catalogue(NeedsRendering=True),
}
CASES = [
    *(Case(f"opens {what}", "letter.pdf", content, "launches") for what, content in LAUNCHING.items()),
    *(Case(f"carries {what}", "letter.pdf", content, "nested") for what, content in NESTING.items()),
    *(Case(f"XFA {how}", "form.pdf", content, "dynamic_form") for how, content in FORMS.items()),
]
