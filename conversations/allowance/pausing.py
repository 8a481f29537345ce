"""At the cap of the plan the assistant begins no conversation: people have them, and what it began before goes on.

The rules look first all the same, for what keeps people safe is in every plan: somebody in distress hears the words
of that rule, and reaches the team that it names. What the customer reads says nothing of plans.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.answering import Unsure
from assistant.engines import Made
from assistant.models import Mode
from billing import bundle, standing
from conversations import judging, log, modes, words
from conversations.insights.stretches import UNDONE
from conversations.models import AuthorKind, Conversation, Kind, Status
from conversations.queries import Question
from escalation.rules import HandOver
from tenants import current

TRIGGER = "usage_cap"
NOTHING = Made(Unsure(0.0, None))
"""What is made of a question that the assistant does not look at: no suggestion either."""
REASON = (
    "The {cap:,} resolutions that the plan allows in this period are used, so until {day} the assistant begins no "
    "conversation. What it began before goes on."
)
SAY = {
    "en": "Thank you for writing. A colleague from our team takes care of this here, and has all of your message.",
    "de": "Danke für Ihre Nachricht. Jemand aus unserem Team kümmert sich hier darum und hat alles vor sich.",
    "fr": "Merci de nous avoir écrit. Une personne de notre équipe s'en occupe ici et a tout votre message.",
    "es": "Gracias por escribirnos. Una persona de nuestro equipo se ocupa aquí y tiene todo su mensaje.",
    "pt": "Obrigado por nos escrever. Uma pessoa da nossa equipa trata disto aqui e tem toda a sua mensagem.",
    "it": "Grazie per averci scritto. Una persona del nostro team se ne occupa qui e ha tutto il suo messaggio.",
    "nl": "Bedankt voor uw bericht. Iemand van ons team zorgt hier verder voor u en heeft alles wat u schreef.",
}


@dataclass(frozen=True)
class Paused:
    """The assistant keeps out of this conversation; `cap` resolutions were allowed in the period, which ends then."""

    cap: int
    ends_at: datetime

    def passes_on(self, language: str, *, mode: Mode, version: int) -> HandOver:
        """The handover to a person; an assistant that is silent here says nothing in it either."""
        day = self.ends_at.astimezone(ZoneInfo(current.tenant().time_zone))
        said = "" if mode in modes.SILENT else words.say(SAY, language)
        reason = REASON.format(cap=self.cap, day=f"{day:%-d %B}")
        return replace(judging.without_rule(TRIGGER, reason, said, version=version), priority="normal")


def of_turn(question: Question, mode: Mode) -> Paused | None:
    """Whether the assistant keeps out of the question's conversation.

    None where the cap is not reached, where it answered since the customer came with this, where it is off anyway, and
    for a question that is only tried. One query, none where nobody is billed; one more at the cap.
    """
    live = question.conversation.seq > 0 and not question.is_case
    if not live or mode == Mode.OFF or not standing.is_billed(current.tenant()):
        return None
    now = bundle.now()
    if not now.is_used_up or now.allowed.cap is None or question.again or _began(question):
        return None
    return Paused(now.allowed.cap, now.period.end)


def _began(question: Question) -> bool:
    """Whether the assistant said something here since the conversation was opened last."""
    said = [one.seq for one in question.messages if one.author_kind == AuthorKind.ASSISTANT and _is_word(one.data)]
    return bool(said) and said[-1] > _opened(question.conversation)


def _is_word(data: dict[str, object]) -> bool:
    """Not only the words with which it passed the baton."""
    return not data.get(log.FAREWELL)


def _opened(conversation: Conversation) -> int:
    """The number of the entry with which it was opened last after its end; 0 for none. An end taken back was none."""
    opened = ended = 0
    statuses = conversation.messages.filter(kind=Kind.STATUS).order_by("seq").values_list("seq", "data")
    for seq, data in statuses:
        if data.get("notice"):
            continue
        if data.get("status") == Status.RESOLVED:
            ended = seq
        elif data.get("status") == Status.OPEN and ended:
            opened, ended = (opened if data.get("reason") == UNDONE else seq), 0
    return max(opened, ended)
