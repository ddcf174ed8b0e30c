"""The command that takes the news of the former site over: drafts, pictures, redirects, second runs, broken files."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from news.importing import reading
from news.models import NewsPage
from pages.pictures.models import Picture
from tests.membership.factories import UserFactory
from tests.pages.pictures.files import picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("news")]
ADDRESS = "https://b40network.org/v2/opening/"
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Opening &amp; welcome</title><link>https://b40network.org/v2/opening/</link>
<content:encoded><![CDATA[<p>The summit opened.</p>]]></content:encoded><excerpt:encoded><![CDATA[It opened.]]></excerpt:encoded>
<wp:post_id>9747</wp:post_id><wp:post_date>2025-04-16 10:00:00</wp:post_date><wp:post_name>opening</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="summit">Summit</category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta></item>
<item><title>About</title><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Not yet</title><wp:post_id>2</wp:post_id><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>bridge</title><wp:post_id>12</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://b40network.org/wp-content/uploads/2025/04/bridge.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A bridge</wp:meta_value></wp:postmeta></item>
</channel></rss>"""


def post(**values) -> dict:
    usual = {
        "id": 9747, "date": "2025-04-16T10:00:00", "link": ADDRESS, "slug": "opening", "status": "publish", "type": "post",
        "title": {"rendered": "Opening &#038; welcome"}, "content": {"rendered": "<p>The summit opened.</p>"},
        "excerpt": {"rendered": "<p>It opened. [&hellip;]</p>"},
    }  # fmt: skip
    return usual | values


@pytest.fixture
def run(tmp_path):
    """Run the command over an export, given as text or as posts, and return the report."""

    def run(export, **options) -> dict:
        file = tmp_path / "export"
        file.write_bytes(export if isinstance(export, bytes) else as_text(export).encode())
        out = StringIO()
        call_command("import_news", file, "--json", stdout=out, **options)
        return json.loads(out.getvalue())

    return run


def as_text(export) -> str:
    return export if isinstance(export, str) else json.dumps(export)


@pytest.fixture
def uploads(tmp_path):
    folder = tmp_path / "uploads"
    (folder / "2025" / "04").mkdir(parents=True)
    (folder / "2025" / "04" / "bridge.jpg").write_bytes(picture_bytes())
    return folder


@pytest.mark.parametrize("export", [WXR, [post()], post()], ids=["wxr", "list", "one post"])
def test_a_post_becomes_a_draft(run, export):
    report = run(export)

    page = NewsPage.objects.get(source_url=ADDRESS)
    assert report["made"] == [ADDRESS]
    assert (page.live, page.title, page.summary, page.slug) == (False, "Opening & welcome", "It opened.", "opening")
    assert (str(page.known_date), page.source_name) == ("2025-04-16", "b40network.org")
    assert [(block.block_type, block.value.source) for block in page.body] == [
        ("paragraph", "<p>The summit opened.</p>")
    ]


def test_an_export_in_xml_tells_what_it_passed_over_and_brings_topic_and_picture(run, uploads):
    report = run(WXR, pictures=uploads)

    page = NewsPage.objects.get(source_url=ADDRESS)
    assert report["passed_over"] == {"page": 1, "draft": 1, "attachment": 1}
    assert [topic.topic for topic in page.topics.all()] == ["annual-summit"]
    assert [block.block_type for block in page.body] == ["picture", "paragraph"]
    assert Picture.objects.get().description_in("en").text == "A bridge"


def test_a_picture_in_the_text_is_kept_once_whatever_its_size(run, uploads):
    html = (
        '<p>One</p><img src="https://b40network.org/wp-content/uploads/2025/04/bridge-300x200.jpg" alt="Bridge">'
        '<p>Two</p><img src="https://b40network.org/wp-content/uploads/2025/04/bridge.jpg">'
    )
    for _ in range(2):
        run([post(content={"rendered": html})], pictures=uploads)

    assert Picture.objects.count() == 1
    assert [block.block_type for block in NewsPage.objects.get().body] == ["paragraph", "picture", "paragraph"]


