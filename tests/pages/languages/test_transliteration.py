"""Serbian Cyrillic in Latin script."""

import pytest

from pages.languages.transliteration import message_to_latin, to_latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        pytest.param("Београд и Ниш", "Beograd i Niš", id="plain"),
        pytest.param("Ђердап, Ћуприја, Шабац, Чачак, Жабаљ", "Đerdap, Ćuprija, Šabac, Čačak, Žabalj", id="diacritics"),
        pytest.param("љубав, Његош, џеп", "ljubav, Njegoš, džep", id="digraphs"),
        pytest.param("ЉУБАВ", "LJUBAV", id="capitals at the beginning"),
        pytest.param("КОЊ, ЗЕМЉА, ЏАК", "KONJ, ZEMLJA, DŽAK", id="capitals inside and at the end"),
        pytest.param("Љ", "Lj", id="a single letter"),
        pytest.param("ЊУ ЈОРК", "NJU JORK", id="two words of capitals"),
        pytest.param("инјекција, Танјуг, надживети", "injekcija, Tanjug, nadživeti", id="no digraph in Cyrillic"),
        pytest.param("Мрежа B40", "Mreža B40", id="Latin stays"),
        pytest.param("Косово*", "Kosovo*", id="star"),
        pytest.param("на Фејсбуку", "na Facebooku", id="exception with an ending"),
        pytest.param("Бургас (Велико Търново)", "Burgas (Veliko Търново)", id="a foreign word is left"),
        pytest.param("Αθήνα", "Αθήνα", id="Greek is left"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_serbian_is_written_in_latin_script(cyrillic, latin):
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("message", "latin"),
    [
        pytest.param(
            '<a href="%(url)s" title="Пријава">Пријава</a>', '<a href="%(url)s" title="Пријава">Prijava</a>', id="tag"
        ),
        pytest.param("Град %(city)s има %(count)d гласа", "Grad %(city)s ima %(count)d glasa", id="percent"),
        pytest.param("Град {град} и {city}", "Grad {град} i {city}", id="braces"),
        pytest.param("један&nbsp;град &#1025;", "jedan&nbsp;grad &#1025;", id="entities"),
        pytest.param(
            "види https://пример.срб/пут и www.b40.rs", "vidi https://пример.срб/пут i www.b40.rs", id="address"
        ),
        pytest.param("50%% градова", "50%% gradova", id="per cent sign"),
        pytest.param("три < пет", "tri < pet", id="less than"),
    ],
)
def test_only_the_text_of_a_message_changes(message, latin):
    assert message_to_latin(message) == latin
