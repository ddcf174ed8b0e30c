"""The environment: every variable, its default, and the sentence that a wrong value stops the start with."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from b40.environment import read

KEY = "k" * 60
PRODUCTION = {"B40_SECRET_KEY": KEY, "B40_ORIGIN": "https://www.example.org", "B40_CLAMAV_URL": "off"}


def test_debug_is_off_unless_said():
    assert read(PRODUCTION).debug is False
    assert read({"B40_DEBUG": "on"}).debug is True


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"B40_DEBUG": "yes"}, "B40_DEBUG must be 'on' or 'off'"),
        ({}, "B40_SECRET_KEY is not set"),
        ({"B40_SECRET_KEY": "k" * 49}, "B40_SECRET_KEY is shorter than 50"),
        ({**PRODUCTION, "B40_ORIGIN": "www.example.org"}, "B40_ORIGIN must be like"),
        ({**PRODUCTION, "B40_ORIGIN": "https://www.example.org/b40"}, "B40_ORIGIN must be like"),
        ({**PRODUCTION, "B40_HOSTS": "*"}, "B40_HOSTS must name the hosts"),
        ({**PRODUCTION, "B40_DATABASE_URL": "mysql://localhost/b40"}, "B40_DATABASE_URL must begin with one of"),
        ({**PRODUCTION, "B40_REDIS_URL": "http://localhost"}, "B40_REDIS_URL must begin with one of"),
        ({**PRODUCTION, "B40_EMAIL_URL": "pigeon://"}, "B40_EMAIL_URL must begin with one of"),
        ({**PRODUCTION, "B40_TRANSLATE_URL": "translate.example"}, "B40_TRANSLATE_URL must begin with one of"),
        ({**PRODUCTION, "B40_SECOND_FACTOR": "off"}, "B40_SECOND_FACTOR may be 'off' only with B40_DEBUG on"),
        ({**PRODUCTION, "B40_SECOND_FACTOR": "yes"}, "B40_SECOND_FACTOR must be 'on' or 'off'"),
        ({**PRODUCTION, "B40_CHECK_LINKS": "yes"}, "B40_CHECK_LINKS must be 'on' or 'off'"),
        ({**PRODUCTION, "B40_CLAMAV_URL": ""}, "B40_CLAMAV_URL is not set"),
        ({**PRODUCTION, "B40_CLAMAV_URL": "http://localhost"}, "B40_CLAMAV_URL must begin with one of"),
        (
            {**PRODUCTION, "B40_RECAPTCHA_PUBLIC_KEY": "k"},
            "B40_RECAPTCHA_PUBLIC_KEY and B40_RECAPTCHA_PRIVATE_KEY must",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_value_stops_the_start_naming_the_variable(variables, named):
    with pytest.raises(ImproperlyConfigured, match=named.replace("*", r"\*")):
        read(variables)


def test_a_key_of_fifty_characters_is_long_enough():
    assert read({**PRODUCTION, "B40_SECRET_KEY": "k" * 50}).secret_key == "k" * 50


def test_no_foreign_server_is_asked_unless_said():
    assert read(PRODUCTION).check_links is False
    assert read({**PRODUCTION, "B40_CHECK_LINKS": "on"}).check_links is True


def test_everything_lies_under_the_var_folder_by_default(tmp_path: Path):
    environment = read({**PRODUCTION, "B40_VAR": str(tmp_path)})

    assert environment.database["NAME"] == f"{tmp_path}/b40.sqlite3"
    assert environment.mail["EMAIL_FILE_PATH"] == f"{tmp_path}/mail"
    assert environment.cache["BACKEND"] == "django.core.cache.backends.filebased.FileBasedCache"
    assert environment.cache["LOCATION"] == f"{tmp_path}/cache"


def test_hosts_follow_the_origin_unless_named():
    assert read(PRODUCTION).hosts == ("www.example.org", "localhost", "127.0.0.1", "[::1]")
    assert read({**PRODUCTION, "B40_HOSTS": "a.example, b.example"}).hosts == ("a.example", "b.example")


def test_the_full_size_parts_are_chosen_by_address():
    environment = read(
        {
            **PRODUCTION,
            "B40_DATABASE_URL": "postgresql://b40:secret@db.example:5432/b40",
            "B40_REDIS_URL": "redis://cache.example:6379/0",
            "B40_EMAIL_URL": "smtp+tls://user:word@mail.example:587",
        }
    )

    assert environment.database["ENGINE"] == "django.db.backends.postgresql"
    assert environment.database["HOST"] == "db.example"
    assert environment.cache["LOCATION"] == "redis://cache.example:6379/0"
    assert environment.mail["EMAIL_HOST"] == "mail.example"
    assert environment.mail["EMAIL_USE_TLS"] is True


def test_an_origin_with_tls_turns_the_safe_settings_on():
    assert read(PRODUCTION).behind_tls is True
    assert read({**PRODUCTION, "B40_ORIGIN": "http://localhost:8000"}).behind_tls is False


def test_a_laptop_may_be_without_virus_scanner_and_a_server_says_so():
    assert read({"B40_DEBUG": "on"}).clamav == read(PRODUCTION).clamav == ""
    assert read({**PRODUCTION, "B40_CLAMAV_URL": "tcp://scan.example:3310"}).clamav == "tcp://scan.example:3310"


def test_only_a_laptop_may_be_without_a_second_factor():
    assert read({"B40_DEBUG": "on"}).second_factor is False
    assert read({"B40_DEBUG": "on", "B40_SECOND_FACTOR": "on"}).second_factor is True
    assert read(PRODUCTION).second_factor is True


def test_the_visitors_address_is_the_connections_unless_a_proxy_is_trusted():
    assert read(PRODUCTION).client_address_header == "REMOTE_ADDR"
    named = {**PRODUCTION, "B40_CLIENT_ADDRESS_HEADER": "X-Forwarded-For"}
    assert read(named).client_address_header == "HTTP_X_FORWARDED_FOR"


def test_no_text_leaves_for_a_translation_service_unless_one_is_named():
    assert read(PRODUCTION).translator is None
    assert read({**PRODUCTION, "B40_TRANSLATE_URL": "off"}).translator is None
    named = {**PRODUCTION, "B40_TRANSLATE_URL": "http://translate.example:5000/", "B40_TRANSLATE_KEY": "k"}
    assert read(named).translator == {"url": "http://translate.example:5000", "key": "k"}
