"""Short ways to write a case: seats by letters, everybody present unless said."""

from membership.rules.committee import SeatRole
from membership.rules.voting import Attendance, Ballot, Case, Seat

WORDS = {"y": Ballot.YES, "n": Ballot.AGAINST, "a": Ballot.ABSTAIN}
CITIES = ("istanbul", "athens", "tirana", "sofia", "zagreb", "ljubljana", "skopje")
ROLES = (SeatRole.PRESIDENT, SeatRole.FORMER, SeatRole.NEXT, *[SeatRole.ELECTED] * 4)


def committee(seats: str) -> Case:
    """Return the case of up to seven seats, the President first, one sign for each.

    y n a: present, with a ballot for Yes, against or to abstain. Y N A: the same, represented; the last seat that is
    present without a proxy of another holds the proxy. ".": present without a ballot. "-": absent. "r": present and
    recused. "R": absent and recused. "v": vacant.
    """
    named = list(zip(CITIES, seats.replace(" ", ""), strict=False))
    represented = [city for city, sign in named if sign in "YNA"]
    holders = [city for city, sign in named if sign in "yna."][-len(represented) :] if represented else []
    present = {city: Attendance.PRESENT for city, sign in named if sign in "yna.r"}
    return Case(
        seats=tuple(Seat(city, ROLES[CITIES.index(city)], is_vacant=sign == "v") for city, sign in named),
        attendance=present | dict.fromkeys(represented, Attendance.REPRESENTED),
        proxies=dict(zip(represented, holders, strict=True)),
        recused=frozenset(city for city, sign in named if sign in "rR"),
        ballots={city: WORDS[sign.lower()] for city, sign in named if sign.lower() in WORDS},
    )
