"""The forms of a round: statement of conflict, ballots, roll, closing, and what the President declares."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import QuestionFields, reason
from membership.desk.base import DeskForm
from membership.labels.decisions import READINGS
from membership.labels.states import Choice
from membership.models import Application
from membership.selectors.board import Board

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


def words(label: StrPromise, *, help_text: StrPromise | str = "") -> forms.CharField:
    """Return a field for some sentences; whether they are needed is for the rules to say."""
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}), required=False)


class StatementForm(DeskForm):
    key = "statement"
    has_conflict = forms.TypedChoiceField(
        label=_("Is there a conflict of interest?"),
        choices=[("no", _("No, there is none")), ("yes", _("Yes, there is one"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )
    explanation = words(_("What the conflict is"), help_text=_("Needed where there is one."))


class BallotForm(DeskForm):
    """A choice, and the reason which a vote against needs."""

    choice = forms.TypedChoiceField(label=_("Vote"), choices=Choice.choices, coerce=Choice, widget=forms.RadioSelect)
    reason = words(_("Reason"), help_text=_("A vote against needs a reason."))


class CastForm(BallotForm):
    """One's own vote; who gave a proxy revokes it in the same act."""

    key = "cast"
    revoke_proxy = forms.BooleanField(label=_("Revoke the proxy that your seat has given, and vote"), required=False)

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if board.own is None or board.own.proxy is None:
            del self.fields["revoke_proxy"]


class CastForForm(BallotForm):
    """The vote for a seat that authorised one's own."""

    key = "cast-for"
    round_seat_id = forms.TypedChoiceField(label=_("For the seat"), coerce=int)
    field_order = ["round_seat_id", "choice", "reason"]

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(
            "round_seat_id", ((line.standing.seat.pk, line.standing.seat.city_name) for line in board.represented)
        )


class ObjectForm(DeskForm):
    key = "object"
    reason = words(_("What you object to"))


class DemandForm(DeskForm):
    key = "demand"


class RecordStatementForm(StatementForm):
    """What a seat said in the room about a conflict of interest."""

    key = "record-statement"
    round_seat_id = forms.TypedChoiceField(label=_("Seat"), coerce=int)
    field_order = ["round_seat_id", "has_conflict", "explanation"]

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = [line.standing.seat for line in board.lines]
        self.offer("round_seat_id", [("", "–"), *((seat.pk, seat.city_name) for seat in seats)])


class AskForm(QuestionFields):
    """A question of a seat to the applicant, which pauses the round."""

    key = "ask"
    asked_by = forms.TypedChoiceField(label=_("Asked by the seat"), coerce=int)
    text = reason(
        _("What the Committee asks of the applicant"),
        help_text=_("The applicant reads it as it is; write in plain words."),
    )
    field_order = ["asked_by", "text"]

    def __init__(self, *args: Any, board: Board, application: Application, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("asked_by", ((line.standing.seat.pk, line.standing.seat.city_name) for line in board.lines))
        self.offer_parts(application, today)


class ResumeForm(DeskForm):
    key = "resume"


class SuspendForm(DeskForm):
    key = "suspend"


class RestartForm(DeskForm):
    key = "restart"


class ContinueForm(DeskForm):
    key = "continue"
    reason = words(_("Why the round goes on with its electorate"))


class RecordBallotForm(BallotForm):
    key = "record-ballot"
    round_seat_id = forms.TypedChoiceField(label=_("Seat"), coerce=int)
    field_order = ["round_seat_id", "choice", "reason"]

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = [line.standing.seat for line in board.lines if not line.standing.is_recused]
        self.offer("round_seat_id", [("", "–"), *((seat.pk, seat.city_name) for seat in seats)])


class AttendanceForm(DeskForm):
    key = "attendance"
    present = forms.TypedMultipleChoiceField(
        label=_("Present"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("present", ((line.standing.seat.pk, line.standing.seat.city_name) for line in board.lines))
        self.initial["present"] = [line.standing.seat.pk for line in board.lines if line.standing.is_present]


class CloseForm(DeskForm):
    key = "close"
    mandate_waiver = words(_("Why the round may close although the mayor's mandate has ended"))

    def __init__(self, *args: Any, mandate_has_ended: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mandate_has_ended:
            del self.fields["mandate_waiver"]


class ConfirmForm(DeskForm):
    """A contested result is confirmed only with the interpretation that settles it."""

    key = "confirm"
    reading = forms.ChoiceField(
        label=_("Reading which the interpretation names"),
        choices=[("", "–"), *READINGS.items()],
        required=False,
    )
    interpretation = words(
        _("Interpretation of the Committee or the Assembly"),
        help_text=_("Name the document: who decided it, when, and its number."),
    )

    def __init__(self, *args: Any, is_contested: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_contested:
            del self.fields["reading"], self.fields["interpretation"]


class NotApproveForm(DeskForm):
    key = "not-approve"
    reason = words(_("Reason"))


class DeferForm(DeskForm):
    key = "defer"
    reason = words(_("Reason"))


class ReleaseForm(DeskForm):
    key = "release"
