"""To whom a waiting conversation is offered: the choice, how long the offer stands, and why, written down.

Whoever chooses holds one lock of the company until the end of the transaction, so that two handovers at the same moment
do not both take somebody's last room. The conversation's own lock always comes before it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone

from agents import dispatching, people, routing
from agents.dispatching import Dispatching
from agents.models import Agent
from agents.routing import Candidate, Choice, Need
from conversations.models import Conversation, Holder, OfferEnd, RoutingChoice, Status
from tenants import current

Json = dict[str, Any]
GIVEN = "given"  # somebody chose the person: such an offer stands for its time, whatever the person does
REST = timedelta(minutes=5)  # who declined or let it pass is not asked again before
LOCK = "SELECT pg_advisory_xact_lock(hashtext('routing ' || %s))"


def route(conversation: Conversation, *, cause: str, not_to: Collection[str] = ()) -> RoutingChoice:
    """Offer the conversation, which waits and is locked, to the best person for it, or to nobody, and write down why.

    Nobody in `not_to` is asked for a while. Call it after the conversation's last change of control.
    """
    lock()
    now, rules = timezone.now(), dispatching.of_company()
    need, found, earlier = need_of(conversation, rules), people.candidates(loads()), _of_this_wait(conversation)
    passed = resting(earlier, now) | frozenset(not_to)
    if need.last_agent_id in passed:
        need = Need(need.team_id, need.language, need.skill_id, need.least_level)
    waited = now - (conversation.waiting_since or now)
    choice = routing.choose(need, found, ladder=rules.ladder, waited=waited, passed=passed)
    conversation.offered_to, conversation.offered_until = None, None
    if choice.agent_id is not None:
        conversation.offered_to = Agent.objects.get(pk=choice.agent_id)
        conversation.offered_until = now + rules.accept_of(conversation.team)
    conversation.look_again_at = (
        None if choice.agent_id is not None else _look_again(conversation, choice, found, earlier=earlier, now=now)
    )
    made = RoutingChoice(
        conversation=conversation,
        epoch=conversation.epoch,
        at=now,
        cause=cause,
        agent=conversation.offered_to,
        why=choice.why,
        need=need_json(conversation, need, not_to),
        widened=[ask.value for ask in choice.widened],
        candidates=[candidate_json(one, choice) for one in found],
        until=conversation.offered_until,
        end=OfferEnd.NOBODY if choice.agent_id is None else OfferEnd.OPEN,
    )
    return _kept(made, earlier)


def give(conversation: Conversation, agent: Agent, *, by: Agent) -> None:
    """Offer the conversation, which waits and is locked, to the person whom a colleague chose."""
    now, rules = timezone.now(), dispatching.of_company()
    conversation.offered_to, conversation.look_again_at = agent, None
    conversation.offered_until = now + rules.accept_of(conversation.team)
    RoutingChoice.objects.create(
        conversation=conversation,
        epoch=conversation.epoch,
        at=now,
        cause=GIVEN,
        agent=agent,
        why=f"{by.name} chose {agent.name}",
        need={**need_json(conversation, need_of(conversation, rules), ()), "not_to": [str(by.id)]},
        until=conversation.offered_until,
    )


def end(conversation: Conversation, how: OfferEnd) -> None:
    """The offer that stands, if there is one, ends so; the conversation is locked."""
    if conversation.offered_to_id is not None:
        still = RoutingChoice.objects.filter(conversation=conversation, end=OfferEnd.OPEN)
        still.update(end=how, ended_at=timezone.now())
    conversation.offered_to, conversation.offered_until, conversation.look_again_at = None, None, None


def lock() -> None:
    """Wait for those who choose now, and hold off those who want to, until the end of the transaction."""
    with current.connection.cursor() as cursor:
        cursor.execute(LOCK, [current.schema_name()])


def held() -> dict[str, int]:
    """How many conversations each agent holds, by id; what rests until a time takes no room."""
    found = Conversation.objects.filter(holder=Holder.AGENT, status=Status.OPEN).values_list("agent_id")
    return {str(agent_id): count for agent_id, count in found.annotate(count=Count("id"))}


def loads() -> dict[str, int]:
    """How many conversations each agent holds or is offered, by id."""
    offered = Conversation.objects.filter(holder=Holder.QUEUE, offered_to__isnull=False).values_list("offered_to_id")
    kept = {str(agent_id): count for agent_id, count in offered.annotate(count=Count("id"))}
    return dict(Counter(held()) + Counter(kept))


def need_of(conversation: Conversation, rules: Dispatching) -> Need:
    """What the conversation asks of who takes it."""
    last = conversation.customer.last_agent_id
    return Need(
        team_id=None if conversation.team_id is None else str(conversation.team_id),
        language=conversation.language,
        skill_id=None if conversation.skill_id is None else str(conversation.skill_id),
        least_level=rules.least_level,
        last_agent_id=None if last is None else str(last),
    )


def resting(choices: Sequence[RoutingChoice], now: datetime) -> frozenset[str]:
    """Who is not asked now: who declined or let it pass not long ago, and who gave it away."""
    asked = {
        str(one.agent_id)
        for one in choices
        if one.end in {OfferEnd.DECLINED, OfferEnd.EXPIRED} and one.ended_at and one.ended_at > now - REST
    }
    given = {agent_id for one in choices if one.at > now - REST for agent_id in one.need.get("not_to", ())}
    return frozenset(asked | given)


def _of_this_wait(conversation: Conversation) -> list[RoutingChoice]:
    return list(RoutingChoice.objects.filter(conversation=conversation, epoch=conversation.epoch).order_by("-at"))


def _look_again(
    conversation: Conversation,
    choice: Choice,
    found: Sequence[Candidate],
    *,
    earlier: Sequence[RoutingChoice],
    now: datetime,
) -> datetime | None:
    """When the answer may be another one although nobody came or got free: a rung, a shift, the end of a rest."""
    since = conversation.waiting_since or now
    rung = [] if choice.next_rung is None else [since + choice.next_rung]
    begins = [one.shift_begins for one in found if one.online and one.shift_begins is not None]
    rests = [one.ended_at + REST for one in earlier if one.ended_at is not None]
    given = [one.at + REST for one in earlier if one.need.get("not_to")]
    return min((at for at in [*rung, *begins, *rests, *given] if at > now), default=None)


def _kept(made: RoutingChoice, earlier: Sequence[RoutingChoice]) -> RoutingChoice:
    """Store the choice; that there is still nobody, for the same reason, is not written down again."""
    last = earlier[0] if earlier else None
    same = last is not None and (last.end, last.why, last.widened) == (OfferEnd.NOBODY, made.why, made.widened)
    if made.end == OfferEnd.NOBODY and same and last is not None:
        return last
    made.save(force_insert=True)
    return made


def need_json(conversation: Conversation, need: Need, not_to: Collection[str]) -> Json:
    """What was asked for, as a choice keeps it; nobody in `not_to` was asked."""
    skill = conversation.skill
    return {
        "team": None if conversation.team is None else conversation.team.name,
        "language": need.language,
        "skill": None if skill is None else skill.name,
        "level": None if skill is None else need.least_level,
        "not_to": [*not_to],
    }


def candidate_json(one: Candidate, choice: Choice) -> Json:
    """Somebody who was looked at, as a choice keeps it."""
    return {
        "agent_id": one.agent_id,
        "name": one.name,
        "verdict": choice.verdicts[one.agent_id].value,
        "load": one.load,
        "capacity": one.capacity,
    }
