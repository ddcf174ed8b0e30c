"""Reads a motion to remove a member: who was convened, who attends, who voted, and what it still needs (Art. 8 to 10)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from membership.labels.members import MotionState, RollPresence, majority_sentence, quorum_sentence
from membership.labels.states import Choice
from membership.models import AssemblyBallot, Member, RemovalMotion, RollEntry
from membership.rules.assembly import AssemblyVote
from membership.rules.roll_call import Call, Presence


@dataclass(frozen=True, slots=True)
class RollRow:
    """A member on the roll; without a presence it was not called yet. `holder` is the label of who has its proxy."""

    member: Member
    label: str
    presence: str
    holder: str
    choice: str

    @property
    def presence_label(self) -> str:
        return str(RollPresence(self.presence).label) if self.presence else "–"

    @property
    def choice_label(self) -> str:
        return str(Choice(self.choice).label) if self.choice else "–"


@dataclass(frozen=True, slots=True)
class Standing:
    """A motion as it stands: the roll, the ballots, and the two sentences about quorum and majority."""

    rows: tuple[RollRow, ...]
    counts: dict[str, int]
    vote: AssemblyVote
    unvoted: int

    @property
    def quorum(self) -> str:
        return quorum_sentence(self.vote.members, self.vote.attending)

    @property
    def majority(self) -> str:
        return majority_sentence(self.vote, self.unvoted)


def electorate() -> QuerySet[Member]:
    """Return all members whose membership stands, suspended and leaving ones included, by the name of the city."""
    return Member.objects.holding().select_related("city").order_by("city__name_en", "city__country", "pk")


def not_convened(motion: RemovalMotion) -> QuerySet[Member]:
    """Return the members to whom the convening notice with the motion has not gone out."""
    return electorate().exclude(pk__in=motion.notices.sent().values("member"))


def calls_of(motion: RemovalMotion) -> dict[int, Call]:
    """Return member → what was answered at the roll call."""
    rows = motion.roll.values_list("member_id", "presence", "holder_id")
    return {member: Call(Presence(presence) if presence else None, holder) for member, presence, holder in rows}


def entries_with_votes(motion: RemovalMotion) -> list[RollEntry]:
    """Return the roll with the newest vote of each as `newest`, by the name of the city; one query."""
    newest = AssemblyBallot.objects.filter(entry=OuterRef("pk")).order_by("-pk").values("choice")[:1]
    found = motion.roll.annotate(newest=Subquery(newest)).select_related("member__city", "holder__city")
    return list(found.order_by("member__city__name_en", "member__city__country", "member_id"))


def standing_of_motion(motion: RemovalMotion) -> Standing | None:
    """Return how the motion stands, None where there is nobody to vote. Before the ballot the roll is all members."""
    entries = {entry.member_id: entry for entry in entries_with_votes(motion)}
    is_prepared = motion.state == MotionState.PREPARED
    members = list(electorate()) if is_prepared else [entry.member for entry in entries.values()]
    if not members:
        return None
    labels = labels_of(members)
    rows = tuple(_row(member, entries.get(member.pk), labels) for member in members)
    counts = Counter(row.choice for row in rows if row.choice)
    attending = sum(row.presence in (Presence.PRESENT, Presence.REPRESENTED) for row in rows)
    vote = AssemblyVote(members=len(rows), attending=attending, yes=counts[Choice.YES])
    tally = {str(choice): counts[choice] for choice in Choice}
    return Standing(rows, tally, vote, unvoted=attending - sum(tally.values()))


def labels_of(members: list[Member]) -> dict[int, str]:
    """Return member → the name of its city, with the country's letters where two bear the same."""
    names = Counter(member.city.name_en for member in members)
    return {
        member.pk: member.city.name_en
        if names[member.city.name_en] == 1
        else f"{member.city.name_en} ({member.city.country})"
        for member in members
    }


def _row(member: Member, entry: RollEntry | None, labels: dict[int, str]) -> RollRow:
    return RollRow(
        member=member,
        label=labels[member.pk],
        presence=entry.presence if entry else "",
        holder=labels.get(entry.holder_id or 0, "") if entry else "",
        choice=(vars(entry)["newest"] or "") if entry else "",
    )
