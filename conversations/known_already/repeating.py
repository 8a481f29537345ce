"""What a customer had to say again after a handover; measured once a person is done with the conversation."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction

from assistant import card
from assistant.answering import Line
from assistant.records import numbers
from assistant.records.numbers import Numbers
from conversations import queries
from conversations.insights import measuring
from conversations.known_already import asking, knowing
from conversations.models import Conversation, Handover
from tenants.jobs import Lease

Json = dict[str, Any]


def work(held: Lease) -> None:
    """Store with the newest handover that somebody accepted what had to be said again after it."""
    conversation = Conversation.objects.filter(pk=str(held.ids["conversation_id"])).select_related("customer").first()
    if conversation is None:
        return
    accepted = conversation.handovers.filter(accepted_at__isnull=False).select_related("decision")
    handover = accepted.order_by("-requested_at").first()
    if handover is None:
        return
    lines = queries.lines(conversation)
    found = list(repeats(lines, since=handover.decision.asked_seq, known_numbers=numbers.of_tenant()))
    with transaction.atomic():
        Handover.objects.filter(pk=handover.pk).update(repeats=found)
        measuring.touch(str(conversation.id))


def repeats(lines: Sequence[Line], *, since: int, known_numbers: Numbers) -> Iterator[Json]:
    """Each question of a person for what the customer had told, and each value that the customer gave once more.

    `since` is the seq of the message that was handed over: what stands in it or before, the card had.
    """
    for place, line in enumerate(lines):
        if line.seq <= since:
            continue
        before = [one for one in lines[:place] if one.role == "customer"]
        told = {one.name: one for one in knowing.told(card.facts_in(before, known_numbers))}
        if line.role == "agent":
            yield from _asked(line, told)
        elif line.role == "customer":
            had = [one for one in told.values() if one.seq <= since]
            again = {one.value.casefold() for one in knowing.told(card.facts_in([line], known_numbers))}
            yield from (_repeat("customer", one, line.seq) for one in had if one.value.casefold() in again)


def _asked(line: Line, told: dict[str, knowing.Known]) -> Iterator[Json]:
    for asked in asking.asked_for(line.text):
        known = told.get(asked.name)
        if known is not None and known.value.casefold() not in line.text.casefold():
            yield _repeat("agent", known, line.seq)


def _repeat(by: str, known: knowing.Known, seq: int) -> Json:
    return {"by": by, "what": known.name, "seq": seq, "known_seq": known.seq}
