"""Fifty applicants save every section at once on PostgreSQL, through the whole stack but the socket.

    python -m tests.servers.postgresql python -m tests.bench.applying

Prints how long a save took (median and 95th percentile, in milliseconds), beside one applicant alone, and what was lost.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

APPLICANTS = 50
os.environ.setdefault("B40_VAR", tempfile.mkdtemp(prefix="b40-bench-"))
os.environ.update(DJANGO_SETTINGS_MODULE="b40.settings", B40_DEBUG="on", B40_EMAIL_URL="memorymail://")


def main() -> None:
    import django  # the settings read the environment that was set above

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    run(1)  # the first request of a process reads its templates
    alone = [taken for _turn in range(5) for taken in run(1)]
    together = run(APPLICANTS)
    for name, times in (("one applicant", alone), (f"{APPLICANTS} at once", together)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:>15}: {len(times)} saves, median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms")
    ratio = statistics.quantiles(together, n=20)[-1] / statistics.quantiles(alone, n=20)[-1]
    print(f"{'ratio of p95':>15}: {ratio:.1f} (with {os.cpu_count()} cores)")


def run(applicants: int) -> list[float]:
    """Let so many applicants save all sections; return the times of the saves in milliseconds."""
    from membership.models import Application, SectionAnswers
    from tests.membership.applicant import ANSWERS

    drafts = [
        Application.objects.create(language="en", contact_email=f"a{number}@example.org")
        for number in range(applicants)
    ]
    barrier = threading.Barrier(applicants)
    with ThreadPoolExecutor(applicants) as pool:
        times = list(pool.map(lambda draft: save_all(draft, barrier), drafts))
    stored = SectionAnswers.objects.filter(application__in=drafts, is_complete=True).count()
    assert stored == applicants * len(ANSWERS), f"{applicants * len(ANSWERS) - stored} saves were lost"
    return [taken for applicant in times for taken in applicant]


def save_all(draft, barrier: threading.Barrier) -> list[float]:
    from django.db import connections
    from django.test import Client

    from membership.sitting import CONTACT, KEY
    from tests.membership.applicant import ANSWERS

    browser = Client()
    session = browser.session
    session[KEY], session[CONTACT] = draft.pk, draft.contact_email
    session.save()
    barrier.wait()
    times = []
    for key, answers in ANSWERS.items():
        start = time.perf_counter()
        answer = browser.post(f"/en/apply/form/{key}/", {**answers, "version": "0"})
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 302, answer.status_code
    connections.close_all()
    return times


if __name__ == "__main__":
    main()
