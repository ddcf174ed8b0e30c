"""Reading the messages of the sources."""

import shutil
import subprocess

import polib
import pytest
from django.utils.translation.template import templatize

from pages.languages.messages.extraction import Message, extract_messages

PYTHON = """
from django.utils.translation import gettext as _, ngettext_lazy, npgettext, pgettext_lazy

one = _("One city")
long = _("Two sentences. "
         "One message.")
months = ngettext_lazy("%(count)d city", "%(count)d cities", "count")
may = pgettext_lazy("month", "May")
both = npgettext("seat", "%(n)d seat", "%(n)d seats", 2) % {"n": 2}
computed = _(one)
"""

TEMPLATE = """{% load i18n %}
  <p title="{% translate "A title" %}">{% translate 'It is open' context "door" %}</p>
    {# Translators: not a message #}
  {% blocktranslate trimmed count counter=n with name=city.name %}
      {{ name }} has one vote.
    {% plural %}
      {{ name }} has {{ counter }} votes: 50% of all.
  {% endblocktranslate %}
{% if a > "b" %}{{ value|default:_("none yet") }}{% endif %}
"""


@pytest.fixture
def project(tmp_path):
    for name, text in {"pages/views.py": PYTHON, "templates/pages/page.html": TEMPLATE}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_python_and_templates_give_their_messages(project):
    assert [(message.context, message.msgid, message.plural) for message in extract_messages(project).values()] == [
        (None, "One city", ""),
        (None, "Two sentences. One message.", ""),
        (None, "%(count)d city", "%(count)d cities"),
        ("month", "May", ""),
        ("seat", "%(n)d seat", "%(n)d seats"),
        (None, "A title", ""),
        ("door", "It is open", ""),
        (None, "%(name)s has one vote.", "%(name)s has %(counter)s votes: 50%% of all."),
        (None, "none yet", ""),
    ]


def test_a_message_knows_where_it_was_found_first(project):
    (project / "templates" / "z.txt").write_text('{% load i18n %}{% translate "One city" %}', encoding="utf-8")

    message = extract_messages(project)[None, "One city"]

    assert message == Message(msgid="One city", plural="", context=None, place="pages/views.py:4")


def test_a_plural_wins_over_the_same_text_alone(project):
    (project / "membership").mkdir()
    (project / "membership" / "a.py").write_text('_("%(count)d city")', encoding="utf-8")
    (project / "news").mkdir()
    (project / "news" / "a.py").write_text('_("%(count)d city")', encoding="utf-8")

    assert extract_messages(project)[None, "%(count)d city"].plural == "%(count)d cities"


def test_tests_and_other_folders_are_no_sources(project):
    (project / "tests").mkdir()
    (project / "tests" / "test_a.py").write_text('_("Only a test")', encoding="utf-8")

    assert (None, "Only a test") not in extract_messages(project)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext, which makemessages uses, is not installed")
def test_xgettext_finds_the_same_messages(project):
    template = project / "page.py"
    template.write_text(templatize(TEMPLATE), encoding="utf-8")
    plain = ["gettext_noop", "gettext_lazy", "ngettext_lazy:1,2", "pgettext_lazy:1c,2", "npgettext:1c,2,3"]
    keywords = [f"--keyword={keyword}" for keyword in [*plain, "pgettext:1c,2"]]

    files = [str(project / "pages" / "views.py"), str(template)]
    output = str(project / "found.pot")
    command = ["xgettext", "--language=Python", "--from-code=UTF-8", *keywords, "--output", output, *files]
    subprocess.run(command, check=True)

    found = {(entry.msgctxt, entry.msgid): entry.msgid_plural for entry in polib.pofile(output)}
    assert found == {key: message.plural for key, message in extract_messages(project).items()}
