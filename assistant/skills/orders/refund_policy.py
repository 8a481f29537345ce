"""Which refunds are routine: the policy that an admin sets, as clauses, and the case that they are judged on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.models import OrderState
from assistant.records.contract import ItemSeen, OrderSeen
from assistant.skills import clauses
from assistant.skills.clauses import Among, Clause, Compare, Not, Verdict
from assistant.skills.orders import reasons
from assistant.skills.policies import Setting, setting
from assistant.skills.terms import Fact, Given, Hours, Term
from tenants import speaking

NOTHING = Decimal(0)
STATES = tuple((state, OrderState(state).label) for state in ("delivered", "returned", "shipped", "partly_shipped"))


@dataclass(frozen=True)
class RefundPolicy:
    """Which refunds the assistant may make by itself, and which a person looks at first."""

    window_days: int = setting(
        30,
        Setting(
            "whole",
            gettext_noop("Days after delivery"),
            gettext_noop("Later requests go to a person"),
            unit="days",
            most=3650,
        ),
    )
    states: tuple[str, ...] = setting(
        ("delivered", "returned"), Setting("choices", gettext_noop("Orders that may be refunded"), options=STATES)
    )
    most_amount: Decimal = setting(
        Decimal("250.00"), Setting("money", gettext_noop("At most"), gettext_noop("More goes to a person"))
    )
    approval_from: Decimal = setting(
        Decimal("100.00"),
        Setting(
            "money",
            gettext_noop("Approval from"),
            gettext_noop("An agent looks before a refund of this amount; 0: nobody has to"),
        ),
    )
    most_times: int = setting(
        2,
        Setting(
            "whole",
            gettext_noop("How often"),
            gettext_noop("Refunds of one customer within the days below"),
            least=1,
            most=1000,
        ),
    )
    within_days: int = setting(90, Setting("whole", gettext_noop("Counted over"), unit="days", least=1, most=3650))
    never: tuple[str, ...] = setting(
        (),
        Setting(
            "texts",
            gettext_noop("Never refunded"),
            gettext_noop("Part of an item's name, or its article number"),
            most=200,
        ),
    )
    fee: Decimal = setting(Decimal("0.00"), Setting("money", gettext_noop("Taken off for the return")))
    free_of_fee: tuple[str, ...] = setting(
        (reasons.FAULTY, reasons.WRONG),
        Setting("choices", gettext_noop("Nothing is taken off when"), options=reasons.OPTIONS),
    )
    delivery_days: int = setting(
        14,
        Setting(
            "whole",
            gettext_noop("Delivery too"),
            gettext_noop("When the whole order goes back so soon after delivery"),
            unit="days",
            most=365,
        ),
    )
    arrives_in_days: int = setting(
        5,
        Setting(
            "whole",
            gettext_noop("Money arrives within"),
            gettext_noop("What customers are told"),
            unit=gettext_noop("working days"),
            least=1,
            most=60,
        ),
    )


@dataclass(frozen=True)
class Case:
    """A refund that somebody wishes for."""

    order: OrderSeen
    items: tuple[ItemSeen, ...]  # with something left to refund
    reason: str  # "" when it makes no difference
    times_before: int
    now: datetime


def left_of(item: ItemSeen) -> int:
    """Pieces that were not refunded yet."""
    return item.quantity - item.refunded


def fee_of(policy: RefundPolicy, case: Case) -> Decimal:
    """What is taken off."""
    return NOTHING if case.reason in policy.free_of_fee else policy.fee


def amount_of(policy: RefundPolicy, case: Case) -> Decimal:
    """What the policy gives back for the items: never more than is left of what was paid."""
    left = case.order.total - case.order.refunded
    goods = sum((item.price * left_of(item) for item in case.items), NOTHING)
    everything = {item.line for item in case.items} == {item.line for item in case.order.items}
    delivered = case.order.delivered_at
    soon = delivered is not None and case.now - delivered <= timedelta(days=policy.delivery_days)
    gross = left if everything and soon and not case.order.refunded else min(goods, left)
    return gross - fee_of(policy, case)


def judge(policy: RefundPolicy, case: Case) -> Verdict:
    """Whether the refund is routine, needs a yes, or is a person's to decide."""
    return clauses.judge(written(policy), facts_of(policy, case))


