"""What customers answer: the one writer of ratings, of questions put away, and of wishes not to be asked again."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from assistant.skills.passwords import redacting
from conversations import events
from conversations.events import SurveyChanged
from conversations.insights import measuring
from conversations.models import Survey
from conversations.surveys import asking, hearing
from tenants.errors import BatonError

LONGEST = 2000  # letters of a comment
OVER = gettext_noop("This was answered already, or is too long ago. Thank you all the same.")


class SurveyOverError(BatonError):
    """The question cannot be answered any more, or the answer not be changed."""

    status = 409
    type = "conflict_error"
    code = "survey_over"

    def __init__(self) -> None:
        super().__init__(gettext(OVER))


@dataclass(frozen=True)
class Rating:
    """What the customer says: both from 1 to 5, where 5 is very satisfied and very easy."""

    satisfaction: int
    effort: int | None = None
    comment: str = ""


@transaction.atomic
def give(survey: Survey, rating: Rating) -> Survey:
    """Keep the answer, or change it within ten minutes of the first; SurveyOverError otherwise.

    Passwords in the comment are taken out, as of any words. The same again changes nothing.
    """
    locked = _locked(survey)
    if not asking.is_open(locked) or locked.refused_at is not None:
        raise SurveyOverError
    comment = redacting.redacted(rating.comment.replace("\x00", "").strip()[:LONGEST])
    said = (rating.satisfaction, rating.effort, comment)
    if (locked.satisfaction, locked.effort, locked.comment) == said:
        return locked
    locked.satisfaction, locked.effort, locked.comment = said
    locked.answered_at = locked.answered_at or timezone.now()
    locked.dismissed_at = None
    locked.save(update_fields=["satisfaction", "effort", "comment", "answered_at", "dismissed_at"])
    hearing.expect(locked)
    _tell(locked)
    return locked


@transaction.atomic
def put_away(survey: Survey) -> None:
    """The customer does not want to answer now; what was answered stays."""
    Survey.objects.filter(pk=survey.pk, answered_at=None, dismissed_at=None).update(dismissed_at=timezone.now())


@transaction.atomic
def refuse(survey: Survey) -> None:
    """The customer wants to be asked no more, by any way, after any conversation."""
    Survey.objects.filter(pk=survey.pk, refused_at=None).update(refused_at=timezone.now())


def _locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update().get(pk=survey.pk)


def _tell(survey: Survey) -> None:
    """Reports count it anew, and whoever has the conversation open looks."""
    conversation_id = str(survey.conversation_id)
    measuring.touch(conversation_id)
    events.publish(SurveyChanged(conversation_id, {"id": survey.id}))
