"""What a turn knows of the supervisors: what they asked for, what forces approval, and how grave it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from agents.models import Team
from assistant.engines import Guidance, GuidedBy
from assistant.skills.orders.cancelling import CANCEL_ORDER
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.returning import RETURNS
from assistant.skills.outcomes import Served
from assistant.skills.registry import SKILLS
from assistant.skills.task import Task
from conversations import judging, words
from conversations.control_room import risk, standing, tiers
from conversations.control_room.risk import Risk, Stakes
from conversations.decided import Decided
from conversations.models import (
    ActKind,
    ControlRoomSettings,
    GuidanceKind,
    Holder,
    OversightAct,
    Promise,
    PromiseState,
    Tier,
)
from conversations.queries import Question
from escalation.defaults import UNREADABLE_SAY
from escalation.facts import Facts
from escalation.rules import HandOver
from escalation.signals import worth

RISES_BY = 5  # over the risk that was put aside, until it counts again
MONEY_TASKS = frozenset({REFUND.name, RETURNS.name, CANCEL_ORDER.name})
FORCED = "The conversation is at {tier} risk, so a person looks first: {reason}."
HELD = "{name} wants to see this reply first. {why}"
GUIDED_TRIGGER = "guided"
PASSED_ON = "{name} passed this on.{note}"
GUIDED = "{name} guided this answer, and it could not be followed: {why}"


@dataclass(frozen=True)
class Watched:
    """Of one turn; nothing stands and nothing is forced where nobody waits for the answer, as in a case to try."""

    settings: ControlRoomSettings = field(default_factory=ControlRoomSettings)
    acts: Mapping[str, OversightAct] = field(default_factory=dict)
    promise: str = ""
    promise_due: datetime | None = None
    task: str = ""
    real: bool = False  # somebody waits for the answer

    @property
    def guidance(self) -> OversightAct | None:
        """The instruction that this turn obeys."""
        return self.acts.get(ActKind.GUIDANCE)

    @property
    def is_held(self) -> bool:
        """Whether the next reply waits for a yes; whether it still does, the lock says in the end."""
        return ActKind.HOLD in self.acts

    def asks(self) -> Guidance | None:
        """The instruction as an engine hears it; passing on is none of its business."""
        act = self.guidance
        if act is None or act.guidance_kind == GuidanceKind.PASS_ON:
            return None
        article = act.about if act.guidance_kind == GuidanceKind.ARTICLE else ""
        return Guidance(GuidedBy(act.guidance_kind), act.text, article)

    def passes_on(self, language: str, *, version: int) -> HandOver | None:
        """The handover that the instruction asks for; None where it asks for none."""
        act = self.guidance
        if act is None or act.guidance_kind != GuidanceKind.PASS_ON:
            return None
        team = Team.objects.filter(pk=act.about).first()
        reason = PASSED_ON.format(name=act.by.first_name, note=f" “{act.text}”" if act.text else "")
        handover = judging.without_rule(GUIDED_TRIGGER, reason, words.say(UNREADABLE_SAY, language), version=version)
        return replace(handover, team=None if team is None else team.name)

    def risk(self, seen: Facts, *, money: str = "", unfollowed: str = "") -> Risk:
        """How grave it stands by these facts."""
        return risk.assess(
            seen,
            Stakes(
                money=money,
                task=self.task,
                worth=float(worth.read_worth(seen.customer)[worth.NAMES.index("worth")]),
                promise=self.promise,
                promise_due=self.promise_due,
                unfollowed=unfollowed,
                now=timezone.now(),
            ),
        )

    def silences(self, seen: Facts, topic: str) -> bool:
        """Whether nothing is shown while an answer is made, since it will wait for a yes."""
        return bool(self.forced(self.risk(seen), topic))

    def forced(self, stands: Risk, topic: str) -> str:
        """Why an answer waits for a yes because of its conversation's tier; "" where it need not."""
        dismissal = self.acts.get(ActKind.DISMISSAL)
        if dismissal is not None and not outgrown(dismissal, stands):
            return ""
        tier = tiers.tier(self.settings, stands.score)
        if not tiers.forces_approval(self.settings, tier, topic) or not stands.reasons:
            return ""
        return FORCED.format(tier=Tier(tier).label.lower(), reason=stands.reasons[0].label)


NOBODY = Watched()


def of_turn(question: Question) -> Watched:
    """What stands over this turn; three queries, none for a case."""
    conversation = question.conversation
    if not conversation.seq or question.is_case or conversation.holder != Holder.ASSISTANT:
        return NOBODY
    conversation_id = str(conversation.id)
    due = Promise.objects.filter(
        conversation=conversation_id, state=PromiseState.OPEN, due_at__lt=timezone.now() + risk.PROMISE_SOON
    )
    text, due_at = due.order_by("due_at").values_list("text", "due_at").first() or ("", None)
    return Watched(tiers.current(), standing.acts(conversation_id), text, due_at, _under_way(question.task), real=True)


def outgrown(dismissal: OversightAct, stands: Risk) -> bool:
    """Whether a risk that was put aside has risen so far that it counts again."""
    return stands.score > dismissal.risk + RISES_BY


def is_outdated(decided: Decided, acts: Mapping[str, OversightAct]) -> bool:
    """Whether a supervisor guides the answer otherwise than this turn knew; a handover is not theirs to guide."""
    if isinstance(decided.outcome, HandOver) and decided.outcome.trigger != GUIDED_TRIGGER:
        return False
    now, then = acts.get(ActKind.GUIDANCE), decided.guided
    return decided.risk is not None and (now and now.id) != (then and then.id)


def held(decided: Decided, acts: Mapping[str, OversightAct]) -> Decided:
    """The same, waiting for a yes where a supervisor asked to see the reply first; `acts` are what stands now."""
    hold = acts.get(ActKind.HOLD)
    if hold is None:
        return decided
    return replace(decided, held=HELD.format(name=hold.by.first_name, why=decided.held).strip())


def judged(decided: Decided, watched: Watched, *, unfollowed: str) -> Decided:
    """The same with how grave it stands, and whether somebody looks first because of that."""
    if not watched.real:
        return decided
    stands = watched.risk(decided.seen, money=_money(decided.outcome), unfollowed=unfollowed)
    return replace(
        decided,
        risk=stands,
        room=watched.settings,
        checked=watched.forced(stands, decided.manner.topic),
        guided=watched.guidance,
        unfollowed=unfollowed,
        held=_in_words(watched.guidance, unfollowed),
    )


def _in_words(act: OversightAct | None, why: str) -> str:
    return GUIDED.format(name=act.by.first_name, why=why) if act is not None and why else ""


def _money(outcome: Any) -> str:
    """What an act would do, where a skill wants one done."""
    if not isinstance(outcome, Served) or outcome.act is None:
        return ""
    act = outcome.act
    what = act.kind.replace("_", " ").capitalize()
    amount = "" if act.amount is None else f" of {act.amount} {act.currency}".rstrip()
    return f"{what}{amount} for {act.subject}" if act.subject else f"{what}{amount}"


def _under_way(task: Task | None) -> str:
    if task is None or task.over or task.skill not in MONEY_TASKS:
        return ""
    return f"Under way: {SKILLS[task.skill].label.lower()}"
