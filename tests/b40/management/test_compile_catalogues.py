"""Compiling the catalogues without gettext's programs."""

import gettext
import os

import pytest
from django.core.management import CommandError, call_command

from tests.b40.management.catalogues import catalogue_path, rewrite, write_project


@pytest.fixture
def project(tmp_path, settings):
    write_project(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return tmp_path


def compiled(root, locale):
    with catalogue_path(root, locale).with_suffix(".mo").open("rb") as binary:
        return gettext.GNUTranslations(binary)


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("cnr", 1, "%(count)d grad 0"),
        ("cnr", 3, "%(count)d grad 1"),
        ("cnr", 5, "%(count)d grad 2"),
        ("sl", 2, "%(count)d grad 1"),
        ("sl", 4, "%(count)d grad 2"),
        ("sl", 5, "%(count)d grad 3"),
        ("ro", 20, "%(count)d grad 2"),
        ("mk", 21, "%(count)d град 0"),
        ("el", 2, "%(count)d πόλη 1"),
    ],
)
def test_each_number_has_the_plural_form_of_its_language(project, locale, number, text):
    call_command("compile_catalogues", verbosity=0)

    assert compiled(project, locale).ngettext("%(count)d city", "%(count)d cities", number) == text


def test_all_twelve_are_compiled_once(project, capsys):
    call_command("compile_catalogues")
    call_command("compile_catalogues")

    assert capsys.readouterr().out == "12 of 12 catalogues compiled\n0 of 12 catalogues compiled\n"


def test_a_newer_text_is_compiled_again(project, capsys):
    call_command("compile_catalogues", verbosity=0)
    rewrite(project, "hr", '"grad"', '"Grad"')
    path = catalogue_path(project, "hr")
    later = path.with_suffix(".mo").stat().st_mtime + 1
    os.utime(path, (later, later))

    call_command("compile_catalogues", verbosity=2)

    assert capsys.readouterr().out == f"compiled {path}\n1 of 12 catalogues compiled\n"
    assert compiled(project, "hr").gettext("The city") == "Grad"


def test_all_are_compiled_again_on_demand(project, capsys):
    call_command("compile_catalogues", verbosity=0)

    call_command("compile_catalogues", force=True)

    assert capsys.readouterr().out == "12 of 12 catalogues compiled\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [('msgid "The city"', '#, fuzzy\nmsgid "The city"'), ('msgstr "grad"', 'msgstr ""')],
    ids=["fuzzy", "untranslated"],
)
def test_what_is_not_finished_stays_out(project, old, new):
    rewrite(project, "hr", old, new)

    call_command("compile_catalogues", verbosity=0)

    assert "The city" not in compiled(project, "hr")._catalog


def test_an_untranslated_plural_stays_out(project):
    for form in range(3):
        rewrite(project, "hr", f'"%(count)d grad {form}"', '""')

    call_command("compile_catalogues", verbosity=0)

    assert compiled(project, "hr")._catalog.keys() == {"", "The city"}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('msgstr "grad"', 'msgstr "grad', ":9: not a line"),
        ('msgstr "grad"', 'msgstr "gr"ad"', ":9: not a line"),
        ('msgstr "grad"\n', "", ": missing msgstr"),
    ],
    ids=["open quote", "quote inside", "no text"],
)
def test_a_malformed_catalogue_is_named(project, old, new, place):
    rewrite(project, "hr", old, new)

    with pytest.raises(CommandError, match=rf"locale/hr/LC_MESSAGES/django\.po{place}"):
        call_command("compile_catalogues", verbosity=0)


def test_nothing_unfinished_is_left_behind(project):
    call_command("compile_catalogues", verbosity=0)

    assert sorted(path.name for path in catalogue_path(project, "hr").parent.iterdir()) == ["django.mo", "django.po"]
