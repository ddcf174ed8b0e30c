"""Making the catalogue of Serbian in Latin script."""

import polib
import pytest
from django.core.management import CommandError, call_command

from tests.b40.management.catalogues import catalogue_path, rewrite, write_project


@pytest.fixture
def project(tmp_path):
    write_project(tmp_path)
    return tmp_path


def made(root):
    return polib.pofile(str(catalogue_path(root, "sr_Latn")), encoding="utf-8")


def test_texts_are_transliterated_and_sources_are_not(project):
    call_command("make_sr_latn", root=project)

    assert [(entry.msgid, entry.msgstr, entry.msgstr_plural) for entry in made(project)] == [
        ("The city", "grad", {}),
        ("%(count)d city", "", {0: "%(count)d grad 0", 1: "%(count)d grad 1", 2: "%(count)d grad 2"}),
    ]


def test_the_header_names_the_language_and_its_plural_rule(project):
    call_command("make_sr_latn", root=project)

    assert made(project).metadata["Language"] == "sr_Latn"
    assert made(project).metadata["Plural-Forms"] == (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    )


def test_tags_and_placeholders_stay(project):
    rewrite(project, "sr", '"град"', '"<a href=\\"%(url)s\\" title=\\"град\\">ЉУБАВ {име}</a>&nbsp;"')

    call_command("make_sr_latn", root=project)

    assert made(project)[0].msgstr == '<a href="%(url)s" title="град">LJUBAV {име}</a>&nbsp;'


def test_a_second_run_changes_nothing(project):
    call_command("make_sr_latn", root=project)
    first = catalogue_path(project, "sr_Latn").read_bytes()

    call_command("make_sr_latn", root=project)

    assert catalogue_path(project, "sr_Latn").read_bytes() == first


def test_fuzzy_stays_fuzzy_and_obsolete_goes(project):
    rewrite(project, "sr", 'msgid "The city"', '#, fuzzy\nmsgid "The city"')
    rewrite(project, "sr", '"град"', '"град"\n\n#~ msgid "old"\n#~ msgstr "стари"')

    call_command("make_sr_latn", root=project)

    assert made(project)[0].fuzzy
    assert made(project).obsolete_entries() == []


def test_the_folder_is_made(project):
    catalogue_path(project, "sr_Latn").unlink()
    catalogue_path(project, "sr_Latn").parent.rmdir()

    call_command("make_sr_latn", root=project)

    assert len(made(project)) == 2


def test_a_missing_source_is_named(project):
    catalogue_path(project, "sr").unlink()

    with pytest.raises(CommandError, match=r"locale/sr/LC_MESSAGES/django\.po"):
        call_command("make_sr_latn", root=project)
