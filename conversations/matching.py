"""Who waits is offered to whoever came or got free, at once: the oldest that fits, with its priority's head start."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from agents import dispatching, people, routing
from agents.models import Presence
from agents.routing import Waiting
from conversations import log, offers, queue
from conversations.models import Conversation, Holder, OfferEnd, RoutingChoice
from tenants.jobs import Lease

LONGEST_QUEUE = 2000  # looked at for one who came; beyond it those who follow are looked at by the next


def work(_held: Lease) -> None:
    """Take offers back from those who can take nothing now, then offer what waits."""
    with transaction.atomic():
        offers.lock()  # who chose a moment ago has written it down once this is passed
    for conversation_id in _offered_in_vain():
        _offer_anew(conversation_id)
    for conversation_id in _that_fit():
        with log.writing(conversation_id) as conversation:
            if conversation.holder == Holder.QUEUE and conversation.offered_to is None:
                offers.route(conversation, cause="came_free")


def _offer_anew(conversation_id: str) -> None:
    with log.writing(conversation_id) as conversation:
        if conversation.offered_to is not None and people.presence(conversation.offered_to) != Presence.ONLINE:
            offers.end(conversation, OfferEnd.WITHDRAWN)
            offers.route(conversation, cause="withdrawn")


def _offered_in_vain() -> list[str]:
    """What is offered to somebody who is not online, but for what a colleague gave them."""
    offered = Conversation.objects.filter(holder=Holder.QUEUE, offered_to__isnull=False).select_related("offered_to")
    gone = [one for one in offered if one.offered_to is not None and people.presence(one.offered_to) != Presence.ONLINE]
    given = RoutingChoice.objects.filter(conversation__in=gone, end=OfferEnd.OPEN, cause=offers.GIVEN)
    kept = set(given.values_list("conversation_id", flat=True))
    return [str(one.id) for one in gone if one.id not in kept]


def _that_fit() -> Iterator[str]:
    """What would be offered to somebody now, in its turn."""
    waiting = list(
        Conversation.objects.filter(holder=Holder.QUEUE, offered_to__isnull=True)
        .exclude(queue.resting())
        .select_related("customer")
        .order_by("waiting_since", "id")[:LONGEST_QUEUE]
    )
    if not waiting:
        return
    rules, now = dispatching.of_company(), timezone.now()
    passed = _passed(waiting)
    asked = [
        Waiting(
            conversation_id=str(one.id),
            need=offers.need_of(one, rules),
            since=one.waiting_since or now,
            priority=one.priority,
            passed=offers.resting(passed.get(str(one.id), []), now),
        )
        for one in waiting
    ]
    for one, _ in routing.match(asked, people.candidates(offers.loads()), ladder=rules.ladder, now=now):
        yield one.conversation_id


def _passed(waiting: list[Conversation]) -> dict[str, list[RoutingChoice]]:
    """Who was asked before, by conversation, in this wait of each."""
    epochs = {str(one.id): one.epoch for one in waiting}
    found: dict[str, list[RoutingChoice]] = {}
    recent = RoutingChoice.objects.filter(conversation__in=waiting, at__gt=timezone.now() - 4 * offers.REST)
    for choice in recent.only("conversation_id", "epoch", "agent_id", "end", "ended_at", "at", "need"):
        if epochs[str(choice.conversation_id)] == choice.epoch:
            found.setdefault(str(choice.conversation_id), []).append(choice)
    return found
