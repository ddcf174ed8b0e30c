"""The records in Wagtail's own lists: seen, added and changed by whom the table allows, deleted by nobody."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from membership.models import AssemblyDecision, City, CityName, OutboxMail
from tests.membership.factories import CityFactory, MemberFactory, UserFactory

pytestmark = pytest.mark.django_db

EDITED = ["city", "member", "observer", "presidency", "workinggroup", "contradiction"]
READ_ONLY = ["outboxmail"]


@pytest.fixture
def secretary(client):
    user = _admin_user("Secretariat")
    client.force_login(user)
    return client


def _admin_user(*groups):
    user = UserFactory(groups=list(groups))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.mark.parametrize("model", EDITED + READ_ONLY)
def test_the_secretariat_sees_every_list(secretary, model):
    assert secretary.get(reverse(f"{model}:index")).status_code == 200


@pytest.mark.parametrize("model", EDITED)
def test_the_secretariat_may_add(secretary, model):
    assert secretary.get(reverse(f"{model}:add")).status_code == 200


@pytest.mark.parametrize("model", READ_ONLY)
def test_rules_and_mails_are_added_by_nobody(secretary, model):
    assert secretary.get(reverse(f"{model}:add")).status_code == 302


@pytest.mark.parametrize("model", EDITED + READ_ONLY)
@pytest.mark.parametrize("group", ["Editors", "Committee"])
def test_others_see_no_list(client, model, group):
    client.force_login(_admin_user(group))

    assert client.get(reverse(f"{model}:index")).status_code == 302


@pytest.mark.parametrize("model", READ_ONLY)
def test_an_auditor_reads_rules_and_mails(client, model):
    client.force_login(_admin_user("Auditors"))

    assert client.get(reverse(f"{model}:index")).status_code == 200


def test_nobody_deletes_a_record(secretary):
    city = CityFactory(slug="sofia")

    answer = secretary.post(reverse("city:delete", args=[city.pk]))

    assert answer.status_code == 302
    assert City.objects.filter(slug="sofia").exists()


def test_a_city_is_saved_with_its_names(secretary):
    city = CityFactory(slug="sofia", name_en="Sofia")
    CityName.objects.create(city=city, language="tr", name="Sofya")
    page = secretary.get(reverse("city:edit", args=[city.pk])).content.decode()
    names = {
        "names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "1", "names-MIN_NUM_FORMS": "0", "names-MAX_NUM_FORMS": "1000",
        "names-0-id": str(city.names.get().pk), "names-0-language": "tr", "names-0-name": "Sofya", "names-0-is_checked": "on",
    }  # fmt: skip
    values = {
        "name_en": "Sofia",
        "name_local": "София",
        "slug": "sofia",
        "country": "BG",
        **names,
        **none_of("mayors", "twinnings"),
    }

    answer = secretary.post(reverse("city:edit", args=[city.pk]), values)

    assert "Sofya" in page
    assert answer.status_code == 302
    assert City.objects.get().name_local == "София"
    assert CityName.objects.get().is_checked is True


def test_the_list_of_members_takes_as_many_queries_for_three_as_for_one(secretary):
    MemberFactory()
    secretary.get(reverse("member:index"))
    one = _queries(secretary, "member:index")
    MemberFactory.create_batch(2)

    assert _queries(secretary, "member:index") == one


def test_a_decision_of_the_assembly_is_saved_with_its_texts(secretary):
    texts = {
        "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0", "texts-MIN_NUM_FORMS": "1", "texts-MAX_NUM_FORMS": "1000",
        "texts-0-language": "en", "texts-0-text": "So it was decided.",
    }  # fmt: skip
    values = {"decided_on": "2026-01", "matter": "declaration", "certainty": "high", **texts}

    answer = secretary.post(reverse("assemblydecision:add"), values)

    assert answer.status_code == 302
    assert [text.text for text in AssemblyDecision.objects.get().texts.all()] == ["So it was decided."]


@pytest.mark.parametrize("name", ["secretaryterm", "assemblydecision", "workinggroup"])
def test_records_of_the_organisation_are_kept_by_the_secretariat(secretary, name):
    assert secretary.get(reverse(f"{name}:index")).status_code == 200
    assert secretary.get(reverse(f"{name}:add")).status_code == 200


def none_of(*names: str) -> dict[str, str]:
    """Return what a form sends for lists without a row."""
    heads = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    return {f"{name}-{head}": value for name in names for head, value in heads.items()}


def _queries(client, name):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse(name)).status_code == 200
    return len(captured)


def test_a_mail_can_be_read_whole(secretary):
    mail = OutboxMail.objects.create(
        key="k", recipient="a@example.org", language="en", subject="S", body="The whole text."
    )

    assert "The whole text." in secretary.get(reverse("desk:mail", args=[mail.pk])).content.decode()


def test_a_message_that_opens_a_draft_is_for_the_applicant_alone(secretary):
    mail = OutboxMail.objects.create(
        key="access:1", recipient="a@example.org", language="en", subject="Your code", body="123456"
    )

    assert "Your code" not in secretary.get(reverse("outboxmail:index")).content.decode()
    assert secretary.get(reverse("desk:mail", args=[mail.pk])).status_code == 404
