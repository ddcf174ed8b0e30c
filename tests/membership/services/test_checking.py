"""The Secretariat's check: taken by one, saved, forwarded only when complete or explained."""

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState
from membership.rules.errors import RuleError
from membership.services.checking import forward, save_check, take
from tests.membership.factories import NOW, ApplicationFactory, UserFactory, make_secretary

pytestmark = pytest.mark.django_db
ALL = list(CHECKLIST)


@pytest.fixture
def secretary():
    return make_secretary()


@pytest.fixture
def taken(secretary):
    return take(ApplicationFactory().pk, secretary, now=NOW)


def save(application, user, *, checked=(), recommendation="Yes.", incomplete_note="", version=None):
    words = {"checked": checked, "recommendation": recommendation, "incomplete_note": incomplete_note}
    return save_check(application.pk, user, **words, now=NOW, version=version)


def refusal_of(act, *args, **kwargs) -> str:
    with pytest.raises(RuleError) as refusal:
        act(*args, **kwargs)
    return refusal.value.code


def verbs(application) -> list[str]:
    return list(application.events.values_list("verb", flat=True))


def test_who_takes_an_application_checks_it(secretary):
    application = take(ApplicationFactory().pk, secretary, now=NOW, version=0)

    application.refresh_from_db()
    assert (application.state, application.assignee, application.version) == ("in_check", secretary, 1)
    assert (application.state_since, verbs(application)) == (NOW, ["taken"])


def test_an_application_is_taken_once(taken, secretary):
    assert refusal_of(take, taken.pk, UserFactory(groups=["Secretariat"]), now=NOW) == "action_not_possible"
    taken.refresh_from_db()
    assert taken.assignee == secretary


def test_a_draft_is_not_taken(secretary):
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None)

    assert refusal_of(take, draft.pk, secretary, now=NOW) == "action_not_possible"


@pytest.mark.parametrize("act", [take, forward])
def test_an_older_page_is_refused(act, taken, secretary):
    assert refusal_of(act, taken.pk, secretary, now=NOW, version=0) == "changed_meanwhile"


def test_a_check_from_an_older_page_is_refused(taken, secretary):
    save(taken, secretary, recommendation="First.", version=1)

    assert refusal_of(save, taken, secretary, recommendation="Second.", version=1) == "changed_meanwhile"
    taken.refresh_from_db()
    assert (taken.recommendation, taken.version) == ("First.", 2)


def test_a_check_is_stored_in_full(taken, secretary):
    save(taken, secretary, checked=["letter", "elected"], recommendation="  Yes. ", incomplete_note=" No size. ")

    taken.refresh_from_db()
    assert taken.checklist == {
        "local_government": False,
        "elected": True,
        "letter": True,
        "size_and_role": False,
        "contribution": False,
        "declaration": False,
        "not_duplicate": False,
    }
    assert (taken.recommendation, taken.incomplete_note) == ("Yes.", "No size.")
    assert verbs(taken) == ["taken", "checked"]


def test_a_point_that_is_not_on_the_list_is_not_stored(taken, secretary):
    save(taken, secretary, checked=["rich"])

    taken.refresh_from_db()
    assert set(taken.checklist) == set(CHECKLIST)
    assert not any(taken.checklist.values())


def test_a_point_can_be_taken_back(taken, secretary):
    save(taken, secretary, checked=ALL)
    save(taken, secretary, checked=[])

    assert refusal_of(forward, taken.pk, secretary, now=NOW) == "checklist_incomplete"


def test_an_application_that_nobody_took_is_not_checked(secretary):
    assert refusal_of(save, ApplicationFactory(), secretary) == "action_not_possible"


def test_a_complete_check_goes_to_the_committee(taken, secretary):
    save(taken, secretary, checked=ALL)

    forward(taken.pk, secretary, now=NOW, version=2)

    taken.refresh_from_db()
    assert (taken.state, taken.version) == ("ready", 3)
    assert taken.events.last().details == {"is_complete": True}


def test_one_missing_point_holds_an_application_back(taken, secretary):
    save(taken, secretary, checked=ALL[1:])

    assert refusal_of(forward, taken.pk, secretary, now=NOW) == "checklist_incomplete"


def test_an_incomplete_application_goes_on_with_a_note(taken, secretary):
    save(taken, secretary, checked=ALL[1:], incomplete_note="The city is listed under its old name.")

    forward(taken.pk, secretary, now=NOW)

    taken.refresh_from_db()
    assert (taken.state, taken.events.last().details) == ("ready", {"is_complete": False})


@pytest.mark.parametrize("recommendation", ["", "   "])
def test_a_missing_recommendation_holds_an_application_back(taken, secretary, recommendation):
    save(taken, secretary, checked=ALL, recommendation=recommendation)

    assert refusal_of(forward, taken.pk, secretary, now=NOW) == "recommendation_missing"


def test_a_check_that_went_on_stands(taken, secretary):
    save(taken, secretary, checked=ALL)
    forward(taken.pk, secretary, now=NOW)

    assert refusal_of(save, taken, secretary, checked=[]) == "action_not_possible"
    assert refusal_of(forward, taken.pk, secretary, now=NOW) == "action_not_possible"


@pytest.mark.parametrize("group", ["Committee", "Editors", "Auditors"])
def test_only_the_secretariat_checks(taken, group):
    user = UserFactory(groups=[group])

    for act in (
        lambda: take(taken.pk, user, now=NOW),
        lambda: save(taken, user),
        lambda: forward(taken.pk, user, now=NOW),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert verbs(taken) == ["taken"]
