"""The one writer of verdicts on reviews."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations.insights import measuring
from conversations.models import AuthorKind, Kind, Message, Review, ReviewVerdict
from tenants.errors import NotFoundError, ParameterError


def access_review(review_id: str) -> Review:
    """The review with this id; NotFoundError when there is none."""
    try:
        return Review.objects.select_related("conversation__customer", "judged_by").get(pk=review_id)
    except (Review.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such review."), param="review_id") from error


@transaction.atomic
def judge(review: Review, *, verdict: str, trigger: str, at_seq: int | None, by: Agent) -> Review:
    """Say what the conversation was, in place of what was said before; ParameterError for half a miss."""
    if verdict == ReviewVerdict.MISSED:
        _check_miss(review, trigger, at_seq)
    elif trigger or at_seq is not None:
        field = "trigger" if trigger else "at_seq"
        raise ParameterError(
            gettext("{field}: only a person who was missed is missed for a reason.").format(field=field), param=field
        )
    review.verdict, review.trigger, review.at_seq = verdict, trigger, at_seq
    review.judged_by, review.judged_at = by, timezone.now()
    measuring.touch(str(review.conversation_id))
    review.save(update_fields=["verdict", "trigger", "at_seq", "judged_by", "judged_at"])
    return review


@transaction.atomic
def open_again(review: Review) -> Review:
    """Nobody has said anything about it."""
    measuring.touch(str(review.conversation_id))
    review.verdict, review.trigger, review.at_seq, review.judged_by, review.judged_at = "", "", None, None, None
    review.save(update_fields=["verdict", "trigger", "at_seq", "judged_by", "judged_at"])
    return review


def _check_miss(review: Review, trigger: str, at_seq: int | None) -> None:
    if not trigger:
        raise ParameterError(gettext("trigger: say for what a person was needed."), param="trigger")
    said = Message.objects.filter(
        conversation=review.conversation_id, seq=at_seq or 0, kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER
    )
    if not said.exists():
        raise ParameterError(gettext("at_seq: say at which of the customer's messages."), param="at_seq")
