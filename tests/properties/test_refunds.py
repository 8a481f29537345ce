"""P9: no order is refunded twice or beyond what was paid, nobody is refunded too often, nothing is done unproven.

Several conversations wish for refunds and cancellations of the same orders, and agree at once; an agent pays by hand.
"""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.models import Action, Order, OrderItem
from assistant.records.builtin import BuiltIn
from assistant.skills import acting
from assistant.skills.acting import Cause, OvertakenError
from assistant.skills.contract import Act, Ask, Confirm, Known, Leave, Prove, Scene, Step, Tell, Value
from assistant.skills.orders.cancelling import CANCEL_ORDER, CancelPolicy
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.refund_policy import RefundPolicy
from assistant.skills.past import Recorded
from tenants import current
from tenants.models import Tenant
from tests.properties.playing import play
from tests.properties.together import Together

CAROL, MALLORY = "carol@example.org", "mallory@example.org"
ORDERS = 5
TALKS = 3
MOST = 2  # refunds of one customer
POLICY = RefundPolicy(most_times=MOST, approval_from=Decimal(0))
P = TypeVar("P", RefundPolicy, CancelPolicy)
orders = st.integers(0, ORDERS - 1)
talks = st.integers(0, TALKS - 1)
items = st.sampled_from(["1", "2", "all", "the bell", ""])


@dataclass
class Talk:
    """What one conversation knows, and what it would do after a yes."""

    number: int
    proven: frozenset[str] = frozenset()
    offered: Act | None = None