def written(policy: RefundPolicy) -> tuple[Clause, ...]:
    """The policy as clauses."""
    most, times = str(policy.most_amount), str(policy.most_times)
    found = [
        Clause("state", _compare("order.state", "in", policy.states), "The order is {order.state}."),
        Clause(
            "window",
            Compare(Hours(Fact("order.delivered_at"), Fact("now")), "at_most", Given(policy.window_days * 24)),
            f"It was delivered more than {policy.window_days} days ago.",
        ),
        Clause("something", _compare("items_wanted", "above", 0), "Nothing is left to refund of it."),
        Clause("positive", _compare("amount", "above", 0), "Nothing would be left to refund after the fee."),
        Clause("paid", Compare(Fact("amount"), "at_most", Fact("order.left")), "It is more than was paid."),
        Clause("most", _compare("amount", "at_most", policy.most_amount), f"{{amount}} is more than {most}."),
        Clause(
            "often",
            _compare("times_before", "below", policy.most_times),
            f"The customer had {{times_before}} refunds in {policy.within_days} days; {times} are routine.",
        ),
        Clause(
            "never",
            Not(Among("some", Fact("items"), Compare(Fact("it.never"), "is", Given(value=True)))),
            "It holds something that is never refunded by itself.",
        ),
    ]
    if policy.approval_from > NOTHING:
        says = f"Refunds from {policy.approval_from} need an agent's yes."
        found.append(Clause("approval", _compare("amount", "below", policy.approval_from), says, "approval"))
    return tuple(found)


def facts_of(policy: RefundPolicy, case: Case) -> dict[str, Any]:
    """The case as the clauses see it."""
    order = case.order
    return {
        "now": case.now,
        "order": {
            "state": order.state,
            "delivered_at": order.delivered_at,
            "left": order.total - order.refunded,
        },
        "items": [{"line": item.line, "never": is_never(policy.never, item)} for item in case.items],
        "items_wanted": sum(map(left_of, case.items)),
        "amount": amount_of(policy, case),
        "times_before": case.times_before,
    }


def is_never(never: Sequence[str], item: ItemSeen) -> bool:
    """Whether the item is among those that the policy leaves out."""
    name, sku = item.name.lower(), item.sku.lower()
    return any(part.lower() in name or part.lower() == sku for part in never if part.strip())


def since(policy: RefundPolicy, now: datetime) -> datetime:
    """From when earlier refunds count."""
    return now - timedelta(days=policy.within_days)


def because(policy: RefundPolicy, case: Case) -> str:
    """Why it is within the policy, for the record."""
    delivered = case.order.delivered_at
    day = f"{delivered:%Y-%m-%d}" if delivered else "unknown"
    return (
        f"Within the refund policy: delivered {day} ({policy.window_days} days allowed), at most {policy.most_amount}, "
        f"refund {case.times_before + 1} of {policy.most_times} in {policy.within_days} days."
    )


def describe(policy: RefundPolicy) -> Sequence[str]:
    """The policy in plain English."""
    states = gettext(" or ").join(
        speaking.within(gettext(OrderState(state).label)) for state in policy.states
    ) or gettext("nothing")
    told = [
        gettext("Refunds orders that are {states}, up to {window_days} days after delivery.").format(
            states=states, window_days=policy.window_days
        ),
        gettext(
            "Gives back up to {most_amount} each time, once the customer proved the order's address and said yes."
        ).format(most_amount=policy.most_amount),
        gettext("When the whole order goes back within {delivery_days} days, what delivery cost goes back too.").format(
            delivery_days=policy.delivery_days
        ),
        gettext("One customer gets at most {most_times} refunds in {within_days} days.").format(
            most_times=policy.most_times, within_days=policy.within_days
        ),
    ]
    if policy.approval_from > NOTHING:
        told.append(
            gettext("From {approval_from} an agent looks at it first.").format(approval_from=policy.approval_from)
        )
    if policy.fee > NOTHING:
        free = [label.lower() for name, label in reasons.OPTIONS if name in policy.free_of_fee]
        told.append(f"Takes {policy.fee} off for the return{', but not when: ' + ', '.join(free) if free else ''}.")
    if policy.never:
        told.append(gettext("Never refunds: {never}.").format(never=", ".join(policy.never)))
    return (*told, gettext("Everything else goes to a person, with the reason."))


def _compare(path: str, sign: str, value: Any) -> Compare:
    right: Term = Given(value)
    return Compare(Fact(path), sign, right)
