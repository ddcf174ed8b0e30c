"""The thirteen languages of the network: the one place where a language code is spelt.

Standard library only, so that the settings can read it before Django is set up.
"""

from dataclasses import dataclass

SOURCE = "en"
X_DEFAULT = SOURCE

GERMANIC = "n != 1"
TURKISH = "n > 1"
SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
MACEDONIAN = "n%10==1 && n%100!=11 ? 0 : 1"
ROMANIAN = "n==1 ? 0 : (n%100>19 || (n%100==0 && n!=0)) ? 2 : 1"
SLOVENE = "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the site; `code` is also the prefix of its addresses."""

    code: str
    own_name: str
    english_name: str
    lang: str  # the value of the attribute `lang` in HTML
    hreflang: str
    locale: str  # the folder under locale/
    babel: str  # the CLDR identifier of dates, numbers and lists
    script: str  # ISO 15924
    plural_forms: int
    plural_rule: str  # the C expression of the catalogue's header
    admin: str  # the language in which Wagtail's own admin appears: itself where Wagtail has a catalogue, else English

    @property
    def plural_header(self) -> str:
        """The value of the catalogue's header `Plural-Forms`."""
        return f"nplurals={self.plural_forms}; plural=({self.plural_rule});"


def _language(code: str, own_name: str, english_name: str, **others: str | int) -> Language:
    """Return a language whose unnamed identifiers are all equal to its code."""
    same_as_code = dict.fromkeys(("lang", "hreflang", "locale", "babel", "admin"), code)
    defaults = {"script": "Latn", "plural_forms": 2, "plural_rule": GERMANIC}
    return Language(code=code, own_name=own_name, english_name=english_name, **(same_as_code | defaults | others))  # type: ignore[arg-type] # keys and values are held by the tests of this table


LANGUAGES = (
    _language("en", "English", "English", babel="en_GB"),
    _language("tr", "Türkçe", "Turkish", plural_rule=TURKISH),
    _language("sq", "Shqip", "Albanian", admin=SOURCE),
    _language("bs", "Bosanski", "Bosnian", plural_forms=3, plural_rule=SLAVIC, admin=SOURCE),
    _language("bg", "Български", "Bulgarian", script="Cyrl"),
    _language("hr", "Hrvatski", "Croatian", plural_forms=3, plural_rule=SLAVIC),
    _language("el", "Ελληνικά", "Greek", script="Grek"),
    _language("mk", "Македонски", "Macedonian", script="Cyrl", plural_rule=MACEDONIAN, admin=SOURCE),
    _language(
        "cnr",
        "Crnogorski",
        "Montenegrin",
        hreflang="sr-Latn-ME",
        babel="sr_Latn_ME",
        plural_forms=3,
        plural_rule=SLAVIC,
        admin=SOURCE,
    ),
    _language("ro", "Română", "Romanian", plural_forms=3, plural_rule=ROMANIAN),
    _language(
        "sr",
        "Српски",
        "Serbian (Cyrillic script)",
        lang="sr-Cyrl",
        hreflang="sr-Cyrl",
        babel="sr_Cyrl",
        script="Cyrl",
        plural_forms=3,
        plural_rule=SLAVIC,
        admin=SOURCE,
    ),
    _language(
        "sr-latn",
        "Srpski",
        "Serbian (Latin script)",
        lang="sr-Latn",
        hreflang="sr-Latn",
        locale="sr_Latn",
        babel="sr_Latn",
        plural_forms=3,
        plural_rule=SLAVIC,
        admin=SOURCE,
    ),
    _language("sl", "Slovenščina", "Slovenian", plural_forms=4, plural_rule=SLOVENE),
)

CODES = tuple(language.code for language in LANGUAGES)
BY_CODE = {language.code: language for language in LANGUAGES}
DJANGO_LANGUAGES = [(language.code, language.own_name) for language in LANGUAGES]

# Django knows no Montenegrin (5.2): the settings add this to django.conf.locale.LANG_INFO.
LANG_INFO_ADDITIONS = {
    "cnr": {"bidi": False, "code": "cnr", "name": "Montenegrin", "name_local": BY_CODE["cnr"].own_name},
}
