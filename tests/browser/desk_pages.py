"""Every page of the office: its addresses, with a record of the right kind behind each, and what a user sees of them."""

import json
import re

from playwright.sync_api import Page

from tests.browser.site import Site

FILL = "from tests.browser.desk_moments import main; main()"
# Which records the addresses below a beginning are about; the first that fits counts.
KINDS = (
    (r"rounds/<int:pk>/proxies/<", "round proxy"),
    (r"meetings/<int:pk>/proxies/<", "meeting proxy"),
    (r"meetings/<int:pk>/items/", "item"),
    (r"decisions/<int:pk>/correction/<", "correction"),
    (r"members/<int:pk>/acts/", "act"),
    (r"applications/<int:pk>/take-in/", "late file"),
    (r"applications/lists/<", "saved list"),
    (r"applications/<int:pk>/|dossier", "dossier"),
    (r"files/", "file"),
    (r"rounds/", "round"),
    (r"proxies/", "proxy"),
    (r"meetings/<", "meeting"),
    (r"decisions/<", "decision"),
    (r"members/<", "member"),
    (r"motions/", "motion"),
    (r"participation/<", "participants"),
    (r"messages/<", "mail"),
    (r"rules/<", "proposal"),
)
ARGUMENT = re.compile(r"<(\w+):\w+>")
FRAGMENTS = {"live", "entries"}  # the board that a script puts into a page, and the page of the meeting once more
OWN = {"rename", "drop"}  # the lists of a user are not there for another
OK, FOUND, FORBIDDEN = 200, 302, 403


def filled_addresses(site: Site) -> dict[str, str]:
    """Return name → address of all that the office answers to, and of its pages at further moments."""
    told = json.loads(re.search(r"^records (.+)$", site.run(FILL), re.MULTILINE)[1])
    root = told["root"].removesuffix("applications/")
    return {name: root + filled(pattern, told["numbers"]) for name, pattern in told["patterns"].items()} | told[
        "moments"
    ]


def filled(pattern: str, numbers: dict[str, list[int]]) -> str:
    """Return the pattern with the numbers of its records. A kind of record that was not made is an error."""
    kinds = ARGUMENT.findall(pattern)
    if not kinds:
        return pattern
    values = iter(numbers[next(kind for beginning, kind in KINDS if re.match(beginning, pattern))])
    return ARGUMENT.sub(lambda found: "pdf" if found[1] == "str" else str(next(values)), pattern)


def pages_of(page: Page, addresses: dict[str, str], *, with_acts: bool = False) -> dict[str, str]:
    """Return the addresses that answer this user with a page of their own, neither a file nor the way to another page.

    On request only those on which the user can do something: what is only read looks alike to everybody.
    """
    found = {}
    for name, address in addresses.items():
        answer = page.request.get(address, max_redirects=0)
        assert answer.status in (OK, FOUND, FORBIDDEN) or name in OWN, f"{name}: {answer.status}"
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        is_wanted = name not in FRAGMENTS and (not with_acts or 'method="post"' in answer.text())
        if answer.status == OK and is_page and is_wanted:
            found[name] = address
    return found
