"""Reads a PDF from standard input and writes one word: the gravest fault in it, or "fine".

Runs as a script in a process of its own (see `pdf.py`), within limits of memory and time, and imports nothing of the
project. It looks at every object, whether or not a page leads to it, so that no way to an action has to be known. The
names of keys are those of ISO 32000-2: actions in 12.6, annotations in 12.5, embedded files in 7.11, forms in 12.7.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Object, PasswordError, Pdf, Stream, String

MEMORY_BYTES = 1024**3
CPU_SECONDS = 10
MOST_OBJECTS = 200_000
MOST_LEVELS = 100

SCRIPTED, LAUNCHES, NESTED, DYNAMIC_FORM = "scripted", "launches", "nested", "dynamic_form"
GRAVEST_FIRST = (SCRIPTED, LAUNCHES, NESTED, DYNAMIC_FORM)
LAUNCHING = ("/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE")
PLAYING = ("/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Screen", "/Sound")
FILE_KEYS = ("/F", "/UF", "/DOS", "/Mac", "/Unix")


class TooMuch(Exception):
    """More objects or levels than any letter has."""


def main() -> str:
    """Return the word for what stands on standard input."""
    try:
        with Pdf.open(BytesIO(sys.stdin.buffer.read())) as pdf:
            return "protected" if pdf.is_encrypted else _judge(pdf)
    except PasswordError:
        return "protected"


def _judge(pdf: Pdf) -> str:
    if not len(pdf.pages):
        return "broken"
    found = set(_faults_of_catalogue(pdf.Root))
    for dictionary in _dictionaries(pdf):
        found.update(_faults_of(dictionary))
    return next((fault for fault in GRAVEST_FIRST if fault in found), "fine")


def _dictionaries(pdf: Pdf) -> Iterator[Object]:
    """Yield every dictionary, those of streams too. What is referred to comes by itself, so that no circle is walked."""
    if len(pdf.objects) > MOST_OBJECTS:
        raise TooMuch
    waiting = [(thing, 0) for thing in (pdf.trailer, *pdf.objects)]
    while waiting:
        thing, level = waiting.pop()
        if isinstance(thing, Stream):
            _require_unpackable(thing)
        if isinstance(thing, Dictionary | Stream):
            yield thing
            inner = [value for _key, value in thing.items()]
        else:
            inner = list(thing) if isinstance(thing, Array) else []
        if inner and level > MOST_LEVELS:
            raise TooMuch
        waiting.extend((value, level + 1) for value in inner if _stands_within(value))


def _stands_within(value: object) -> bool:
    return isinstance(value, Array | Dictionary) and not value.is_indirect


def _require_unpackable(stream: Stream) -> None:
    """Unpack what holds objects: pikepdf passes over those it cannot unpack, but the program of the office may not."""
    if stream.get("/Type") in ("/ObjStm", "/XRef") or ("/First" in stream and "/N" in stream):
        stream.read_bytes()


def _faults_of(dictionary: Object) -> Iterator[str]:
    action = dictionary.get("/S")
    if action == "/JavaScript" or _has_script(dictionary):
        yield SCRIPTED
    if action in LAUNCHING:
        yield LAUNCHES
    if dictionary.get("/Subtype") in PLAYING or dictionary.get("/Type") == "/EmbeddedFile" or _has_file(dictionary):
        yield NESTED
    if isinstance(dictionary.get("/XFA"), Array | Stream):
        yield DYNAMIC_FORM


def _faults_of_catalogue(root: Object) -> Iterator[str]:
    if "/Collection" in root or root.get("/AF"):
        yield NESTED
    if root.get("/NeedsRendering"):
        yield DYNAMIC_FORM


def _has_script(dictionary: Object) -> bool:
    """A font may be called "JS" too: the script of an action is a string, or a stream beside the action's name."""
    script = dictionary.get("/JS")
    return isinstance(script, String) or (isinstance(script, Stream) and "/S" in dictionary)


def _has_file(dictionary: Object) -> bool:
    files, tree = dictionary.get("/EF"), dictionary.get("/EmbeddedFiles")
    has_files = isinstance(files, Dictionary) and any(key in files for key in FILE_KEYS)
    return has_files or (isinstance(tree, Dictionary) and bool(tree.get("/Names") or tree.get("/Kids")))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    sys.stdout.write(main())
