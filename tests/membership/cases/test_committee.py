"""Edge cases 30, 38 to 40 and 54: the Committee changes, and so do the rules; and how dated seats are kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from membership.labels.composition import COMPOSITION, finding_sentence
from membership.labels.states import RoundState, SeatRole
from membership.models import CompositionOverride, DecisionRule, RuleProposal, Seat
from membership.permissions import Role, roles_of
from membership.rules.voting.notation import rule_as_json
from membership.rules.voting.readings import CUMULATIVE
from membership.selectors.composition import changes_between, findings_on, in_office
from membership.selectors.rounds import rule_of
from membership.selectors.rules import has_newer_version, last_day_of
from membership.services import committee as service
from membership.services.decisions import close_round
from membership.services.round_timers import suspend_changed
from membership.services.rules import answer_rule, propose_rule
from tests.membership.factories import NOW, CityFactory, MemberFactory, UserFactory
from tests.membership.services.conftest import opened as opened_round
from tests.membership.services.voting import refusal_of, vote

pytestmark = pytest.mark.django_db
opened = opened_round
TODAY = NOW.date()
SUMMIT = date(2028, 1, 20)
BECAUSE = "The Assembly said so."


def new(role=SeatRole.ELECTED, slug="ljubljana", country="SI", **words):
    return service.NewSeat(role=role, city_id=CityFactory(slug=slug, country=country).pk, **words)


def codes(day) -> list[str]:
    return [finding.code for finding in findings_on(day)]


def cities_on(day) -> list[str]:
    return [row.seat.city.name_en for row in in_office(day)]


@pytest.fixture
def known_mandates(committee):
    Seat.objects.update(mandate_ends=date(2030, 1, 1))


def test_every_finding_has_a_sentence(committee):
    assert {finding_sentence(finding) for finding in findings_on(TODAY)} == {
        "The end of the President’s mandate is not known: Zagreb."
    }
    assert len(COMPOSITION) == 10


def test_case_30_opening_across_a_change_of_the_committee_is_foreseen(committee, secretary, known_mandates):
    service.prepare_handover(secretary, day=SUMMIT, leaving=[committee[6].pk], joining=[new()], now=NOW)

    assert changes_between(TODAY, SUMMIT) == [SUMMIT]
    assert changes_between(TODAY, SUMMIT - timedelta(days=1)) == []


def test_case_38_a_vacant_seat_leaves_six_in_the_quorum_and_below_four_it_warns(
    committee, secretary, known_mandates, opened, holders
):
    service.end_seat(secretary, committee[6].pk, last_day=TODAY, reason="Resigned.", override=BECAUSE, now=NOW)
    assert "seats_not_seven" in codes(TODAY + timedelta(days=1))
    assert "filled_below_majority" not in codes(TODAY + timedelta(days=1))

    for seat in committee[3:6]:
        words = {"last_day": TODAY, "reason": "Resigned.", "override": BECAUSE, "now": NOW}
        service.end_seat(secretary, seat.pk, **words)
    assert "filled_below_majority" in codes(TODAY + timedelta(days=1))


def test_case_39_when_the_whole_committee_resigns_rounds_are_suspended(committee, secretary, opened):
    service.resign(secretary, last_day=TODAY, reason="Article 13.", now=NOW)

    suspend_changed(NOW + timedelta(days=1))

    opened.refresh_from_db()
    assert opened.state == RoundState.SUSPENDED
    assert in_office(TODAY + timedelta(days=1)) == []


def test_a_warning_needs_a_reason_which_is_kept(committee, secretary, known_mandates):
    words = {"last_day": TODAY, "reason": "Resigned.", "now": NOW}

    assert refusal_of(service.end_seat, secretary, committee[6].pk, **words) == "composition_warns"
    service.end_seat(secretary, committee[6].pk, override=BECAUSE, **words)

    override = CompositionOverride.objects.get()
    assert (override.finding, override.article, override.reason) == ("seats_not_seven", "13", BECAUSE)


def test_a_third_city_of_a_country_warns(committee, secretary, known_mandates):
    joining = [new(slug="varna", country="BG"), new(slug="plovdiv", country="BG")]
    leaving = [committee[5].pk, committee[6].pk]

    words = {"day": SUMMIT, "leaving": leaving, "joining": joining, "now": NOW}
    assert refusal_of(service.prepare_handover, secretary, **words) == "composition_warns"
    assert cities_on(SUMMIT) == cities_on(TODAY)


def test_a_third_term_in_a_row_warns(committee, secretary, known_mandates):
    athens = committee[3].city
    for start, end in ((date(2022, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), date(2025, 12, 31))):
        Seat.objects.create(role=SeatRole.ELECTED, city=athens, start=start, end=end)

    assert codes(TODAY) == ["terms_over_limit"]


def test_a_handover_is_prepared_and_takes_effect_on_its_day_alone(committee, secretary, known_mandates):
    zagreb, sofia, sarajevo = (seat.city for seat in committee[:3])
    joining = [
        service.NewSeat(role=SeatRole.FORMER, city_id=zagreb.pk),
        service.NewSeat(
            role=SeatRole.PRESIDENT,
            city_id=sarajevo.pk,
            holder_id=committee[2].holder_id,
            mandate_ends=date(2030, 1, 1),
        ),
        new(role=SeatRole.NEXT),
    ]
    leaving = [seat.pk for seat in committee[:3]]

    service.prepare_handover(secretary, day=SUMMIT, leaving=leaving, joining=joining, now=NOW)

    assert cities_on(SUMMIT - timedelta(days=1))[:3] == ["Zagreb", "Sofia", "Sarajevo"]
    assert cities_on(SUMMIT)[:3] == ["Sarajevo", "Zagreb", "Ljubljana"]
    assert Role.PRESIDENT not in roles_of(committee[2].holder, SUMMIT - timedelta(days=1))
    assert Role.PRESIDENT in roles_of(committee[2].holder, SUMMIT)
    assert sofia.seats.get().end == SUMMIT - timedelta(days=1)


def test_a_prepared_handover_is_taken_back_whole_until_its_day(committee, secretary, known_mandates):
    Seat.objects.filter(pk=committee[6].pk).update(end=date(2028, 6, 30))
    service.prepare_handover(
        secretary,
        day=SUMMIT,
        leaving=[committee[5].pk, committee[6].pk],
        joining=[new(), new(slug="bar", country="ME")],
        now=NOW,
    )

    service.withdraw_handover(secretary, day=SUMMIT, now=NOW)

    assert Seat.objects.count() == 7
    assert list(Seat.objects.filter(end__isnull=False).values_list("pk", "end")) == [
        (committee[6].pk, date(2028, 6, 30))
    ]
    assert refusal_of(service.withdraw_handover, secretary, day=TODAY, now=NOW) == "handover_not_ahead"


def test_one_person_holds_one_seat(committee, secretary, known_mandates):
    words = {"holder_id": committee[0].holder_id, "title": "Mayor", "mandate_ends": None, "now": NOW}

    assert refusal_of(service.change_holder, secretary, committee[3].pk, **words) == "one_person_one_seat"
    service.change_holder(secretary, committee[3].pk, **{**words, "holder_id": UserFactory().pk})


def test_only_the_secretariat_changes_the_committee(committee, president):
    with pytest.raises(PermissionDenied):
        service.resign(president, last_day=TODAY, reason="R", now=NOW)


def propose(secretary, **changes):
    parameters = {**rule_as_json(CUMULATIVE), "abstentions_count": False, **changes}
    return propose_rule(
        secretary,
        key="cumulative",
        parameters={name: value for name, value in parameters.items() if name not in ("key", "version")},
        is_default=True,
        valid_from=TODAY,
        reason="Decision 5/2027.",
        now=NOW,
    )


def test_case_40_an_open_round_keeps_its_version_and_says_so(opened, secretary, president):
    proposal = propose(secretary)
    assert DecisionRule.objects.valid_on(TODAY).get(key="cumulative").version == 1
    answer_rule(proposal.pk, president, confirms=True, now=NOW)

    assert DecisionRule.objects.valid_on(TODAY).get(key="cumulative").version == 2
    opened.refresh_from_db()
    assert (opened.rule.version, rule_of(opened).abstentions_count) == (1, True)
    assert has_newer_version(opened.rule, TODAY) is True


def test_case_54_an_old_decision_shows_the_rule_that_was_in_force_then(opened, secretary, president, holders):
    for holder in holders[:4]:
        vote(opened, holder)
    decision = close_round(opened.pk, secretary, now=NOW)
    proposal = propose(secretary)

    answer_rule(proposal.pk, president, confirms=True, now=NOW)

    assert (decision.rule["version"], decision.rule["abstentions_count"]) == (1, True)
    assert last_day_of(opened.rule) == TODAY - timedelta(days=1)


def test_a_proposed_rule_is_nothing_until_the_president_confirms_it(rule, committee, secretary, president):
    proposal = propose(secretary)
    with pytest.raises(PermissionDenied):
        answer_rule(proposal.pk, secretary, confirms=True, now=NOW)
    answer_rule(proposal.pk, president, confirms=False, now=NOW)

    assert DecisionRule.objects.count() == 3
    assert refusal_of(answer_rule, proposal.pk, president, confirms=True, now=NOW) == "already_answered"


def test_a_rule_with_a_wrong_parameter_is_not_proposed(rule, committee, secretary):
    assert refusal_of(propose, secretary, unanimity="perhaps") == "rule_parameter_wrong"
    assert not RuleProposal.objects.exists()


def test_a_city_that_is_no_member_is_not_offered_a_seat(client, committee, secretary):
    MemberFactory(city=CityFactory(slug="bar", country="ME"))
    secretary.is_superuser = True
    secretary.save()
    client.force_login(secretary)

    form = client.get(reverse("desk:committee")).context["forms"]["fill"]

    assert [label for _, label in form.fields["city_id"].choices] == ["–", "Bar, Montenegro"]