@pytest.mark.parametrize(
    "address",
    [
        "/wp-content/uploads/2025/04/none.jpg",
        "/wp-content/uploads/../../secret.jpg",
        "/wp-content/uploads/%2e%2e/secret.jpg",
        "/wp-content/uploads/broken.jpg",
        "/wp-content/uploads/drawing.svg",
        "/elsewhere/bridge.jpg",
    ],
)
def test_a_picture_that_cannot_be_taken_stops_nothing_and_is_told(run, uploads, address):
    (uploads.parent / "secret.jpg").write_bytes(picture_bytes())
    (uploads / "broken.jpg").write_bytes(b"no picture")
    (uploads / "drawing.svg").write_text("<svg/>")

    report = run(
        [post(content={"rendered": f'<p>Text</p><img src="https://b40network.org{address}">'})], pictures=uploads
    )

    assert (Picture.objects.count(), len(report["made"]), len(report["remarks"])) == (0, 1, 1)


def test_a_second_run_changes_nothing_and_a_changed_post_renews_its_draft(run):
    run([post()])
    same = run([post()])
    renewed = run([post(content={"rendered": "<p>The summit has opened.</p>"})])

    assert (same["same"], same["made"], renewed["renewed"]) == ([ADDRESS], [], [ADDRESS])
    assert "has opened" in str(NewsPage.objects.get().get_latest_revision_as_object().body)


@pytest.mark.parametrize("act", ["published", "changed"])
def test_what_a_person_has_touched_is_left_alone(run, act):
    run([post()])
    page = NewsPage.objects.get()
    page.title = "By hand"
    revision = page.save_revision(user=UserFactory() if act == "changed" else None)
    if act == "published":
        revision.publish()

    report = run([post(title={"rendered": "Other"})])

    assert report["left"] == [ADDRESS]
    assert NewsPage.objects.get().get_latest_revision_as_object().title == "By hand"


@pytest.mark.parametrize("former", ["/v2/opening/", "/v2/opening", "/?p=9747"])
def test_former_addresses_lead_to_the_item_as_soon_as_it_is_online(client, run, former):
    run([post()])
    before = client.get(former)
    NewsPage.objects.get().get_latest_revision().publish()
    after = client.get(former)

    assert "opening" not in before.get("Location", "")
    assert (after.status_code, after["Location"].endswith("/en/news/opening/")) == (301, True)


def test_a_redirect_that_a_person_has_set_stays(run):
    Redirect.objects.create(old_path="/v2/opening", redirect_link="/en/elsewhere/")

    report = run([post()])

    assert Redirect.objects.get(old_path="/v2/opening").redirect_link == "/en/elsewhere/"
    assert report["remarks"] == [f"{ADDRESS}: /v2/opening leads elsewhere already"]


@pytest.mark.parametrize(
    ("slug", "expected"), [("2025", "2025-2"), ("topic", "topic-2"), ("", "opening-welcome"), ("šta", "sta")]
)
def test_an_address_that_cannot_be_is_another(run, slug, expected):
    run([post(slug=slug)])

    assert NewsPage.objects.get().slug == expected


def test_two_posts_of_one_slug_are_two_items(run):
    run([post(), post(id=2, link="https://b40network.org/opening/")])

    assert sorted(NewsPage.objects.values_list("slug", flat=True)) == ["opening", "opening-2"]


@pytest.mark.parametrize("values", [{"title": {"rendered": " "}}, {"date": "0000-00-00T00:00:00"}, {"date": None}])
def test_a_post_without_title_or_day_is_passed_over(run, values):
    assert run([post(**values)])["passed_over"] == {"post without title or date": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"news", b"[{", b'[{"title": "x"}]', b'"text"', b"<rss>", b"<rss></rss>", b"<html></html>", b"[\xff]", b"\xff\xfe<",
        b"[" * 100_000,
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
    ],
)  # fmt: skip
def test_a_file_that_is_no_export_is_refused_in_a_sentence(run, content):
    with pytest.raises(CommandError) as refused:
        run(content)

    assert refused.value.returncode == 2
    assert str(refused.value).endswith(".")
    assert not NewsPage.objects.exists()


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(run, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10)

    with pytest.raises(CommandError, match="larger than"):
        run([post()])


def test_an_empty_export_makes_nothing(run):
    assert run([])["made"] == []


def test_an_import_is_dated_by_its_post_and_not_by_today(run):
    run([post()])

    page = NewsPage.objects.get()
    assert (page.first_published_at, page.date < timezone.localdate()) == (None, True)
