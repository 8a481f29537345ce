"""Turns a scene into the rows that the live conversation would have left: log, decisions, handovers, notes."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from agents.models import Agent, Team
from assistant import card, social
from assistant import words as assistant_words
from assistant.answering import Line, Source, unsure_words
from assistant.models import AssistantSettings, Engine, Mode
from conversations import handoff, log, model_versions, queries, wire, words
from conversations.demo import matters
from conversations.demo.casting import Beat, Scene
from conversations.demo.content import articles, company
from conversations.demo.dialogues import (
    EVIDENCE,
    AgentNotes,
    AgentSays,
    AssistantQuotes,
    AssistantUnsure,
    CustomerSays,
    HandsBack,
    HandsOver,
    PressesPerson,
    TimePasses,
)
from conversations.demo.measured import THRESHOLD, Doubts, Measurer
from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Handover,
    Holder,
    Kind,
    Message,
    Note,
    Priority,
    Status,
)
from escalation import rules
from escalation.facts import Facts, Quote
from escalation.rules import HandOver, RuleBook
from tenants import ids

Json = dict[str, Any]
SURE, UNSURE = (0.63, 0.97), (0.16, 0.41)
LIVE_FOR = timedelta(days=1)  # from the seed on, what is live stays as it is told unless somebody acts


@dataclass(frozen=True)
class Shop:
    """What a retelling looks up: the stored people and articles, and the rules that were in force."""

    agents: Mapping[str, Agent]
    teams: Mapping[str, Team]
    article_ids: Mapping[str, str]
    book: RuleBook


@dataclass
class Told:
    """The rows of one conversation."""

    conversation: Conversation
    messages: list[Message] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def tell(scene: Scene, customer: Customer, *, shop: Shop, chance: Random) -> Told:
    """Every row of the scene, as if it had been lived through."""
    teller = _Teller(scene, customer, shop=shop, chance=chance)
    for beat in scene.beats:
        teller.play(beat)
    return teller.close()


class _Teller:
    """Keeps the conversation's row as the live code would while the scene goes by."""

    def __init__(self, scene: Scene, customer: Customer, *, shop: Shop, chance: Random) -> None:
        self.scene, self.shop, self.chance = scene, shop, chance
        begun = scene.beats[0].at
        self.row = Conversation(
            id=past_id("conv", begun, chance),
            customer=customer,
            language=customer.language,
            tags=list(scene.scenario.tags),
            created_at=begun,
            held_since=begun,
            updated_at=begun,
        )
        self.told = Told(self.row)
        self.evidence: list[Quote] = []
        self.doubts = Doubts()
        names = [team.name for team in shop.teams.values()]
        self.measurer = Measurer(self.row, names, chance)
        self.agent = shop.agents[scene.agent.key] if scene.agent else None

    def play(self, beat: Beat) -> None:
        """One step of the scene."""
        step, at = beat.step, beat.at
        match step:
            case CustomerSays():
                self._customer_says(beat.text, at)
            case PressesPerson():
                said = words.say(words.PERSON_PLEASE, self.row.language)
                self._customer_says(said, at, data={"pressed_person_button": True})
            case AssistantQuotes():
                self._answers(step, at)
            case AssistantUnsure():
                self._admits_doubt(at)
            case HandsOver():
                self._hands_over(step, at)
            case AgentSays() | AgentNotes() | HandsBack():
                self._agent_acts(step, beat.text, at)
            case TimePasses():
                pass

    def close(self) -> Told:
        """The rows, the conversation resolved if the scene ends so."""
        if self.scene.ends == "resolved":
            if self.row.holder == Holder.ASSISTANT and self.row.last_kind == AuthorKind.CUSTOMER:
                self._takes_leave(self.scene.beats[-1].at + timedelta(seconds=self.chance.uniform(0.8, 2.4)))
            at = self.scene.resolved_at
            self.row.status, self.row.unanswered_since = Status.RESOLVED, None
            self._entry(
                at,
                kind=Kind.STATUS,
                text=words.say(words.RESOLVED, self.row.language),
                data={"status": Status.RESOLVED.value},
            )
            self._release()
            if self.row.holder != Holder.ASSISTANT:
                self._move(at, Holder.ASSISTANT, because="resolved", text="")
            self.row.seen_seq = self.row.mailed_seq = self.row.seq
        else:
            self.row.due_at = self.row.timer_at = timezone.now() + LIVE_FOR
            self.row.seen_seq = self.row.mailed_seq = self.row.last_customer_seq
        return self.told

    def _customer_says(self, marked: str, at: datetime, data: Json | None = None) -> None:
        text = EVIDENCE.sub(r"\1", marked)
        seq = self.row.seq + 1
        quoted = EVIDENCE.findall(marked) or [text]
        self.evidence = [Quote(part, seq, text.index(part), text.index(part) + len(part)) for part in quoted]
        self._says(at, AuthorKind.CUSTOMER, text, client_id=_uuid(at, self.chance), data=data or {})
        self.row.last_customer_seq = self.row.seq

    def _answers(self, quote: AssistantQuotes, at: datetime) -> None:
        article = articles()[quote.slug]
        passage = article.paragraphs[quote.paragraph - 1]
        source = Source(article_id=self.shop.article_ids[quote.slug], title=article.title, passage=passage)
        seen = self._facts(at, self.chance.uniform(*SURE))
        self._says(at, AuthorKind.ASSISTANT, f"{quote.lead} {passage}".strip(), sources=[asdict(source)])
        self._decide(at, seen, "answer")
        self.doubts = replace(self.doubts, in_a_row=0)

    def _takes_leave(self, at: datetime) -> None:
        """The assistant's polite answer to the customer's last words."""
        seen = self._facts(at, 1.0)
        kind = social.reply_to(self.told.messages[-1].text) or assistant_words.THANKS
        self._says(at, AuthorKind.ASSISTANT, assistant_words.say(kind, self.row.language))
        self._decide(at, seen, "answer")

    def _admits_doubt(self, at: datetime) -> None:
        seen = self._facts(at, self.chance.uniform(*UNSURE))
        text = unsure_words(self.row.language)
        self._says(at, AuthorKind.ASSISTANT, text, data={"offers_person": True})
        self._decide(at, seen, "unsure")
        self.doubts = Doubts(self.doubts.unsure + 1, self.doubts.in_a_row + 1)

    def _hands_over(self, step: HandsOver, at: datetime) -> None:
        doubt = step.signal == "low_confidence"
        seen = self._facts(at, self.chance.uniform(*UNSURE)) if doubt else self._facts(at, None, step)
        outcome = rules.decide(seen, self.shop.book)
        if not isinstance(outcome, HandOver) or outcome.trigger != step.signal:
            raise ValueError(f"{self.scene.scenario.title!r}: the rules do not hand over for {step.signal}")
        spoken = self._spoken()
        self._says(at, AuthorKind.ASSISTANT, outcome.say, data={log.FAREWELL: True})
        decision = self._decide(at, seen, "handover", outcome)
        team = self.shop.teams[step.team]
        mood = handoff.mood((made.asked_seq, made.facts) for made in self.told.decisions)
        handover = Handover(
            id=past_id("hnd", at, self.chance),
            conversation=self.row,
            decision=decision,
            team=team,
            reason=outcome.reason,
            fired=list(outcome.signals),
            card=handoff.card_json(card.draw(spoken), None, mood=mood),
            routing=self._routing(team),
            requested_at=at,
        )
        self.told.handovers.append(handover)
        self.row.priority, self.row.trigger = outcome.priority, outcome.trigger
        said = words.say(words.QUEUED, self.row.language, team=team.name)
        passed_on = handover.card["passed_on"]
        self._move(at, Holder.QUEUE, team=team, because="handed_over", text=said, passed_on=passed_on)

    def _agent_acts(self, step: AgentSays | AgentNotes | HandsBack, text: str, at: datetime) -> None:
        agent = self._holder(at)
        match step:
            case AgentSays():
                self._says(at, AuthorKind.AGENT, text, agent=agent, client_id=_uuid(at, self.chance))
            case AgentNotes():
                self._notes(agent, text, at)
            case HandsBack(brief):
                self._hands_back(agent, brief, at)

    def _notes(self, agent: Agent, text: str, at: datetime) -> None:
        note = Note(
            id=past_id("note", at, self.chance),
            conversation=self.row,
            author=agent,
            text=text,
            client_id=_uuid(at, self.chance),
            created_at=at,
        )
        self.told.notes.append(note)

    def _hands_back(self, agent: Agent, brief: str, at: datetime) -> None:
        self._notes(agent, brief, at)
        self._release()
        self.measurer.rest()
        said = words.say(words.HANDED_BACK, self.row.language, name=agent.first_name)
        self._move(at, Holder.ASSISTANT, because="handed_back", text=said)

    def _holder(self, at: datetime) -> Agent:
        """The agent, who accepts the conversation a moment before doing the first thing in it."""
        agent = self.agent
        if agent is None:
            raise ValueError(f"{self.scene.scenario.title!r}: somebody acts before an agent was found")
        if self.row.holder == Holder.QUEUE and self.row.team is not None:
            handover, accepted = self.told.handovers[-1], at - timedelta(seconds=self.chance.uniform(15, 40))
            handover.accepted_at, handover.accepted_by = accepted, agent
            said = words.say(words.ACCEPTED, self.row.language, name=agent.first_name, team=self.row.team.name)
            self._move(accepted, Holder.AGENT, agent=agent, team=self.row.team, because="accepted", text=said)
        return agent

    def _facts(self, at: datetime, confidence: float | None, fired: HandsOver | None = None) -> Facts:
        """What the rules saw, and how sure the assistant was."""
        seen = self.measurer.facts(
            at,
            self.told.messages,
            evidence=self.evidence,
            doubts=self.doubts,
            fired=None if fired is None else (fired.signal, fired.value),
        )
        return seen if confidence is None else seen.with_confidence(round(confidence, 3), THRESHOLD)

    def _decide(self, at: datetime, seen: Facts, action: str, outcome: HandOver | None = None) -> Decision:
        decision = Decision(
            id=past_id("dec", at, self.chance),
            conversation=self.row,
            asked_seq=self.row.last_customer_seq,
            answer_seq=self.row.seq,
            action=action,
            trigger=outcome.trigger if outcome else "",
            label=outcome.label if outcome else "",
            rule=outcome.rule if outcome else "",
            rules_version=self.shop.book.version,
            facts=seen.to_json(),
            considered=rules.explain(seen, self.shop.book).to_json(),
            model_versions=model_versions.of_turn(Engine.EMBEDDED, AssistantSettings()),
            confidence=seen.confidence,
            topic=matters.topic(self.scene.scenario),
            mode=Mode.AUTOPILOT,
            engine=Engine.EMBEDDED,
            articles=[source["article_id"] for source in self.told.messages[-1].sources] if action == "answer" else [],
            created_at=at,
        )
        self.told.decisions.append(decision)
        return decision

    def _routing(self, team: Team) -> Json:
        """To whom it was offered, in the words of `agents.routing`."""
        able = [one for one in company().agents if company().teams[one.teams[0]] == team.name]
        if self.agent is None:
            return {"agent_id": None, "why": f"none of {len(able)} in the team is online"}
        load = self.chance.randrange(self.agent.capacity)
        return {
            "agent_id": self.agent.id,
            "why": f"least busy ({load} of {self.agent.capacity}) of {len(able)} who could take it",
        }

    def _spoken(self) -> list[Line]:
        said = (message for message in self.told.messages if message.kind == Kind.TEXT)
        return [Line(role=queries.role(message), text=message.text, seq=message.seq) for message in said]

    def _says(self, at: datetime, who: AuthorKind, text: str, **fields: Any) -> None:
        log.keep_newest_words(self.row, self._entry(at, kind=Kind.TEXT, author_kind=who, text=text, **fields))

    def _release(self) -> None:
        self.row.priority, self.row.trigger = Priority.NORMAL, ""

    def _move(
        self, at: datetime, holder: Holder, *, because: str, text: str, agent: Agent | None = None,
        team: Team | None = None, passed_on: Any = (),
    ) -> None:  # fmt: skip
        row = self.row
        row.epoch += 1
        row.holder, row.agent, row.team = holder, agent, team
        row.held_since, row.held_because = at, because
        row.waiting_since = at if holder == Holder.QUEUE else None
        self._entry(at, kind=Kind.CONTROL, text=text, data={**wire.control(row), "passed_on": list(passed_on)})

    def _entry(self, at: datetime, *, author_kind: str = AuthorKind.SYSTEM, **fields: Any) -> Message:
        self.row.seq += 1
        self.row.updated_at = at
        entry = Message(
            id=past_id("msg", at, self.chance),
            conversation=self.row,
            seq=self.row.seq,
            author_kind=author_kind,
            created_at=at,
            **fields,
        )
        self.told.messages.append(entry)
        return entry


def past_id(prefix: str, at: datetime, chance: Random) -> str:
    """A public id as `tenants.ids` would have made it at that moment."""
    return ids.encode(prefix, _uuid(at, chance))


def _uuid(at: datetime, chance: Random) -> uuid.UUID:
    milliseconds = int(at.timestamp() * 1000)
    high = (milliseconds << 16) | 0x7000 | chance.getrandbits(12)
    return uuid.UUID(int=(high << 64) | (0b10 << 62) | chance.getrandbits(62))
