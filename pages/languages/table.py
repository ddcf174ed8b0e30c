"""The thirteen languages of the network: the one place where a language code is spelt.

Standard library only, so that the settings can read it before Django is set up.
"""

from dataclasses import dataclass

from pages.languages import alphabets

SOURCE = "en"
X_DEFAULT = SOURCE

SINGULAR_IS_ONE = "n != 1"
SINGULAR_UP_TO_ONE = "n > 1"
SERBO_CROATIAN = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
MACEDONIAN = "n%10==1 && n%100!=11 ? 0 : 1"
ROMANIAN = "n==1 ? 0 : (n%100>19 || (n%100==0 && n!=0)) ? 2 : 1"
SLOVENE = "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"

LATIN_FIRST = ("Latn", "Grek", "Cyrl")
LATIN_THEN_CYRILLIC = ("Latn", "Cyrl", "Grek")
CYRILLIC_FIRST = ("Cyrl", "Latn", "Grek")
GREEK_FIRST = ("Grek", "Latn", "Cyrl")

HIGH_QUOTES, LOW_HIGH_QUOTES, LOW_TURNED_QUOTES, ANGLED_QUOTES = "“”", "„”", "„“", "«»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the site; `code` is also the prefix of its addresses.

    `lang` is the value of that attribute in HTML, `locale` the folder under locale/, `babel` the CLDR identifier of
    dates, numbers and lists, `plural_rule` the C expression in the catalogue's header. `scripts` (ISO 15924) are in
    sorting order, the language's own first; `quotes` are the opening and the closing quotation mark. `admin` is the
    language in which Wagtail's own admin appears: the same where Wagtail has a catalogue, else English.
    """

    code: str
    own_name: str
    english_name: str
    lang: str
    hreflang: str
    locale: str
    babel: str
    admin: str
    plural_forms: int = 2
    plural_rule: str = SINGULAR_IS_ONE
    alphabet: str = alphabets.LATIN
    scripts: tuple[str, ...] = LATIN_FIRST
    quotes: str = HIGH_QUOTES

    @property
    def script(self) -> str:
        return self.scripts[0]

    @property
    def plural_header(self) -> str:
        """The value of the catalogue's header `Plural-Forms`."""
        return f"nplurals={self.plural_forms}; plural=({self.plural_rule});"


def _language(code: str, own_name: str, english_name: str, **others: str | int | tuple[str, ...]) -> Language:
    """Return a language whose unnamed identifiers are all equal to its code."""
    same_as_code = dict.fromkeys(("lang", "hreflang", "locale", "babel", "admin"), code)
    return Language(code=code, own_name=own_name, english_name=english_name, **(same_as_code | others))  # type: ignore[arg-type] # the names and types are held by the tests of this table


LANGUAGES = (
    _language("en", "English", "English", babel="en_GB"),
    _language("tr", "Türkçe", "Turkish", plural_rule=SINGULAR_UP_TO_ONE, alphabet=alphabets.TURKISH),
    _language("sq", "Shqip", "Albanian", alphabet=alphabets.ALBANIAN, admin=SOURCE, quotes=ANGLED_QUOTES),
    _language(
        "bs",
        "Bosanski",
        "Bosnian",
        plural_forms=3,
        plural_rule=SERBO_CROATIAN,
        alphabet=alphabets.CROATIAN,
        scripts=LATIN_THEN_CYRILLIC,
        admin=SOURCE,
        quotes=LOW_HIGH_QUOTES,
    ),
    _language(
        "bg",
        "Български",
        "Bulgarian",
        alphabet=alphabets.CYRILLIC,
        scripts=CYRILLIC_FIRST,
        quotes=LOW_TURNED_QUOTES,
    ),
    _language(
        "hr",
        "Hrvatski",
        "Croatian",
        plural_forms=3,
        plural_rule=SERBO_CROATIAN,
        alphabet=alphabets.CROATIAN,
        scripts=LATIN_THEN_CYRILLIC,
        quotes=LOW_HIGH_QUOTES,
    ),
    _language("el", "Ελληνικά", "Greek", alphabet=alphabets.GREEK, scripts=GREEK_FIRST, quotes=ANGLED_QUOTES),
    _language(
        "mk",
        "Македонски",
        "Macedonian",
        plural_rule=MACEDONIAN,
        alphabet=alphabets.MACEDONIAN,
        scripts=CYRILLIC_FIRST,
        quotes=LOW_TURNED_QUOTES,
        admin=SOURCE,
    ),
    _language(
        "cnr",
        "Crnogorski",
        "Montenegrin",
        hreflang="sr-Latn-ME",
        babel="sr_Latn_ME",
        plural_forms=3,
        plural_rule=SERBO_CROATIAN,
        alphabet=alphabets.MONTENEGRIN,
        scripts=LATIN_THEN_CYRILLIC,
        quotes=LOW_HIGH_QUOTES,
        admin=SOURCE,
    ),
    _language(
        "ro",
        "Română",
        "Romanian",
        plural_forms=3,
        plural_rule=ROMANIAN,
        alphabet=alphabets.ROMANIAN,
        quotes=LOW_HIGH_QUOTES,
    ),
    _language(
        "sr",
        "Српски",
        "Serbian (Cyrillic script)",
        lang="sr-Cyrl",
        hreflang="sr-Cyrl",
        babel="sr_Cyrl",
        plural_forms=3,
        plural_rule=SERBO_CROATIAN,
        alphabet=alphabets.SERBIAN,
        scripts=CYRILLIC_FIRST,
        quotes=LOW_TURNED_QUOTES,
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
        quotes=LOW_TURNED_QUOTES,
        plural_forms=3,
        plural_rule=SERBO_CROATIAN,
        alphabet=alphabets.CROATIAN,
        scripts=LATIN_THEN_CYRILLIC,
        admin=SOURCE,
    ),
    _language(
        "sl",
        "Slovenščina",
        "Slovenian",
        plural_forms=4,
        plural_rule=SLOVENE,
        alphabet=alphabets.SLOVENE,
        quotes=LOW_TURNED_QUOTES,
    ),
)

CODES = tuple(language.code for language in LANGUAGES)
BY_CODE = {language.code: language for language in LANGUAGES}
DJANGO_LANGUAGES = [(language.code, language.own_name) for language in LANGUAGES]

# Tags that browsers send and the beginning of a code does not explain; the longest beginning of a tag wins.
TAG_ALIASES = {
    "sr-me": "cnr",
    "sr-latn-me": "cnr",
    "sh": "sr-latn",
    "sh-cyrl": "sr",
    "mo": "ro",
}

# A catalogue made from another one by transliteration.
TRANSLITERATED = {"sr-latn": "sr"}

# Django knows no Montenegrin (5.2): the settings add this to django.conf.locale.LANG_INFO.
LANG_INFO_ADDITIONS = {
    "cnr": {"bidi": False, "code": "cnr", "name": "Montenegrin", "name_local": BY_CODE["cnr"].own_name},
}
