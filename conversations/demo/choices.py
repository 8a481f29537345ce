"""Why the conversations that people have now came to them, and the shifts of those who work part of the week."""

from dataclasses import replace
from datetime import time, timedelta

from agents import dispatching, people, routing, shifts
from agents.hours import Stretch
from agents.models import Agent, Role, Shift
from conversations import offers
from conversations.models import Conversation, Customer, Holder, OfferEnd, RoutingChoice

PART_TIME = 2  # of the agents; the others take conversations whenever somebody tries the demo as one of them
MORNINGS = tuple(Stretch(weekday, time(8), time(13)) for weekday in range(5))


def load() -> None:
    """Once; a second time changes nothing."""
    if RoutingChoice.objects.exists() or Shift.objects.exists():
        return
    for agent in Agent.objects.filter(role=Role.AGENT).order_by("-name")[:PART_TIME]:
        shifts.replace(agent, MORNINGS)
    rules, everybody = dispatching.of_company(), people.candidates({})
    held = Conversation.objects.filter(holder=Holder.AGENT).select_related("customer", "team", "agent", "skill")
    for conversation in held:
        need = offers.need_of(conversation, rules)
        here = [_then(one, str(conversation.agent_id)) for one in everybody]
        choice = routing.choose(need, here, waited=timedelta(hours=1))
        if choice.agent_id != conversation.agent_id:
            continue
        RoutingChoice.objects.create(
            conversation=conversation,
            epoch=max(1, conversation.epoch - 1),
            at=conversation.held_since - rules.accept / 2,
            cause="handed_over",
            agent=conversation.agent,
            why=choice.why,
            need=offers.need_json(conversation, need, ()),
            candidates=[offers.candidate_json(one, choice) for one in here],
            until=conversation.held_since + rules.accept / 2,
            end=OfferEnd.ACCEPTED,
            ended_at=conversation.held_since,
        )
        Customer.objects.filter(pk=conversation.customer_id).update(last_agent=conversation.agent)


def _then(one: routing.Candidate, taker: str) -> routing.Candidate:
    """Who was there when it was passed on: everybody, with who took it the least busy."""
    return replace(one, online=True, on_shift=True, load=0 if one.agent_id == taker else min(1, one.capacity))
