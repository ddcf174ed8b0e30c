"""Pictures in the office: which files are taken, what is asked, and what is kept."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from pages.pictures.models import Picture
from tests.pages.pictures.files import MAKER, picture_bytes, upload

pytestmark = pytest.mark.django_db
WORDS = {"title": "Bridge", "description_en": "The bridge at night", "description_tr": "Gece köprü"}


@pytest.fixture
def office(client):
    client.force_login(get_user_model().objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def content_of(kept) -> bytes:
    return Path(kept.file.path).read_bytes()


def send(office, file, **fields):
    return office.post(reverse("wagtailimages:add"), {**WORDS, "file": file, **fields})


def test_a_picture_is_kept_with_its_descriptions_and_without_its_maker(office):
    send(office, upload(), credit="City of Prizren", licence="CC BY 4.0")

    picture = Picture.objects.get()
    kept = content_of(picture)
    assert dict(picture.descriptions.values_list("language", "text")) == {
        "en": "The bridge at night",
        "tr": "Gece köprü",
    }
    assert (picture.credit, picture.file_size, (picture.width, picture.height)) == (
        "City of Prizren",
        len(kept),
        (60, 40),
    )
    assert MAKER.encode() not in kept


def test_english_is_asked_for_unless_the_picture_is_decorative(office):
    assert "Say what the picture shows" in send(office, upload(), description_en="").content.decode()
    assert not Picture.objects.exists()

    send(office, upload(), description_en="", is_decorative="on")

    assert Picture.objects.get().is_decorative


def test_a_description_is_changed_and_taken_away(office):
    send(office, upload())
    picture = Picture.objects.get()
    form = {**WORDS, "description_en": "By day", "description_tr": "", "collection": picture.collection_id}

    office.post(reverse("wagtailimages:edit", args=[picture.pk]), form)

    assert list(picture.descriptions.values_list("language", "text")) == [("en", "By day")]


def test_the_form_shows_what_is_written_already(office):
    send(office, upload())

    page = office.get(reverse("wagtailimages:edit", args=[Picture.objects.get().pk])).content.decode()

    assert "Gece köprü" in page
    assert page.index("description_en") < page.index("is_decorative") < page.index("description_sr_latn")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.gif", b"GIF89a", "Not a supported image format"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format"),
        ("a.png", picture_bytes("JPEG"), "does not match the file format"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "does not match the file format"),
        ("a.jpg", picture_bytes(size=(600, 400))[:-900], "This file is damaged"),
        ("a.jpg", picture_bytes()[:300], "This file is damaged"),
        ("a.jpg", picture_bytes() + b"0" * 10 * 1024 * 1024, "This file is too big"),
    ],
    ids=["gif", "svg", "other name", "svg by another name", "cut", "cut early", "big"],
)
def test_other_files_are_refused_in_words(office, name, content, words):
    assert words in send(office, upload(name, content)).content.decode()
    assert not Picture.objects.exists()


def test_too_many_pixels_are_refused(office):
    file = BytesIO()
    Image.new("1", (8000, 5001)).save(file, "PNG")

    assert "too many pixels" in send(office, upload("a.png", file.getvalue())).content.decode()


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")])
def test_the_other_formats_are_taken_too(office, kind, name):
    send(office, upload(name, picture_bytes(kind)))

    assert Picture.objects.get().file.name.endswith(name)


def test_several_at_once_wait_for_their_descriptions_without_their_maker(office):
    answer = office.post(reverse("wagtailimages:add_multiple"), {"title": "Bridge", "files[]": upload()})
    waiting = UploadedFile.objects.get()
    assert MAKER.encode() not in content_of(waiting)
    form = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in WORDS.items()}

    office.post(json.loads(answer.content)["form"].split('action="')[1].split('"')[0], form)

    picture = Picture.objects.get()
    assert picture.description_in("tr").text == "Gece köprü"
    assert MAKER.encode() not in content_of(picture)


def test_the_sizes_are_there_before_the_first_reader(office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(office, upload(content=picture_bytes(size=(1200, 800))))

    sizes = {(row.width, row.file.name.rpartition(".")[2]) for row in Picture.objects.get().renditions.all()}
    assert {(width, kind) for width in (400, 640, 960) for kind in ("avif", "webp")} <= sizes
