"""The environment variables, read in one place; a wrong value stops the start with a sentence naming it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent.parent
SWITCH = {"on": True, "off": False}
DATABASES = ("sqlite", "postgres", "postgresql")
CACHES = ("locmem", "redis", "rediss")
MAILS = ("filemail", "smtp", "smtp+tls", "smtp+ssl", "consolemail", "memorymail")
SCANNERS = ("tcp", "unix")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Environment:
    """What the process was told from outside, already checked."""

    debug: bool
    secret_key: str
    hosts: tuple[str, ...]
    origin: str
    behind_tls: bool
    var: Path
    database: dict
    cache: dict
    mail: dict
    mail_from: str
    clamav: str
    recaptcha: tuple[str, str] | None
    translator: dict[str, str] | None
    client_address_header: str
    second_factor: bool
    check_links: bool


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """Return the checked environment. Raises `ImproperlyConfigured` with one sentence naming the variable."""
    debug = _switch(variables, "B40_DEBUG", default="off")
    var = Path(variables.get("B40_VAR") or ROOT / "var")
    origin = _origin(variables.get("B40_ORIGIN", "http://localhost:8000"))
    return Environment(
        debug=debug,
        secret_key=_secret_key(variables, debug=debug),
        hosts=_hosts(variables, origin),
        origin=origin,
        behind_tls=origin.startswith("https://"),
        var=var,
        database=_database(variables.get("B40_DATABASE_URL") or f"sqlite:///{var / 'b40.sqlite3'}"),
        cache=_cache(variables.get("B40_REDIS_URL", ""), var, debug=debug),
        mail=_mail(variables.get("B40_EMAIL_URL") or f"filemail://{var / 'mail'}"),
        mail_from=variables.get("B40_MAIL_FROM", "B40 Balkan Cities Network <secretariat@localhost>"),
        clamav=_clamav(variables.get("B40_CLAMAV_URL", ""), debug=debug),
        recaptcha=_recaptcha(variables),
        translator=_translator(variables),
        client_address_header=_header(variables.get("B40_CLIENT_ADDRESS_HEADER", "")),
        second_factor=_second_factor(variables, debug=debug),
        check_links=_switch(variables, "B40_CHECK_LINKS", default="off"),
    )


def _switch(variables: Mapping[str, str], name: str, *, default: str) -> bool:
    value = variables.get(name, default)
    if value not in SWITCH:
        raise ImproperlyConfigured(f"{name} must be 'on' or 'off', not {value!r}.")
    return SWITCH[value]


def _secret_key(variables: Mapping[str, str], *, debug: bool) -> str:
    key = variables.get("B40_SECRET_KEY", "")
    if key and len(key) < 50 and not debug:
        raise ImproperlyConfigured("B40_SECRET_KEY is shorter than 50 characters.")
    if not key and not debug:
        raise ImproperlyConfigured("B40_SECRET_KEY is not set; with B40_DEBUG off the site does not start without it.")
    return key or "only-for-development-" + "0" * 50


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise ImproperlyConfigured(f"B40_ORIGIN must be like 'https://www.example.org', not {value!r}.")
    return value.rstrip("/")


def _hosts(variables: Mapping[str, str], origin: str) -> tuple[str, ...]:
    named = tuple(host.strip() for host in variables.get("B40_HOSTS", "").split(",") if host.strip())
    if "*" in named:
        raise ImproperlyConfigured("B40_HOSTS must name the hosts; '*' would accept any.")
    return named or tuple(dict.fromkeys((urlsplit(origin).hostname or "localhost", *LOCAL_HOSTS)))


def _database(url: str) -> dict:
    _require_scheme("B40_DATABASE_URL", url, DATABASES)
    database = environ.Env.db_url_config(url)
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        database["CONN_MAX_AGE"] = 600
        database["CONN_HEALTH_CHECKS"] = True
    return database


def _cache(url: str, var: Path, *, debug: bool) -> dict:
    """Return the cache. The limits on logging in are counted in it, so that all processes of a server share one."""
    if not url:
        backend = "locmem.LocMemCache" if debug else "filebased.FileBasedCache"
        return {
            "BACKEND": f"django.core.cache.backends.{backend}",
            "LOCATION": "" if debug else str(var / "cache"),
            "OPTIONS": {"MAX_ENTRIES": 10_000},
        }
    _require_scheme("B40_REDIS_URL", url, CACHES)
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}


def _mail(url: str) -> dict:
    _require_scheme("B40_EMAIL_URL", url, MAILS)
    settings = {name: value for name, value in environ.Env.email_url_config(url).items() if name != "OPTIONS"}
    if url.startswith("filemail:"):
        settings["EMAIL_FILE_PATH"] = urlsplit(url).path
    return settings


def _clamav(value: str, *, debug: bool) -> str:
    """Return the scanner's address, or nothing for none; outside debugging, to have none must be said."""
    if value == "off" or (debug and not value):
        return ""
    if not value:
        raise ImproperlyConfigured(
            "B40_CLAMAV_URL is not set: give the address of clamd, or 'off' to let files be opened unscanned."
        )
    _require_scheme("B40_CLAMAV_URL", value, SCANNERS)
    return value


def _second_factor(variables: Mapping[str, str], *, debug: bool) -> bool:
    """Return whether the office is entered with a second factor; only a laptop may be without."""
    is_on = _switch(variables, "B40_SECOND_FACTOR", default="off" if debug else "on")
    if not is_on and not debug:
        raise ImproperlyConfigured(
            "B40_SECOND_FACTOR may be 'off' only with B40_DEBUG on: a password alone must not open the office."
        )
    return is_on


def _recaptcha(variables: Mapping[str, str]) -> tuple[str, str] | None:
    """Return public and private key, or none where neither is set."""
    public, private = (variables.get(f"B40_RECAPTCHA_{kind}_KEY", "") for kind in ("PUBLIC", "PRIVATE"))
    if bool(public) != bool(private):
        raise ImproperlyConfigured("B40_RECAPTCHA_PUBLIC_KEY and B40_RECAPTCHA_PRIVATE_KEY must be set together.")
    return (public, private) if public else None


def _translator(variables: Mapping[str, str]) -> dict[str, str] | None:
    """Return address and key of a translation service, or none: nothing leaves the server unless somebody says so."""
    url = variables.get("B40_TRANSLATE_URL", "off")
    if url in ("", "off"):
        return None
    _require_scheme("B40_TRANSLATE_URL", url, ("http", "https"))
    return {"url": url.rstrip("/"), "key": variables.get("B40_TRANSLATE_KEY", "")}


def _header(value: str) -> str:
    """Return the name under which Django keeps a trusted proxy's header with the visitor's address."""
    return f"HTTP_{value.upper().replace('-', '_')}" if value else "REMOTE_ADDR"


def _require_scheme(name: str, url: str, schemes: tuple[str, ...]) -> None:
    scheme = url.split(":", 1)[0]
    if scheme not in schemes:
        raise ImproperlyConfigured(f"{name} must begin with one of {', '.join(schemes)}, not {scheme!r}.")
