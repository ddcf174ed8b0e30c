"""Fifty applicants save sections at once: each acknowledged answer stands, and none is anybody else's."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from membership.labels.states import ApplicationState
from membership.models import Application, SectionAnswers
from membership.services.drafts import SavedMeanwhile, save_section
from tests.membership.factories import NOW, ApplicationFactory

pytestmark = pytest.mark.django_db(transaction=True)
APPLICANTS, SECTIONS = 50, ("city", "mandate", "contacts", "role")


def save_all(pk: int, barrier: threading.Barrier) -> list[tuple[str, str]]:
    """Save every section of one application; return what was acknowledged."""
    acknowledged = []
    try:
        barrier.wait()
        for section in SECTIONS:
            value = f"{pk} {section}"
            save_section(pk, section, {"answer": value}, version=0, is_complete=True, now=NOW)
            acknowledged.append((section, value))
    finally:
        connections.close_all()
    return acknowledged


def test_fifty_applicants_saving_at_once_lose_nothing():
    # SQLite has one writer, for whom a laptop's few applicants wait
    count = APPLICANTS if connection.vendor == "postgresql" else 4
    drafts = [ApplicationFactory(state=ApplicationState.DRAFT, reference=None) for _ in range(count)]
    barrier = threading.Barrier(count)

    with ThreadPoolExecutor(count) as pool:
        acknowledged = dict(zip(drafts, pool.map(lambda draft: save_all(draft.pk, barrier), drafts), strict=True))

    for draft, saved in acknowledged.items():
        stored = {row.section: row.answers["answer"] for row in SectionAnswers.objects.filter(application=draft)}
        assert stored == dict(saved) == {section: f"{draft.pk} {section}" for section in SECTIONS}
        assert Application.objects.get(pk=draft.pk).version == len(SECTIONS)


def test_of_many_windows_on_one_section_one_wins_and_the_others_are_told():
    draft, windows = ApplicationFactory(state=ApplicationState.DRAFT, reference=None), 5
    barrier = threading.Barrier(windows)

    def save(number: int) -> bool:
        try:
            barrier.wait()
            save_section(draft.pk, "role", {"answer": str(number)}, version=0, is_complete=True, now=NOW)
        except SavedMeanwhile:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(windows) as pool:
        won = list(pool.map(save, range(windows)))

    assert won.count(True) == 1
    assert SectionAnswers.objects.get().answers == {"answer": str(won.index(True))}
