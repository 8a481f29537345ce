"""Measuring as it goes, in any order and as often as one likes, gives what measuring all from scratch gives."""

from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations import control, log
from conversations.authors import ByAgent, ByCustomer
from conversations.insights import measuring
from conversations.models import (
    Conversation,
    Customer,
    Decision,
    EndedBy,
    Episode,
    Holder,
    Measuring,
    Status,
)
from tenants.models import Tenant
from tests import cast
from tests.properties import playing

TALKS = 3
ACTS = ("writes", "replies", "takes", "gives", "resolves", "reopens", "decides", "merges", "parts", "measures")
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, TALKS - 1)), min_size=4, max_size=14)
BESIDE = {"id", "measured_at"}  # what differs with each measuring


class Desk:
    """Two records of perhaps one person, with three conversations, and bob."""

    def __init__(self) -> None:
        self.bob = cast.agent("bob")
        self.people = [Customer.objects.create(name="Carol"), Customer.objects.create(name="Carola")]
        self.talks = [log.create(self.people[number % 2]) for number in range(TALKS)]

    def act(self, name: str, number: int) -> None:
        """One thing happens to one of the conversations, if it can."""
        if name == "measures":
            measuring.go()
        elif name in ("merges", "parts"):
            kept = self.people[0] if name == "merges" else None
            Customer.objects.filter(pk=self.people[1].pk).update(merged_into=kept)
            measuring.touch_all(Conversation.objects.filter(customer=self.people[1]))
        else:
            with log.writing(str(self.talks[number].id)) as talk:
                getattr(self, name)(talk)

    def writes(self, talk: Conversation) -> None:
        """The customer does."""
        if talk.status != Status.RESOLVED:
            log.append(talk, ByCustomer(talk.customer), "Thanks, but it is terrible")

    def replies(self, talk: Conversation) -> None:
        """Bob does, who holds it."""
        if talk.holder == Holder.AGENT:
            log.append(talk, ByAgent(self.bob), "Here it is")

    def takes(self, talk: Conversation) -> None:
        """Bob does."""
        if talk.status != Status.RESOLVED:
            control.take(talk, self.bob)

    def gives(self, talk: Conversation) -> None:
        """To the queue."""
        if talk.status != Status.RESOLVED:
            control.transfer(talk, team=None, offered_to=None)

    def resolves(self, talk: Conversation) -> None:
        """Since nobody writes any more."""
        if talk.status != Status.RESOLVED:
            control.resolve(talk, by=EndedBy.SILENCE)

    def reopens(self, talk: Conversation) -> None:
        """Somebody opens it again."""
        if talk.status == Status.RESOLVED:
            control.reopen(talk)

    def decides(self, talk: Conversation) -> None:
        """The assistant, about the newest words."""
        if talk.last_customer_seq and not talk.decisions.filter(asked_seq=talk.last_customer_seq).exists():
            facts: dict[str, Any] = {"signals": {"churn_risk": {"value": 0.7, "threshold": 0.5}}}
            Decision.objects.create(
                conversation=talk,
                asked_seq=talk.last_customer_seq,
                action="off",
                topic="delivery",
                rules_version=1,
                facts=facts,
            )
            measuring.touch(str(talk.id))


def measured() -> list[dict[str, Any]]:
    """All episodes as they are stored."""
    rows = Episode.objects.order_by("conversation", "number").values()
    return [{name: value for name, value in row.items() if name not in BESIDE} for row in rows]


@settings(
    max_examples=200 if playing.LONG else 6,
    deadline=None,
    phases=playing.PHASES,
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def test_as_it_goes_is_as_from_scratch(in_acme: Tenant, steps: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        desk = Desk()
        for name, number in steps:
            desk.act(name, number)
        measuring.catch_up()
        as_it_went = measured()
        Episode.objects.all().delete()
        Measuring.objects.all().delete()
        measuring.catch_up()
        assert as_it_went == measured()
        transaction.set_rollback(True)
