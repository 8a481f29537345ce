"""What a verified resolution is, in words: the one text of it, wherever it is counted or sold (docs/metering.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.utils.translation import gettext_noop

from billing.models import CreditReason, Free, How

RETURN_WITHIN = timedelta(days=7)
GOOD_RATING, BAD_RATING = 4, 2  # of five: from here on up, and from here on down


@dataclass(frozen=True)
class Rule:
    """The rule in a sentence, and what all must hold."""

    words: str
    points: tuple[str, ...]


RULE = Rule(
    words=(
        gettext_noop(
            "A resolution is one stretch of a conversation, from the customer's first words until it is closed, that "
            "the assistant alone brought to a good end."
        )
    ),
    points=(
        (
            gettext_noop(
                "The assistant answered what the customer asked last, from your knowledge or records or by a skill. "
                "Greetings, questions back and “I'm not sure” are no answers."
            )
        ),
        (
            gettext_noop(
                "No person took part: nobody wrote, approved, held or guided a reply, and it was never passed to your "
                "team. A handover never costs anything."
            )
        ),
        (
            gettext_noop(
                "The customer said that it helped, or rated it 4 or 5 of 5, or left with nothing open: no cross last "
                "words, no question put twice, no promise to be kept, and a whole day without another word."
            )
        ),
        (
            gettext_noop(
                "It lasts. If the customer writes there again within seven days, or comes again on the same topic, if "
                "they rate it 1 or 2, if a review says that a person was needed, or if you dispute it with good "
                "reason, it is credited, mostly by itself."
            )
        ),
        (
            gettext_noop(
                "Each stretch counts once at most, however many answers it took, and is credited once at most. What "
                "the assistant resolves beyond your cap is never charged."
            )
        ),
    ),
)


class Not(StrEnum):
    """Why an episode does not count."""

    OPEN = "open"
    MERGED = "merged"
    HANDED_OVER = "handed_over"
    PERSON = "person"
    CHECKED = "checked"
    NO_ANSWER = "no_answer"
    UNANSWERED = "unanswered"
    ASKING = "asking"
    PROMISED = "promised"
    RATED_BADLY = "rated_badly"
    REVIEWED = "reviewed"
    RETURNED = "returned"
    CAME_AGAIN = "came_again"
    ASKED_TWICE = "asked_twice"
    CROSS = "cross"
    CLOSED_BY_HAND = "closed_by_hand"


NOT_WORDS: Mapping[Not, str] = {
    Not.OPEN: gettext_noop("The conversation is still open."),
    Not.MERGED: gettext_noop("It goes on in another conversation, and counts there if at all."),
    Not.HANDED_OVER: gettext_noop("It was passed to your team. A handover never counts."),
    Not.PERSON: gettext_noop("Somebody of your team wrote to the customer."),
    Not.CHECKED: gettext_noop("Somebody of your team approved or guided a reply."),
    Not.NO_ANSWER: gettext_noop("The assistant gave no answer from your knowledge, your records or a skill."),
    Not.UNANSWERED: gettext_noop("What the customer asked last was not answered."),
    Not.ASKING: gettext_noop("The assistant had asked something back, and the customer said no more."),
    Not.PROMISED: gettext_noop("Something promised to the customer was still to be done."),
    Not.RATED_BADLY: gettext_noop("The customer rated it badly."),
    Not.REVIEWED: gettext_noop("A review says that a person was needed."),
    Not.RETURNED: gettext_noop("The customer's conversation was opened again within seven days."),
    Not.CAME_AGAIN: gettext_noop("The customer came again on the same topic within seven days."),
    Not.ASKED_TWICE: gettext_noop("The assistant put the same question twice."),
    Not.CROSS: gettext_noop("The customer's last words were cross, and nothing later says that it helped."),
    Not.CLOSED_BY_HAND: gettext_noop("Somebody closed it before anybody could know whether it helped."),
}
HOW_WORDS: Mapping[How, str] = {
    How.CONFIRMED: gettext_noop("The customer said that it helped"),
    How.RATED: gettext_noop("The customer rated it well"),
    How.SATISFIED: gettext_noop("The customer had the answer and left with nothing open"),
}
CREDIT_WORDS: Mapping[CreditReason, str] = {
    CreditReason.REOPENED: gettext_noop("The conversation was opened again within seven days."),
    CreditReason.CAME_AGAIN: gettext_noop("The customer came again on the same topic within seven days."),
    CreditReason.RATED_BADLY: gettext_noop("The customer rated it badly."),
    CreditReason.REVIEWED: gettext_noop("A review says that a person was needed."),
    CreditReason.DISPUTED: gettext_noop("You disputed it."),
}
FREE_WORDS: Mapping[Free, str] = {
    Free.TRIAL: gettext_noop("The trial charges nothing."),
    Free.PLAN: gettext_noop("Your plan has it in the price and charges no resolutions."),
    Free.GIVEN: gettext_noop("Your plan was given to you."),
    Free.CAP: gettext_noop("It came after the last one that your cap allows."),
    Free.LATE: gettext_noop("Baton learned of it when its month was over."),
    Free.NOBODY: gettext_noop("Nobody is billed here."),
}
