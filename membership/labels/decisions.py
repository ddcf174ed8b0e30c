"""What a decision, a vote in progress and a contradictory case say, each as one whole sentence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from membership.rules.voting import CastingVote, Decision, Need, NeedCode, Reason, Result, Unanimity
from membership.rules.voting.outcome import majority_base

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

RESULTS: dict[Result, "StrPromise"] = {
    Result.CARRIED: _("Carried"),
    Result.NOT_CARRIED: _("Not carried"),
    Result.INVALID: _("Invalid"),
}

READINGS: dict[str, "StrPromise"] = {
    "cumulative": _("Articles 5 and 13 together"),
    "art13": _("Article 13 alone"),
    "strict": _("Article 5 to the letter"),
}

CONTESTED = _("The result is contested: Article 13 alone gives another result than Articles 5 and 13 together.")

# A majority is told with Article 5 where the rule also wants that nobody votes against.
_MAJORITY_WITHOUT_AGAINST = ngettext_lazy(
    "Carried: %(yes)d of the %(base)d seat counted voted Yes, which is more than half, and none voted against"
    " (Articles 5 and 13).",
    "Carried: %(yes)d of the %(base)d seats counted voted Yes, which is more than half, and none voted against"
    " (Articles 5 and 13).",
    "base",
)

# A rule of its own may give the President every tie.
_CASTING_VOTE_IN_ANY_TIE: dict[Result, "StrPromise"] = {
    Result.CARRIED: _(
        "Carried: %(yes)d voted Yes and %(against)d against, and the President's vote for Yes decides the tie"
        " (Article 13)."
    ),
    Result.NOT_CARRIED: _(
        "Not carried: %(yes)d voted Yes and %(against)d against, and the President's vote against decides the tie"
        " (Article 13)."
    ),
}

REASONS: dict[tuple[Result, Reason], "StrPromise"] = {
    (Result.CARRIED, Reason.MAJORITY): ngettext_lazy(
        "Carried: %(yes)d of the %(base)d seat counted voted Yes, which is more than half (Article 13).",
        "Carried: %(yes)d of the %(base)d seats counted voted Yes, which is more than half (Article 13).",
        "base",
    ),
    (Result.CARRIED, Reason.ALL_SEATS): ngettext_lazy(
        "Carried: the %(yes)d seat in office that is not recused voted Yes (Articles 5 and 13).",
        "Carried: all %(yes)d seats in office that are not recused voted Yes (Articles 5 and 13).",
        "yes",
    ),
    (Result.CARRIED, Reason.CASTING_VOTE): _(
        "Carried: %(yes)d voted Yes and %(against)d against, and in a tie that results from an absence the President's"
        " vote for Yes decides (Article 13)."
    ),
    (Result.NOT_CARRIED, Reason.CASTING_VOTE): _(
        "Not carried: %(yes)d voted Yes and %(against)d against, and in a tie that results from an absence the"
        " President's vote against decides (Article 13)."
    ),
    (Result.NOT_CARRIED, Reason.AGAINST): ngettext_lazy(
        "Not carried: %(against)d seat voted against, and approval must be unanimous (Article 5).",
        "Not carried: %(against)d seats voted against, and approval must be unanimous (Article 5).",
        "against",
    ),
    (Result.NOT_CARRIED, Reason.NOT_ALL_SEATS): ngettext_lazy(
        "Not carried: %(yes)d of the %(electorate)d seat in office that is not recused voted Yes, and every one must"
        " (Article 5).",
        "Not carried: %(yes)d of the %(electorate)d seats in office that are not recused voted Yes, and every one must"
        " (Article 5).",
        "electorate",
    ),
    (Result.NOT_CARRIED, Reason.NO_MAJORITY): ngettext_lazy(
        "Not carried: %(yes)d of the %(base)d seat counted voted Yes, which is not more than half (Article 13).",
        "Not carried: %(yes)d of the %(base)d seats counted voted Yes, which is not more than half (Article 13).",
        "base",
    ),
    (Result.NOT_CARRIED, Reason.TIE_WITHOUT_ABSENCE): _(
        "Not carried: %(yes)d voted Yes and %(against)d against, and the President decides a tie only where it results"
        " from an absence (Article 13)."
    ),
    (Result.NOT_CARRIED, Reason.TIE_NO_CASTING_VOTE): _(
        "Not carried: %(yes)d voted Yes and %(against)d against, and no casting vote of the President decides the tie"
        " (Article 13)."
    ),
    (Result.INVALID, Reason.NO_QUORUM): ngettext_lazy(
        "Invalid: %(have)d of %(in_office)d seat in office attends or is represented, and the quorum is %(need)d"
        " (Article 13).",
        "Invalid: %(have)d of %(in_office)d seats in office attend or are represented, and the quorum is %(need)d"
        " (Article 13).",
        "in_office",
    ),
    (Result.INVALID, Reason.NOBODY_ELIGIBLE): _(
        "Invalid: every seat that attends is recused, so nobody may vote (Article 13)."
    ),
}

NEEDS: dict[NeedCode, "StrPromise"] = {
    NeedCode.NEEDS_QUORUM: ngettext_lazy(
        "%(count)d more seat must attend or be represented for the quorum (Article 13).",
        "%(count)d more seats must attend or be represented for the quorum (Article 13).",
        "count",
    ),
    NeedCode.NEEDS_SEATS: ngettext_lazy(
        "%(count)d more seat must join the vote, because the votes of those who attend are not enough.",
        "%(count)d more seats must join the vote, because the votes of those who attend are not enough.",
        "count",
    ),
    NeedCode.NEEDS_YES: ngettext_lazy(
        "Needs %(count)d more vote for Yes (Article %(article)s).",
        "Needs %(count)d more votes for Yes (Article %(article)s).",
        "count",
    ),
    NeedCode.NEEDS_CASTING_VOTE: ngettext_lazy(
        "Needs %(count)d more vote for Yes, with the President voting Yes: the casting vote then decides the tie"
        " (Article %(article)s).",
        "Needs %(count)d more votes for Yes, with the President voting Yes: the casting vote then decides the tie"
        " (Article %(article)s).",
        "count",
    ),
    NeedCode.CARRIED_IF_CLOSED: _("Carried if the vote is closed now (Article %(article)s)."),
    NeedCode.ONE_AGAINST_BLOCKS: _("One vote against blocks approval (Article %(article)s)."),
    NeedCode.BLOCKED_BY_AGAINST: ngettext_lazy(
        "%(count)d vote against blocks approval while it stands (Article %(article)s).",
        "%(count)d votes against block approval while they stand (Article %(article)s).",
        "count",
    ),
    NeedCode.NOBODY_ELIGIBLE: _("Every seat that could vote is recused (Article %(article)s)."),
    NeedCode.QUORUM_OUT_OF_REACH: _("The seats in office are too few for the quorum (Article %(article)s)."),
    NeedCode.OUT_OF_REACH: _("Cannot be carried unless a ballot already cast is changed (Article %(article)s)."),
}


def decision_sentence(decision: Decision) -> str:
    """Return what was decided, why, and by which article; a contested result says so in a second sentence."""
    sentence = outcome_sentence(decision)
    return f"{sentence} {CONTESTED}" if decision.is_contested else sentence


def outcome_sentence(decision: Decision) -> str:
    """Return the first sentence alone, as each of several readings is told."""
    counts = decision.counts
    numbers: Mapping[str, int] = {
        "yes": counts.yes,
        "against": counts.against,
        "base": majority_base(counts, decision.rule),
        "electorate": counts.in_office - counts.recused,
        "in_office": counts.in_office,
        "have": decision.quorum.have,
        "need": decision.quorum.need,
    }
    return str(_template(decision) % numbers)


def need_sentence(need: Need) -> str:
    """Return one need as a sentence."""
    return str(NEEDS[need.code] % {"count": need.count, "article": need.article})


def _template(decision: Decision) -> "StrPromise":
    if decision.reason is Reason.MAJORITY and decision.rule.unanimity is not Unanimity.NONE:
        return _MAJORITY_WITHOUT_AGAINST
    if decision.reason is Reason.CASTING_VOTE and decision.rule.casting_vote is CastingVote.ANY_TIE:
        return _CASTING_VOTE_IN_ANY_TIE[decision.result]
    return REASONS[decision.result, decision.reason]
