"""Words of the thirteen languages: those that fit any link, and those that stand in every text."""

from __future__ import annotations

from functools import cache

from pages.languages.table import SOURCE
from pages.languages.transliteration import to_latin

_BOSNIAN = "ovdje|kliknite ovdje|klikni ovdje|više|pročitaj više|pročitajte više|opširnije|link|ovaj link|ova stranica"
_SERBIAN = (
    "овде|кликните овде|кликни овде|више|прочитај више|прочитајте више|опширније|линк|веза|ова страница|овај линк"
)
EMPTY_LINK_WORDS = {
    "en": "here|click here|click|more|read more|see more|learn more|find out more|link|this link|this page|this|details"
    "|download|continue|continue reading|go",
    "tr": "burada|buradan|buraya|buraya tıklayın|buraya tıklayınız|tıklayın|tıklayınız|devamı|devamını oku|daha fazla"
    "|daha fazlası|bağlantı|bu bağlantı|bu sayfa|link|indir|ayrıntılar",
    "sq": "këtu|kliko këtu|klikoni këtu|më shumë|lexo më shumë|lexoni më shumë|lidhja|kjo faqe|shiko|shkarko",
    "bs": _BOSNIAN,
    "bg": "тук|кликнете тук|натиснете тук|още|повече|прочети повече|прочетете повече|вижте повече|връзка|линк"
    "|тази страница|изтегли",
    "hr": f"{_BOSNIAN}|poveznica|ova poveznica|saznaj više|saznajte više",
    "el": "εδώ|κάντε κλικ εδώ|κλικ εδώ|πατήστε εδώ|περισσότερα|διαβάστε περισσότερα|δείτε περισσότερα|σύνδεσμος"
    "|αυτή η σελίδα|λήψη",
    "mk": "тука|овде|кликнете тука|кликнете овде|повеќе|прочитај повеќе|прочитајте повеќе|линк|врска|оваа страница",
    "cnr": _BOSNIAN,
    "ro": "aici|click aici|clic aici|apasă aici|faceți clic aici|mai mult|mai multe|citește mai mult|citiți mai mult"
    "|citește mai departe|detalii|legătură|link|această pagină|descarcă",
    "sr": _SERBIAN,
    "sr-latn": to_latin(_SERBIAN),
    "sl": "tukaj|tu|kliknite tukaj|več|preberi več|preberite več|povezava|ta povezava|ta stran|prenesi",
}

_SOUTH_SLAVIC = "i u je na se za da su koji kao od što ili iz nije koja ali sa bi će"
# Greek is known by its letters. The four languages in Latin script that share these words are not told apart.
_STOP_WORDS = {
    "en": "the and of to in is that for with was are this by from have which as on it be",
    "tr": "ve bir bu için ile olarak da de olan daha kadar ancak gibi çok olduğu her ya en sonra tarafından",
    "sq": "dhe të në një për është që nga me si kjo janë më së ka i e u do por",
    "bs": _SOUTH_SLAVIC,
    "hr": _SOUTH_SLAVIC,
    "cnr": _SOUTH_SLAVIC,
    "sr-latn": _SOUTH_SLAVIC,
    "ro": "și în de la cu pe care este din pentru sunt prin mai ale sau a al se nu fi",
    "sl": "in je za na se da so ki pri kot tudi bo ali iz med ter v z ni pa",
    "bg": "и на в за се от да с не са по като е които този която ще към или при",
    "mk": "и на во за се од да со не како кој оваа овој што ќе кои или при е ја",
    "sr": "и у је на се за да су који као од што или из није која али са би ће",
}
STOP_WORDS = {code: frozenset(words.split()) for code, words in _STOP_WORDS.items()}


@cache
def empty_link_words(code: str) -> frozenset[str]:
    """Return what says nothing as the text of a link in a language; English words say nothing anywhere."""
    return frozenset(f"{EMPTY_LINK_WORDS[code]}|{EMPTY_LINK_WORDS[SOURCE]}".split("|"))
