"""Whatever a customer says, in whatever order: no deed without a yes to it, nothing personal unproven, no third try."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from assistant.answering import Line
from assistant.reading import Reading
from assistant.skills import confirming, serving, stepping
from assistant.skills.configured import Configured
from assistant.skills.confirming import Reply
from assistant.skills.contract import Act, Ask, Confirm, Known, Scene, Skill, Slot, Step, Value
from assistant.skills.outcomes import Aside, Dialogue, Left, Served, Standing
from assistant.skills.task import Task
from tests.skills.shelf import Shelf, order

SECRET = "SECRET"
CAROL, ERNA = "carol@example.org", "erna@example.org"
WORDS = {"en": "?"}
ORDERS = (order("LC-100001"), order("LC-100002"), order("LC-100009", email=ERNA))
READ = Reading("en", np.zeros((1, 384), np.float32), np.zeros((1, 512), np.float32))


@dataclass(frozen=True)
class Nothing:
    """No policy."""


def step(slots: Mapping[str, Value], scene: Scene[Nothing]) -> Step:
    """A refund that names the order's secret in the words with which it asks for a yes."""
    if "order" not in slots:
        return Ask("order", "Which order?")
    found = scene.records.order(slots["order"].value)
    if found is None or found.email not in scene.known.proven:
        return Ask("order", "There is no such order of yours. Which one?", wrong=True)
    if "why" not in slots:
        return Ask("why", "Why?")
    request = {"order": found.number, "why": slots["why"].value}
    act = Act("refund", f"refund:{found.number}", found.number, request, "Done.", "Because.", Decimal(1), "EUR")
    return Confirm(f"{SECRET} of {found.email}: refund {found.number}?", act)


def slot(name: str, kind: str) -> Slot:
    return Slot(name, kind, {"en": name}, WORDS, {"en": f"Again: {name}?"}, name)


REFUND: Skill[Any] = Skill(
    "refund", "Refund", "Refunds.", (slot("order", "order"), slot("why", "text"), slot("email", "email")), Nothing,
    step, lambda _: (), (), personal=True,
)  # fmt: skip
SAYINGS = st.sampled_from(
    [
        "yes", "Yes please", "ok", "no", "No, the other order", "never mind", "stop", "yes, but tomorrow", "yes?",
        "LC-100001", "LC-100002", "LC-100009", "LC-999999", CAROL, ERNA, "it is too small", "123456", "hmm", "???",
        "Are you open on Sunday?", "no, LC-100002", "send the code again", "👍", "maybe", "the first one", "2",
    ]
)  # fmt: skip


class Talk(RuleBasedStateMachine):
    """A customer who says anything, proves addresses now and then, and is taken over by a person at times."""

    def __init__(self) -> None:
        super().__init__()
        self.task: Task | None = None
        self.proven: frozenset[str] = frozenset()
        self.lines: list[Line] = []
        self.rested = False
        self.questions: list[str] = []  # the words of the same question in a row
        self.moment = datetime(2026, 6, 10, 12, tzinfo=UTC)

    @rule(email=st.sampled_from([CAROL, ERNA]))
    def proves(self, email: str) -> None:
        """A code was typed, or the company vouches."""
        self.proven |= {email}

    @precondition(lambda self: self.task is not None)
    @rule()
    def is_taken_over_and_handed_back(self) -> None:
        """A person had it meanwhile; what the assistant asked before that is no try any more."""
        self.lines.append(Line("agent", "Let me see.", len(self.lines) + 1))
        self.rested, self.questions = True, []

    @rule(words=SAYINGS, given=st.dictionaries(st.sampled_from(["order", "why"]), SAYINGS))
    def a_model_begins(self, words: str, given: dict[str, str]) -> None:
        """The customer writes, and a language model calls the tool with whatever it likes."""
        self._hears(words, lambda dialogue: serving.begin(dialogue, "refund", given), may_do=False)

    @rule(words=SAYINGS)
    def says(self, words: str) -> None:
        """The customer writes in a task."""
        self._hears(words, serving.hear, may_do=True)

    def _hears(self, words: str, hear: Any, *, may_do: bool) -> None:
        self.lines.append(Line("customer", words, len(self.lines) + 1))
        before, rested = self.task, self.rested
        outcome = hear(Dialogue(self.lines, READ, self._standing(), chooses=False))
        if isinstance(outcome, Aside):
            outcome = outcome.otherwise
        if outcome is None:
            self.task = None if before is None else before.ended() if rested else before
            return
        self.rested = False
        if isinstance(outcome, Left):
            self.task, self.questions = outcome.task, []
            assert outcome.task.over
            return
        self._check(outcome, before, words, agreed=may_do and not rested)
        self.lines.append(Line("assistant", outcome.text, len(self.lines) + 1))
        self.task = Task.from_json(outcome.task.to_json())
        assert self.task == outcome.task

    def _check(self, served: Served, before: Task | None, words: str, *, agreed: bool) -> None:
        if served.act is not None:
            assert agreed
            assert before is not None
            assert before.confirming is not None
            assert confirming.to_act(words, before.confirming) is Reply.YES
            assert before.confirming.request == served.act.request
            assert served.task.over
        if SECRET in served.text:
            (owner,) = (mail for mail in (CAROL, ERNA) if mail in served.text)
            assert owner in self.proven
        if not self.proven and served.task.asked not in ("", "email"):
            assert served.task.asked == stepping.CODE
        asked = f"{served.task.asked}{served.task.confirming and served.task.confirming.key}"
        same = not served.task.over and served.task.tries > 1 and self.questions and self.questions[-1] == asked
        self.questions = [*self.questions, asked] if same else [asked]
        assert len(self.questions) <= stepping.MOST_TRIES

    def _standing(self) -> Standing:
        return Standing(
            skills={"refund": Configured(REFUND, on=True, policy=Nothing())},
            records=lambda: Shelf(orders=ORDERS),
            known=Known(proven=self.proven, how="code" if self.proven else ""),
            now=self.moment,
            zone=ZoneInfo("UTC"),
            task=self.task if not self.rested or self.task is None else replace(self.task, tries=self.task.tries),
            rested=self.rested,
        )


TestTalk = Talk.TestCase
TestTalk.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
