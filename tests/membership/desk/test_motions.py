"""The page of a motion to remove a member: one form for each step, a row for each member."""

import pytest
from django.urls import reverse

from membership.labels.states import MemberState
from membership.models import AssemblyBallot, Member, Observer, RemovalMotion, RollEntry
from membership.services import assembly, assembly_ballot
from tests.membership.factories import NOW, CityFactory, MemberFactory
from tests.membership.services.assembly import call, convened, make_members, opened, prepare

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(db) -> list[Member]:
    return make_members(3)


def post(client, name, pk, query="", **words):
    return client.post(reverse(f"desk:{name}", args=[pk]) + query, words)


def presences(motion) -> list[str]:
    return list(RollEntry.objects.filter(motion=motion).order_by("member_id").values_list("presence", flat=True))


def test_a_removal_goes_from_the_motion_to_the_result(enter, secretary, three):
    client = enter(secretary)
    words = {"assembly": "Summit", "assembly_on": "2027-03-01", "reason": "Nothing heard."}
    prepared = client.post(reverse("desk:prepare_motion", args=[three[0].pk]), words)
    motion = RemovalMotion.objects.get()
    post(client, "convene", motion.pk)
    post(client, "letters", motion.pk, went="on")
    roll = {f"roll_{three[0].pk}": "present", f"roll_{three[1].pk}": "represented", f"holder_{three[1].pk}": "member-0"}
    post(client, "roll", motion.pk, **roll)
    before = client.get(reverse("desk:motion", args=[motion.pk])).content.decode()
    post(client, "open_ballot", motion.pk)
    post(client, "ballots", motion.pk, **{f"vote_{three[0].pk}": "yes", f"vote_{three[1].pk}": "yes"})
    during = client.get(reverse("desk:motion", args=[motion.pk])).content.decode()
    closed = post(client, "close_ballot", motion.pk, decision="Minutes of 1 March")

    three[0].refresh_from_db()
    after = client.get(reverse("desk:motion", args=[motion.pk])).content.decode()
    assert prepared.url == reverse("desk:motion", args=[motion.pk])
    assert "The quorum is reached: 2 of 3 members attend, 2 are needed." in before
    assert "The motion has its majority: 2 Yes, and 2 of all 3 members are needed." in during
    assert (closed.status_code, three[0].state) == (302, MemberState.REMOVED)
    assert "2 Yes, 0 against, 0 abstentions; 2 of 3 members attended." in after


def test_case_49_the_page_names_whom_the_notice_has_not_reached_and_refuses_to_open(enter, secretary, three):
    motion = prepare(three[0], secretary)
    call(motion, secretary, three, "ppp")
    client = enter(secretary)

    page = client.get(reverse("desk:motion", args=[motion.pk])).content.decode()
    answer = post(client, "open_ballot", motion.pk)

    assert "It has not reached: Member-0, Member-1, Member-2" in page
    assert answer.status_code == 422
    assert "the convening notice with this motion was not sent to every member" in answer.content.decode()


def test_only_the_rows_of_the_country_that_is_shown_are_changed(enter, secretary, three):
    serbian = MemberFactory(city=CityFactory(slug="nis", country="RS"))
    motion = convened(three[0], secretary)
    call(motion, secretary, three, "ppp")
    client = enter(secretary)

    answer = post(client, "roll", motion.pk, "?country=RS", **{f"roll_{serbian.pk}": "absent"})
    page = client.get(answer.url).content.decode()

    assert answer.url.endswith("?country=RS")
    assert presences(motion) == ["present", "present", "present", "absent"]
    assert f'name="roll_{serbian.pk}"' in page
    assert f'name="roll_{three[0].pk}"' not in page


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        ("Nowhere", "No member of this name is on the roll."),
        ("", "Name the member that holds the proxy."),
        ("member-1", "A member cannot represent itself."),
    ],
)
def test_a_proxy_that_does_not_stand_is_marked_in_its_row_and_nothing_is_stored(enter, secretary, three, holder, words):
    motion = convened(three[0], secretary)
    roll = {f"roll_{three[0].pk}": "present", f"roll_{three[1].pk}": "represented", f"holder_{three[1].pk}": holder}

    answer = post(enter(secretary), "roll", motion.pk, **roll)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert f'value="present" id="roll_roll_{three[0].pk}_0" checked' in page.replace("\n", "")
    assert set(presences(motion)) <= {""}


def test_a_vote_of_the_country_shown_leaves_the_others(enter, secretary, three):
    motion = opened(three[0], secretary, three, "ppp")
    client = enter(secretary)
    post(client, "ballots", motion.pk, **{f"vote_{member.pk}": "yes" for member in three[:2]})

    post(client, "ballots", motion.pk, **{f"vote_{three[0].pk}": "against"})

    assert list(AssemblyBallot.objects.values_list("choice", flat=True)) == ["yes", "yes", "against"]


def test_a_reader_sees_the_roll_and_no_form(enter, president, secretary, three):
    motion = opened(three[0], secretary, three, "ppp")

    page = enter(president).get(reverse("desk:motion", args=[motion.pk])).content.decode()

    assert "Member-1" in page
    assert "Save the votes" not in page


def test_two_cities_of_one_name_are_told_apart_by_their_country(enter, secretary, three):
    for country in ("RS", "GR"):
        MemberFactory(city=CityFactory(name_en="Nea", country=country))
    motion = prepare(three[0], secretary)

    page = enter(secretary).get(reverse("desk:motion", args=[motion.pk])).content.decode()

    assert '<option value="Nea (RS)">' in page


def test_an_observer_is_on_no_roll(enter, secretary, three):
    Observer.objects.create(name_en="Union of Municipalities")
    motion = convened(three[0], secretary)
    call(motion, secretary, three, "ppp")

    page = enter(secretary).get(reverse("desk:motion", args=[motion.pk])).content.decode()

    assert "Union of Municipalities" not in page
    assert motion.roll.count() == 3


def test_the_page_takes_as_many_queries_for_nine_members_as_for_three(
    enter, secretary, three, django_assert_max_num_queries
):
    motion = convened(three[0], secretary)
    call(motion, secretary, three, "ppp")
    client, url = enter(secretary), reverse("desk:motion", args=[motion.pk])
    client.get(url)
    with django_assert_max_num_queries(1000) as few:
        client.get(url)
    more = make_more(6)
    assembly.convened_by_letter(motion.pk, secretary, now=NOW)
    call(motion, secretary, more, "pppppp")
    with django_assert_max_num_queries(len(few)):
        client.get(url)
    assembly_ballot.open_ballot(motion.pk, secretary, now=NOW)


def make_more(number: int) -> list[Member]:
    return [MemberFactory(city=CityFactory(slug=f"more-{n}")) for n in range(number)]
