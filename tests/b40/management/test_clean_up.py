"""The command that keeps drafts no longer than promised."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from membership.labels.states import ApplicationState
from membership.models import Application
from tests.membership.factories import ApplicationFactory

# one worker for all that deletes files: another one's uploads are not in its database
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


def test_the_command_reminds_and_says_what_it_did():
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None)
    Application.objects.filter(pk=draft.pk).update(edited_at=timezone.now() - timedelta(days=61))
    first, second = StringIO(), StringIO()

    call_command("clean_up", stdout=first)
    call_command("clean_up", stdout=second)

    assert first.getvalue().splitlines()[:2] == ["drafts deleted: 0", "drafts reminded: 1"]
    assert second.getvalue().splitlines() == [
        "drafts deleted: 0",
        "drafts reminded: 0",
        "files without owner deleted: 0",
        "answers reminded or lapsed: 0",
        "approvals reminded or lapsed: 0",
        "memberships ended: 0",
        "observers ended: 0",
        "rounds suspended with the Committee: 0",
        "results confirmed by silence: 0",
        "applications in the digest: 0",
        "applications past their term: 0",
        "former members past their term: 0",
        "applications looked at for flags: 0",
        "messages of visitors forgotten: 0",
        "counted tries forgotten: 0",
    ]
