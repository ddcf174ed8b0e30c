"""Every bad file is refused for the right reason, in words; a good file under an odd name is taken."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from membership.forms.files import SENTENCES, checked
from membership.inspection.values import Fault
from tests.membership.inspection.cases import TAKEN
from tests.membership.inspection.corpus import CASES


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """Return an upload with a name that Django would have made harmless already."""
    file = SimpleUploadedFile("letter", content)
    file._name = name
    return file


def outcome(name: str, content: bytes) -> tuple[str | None, str]:
    """Return the code and the sentence of the refusal."""
    try:
        checked(upload(name, content))
    except ValidationError as error:
        return error.code, str(error.message)
    return TAKEN, ""


@pytest.mark.parametrize(("name", "content", "expected"), [pytest.param(*case[1:], id=case.id) for case in CASES])
def test_each_file_of_the_corpus_comes_out_as_it_should(name, content, expected):
    code, sentence = outcome(name, content)

    assert code == expected
    assert bool(sentence) == (expected != TAKEN)


def test_the_corpus_has_each_fault():
    assert {case.expected for case in CASES} == {*Fault, TAKEN}


def test_no_two_files_of_the_corpus_are_the_same():
    assert len({(case.name, case.content) for case in CASES}) == len(CASES) == len({case.id for case in CASES})


def test_each_fault_has_a_sentence_of_its_own():
    assert set(SENTENCES) == set(Fault)
    assert len({str(sentence) for sentence in SENTENCES.values()}) == 12


def test_of_an_upload_no_more_is_read_than_may_be_sent():
    file = upload("letter.pdf", bytes(12 * 1024 * 1024))

    with pytest.raises(ValidationError):
        checked(file)

    assert file.tell() == 10 * 1024 * 1024 + 1
