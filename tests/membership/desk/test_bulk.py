"""The same act on several applications of the list."""

from datetime import date

import pytest
from django.urls import reverse

from membership.labels.states import ApplicationState
from membership.models import Event, InformationRequest, OutboxMail
from tests.membership.factories import ApplicationFactory, UserFactory, make_ready_application

pytestmark = pytest.mark.django_db


def chosen(*applications) -> list[str]:
    return [f"{application.pk}:{application.version}" for application in applications]


def make_asked(**values):
    application = make_ready_application(state=ApplicationState.INFO_REQUESTED, **values)
    InformationRequest.objects.create(application=application, text="?", due_on=date(2027, 4, 1))
    return application


def post(client, name, applications, **words):
    return client.post(reverse(f"desk:{name}"), {"chosen": chosen(*applications), **words})


def rows(answer) -> list[tuple[str, bool, str]]:
    return [(row["application"].reference, row["is_done"], str(row["words"])) for row in answer.context["rows"]]


def test_several_are_assigned_and_each_is_recorded(enter, secretary, colleague):
    first, second = ApplicationFactory(reference="A"), ApplicationFactory(reference="B")

    answer = post(enter(secretary), "assign_several", [first, second], assignee=colleague.pk)

    first.refresh_from_db()
    assert rows(answer) == [("A", True, "Assigned."), ("B", True, "Assigned.")]
    assert (first.assignee, first.version) == (colleague, 1)
    assert Event.objects.filter(verb="assigned", actor=f"user:{secretary.pk}").count() == 2


def test_one_that_changed_meanwhile_stops_no_other(enter, secretary, colleague):
    first, second = ApplicationFactory(reference="A"), ApplicationFactory(reference="B")
    words = {"chosen": chosen(first, second), "assignee": colleague.pk}
    type(first).objects.filter(pk=first.pk).update(version=5)

    answer = enter(secretary).post(reverse("desk:assign_several"), words)

    first.refresh_from_db()
    second.refresh_from_db()
    assert [(reference, is_done) for reference, is_done, _words in rows(answer)] == [("A", False), ("B", True)]
    assert "Somebody else changed this application" in answer.content.decode()
    assert (first.assignee, second.assignee) == (None, colleague)


def test_nobody_can_be_the_assignee(enter, secretary, colleague):
    application = ApplicationFactory(assignee=colleague)

    post(enter(secretary), "assign_several", [application], assignee="")

    application.refresh_from_db()
    assert application.assignee is None


@pytest.mark.parametrize("state", [ApplicationState.WITHDRAWN, ApplicationState.CEREMONY_DONE])
def test_what_is_over_is_assigned_to_nobody(enter, secretary, state):
    application = ApplicationFactory(state=state)

    answer = post(enter(secretary), "assign_several", [application], assignee=secretary.pk)

    application.refresh_from_db()
    assert application.assignee is None
    assert [row["is_done"] for row in answer.context["rows"]] == [False]


def test_who_is_not_of_the_office_is_not_offered(enter, secretary, auditor):
    application = ApplicationFactory()

    answer = post(enter(secretary), "assign_several", [application], assignee=auditor.pk)

    application.refresh_from_db()
    assert answer.status_code == 302
    assert application.assignee is None


def test_a_colleague_who_left_is_not_offered(enter, secretary):
    former = UserFactory(username="former", groups=["Secretariat"], is_active=False)
    ApplicationFactory(assignee=former)

    page = enter(secretary).get(reverse("desk:queue"))

    assert [value for value, _name in page.context["assign"].fields["assignee"].choices] == ["", str(secretary.pk)]


def test_a_reminder_goes_to_those_who_were_asked(enter, secretary):
    asked, other = make_asked(reference="A"), make_ready_application(reference="B")

    answer = post(enter(secretary), "remind_several", [asked, other])

    assert rows(answer) == [
        ("A", True, "The applicant was reminded."),
        ("B", False, "Nothing is asked of this applicant."),
    ]
    assert OutboxMail.objects.get().application == asked
    assert Event.objects.get(verb="applicant_reminded").application == asked


def test_a_reminder_goes_once_a_day(enter, secretary):
    client, asked = enter(secretary), make_asked()

    post(client, "remind_several", [asked])
    answer = post(client, "remind_several", [asked])

    assert [words for _reference, _done, words in rows(answer)] == ["The applicant was reminded today already."]
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"contact_email": ""}, "There is no e-mail address to write to: the application came by letter."),
        ({"frozen_at": "2027-02-28T10:00:00Z"}, "The application is frozen"),
    ],
    ids=["no_address", "frozen"],
)
def test_no_reminder_goes_where_it_makes_no_sense(enter, secretary, values, words):
    answer = post(enter(secretary), "remind_several", [make_asked(**values)])

    assert words in answer.content.decode()
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize("words", [{}, {"chosen": "x"}, {"chosen": "1:"}, {"chosen": "٣:٣x"}], ids=str)
def test_without_a_tick_nothing_happens(enter, secretary, words):
    answer = enter(secretary).post(reverse("desk:remind_several"), words, follow=True)

    assert answer.redirect_chain[0][0] == reverse("desk:queue")
    assert "Tick the applications first." in answer.content.decode()


def test_the_way_back_leads_to_the_same_list(enter, secretary):
    url = reverse("desk:remind_several") + "?state=ready&evil=1"

    answer = enter(secretary).post(url, {"chosen": chosen(make_asked())})

    assert answer.context["back"] == reverse("desk:queue") + "?state=ready"


def test_who_may_not_act_sees_no_boxes(enter, auditor, secretary):
    ApplicationFactory()

    assert 'name="chosen"' in enter(secretary).get(reverse("desk:queue")).content.decode()
    assert 'name="chosen"' not in enter(auditor).get(reverse("desk:queue")).content.decode()
