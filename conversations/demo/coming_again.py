"""Customers who come again: they were told how long delivery takes when they asked where their order is.

The assistant answers questions about orders from the articles, and some who got such an answer write an e-mail a few
days later, which a person deals with. So the shop has one topic in which automation costs trust, as the Klarna check
says from these conversations.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from django.db.models import Q

from conversations.demo import clock, history, retelling
from conversations.demo.casting import Beat, Scene
from conversations.demo.content import Colleague, company
from conversations.demo.dialogues import AgentSays, CustomerSays, HandsOver, Scenario
from conversations.demo.matters import ORDERS
from conversations.models import Channel, Conversation, Status
from escalation.rules import RuleBook

COUNT = 20
TAG = "second contact"
LATEST = timedelta(days=8)  # before now: whoever came again did so in the past
QUIET = timedelta(days=8)  # around the first words: they came again once, and for this; longer leaves too few
WRITES = (
    "On {day} your chat told me how long delivery takes. I know. It has not come. [[Can a person please look]]?",
    "On {day} I asked where my order is and got the usual delivery times. [[I'd like somebody to check]], please.",
    "Second try. On {day} I was sent to the delivery page. [[Could a human being look at my order]], please?",
    "Your answer on {day} was friendly and did not help: no parcel. [[Please let a person answer]] this time.",
)
ANSWERS = (
    "I'm sorry that you had to write twice. I have asked the carrier to trace it, and tell you by tomorrow noon.",
    "Thank you for your patience. The parcel sat in the depot; it goes out on the next van.",
    "I've looked: the carrier had the wrong house number. It's put right, and they deliver on the next working day.",
)
AGENTS = ("tom", "ines")


def load(book: RuleBook, now: datetime) -> None:
    """Tell of those who came again, unless that was told already."""
    if Conversation.objects.filter(tags__contains=[TAG]).exists():
        return
    chance = Random(COUNT)
    shop = history.shop_of(book)
    told = []
    for first in _alone(now)[:COUNT]:
        second = retelling.tell(_scene(first, chance), first.customer, shop=shop, chance=chance)
        second.conversation.channel, second.conversation.subject = Channel.EMAIL, "Still waiting for my order"
        told.append(second)
    history.store(told)


def _alone(now: datetime) -> Sequence[Conversation]:
    """Of those whom the assistant alone told about orders, who can write an e-mail and wrote nothing else soon."""
    asked = Conversation.objects.filter(
        ~Q(customer__email=""), decisions__topic=ORDERS, status=Status.RESOLVED, language="en", handovers=None
    )
    rows = asked.filter(updated_at__lt=now - LATEST).select_related("customer").distinct().order_by("created_at", "id")
    wrote = list(Conversation.objects.values_list("customer_id", "created_at"))
    return [
        one
        for one in rows
        if not any(
            who == one.customer_id and abs(at - one.created_at) < QUIET and at != one.created_at for who, at in wrote
        )
    ]


def _scene(first: Conversation, chance: Random) -> Scene:
    """An e-mail one to three days later, handed over because it asks for a person, who answers the same day."""
    at = clock.next_open("people", first.updated_at + timedelta(hours=chance.uniform(20, 76)))
    at += timedelta(minutes=chance.uniform(5, 90))
    handover = HandsOver("asks_human", 0.93, "orders")
    scenario = Scenario(
        title="Comes again about an order",
        topic="delivery",
        order=(),
        product="",
        tags=("delivery", TAG),
        language="en",
        speaks="en",
        agent="",
        steps=(),
    )
    day = f"{first.created_at.astimezone(clock.zone()):%A}"
    return Scene(scenario, None, None, _agent(chance), tuple(_beats(at, day, handover, chance)), "resolved")


def _beats(at: datetime, day: str, handover: HandsOver, chance: Random) -> Iterator[Beat]:
    yield Beat(CustomerSays(WRITES), at, chance.choice(WRITES).format(day=day))
    yield Beat(handover, at + timedelta(seconds=2), "")
    yield Beat(AgentSays(ANSWERS), at + timedelta(minutes=chance.uniform(12, 70)), chance.choice(ANSWERS))


def _agent(chance: Random) -> Colleague:
    key = chance.choice(AGENTS)
    return next(one for one in company().agents if one.key == key)
