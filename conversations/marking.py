"""What rules leave on a conversation beside the decision: tags, and a word to the people they name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext

from agents.permissions import Right
from conversations import alerts, tagging
from conversations.models import AlertKind, Conversation
from escalation.book import Book, RuleBook
from escalation.explaining import Considered
from escalation.facts import Facts
from escalation.rules import Marks
from escalation.vocabulary import MARK

UNREADABLE_EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class Notice:
    """A rule that held names people who are to hear of it."""

    rule: str
    label: str
    trigger: str
    to: tuple[str, ...]


def notices(considered: Considered, book: Book) -> tuple[Notice, ...]:
    """Those of the rules that held and only mark, and that of the deciding rule."""
    if not isinstance(book, RuleBook):
        return ()
    named = {rule.name: rule for rule in book.rules if rule.notify}
    deciding = next((one for one in considered.fired if one.does != MARK), None)
    speaking = [one for one in considered.fired if one.does == MARK or one is deciding]
    found = [named[one.rule] for one in speaking if one.rule in named]
    return tuple(Notice(rule.name, rule.label, rule.trigger, rule.notify) for rule in found)


def mark(conversation: Conversation, marks: Marks, told: Sequence[Notice], seen: Facts) -> None:
    """Put the tags on the conversation, which is held by `writing`, and tell the people.

    A rule that held at the turn before already tells nobody again.
    """
    tagging.by_rules(conversation, marks.tags)
    before = _held_before(conversation) if told else frozenset()
    for notice in told:
        if notice.rule not in before:
            _tell(conversation, notice, seen)


def unreadable(problem: str) -> None:
    """The rules in force cannot be read: those who may write them hear of it, at most once an hour."""
    alerts.raise_to_now_and_then(
        Right.WRITE_RULES,
        every=UNREADABLE_EVERY,
        kind=AlertKind.RULES_UNREADABLE,
        subject=lambda: gettext("The rules cannot be read"),
        text=lambda: gettext(
            "Every customer gets a person until a version that can be read is published. {problem}"
        ).format(problem=problem),
        link="/console/rules/versions",
    )


def _held_before(conversation: Conversation) -> frozenset[str]:
    """The rules that held at the newest decision so far."""
    newest = conversation.decisions.order_by("-asked_seq").values_list("considered", flat=True).first()
    return frozenset(one["rule"] for one in (newest or {}).get("fired", ()))


def _tell(conversation: Conversation, notice: Notice, seen: Facts) -> None:
    signal = seen.signals.get(notice.trigger)
    quoted = f" “{signal.evidence[0].text}”" if signal is not None and signal.evidence else ""
    alerts.raise_to(
        notice.to,
        kind=AlertKind.RULE_NOTIFIED,
        subject=f"{notice.label}: {conversation.customer.name}",
        text=lambda: gettext("The rule “{rule}” holds.").format(rule=notice.rule) + quoted,
        conversation=conversation,
    )