class Refunds(RuleBasedStateMachine):
    """Conversations, of Carol's and of somebody else's, over Carol's orders."""

    threads: Together  # given by the test
    played = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).played += 1
        self.talks = [Talk(number) for number in range(TALKS)]
        self.by_hand: dict[str, Decimal] = {}
        self.numbers = [f"P{self.played}-{number}" for number in range(ORDERS)]
        self.email = f"{self.played}-{CAROL}"

    @initialize(
        proven=st.sets(talks, min_size=1),
        states=st.lists(
            st.sampled_from(["delivered", "delivered", "returned", "paid"]), min_size=ORDERS, max_size=ORDERS
        ),
    )
    def begins(self, proven: set[int], states: list[str]) -> None:
        now = timezone.now()
        for talk in proven:
            self.proves_to_be_carol(talk)
        for number, state in zip(self.numbers, states, strict=True):
            order = Order.objects.create(
                number=number, customer_name="Carol", email=self.email, state=state, placed_at=now,
                delivered_at=None if state == "paid" else now - timedelta(days=3), total=Decimal(45),
            )  # fmt: skip
            OrderItem.objects.create(order=order, line=1, name="Brass bell", quantity=1, price=Decimal(25))
            OrderItem.objects.create(order=order, line=2, name="Inner tube", quantity=2, price=Decimal(8))

    @rule(talk=talks)
    def proves_to_be_carol(self, talk: int) -> None:
        self.talks[talk].proven |= {self.email}

    @rule(talk=talks)
    def proves_to_be_somebody_else(self, talk: int) -> None:
        self.talks[talk].proven |= {MALLORY}

    @rule(talk=talks, order=orders, item=items)
    def wishes_for_money(self, talk: int, order: int, item: str) -> None:
        said = {"order": self.numbers[order]} | ({"item": item} if item else {})
        self.hear(talk, REFUND.step(_slots(said), self.scene(talk, POLICY)))

    @rule(talk=talks, order=orders)
    def wishes_to_cancel(self, talk: int, order: int) -> None:
        step = CANCEL_ORDER.step(_slots({"order": self.numbers[order]}), self.scene(talk, CancelPolicy()))
        self.hear(talk, step)

    @rule(talk=talks)
    def says_yes(self, talk: int) -> None:
        self.agree([talk])

    @rule(talk=talks)
    def says_yes_in_three_messages_at_once(self, talk: int) -> None:
        """The same act of one conversation, thrice: done once, and each is told of that one."""
        act = self.talks[talk].offered
        if act is None:
            return
        work = partial(self.do, self.talks[talk].number, act)
        came = self.threads.do([work] * TALKS)
        done = {outcome.pk for outcome in came if isinstance(outcome, Action)}
        assert len(done) <= 1
        assert all(isinstance(outcome, Action | OvertakenError) for outcome in came), came
        self.talks[talk].offered = None

    @rule()
    def all_say_yes_at_once(self) -> None:
        self.agree(range(TALKS))

    @rule(first=orders, item=items)
    def all_wish_for_different_orders_and_agree_at_once(self, first: int, item: str) -> None:
        for talk in range(TALKS):
            self.wishes_for_money(talk, (first + talk) % ORDERS, item)
        self.agree(range(TALKS))

    @rule(order=orders, item=items)
    def all_wish_for_one_order_and_agree_at_once(self, order: int, item: str) -> None:
        for talk in range(TALKS):
            self.wishes_for_money(talk, order, item)
        self.agree(range(TALKS))

    @rule(order=orders, amount=st.integers(1, 45))
    def an_agent_pays_back_by_hand(self, order: int, amount: int) -> None:
        number = self.numbers[order]
        try:
            with transaction.atomic():
                Order.objects.filter(number=number).update(refunded=F("refunded") + amount)
        except IntegrityError:
            return
        self.by_hand[number] = self.by_hand.get(number, Decimal(0)) + amount

    @precondition(lambda self: any(talk.offered for talk in self.talks))
    @rule(order=orders, state=st.sampled_from(["paid", "packed", "delivered"]))
    def the_order_moves_on(self, order: int, state: str) -> None:
        Order.objects.filter(number=self.numbers[order]).exclude(state__in=["refunded", "cancelled"]).update(
            state=state, delivered_at=timezone.now() if state == "delivered" else None
        )

    @invariant()
    def money_adds_up(self) -> None:
        for order in Order.objects.filter(number__in=self.numbers):
            acts = Action.objects.filter(subject=order.number, state="done")
            paid_back = acts.aggregate(all=Sum("amount"))["all"] or Decimal(0)
            assert order.refunded == paid_back + self.by_hand.get(order.number, Decimal(0))
            assert order.refunded <= order.total
            assert len(set(acts.values_list("key", flat=True))) == acts.count()

    @invariant()
    def no_piece_twice(self) -> None:
        lines = [
            line
            for act in Action.objects.filter(subject__in=self.numbers, kind="refund", state="done")
            for line in ((act.subject, one["line"]) for one in act.request["lines"])
        ]
        assert len(lines) == len(set(lines))

    @invariant()
    def nobody_too_often_and_nobody_unproven(self) -> None:
        done = Action.objects.filter(subject__in=self.numbers)
        assert done.filter(kind="refund").count() <= MOST
        assert set(done.values_list("email", flat=True)) <= {self.email}

    def hear(self, talk: int, step: Step) -> None:
        """Only who proved Carol's address is offered anything about her orders."""
        mine = self.email in self.talks[talk].proven
        match step:
            case Confirm(act=act):
                assert mine
                self.talks[talk].offered = act
            case Tell() | Leave():
                assert mine
            case Ask() | Prove():
                pass

    def agree(self, those: range | list[int]) -> None:
        """The conversations that were offered something say yes, at the same moment."""
        waiting = [self.talks[one] for one in those if self.talks[one].offered]
        works = [partial(self.do, talk.number, talk.offered) for talk in waiting if talk.offered]
        for talk, came in zip(waiting, self.threads.do(works) if works else [], strict=True):
            assert isinstance(came, Action | OvertakenError), came
            talk.offered = None

    def do(self, talk: int, act: Act) -> Action:
        """Carry it out on behalf of the conversation."""
        return acting.carry_out(act, Cause(skill="refund", conversation=f"conv_{talk}", email=self.email))

    def scene(self, talk: int, policy: P) -> Scene[P]:
        """How things stand for the conversation, on the real records."""
        known = Known(proven=self.talks[talk].proven)
        return Scene(policy, BuiltIn(), known, timezone.now(), ZoneInfo("UTC"), "en", past=Recorded())


def _slots(said: dict[str, str]) -> dict[str, Value]:
    return {name: Value(value, value, 1) for name, value in said.items()}


def test_money_moves_once_and_within_policy(own_database: str, acme: Tenant) -> None:
    with current.entered(acme), Together(acme, TALKS) as threads:
        Refunds.threads = threads
        play(Refunds, share=0.5)
