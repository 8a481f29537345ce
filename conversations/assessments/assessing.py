"""The one writer of what reviewers say: taken from the queue, filled in, done, put right, or passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations.assessments import access, questions, scoring
from conversations.models import Assessment, AssessmentAnswer, Dispute, Kind, Message
from tenants.errors import BatonError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
TAKEN_FOR = timedelta(minutes=30)  # since the reviewer last did something


class TakenError(BatonError):
    """Somebody else is at it, or has said the other half of a blind pair."""

    status = 409
    code = "taken"


class DoneError(BatonError):
    """It cannot be changed any more."""

    status = 409
    code = "done_already"


@dataclass(frozen=True)
class Said:
    """What a reviewer filled in; not all of it while they are at it."""

    answers: Sequence[Json]
    comment: str
    done: bool


@transaction.atomic
def take(one: Assessment, *, by: Agent) -> None:
    """The reviewer is at it, and nobody else gets it meanwhile; TakenError, DoneError."""
    _lock(one)
    if one.done_at is not None or one.skipped_at is not None:
        raise DoneError(gettext("Somebody has finished this one meanwhile."))
    other = access.sibling(one)
    if access.is_taken(one, besides=by):
        raise TakenError(
            gettext("{name} is at this one. Take another.").format(
                name=one.reviewer.name if one.reviewer else gettext("Somebody")
            )
        )
    if other is not None and other.reviewer_id == by.pk and other.skipped_at is None:
        raise TakenError(gettext("You have assessed this conversation already; this one is for somebody else."))
    one.reviewer, one.taken_until = by, timezone.now() + TAKEN_FOR
    one.save(update_fields=["reviewer", "taken_until"])


@transaction.atomic
def save(one: Assessment, said: Said, *, by: Agent, actor: Actor) -> None:
    """Keep the answers; `done` finishes it, and needs them all. TakenError, DoneError, ParameterError.

    What is done its reviewer may put right until the agent has answered to it.
    """
    if one.done_at is None:
        take(one, by=by)
    else:
        _lock(one)
        _check_may_change(one, by)
    before = one.score
    was_done = one.done_at is not None
    write(one, said.answers, finished=said.done or was_done)
    one.comment = said.comment
    if was_done:
        audit.record("assessment.changed", actor=actor, about=about(one), changes={"score": (before, one.score)})
    elif said.done:
        one.done_at, one.taken_until = timezone.now(), None
    one.save()


@transaction.atomic
def skip(one: Assessment, because: str, *, by: Agent) -> None:
    """Pass it over: it cannot be judged, and does not come again."""
    take(one, by=by)
    one.skipped_at, one.skipped_because, one.taken_until = timezone.now(), because, None
    one.save(update_fields=["skipped_at", "skipped_because", "taken_until"])
    one.answers.all().delete()


@transaction.atomic
def open_again(one: Assessment, *, by: Agent) -> None:
    """Put one that was passed over back into the queue."""
    _lock(one)
    if one.skipped_at is None or one.reviewer_id != by.pk:
        raise DoneError(gettext("Only who passed it over can put it back."))
    one.skipped_at, one.skipped_because, one.reviewer = None, "", None
    one.save(update_fields=["skipped_at", "skipped_because", "reviewer"])


def write(one: Assessment, answers: Sequence[Json], *, finished: bool) -> None:
    """The answers in place of those before, and the score of what is finished; does not save the row itself."""
    asked = {question.id: question for question in questions.questions(one.version.sections)}
    told = {str(answer["question"]): answer for answer in answers}
    for name in told:
        if name not in asked:
            raise ParameterError(
                gettext("{name}: this scorecard has no such question.").format(name=name), param="answers"
            )
    missing = next((question for question in asked.values() if question.id not in told), None)
    if finished and missing is not None:
        raise ParameterError(gettext("“{text}” has no answer yet.").format(text=missing.text), param=missing.id)
    _check_quotes(one, answers)
    worths = {name: asked[name].worth(answer["value"]) for name, answer in told.items()}
    one.answers.all().delete()
    AssessmentAnswer.objects.bulk_create(_row(one, answer, worths[name]) for name, answer in told.items())
    if finished:
        found = scoring.score(tuple(asked.values()), worths)
        one.score, one.failed = found.score, bool(found.failed_at)


def about(one: Assessment) -> About:
    """The assessment as the audit log names it."""
    return About("assessment", str(one.id), one.scorecard.name)


def _row(one: Assessment, answer: Mapping[str, Any], worth: float | None) -> AssessmentAnswer:
    return AssessmentAnswer(
        assessment=one,
        question=answer["question"],
        value=answer["value"],
        worth=worth,
        quote_seq=answer["quote_seq"],
        note=answer["note"],
    )


def _check_quotes(one: Assessment, answers: Sequence[Json]) -> None:
    quoted = {answer["quote_seq"] for answer in answers if answer["quote_seq"] is not None}
    if not quoted:
        return
    texts = Message.objects.filter(conversation=one.conversation_id, kind=Kind.TEXT, seq__in=quoted)
    if texts.count() < len(quoted):
        raise ParameterError(gettext("quote_seq: quote a message of this conversation."), param="quote_seq")


def _check_may_change(one: Assessment, by: Agent) -> None:
    if one.reviewer_id != by.pk:
        raise DoneError(gettext("Somebody has finished this one; only they can put it right."))
    if one.replied_at is not None or one.dispute != Dispute.NONE:
        raise DoneError(gettext("The agent has answered to it: decide about what they say instead."))


def _lock(one: Assessment) -> None:
    one.refresh_from_db(from_queryset=Assessment.objects.select_related(*access.LOADED).select_for_update(of=("self",)))
