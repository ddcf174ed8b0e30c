"""The list of applications with a hundred rows and with ten thousand, each page through the whole stack but the socket.

    python -m tests.bench.queue

Prints the median of each page in milliseconds and its number of queries, measured in turns, and the ratio of the two.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import timedelta

FEW, MANY, TURNS = 100, 10_000, 15
PAGES = {
    "first page": "",
    "words": "?q=ниш",
    "overdue": "?overdue=on&sort=due",
    "flag": "?flag=by_letter",
    "page 2": "?p=2",
}
os.environ.setdefault("B40_VAR", tempfile.mkdtemp(prefix="b40-bench-"))
os.environ.update(DJANGO_SETTINGS_MODULE="b40.settings", B40_DEBUG="on", B40_EMAIL_URL="memorymail://")


def main() -> None:
    import django  # the settings read the environment that was set above

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    browser = secretary()
    times: dict[tuple[str, int], list[float]] = {}
    queries: dict[tuple[str, int], int] = {}
    for _round in range(3):  # in turns, so that another load of the machine meets both
        for count in (FEW, MANY):
            fill(count)
            for name, query in PAGES.items():
                browser.get(f"/admin/membership/applications/{query}")
                taken, asked = measure(browser, query)
                times.setdefault((name, count), []).extend(taken)
                queries[name, count] = asked
    for name in PAGES:
        few, many = (statistics.median(times[name, count]) for count in (FEW, MANY))
        asked = f"{queries[name, FEW]} and {queries[name, MANY]} queries"
        print(f"{name:>12}: {few:.0f} ms with {FEW}, {many:.0f} ms with {MANY}, ratio {many / few:.2f}, {asked}")


def secretary():
    """A browser in which somebody of the Secretariat is logged in."""
    from django.contrib.auth.models import Group, Permission, User
    from django.test import Client

    group = Group.objects.get_or_create(name="Secretariat")[0]
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create(username="secretary")
    user.groups.add(group)
    browser = Client()
    browser.force_login(user)
    return browser


def fill(count: int) -> None:
    """Let so many applications stand, most of them decided, every tenth flagged, each of its own hour."""
    from django.utils import timezone

    from membership.models import Application, ApplicationFlag

    Application.objects.all().delete()
    now = timezone.now()
    states = ["submitted", "in_check", "ready", *["ceremony_done"] * 5, "declined", "withdrawn"]
    names = [
        ("Niš", "Ниш", "RS"),
        ("Plovdiv", "Пловдив", "BG"),
        ("Ioannina", "Ιωάννινα", "GR"),
        ("Prizren", "Prizren", "XK"),
    ]
    rows = []
    for number in range(count):
        state = states[number % len(states)]
        name_en, name_local, country = names[number % len(names)]
        row = Application(
            reference=f"B40-M-{number:06d}",
            state=state,
            name_en=f"{name_en} {number}",
            name_local=name_local,
            country=country,
            language="en",
            submitted_at=now - timedelta(hours=number),
            check_due_on=(now - timedelta(days=number % 20)).date() if state in ("submitted", "in_check") else None,
        )
        row.search_text = row.found_by()
        rows.append(row)
    stored = Application.objects.bulk_create(rows)
    ApplicationFlag.objects.bulk_create(ApplicationFlag(application=row, key="by_letter") for row in stored[::10])


def measure(browser, query: str) -> tuple[list[float], int]:
    """Open a page several times; return the times in milliseconds, and how many queries it took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _turn in range(TURNS):
        start = time.perf_counter()
        answer = browser.get(f"/admin/membership/applications/{query}")
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200, answer.status_code
    with CaptureQueriesContext(connection) as asked:
        browser.get(f"/admin/membership/applications/{query}")
    return times, len(asked)


if __name__ == "__main__":
    main()
