"""The pages of the Committee and of the decision rules."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from membership.models import DecisionRule, RuleProposal, Seat
from membership.services import rounds
from tests.membership.desk.fresh import make_fresh
from tests.membership.factories import NOW, TODAY, CityFactory, MemberFactory, make_ready_application

pytestmark = pytest.mark.django_db
SUMMIT = TODAY + timedelta(days=300)


def send(client, user, name, **words):
    client.force_login(user)
    make_fresh(client, user)
    return client.post(reverse(f"desk:{name}"), words, follow=True)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_composition_of_a_day_is_shown_with_its_warnings(client, enter, committee, auditor):
    enter(auditor)

    answer = client.get(reverse("desk:committee"))

    assert [row.seat.city.name_en for row in answer.context["seats"]][:2] == ["Zagreb", "Sofia"]
    assert "The end of the President’s mandate is not known: Zagreb. (Article 11)" in text_of(answer)
    assert answer.context["forms"] == {}
    assert client.get(reverse("desk:committee"), {"day": "1999-01-01"}).context["seats"] == []
    assert client.get(reverse("desk:committee"), {"day": "x"}).status_code == 200


def test_a_change_is_prepared_shown_and_taken_back(client, committee, secretary):
    Seat.objects.update(mandate_ends=date(2030, 1, 1))
    city = MemberFactory(city=CityFactory(slug="bar", country="ME")).city
    words = {"day": SUMMIT, "leaving": [committee[6].pk], "city_1": city.pk, "role_1": "elected", "override": ""}
    words |= {f"role_{row}": "elected" for row in (2, 3, 4)}

    prepared = send(client, secretary, "handover", **words)
    assert "Prepared" in text_of(prepared)
    assert city.seats.get().start == SUMMIT

    send(client, secretary, "withdraw_handover", day=SUMMIT)
    assert not city.seats.exists()


def test_a_warning_refuses_until_a_reason_is_given(client, committee, secretary):
    words = {"seat_id": committee[6].pk, "last_day": TODAY, "reason": "Resigned."}

    refused = send(client, secretary, "end_seat", **words)
    taken = send(client, secretary, "end_seat", **words, override="The Assembly was told.")

    assert (refused.status_code, taken.status_code) == (422, 200)
    assert "The Assembly was told." in text_of(
        client.get(reverse("desk:committee"), {"day": TODAY + timedelta(days=1)})
    )


def test_a_seat_is_filled_and_its_holder_changed(client, committee, secretary, member):
    city = MemberFactory(city=CityFactory(slug="bar", country="ME")).city
    words = {"role": "elected", "city_id": city.pk, "start": TODAY, "override": "An eighth seat."}

    assert send(client, secretary, "fill_seat", **words).status_code == 200
    changed = send(client, secretary, "change_holder", seat_id=city.seats.get().pk, holder_id=member.pk, title="Mayor")

    assert (changed.status_code, city.seats.get().holder) == (422, None)  # he holds the seat of Athens


def test_the_whole_committee_resigns(client, committee, secretary):
    answer = send(client, secretary, "resign", last_day=TODAY, reason="Article 13.")

    assert "Inform all members" in text_of(answer)
    assert not Seat.objects.filter(end__isnull=True).exists()


def art13() -> DecisionRule:
    return DecisionRule.objects.get(key="art13")


def test_a_rule_is_proposed_and_confirmed_on_its_page(client, enter, committee, secretary, president):
    round_ = rounds.open_round(make_ready_application().pk, president, rule_id=art13().pk, now=NOW)
    words = {
        "reading": "art13", "unanimity": "none", "quorum_base": "statutory_seats", "casting_vote": "any_tie",
        "abstentions_count": "on", "proxy_max": 1, "valid_from": TODAY, "reason": "Decision 5/2027.",
    }  # fmt: skip
    send(client, secretary, "propose_rule", **words)
    enter(president)

    client.post(reverse("desk:answer_rule", args=[RuleProposal.objects.get().pk]), {"confirms": "yes"})

    rule = DecisionRule.objects.get(key="art13", version=2)
    assert (rule.parameters["quorum_base"], rule.parameters["version"]) == ("statutory_seats", 2)
    page = text_of(client.get(reverse("desk:round", args=[round_.pk])))
    assert "This round keeps the version it began with." in page
    assert "the seven seats of the statutes" in text_of(client.get(reverse("desk:rules")))
