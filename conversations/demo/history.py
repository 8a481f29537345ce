"""Writes the demo's past in bulk.

The live log has one writer, `conversations.log.append`, which locks a conversation, numbers one entry, stamps it with
the present and announces it. A past of thousands of entries that nobody listens to needs none of that, and must carry
moments of its own, so these rows are numbered by `retelling` and inserted here, before the tenant has its first
visitor. Nothing but the seed of the demo calls this, and only into a tenant without any conversation.
"""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from django.db import transaction

from agents.models import Agent, Team
from assistant.models import Article as ArticleRow
from billing.models import UsageRecord
from conversations import deadlines
from conversations.demo import retelling, verdicts
from conversations.demo.casting import Cast, Scene
from conversations.demo.content import articles, company
from conversations.demo.orders import Order
from conversations.demo.people import Person
from conversations.demo.retelling import Shop, Told
from conversations.models import Conversation, Customer, Decision, Handover, Message, Note
from escalation.rules import RuleBook
from tenants import ids

AT_ONCE = 500


@transaction.atomic
def write(
    chance: Random, orders: Sequence[Order], newcomers: Sequence[Person], *, book: RuleBook, now: datetime
) -> int:
    """Store the past month of conversations into a tenant that has none; returns how many."""
    scenes = list(Cast(chance, orders, newcomers, now).scenes())
    shop = shop_of(book)
    customers = _Customers(chance)
    told = [retelling.tell(scene, customers.of(scene), shop=shop, chance=chance) for scene in scenes]
    Customer.objects.bulk_create(customers.made, batch_size=AT_ONCE)
    store(told)
    verdicts.write(list(zip(scenes, told, strict=True)), Random(len(told)), now=now)
    return len(told)


class _Customers:
    """One row for each person who wrote, and one for each visit of somebody unknown."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.made: list[Customer] = []
        self._known: dict[str, Customer] = {}

    def of(self, scene: Scene) -> Customer:
        """The customer of a scene, known since it began or before."""
        begun, person = scene.beats[0].at, scene.person
        if person is not None and person.email in self._known:
            known = self._known[person.email]
            known.created_at = min(known.created_at, begun)
            return known
        customer = Customer(
            id=retelling.past_id("cus", begun, self.chance), language=scene.scenario.language, created_at=begun
        )
        customer.name = person.name if person else f"{Customer.MADE_UP}{str(customer.id)[-4:].upper()}"
        if person is not None:
            customer.email = person.email
            self._known[person.email] = customer
        self.made.append(customer)
        return customer


def shop_of(book: RuleBook) -> Shop:
    """The stored people, teams and articles under the names that the content uses."""
    agents = {agent.email: agent for agent in Agent.objects.all()}
    teams = {team.name: team for team in Team.objects.all()}
    titles = dict(ArticleRow.objects.values_list("title", "id"))
    return Shop(
        agents={one.key: agents[one.email] for one in company().agents},
        teams={key: teams[name] for key, name in company().teams.items()},
        article_ids={slug: titles[article.title] for slug, article in articles().items()},
        book=book,
    )


def store(told: Sequence[Told]) -> None:
    """Keep what was told, all rows of it."""
    Conversation.objects.bulk_create([one.conversation for one in told], batch_size=AT_ONCE)
    for live in (one.conversation for one in told if one.conversation.due_at is not None):
        deadlines.start(live)
    Message.objects.bulk_create([row for one in told for row in one.messages], batch_size=AT_ONCE)
    decisions = [row for one in told for row in one.decisions]
    Decision.objects.bulk_create(decisions, batch_size=AT_ONCE)
    Handover.objects.bulk_create([row for one in told for row in one.handovers], batch_size=AT_ONCE)
    Note.objects.bulk_create([row for one in told for row in one.notes], batch_size=AT_ONCE)
    UsageRecord.objects.bulk_create(
        [_usage(one, decision) for one in told for decision in one.decisions if decision.action == "answer"],
        batch_size=AT_ONCE,
    )


def _usage(told: Told, decision: Decision) -> UsageRecord:
    """The metered turn of an answer."""
    answer = next(message for message in told.messages if message.seq == decision.answer_seq)
    return UsageRecord(
        message_id=ids.decode("msg", answer.id),
        conversation_id=ids.decode("conv", told.conversation.id),
        recorded_at=answer.created_at,
    )
