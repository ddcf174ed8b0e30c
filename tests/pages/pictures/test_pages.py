"""Pictures where they are read: pages in several languages, papers and feeds."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import wagtail.images
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pdfminer.high_level import extract_text
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from pages.documents.models import DocumentPage
from pages.documents.paper import paper_of
from pages.pictures.models import Picture
from tests.pages.builders import make_page
from tests.pages.html import Elements
from tests.pages.pictures.files import make_picture

pytestmark = pytest.mark.django_db
DESCRIPTIONS = {"en": "The bridge", "tr": "Köprü"}
CREDIT = {"credit": "City of Prizren", "licence": "CC BY 4.0", "source_url": "https://example.org/bridge"}


def block(picture, caption="") -> tuple[str, dict]:
    return ("picture", {"picture": picture, "caption": caption})


def image_on(client, address: str) -> dict[str, str]:
    return Elements(client.get(address).content.decode()).all("img")[0]


def test_the_page_shows_picture_caption_and_credit(client, homes):
    picture = make_picture(DESCRIPTIONS, size=(1200, 800), **CREDIT)
    page = make_page(homes.en, "bridge", body=[block(picture, "Built in 1566.")])

    html = client.get(page.url).content.decode()

    image = image_on(client, page.url)
    assert (image["alt"], image["lang"], image["width"], image["height"]) == ("The bridge", "en", "400", "266")
    assert image["loading"] == "lazy"
    assert [source["type"] for source in Elements(html).all("source")] == ["image/avif"]
    assert "<p>Built in 1566.</p>" in html
    assert "Picture: City of Prizren, CC BY 4.0 (<a" in html
    assert "css/components/picture.css" in html


@pytest.mark.parametrize(
    ("size", "widths"),
    [((300, 200), [300]), ((400, 300), [400]), ((401, 300), [400, 401]), ((2000, 1000), [400, 640, 960])],
    ids=lambda value: str(value[0]),
)
def test_no_size_is_named_twice(client, homes, size, widths):
    page = make_page(homes.en, "bridge", body=[block(make_picture(DESCRIPTIONS, size=size))])

    source = Elements(client.get(page.url).content.decode()).all("source")[0]

    assert re.findall(r" (\d+)w", source["srcset"]) == ([str(width) for width in widths] if len(widths) > 1 else [])


def test_a_photograph_leaves_room_for_the_page():
    photograph = Path(wagtail.images.__file__).parent / "tests" / "image_files" / "landscape_3.jpg"
    picture = Picture.objects.create(title="Sea", file=ImageFile(BytesIO(photograph.read_bytes()), name="sea.jpg"))

    weights = [row.file.size for spec, row in picture.served().items() if "avif" in spec]

    assert max(weights) <= 40 * 1024


def test_a_picture_whose_file_is_lost_leaves_the_page_readable(client, homes):
    picture = make_picture(DESCRIPTIONS)
    page = make_page(homes.en, "bridge", body=[block(picture, "Built in 1566.")])
    Path(picture.file.path).unlink()

    assert "<p>Built in 1566.</p>" in client.get(page.url).content.decode()


def test_a_page_without_a_picture_loads_no_style_for_one(client, homes):
    page = make_page(homes.en, "plain", body=[("paragraph", "<p>Text.</p>")])

    assert "picture.css" not in client.get(page.url).content.decode()


def test_what_a_decorative_picture_shows_is_empty(client, homes):
    page = make_page(homes.en, "bridge", body=[block(make_picture(is_decorative=True))])

    image = image_on(client, page.url)

    assert image["alt"] == ""
    assert "lang" not in image


def test_a_reader_of_another_language_gets_its_description_or_the_english_one(client, homes):
    page = make_page(homes.en, "bridge", body=[block(make_picture(DESCRIPTIONS, **CREDIT))])

    assert [image_on(client, f"/{code}/{page.slug}/")["alt"] for code in ("tr", "el")] == ["Köprü", "The bridge"]
    assert [image_on(client, f"/{code}/{page.slug}/")["lang"] for code in ("tr", "el")] == ["tr", "en"]
    assert '<p class="picture__credit" lang="tr">' in client.get(f"/tr/{page.slug}/").content.decode()


def test_a_translation_has_the_same_picture_and_a_caption_of_its_own(client, homes):
    picture = make_picture(DESCRIPTIONS)
    english = make_page(homes.en, "bridge", body=[block(picture, "Built in 1566.")])
    source, _ = TranslationSource.get_or_create_from_instance(english)
    made = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="tr"))
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=made.target_locale,
            context=segment.context,
            data={"Built in 1566.": "1566 yılında yapıldı."}.get(segment.string.data, segment.string.data),
        )
    made.save_target(publish=False)
    made.get_target_instance().get_latest_revision().publish()
    turkish = made.get_target_instance()

    assert turkish.body[0].value["picture"] == picture
    html = client.get(turkish.url).content.decode()
    assert "<p>1566 yılında yapıldı.</p>" in html
    assert image_on(client, turkish.url)["alt"] == "Köprü"


def test_three_pictures_ask_the_database_as_often_as_one(client, homes):
    one = make_page(homes.en, "one", body=[block(make_picture(DESCRIPTIONS))])
    three = make_page(homes.en, "three", body=[block(make_picture(DESCRIPTIONS)) for _ in range(3)])

    counts = [queries_of(client, page.url) for page in (one, three)]

    assert counts[0] == counts[1]


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_a_deleted_picture_leaves_no_hole(client, homes):
    picture = make_picture(DESCRIPTIONS)
    page = make_page(homes.en, "bridge", body=[block(picture, "Built in 1566.")])
    picture.delete()

    assert "figure" not in client.get(page.url).content.decode()


def test_the_paper_of_a_document_says_what_the_picture_shows(homes):
    picture = make_picture(DESCRIPTIONS, **CREDIT)
    page = homes.en.add_child(
        instance=DocumentPage(title="Statutes", slug="statutes", locale=homes.en.locale, body=[block(picture, "1566.")])
    )

    words = " ".join(extract_text(BytesIO(paper_of(page))).split())

    assert "[The bridge] 1566. Picture: City of Prizren" in words
