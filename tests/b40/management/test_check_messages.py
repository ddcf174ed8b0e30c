"""The check of the twelve catalogues."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.b40.management.catalogues import catalogue_path, rewrite, write_project

SR = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@pytest.fixture
def project(tmp_path):
    write_project(tmp_path)
    return tmp_path


def check(root):
    """Return the lines of the command and its exit code."""
    output = io.StringIO()
    try:
        call_command("check_messages", root=root, stdout=output)
    except CommandError as error:
        return output.getvalue().splitlines(), error.returncode
    return output.getvalue().splitlines(), 0


def test_sound_catalogues_pass(project):
    assert check(project) == ([], 0)


def test_a_catalogue_that_is_not_there_is_found(project):
    catalogue_path(project, "sr_Latn").unlink()

    assert check(project) == (["locale/sr_Latn/LC_MESSAGES/django.po: there is no catalogue"], 1)


def test_a_message_that_one_catalogue_lacks_is_found(project):
    with (project / "pages" / "views.py").open("a", encoding="utf-8") as sources:
        sources.write('_("The vote")\n')

    lines, code = check(project)

    assert (len(lines), code) == (12, 1)
    assert lines[0] == 'locale/tr/LC_MESSAGES/django.po: missing, from pages/views.py:3: "The vote"'


def test_a_message_that_only_the_catalogue_has_is_found(project):
    (project / "pages" / "views.py").write_text('ngettext("%(count)d city", "%(count)d cities", 2)', encoding="utf-8")

    lines, code = check(project)

    assert (len(lines), code) == (12, 1)
    assert lines[0] == 'locale/tr/LC_MESSAGES/django.po:8: not in the sources: "The city"'


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        pytest.param('msgstr "grad"', 'msgstr ""', ':8: untranslated: "The city"', id="untranslated"),
        pytest.param('"%(count)d grad 1"', '""', ':11: untranslated: "%(count)d city"', id="untranslated plural"),
        pytest.param('msgid "The city"', '#, fuzzy\nmsgid "The city"', ':8: fuzzy: "The city"', id="fuzzy"),
        pytest.param('"grad"', '"grad"\n\n#~ msgid "old"\n#~ msgstr "x"', ':11: obsolete: "old"', id="obsolete"),
        pytest.param('"grad"', '"The city"', ':8: the same as the English: "The city"', id="left in English"),
        pytest.param('"grad"', '"grad', ":9: not a line of a catalogue", id="open quote"),
        pytest.param('"grad"', '"град"', ':8: letters of a foreign script: град: "The city"', id="Cyrillic"),
        pytest.param(
            'msgstr[2] "%(count)d grad 2"\n',
            "",
            ':11: 2 plural forms instead of 3: "%(count)d city"',
            id="too few plural forms",
        ),
        pytest.param(
            'msgstr[1] "%(count)d grad 1"',
            'msgstr[1] "grad"',
            ':11: the placeholder %(count)d is missing: "%(count)d city"',
            id="placeholder of one plural form",
        ),
        pytest.param(
            'msgid_plural "%(count)d cities"',
            'msgid_plural "%(count)d towns"',
            ':11: the plural differs from pages/views.py:2: "%(count)d city"',
            id="plural",
        ),
        pytest.param("nplurals=3", "nplurals=2", f": the header must say Plural-Forms: {SR}", id="number of forms"),
        pytest.param("n%10<=4", "n%10<=5", f": the header must say Plural-Forms: {SR}", id="another plural rule"),
        pytest.param("(n%10==1", "(n%10==", f": the header must say Plural-Forms: {SR}", id="malformed plural rule"),
    ],
)
def test_a_fault_of_one_catalogue_is_one_line(project, old, new, finding):
    rewrite(project, "hr", old, new)

    assert check(project) == ([f"locale/hr/LC_MESSAGES/django.po{finding}"], 1)


def test_a_plural_rule_written_otherwise_but_counting_alike_passes(project):
    rewrite(project, "tr", "plural=(n > 1)", "plural=n>=2")

    assert check(project) == ([], 0)


def test_the_form_for_one_alone_may_leave_out_what_english_leaves_out(project):
    source = 'ngettext("One city", "%(count)d cities", 2)\n_("The city")\n'
    (project / "pages" / "views.py").write_text(source, encoding="utf-8")
    for locale in ["tr", "sq", "bs", "bg", "hr", "el", "mk", "cnr", "ro", "sr", "sr_Latn", "sl"]:
        rewrite(project, locale, 'msgid "%(count)d city"', 'msgid "One city"')
    rewrite(project, "el", '"%(count)d πόλη 0"', '"Μία πόλη"')
    rewrite(project, "mk", '"%(count)d град 0"', '"Еден град"')

    lines, _code = check(project)

    assert lines == [
        'locale/mk/LC_MESSAGES/django.po:11: the placeholder %(count)d is missing: "One city"',
    ]


def test_what_may_stay_english_is_listed(project):
    rewrite(project, "hr", '"grad"', '"The city"')
    rewrite(project, "sl", '"grad"', '"The city"')
    (project / "locale" / "same_as_english.txt").write_text("# names\n\nhr sq | The city\n", encoding="utf-8")

    assert check(project) == (['locale/sl/LC_MESSAGES/django.po:8: the same as the English: "The city"'], 1)


def test_what_may_stay_english_everywhere_is_listed_once(project):
    rewrite(project, "hr", '"grad"', '"The city"')
    (project / "locale" / "same_as_english.txt").write_text("* | The city\n", encoding="utf-8")

    assert check(project) == ([], 0)


def test_a_source_without_the_star_is_found(project):
    with (project / "pages" / "views.py").open("a", encoding="utf-8") as sources:
        sources.write('_("Cities of Kosovo")\n')

    assert check(project)[0][0] == 'pages/views.py:3: Kosovo without its star: "Cities of Kosovo"'
