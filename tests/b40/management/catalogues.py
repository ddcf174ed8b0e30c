"""A project of two messages with its twelve catalogues, for the tests of the commands."""

import polib

from pages.languages.table import LANGUAGES, SOURCE

SOURCES = '_("The city")\nngettext("%(count)d city", "%(count)d cities", 2)\n'

CITIES = {"Latn": "grad", "Cyrl": "град", "Grek": "πόλη"}


def write_project(root):
    """Write the sources and twelve sound catalogues."""
    (root / "pages").mkdir()
    (root / "pages" / "views.py").write_text(SOURCES, encoding="utf-8")
    for language in LANGUAGES:
        if language.code != SOURCE:
            write_catalogue(root, language)


def write_catalogue(root, language):
    word = CITIES[language.script]
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Language": language.locale,
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": language.plural_header,
    }
    catalogue.append(polib.POEntry(msgid="The city", msgstr=word))
    forms = {form: f"%(count)d {word} {form}" for form in range(language.plural_forms)}
    catalogue.append(polib.POEntry(msgid="%(count)d city", msgid_plural="%(count)d cities", msgstr_plural=forms))
    path = catalogue_path(root, language.locale)
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))


def catalogue_path(root, locale):
    return root / "locale" / locale / "LC_MESSAGES" / "django.po"


def rewrite(root, locale, old, new):
    """Change the text of one catalogue; fails if there is nothing to change."""
    path = catalogue_path(root, locale)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
