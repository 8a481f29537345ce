"""The skill that cancels an order as long as the policy allows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext, gettext_noop

from assistant.models import OrderState
from assistant.records.contract import OrderSeen
from assistant.skills import clauses, saying
from assistant.skills.clauses import Clause, Compare, Verdict
from assistant.skills.contract import Act, Confirm, Scene, Skill, Step, Tell, Value
from assistant.skills.orders import finding, items, leaving, leaving_words
from assistant.skills.orders import money_words as w
from assistant.skills.orders import words as order_words
from assistant.skills.policies import Setting, setting
from assistant.skills.terms import Fact, Given, Hours
from assistant.words import say
from tenants import speaking

KIND = "cancel"
UNPAID = (OrderState.PLACED, OrderState.PAYMENT_FAILED)
OVER = (OrderState.CANCELLED, OrderState.REFUNDED)
STATES = tuple((state, OrderState(state).label) for state in ("placed", "payment_failed", "paid", "packed"))


@dataclass(frozen=True)
class CancelPolicy:
    """Until when an order can be cancelled, and from which amount an agent looks first."""

    states: tuple[str, ...] = setting(
        ("placed", "payment_failed", "paid"),
        Setting("choices", gettext_noop("Orders that may be cancelled"), options=STATES),
    )
    within_hours: int = setting(
        0,
        Setting(
            "whole",
            gettext_noop("Hours after ordering"),
            gettext_noop("0: as long as the states above last"),
            unit="hours",
            most=10_000,
        ),
    )
    approval_from: Decimal = setting(
        Decimal("500.00"),
        Setting(
            "money",
            gettext_noop("Approval from"),
            gettext_noop("An agent looks before so much goes back; 0: nobody has to"),
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


def describe(policy: CancelPolicy) -> Sequence[str]:
    """The policy in plain English."""
    states = gettext(" or ").join(
        speaking.within(gettext(OrderState(state).label)) for state in policy.states
    ) or gettext("nothing")
    told = [
        gettext("Cancels orders that are {states}, after the customer proved the order's address and said yes.").format(
            states=states
        )
    ]
    if policy.within_hours:
        told.append(
            gettext("Only within {within_hours} hours after ordering.").format(within_hours=policy.within_hours)
        )
    if policy.approval_from:
        told.append(
            gettext("From {approval_from} that go back an agent looks at it first.").format(
                approval_from=policy.approval_from
            )
        )
    return (*told, gettext("What was paid goes back whole. Everything else goes to a person, with the reason."))


def judge(policy: CancelPolicy, order: OrderSeen, now: datetime) -> Verdict:
    """Whether cancelling is routine, needs a yes, or is a person's to decide."""
    facts = {
        "now": now,
        "order": {"state": order.state, "placed_at": order.placed_at, "refunded": order.refunded},
        "amount": paid_for(order) or Decimal(0),
    }
    return clauses.judge(written(policy), facts)


def written(policy: CancelPolicy) -> tuple[Clause, ...]:
    """The policy as clauses."""
    found = [
        Clause("state", Compare(Fact("order.state"), "in", Given(policy.states)), "The order is {order.state}."),
        Clause(
            "untouched",
            Compare(Fact("order.refunded"), "is", Given(Decimal(0))),
            "{order.refunded} of it was refunded already.",
        ),
    ]
    if policy.within_hours:
        passed = Hours(Fact("order.placed_at"), Fact("now"))
        says = f"It was ordered more than {policy.within_hours} hours ago."
        found.append(Clause("hours", Compare(passed, "at_most", Given(policy.within_hours)), says))
    if policy.approval_from:
        says = f"From {policy.approval_from} an agent has to agree."
        below = Compare(Fact("amount"), "below", Given(policy.approval_from))
        found.append(Clause("approval", below, says, "approval"))
    return tuple(found)


def paid_for(order: OrderSeen) -> Decimal | None:
    """What goes back; None where nothing was paid."""
    return None if order.state in UNPAID or not order.total else order.total


def step(slots: Mapping[str, Value], scene: Scene[CancelPolicy]) -> Step:
    """Find the order, and offer to cancel it."""
    match finding.find(slots, scene):
        case OrderSeen(state=state) as order if state in OVER:
            told = say(order_words.STATES[state], scene.language).format(order=order.number)
            return Tell(told, facts=finding.named(order))
        case OrderSeen() as order:
            verdict = judge(scene.policy, order, scene.now)
            if verdict.outside:
                reason = f"Cancelling order {order.number}: {verdict.outside}"
                hours = {"hours": str(scene.policy.within_hours)}
                return leaving.outside(
                    verdict,
                    order=order,
                    reason=reason,
                    language=scene.language,
                    words=leaving_words.CANCELLING,
                    told=hours,
                )
            return _offered(order, scene, waits=verdict.waits)
        case not_yet:
            return not_yet


def _offered(order: OrderSeen, scene: Scene[CancelPolicy], *, waits: str) -> Confirm:
    offer = say(w.CANCEL_CONFIRM, scene.language).format(order=order.number, items=items.listed(order.items))
    parts = [offer, *_money(order, scene)]
    if waits:
        parts.append(say(w.CHECKED_FIRST, scene.language))
    return Confirm(" ".join([*parts, say(w.SHALL_I, scene.language)]), _act(order, scene, waits=waits))


def _act(order: OrderSeen, scene: Scene[CancelPolicy], *, waits: str) -> Act:
    done = say(w.CANCEL_DONE, scene.language).format(order=order.number)
    money = _money(order, scene)
    if money:
        money.append(say(w.IN_DAYS, scene.language).format(days=scene.policy.arrives_in_days))
    return Act(
        kind=KIND,
        key=f"cancel:{order.number}",
        subject=order.number,
        request={"order": order.number, "states": list(scene.policy.states)},
        says=" ".join([done, *money]),
        because=f"Within the policy for cancelling: the order was {order.state}.",
        amount=paid_for(order),
        currency=order.currency if paid_for(order) else "",
        waits=waits,
    )


def _money(order: OrderSeen, scene: Scene[CancelPolicy]) -> list[str]:
    amount = paid_for(order)
    if amount is None:
        return []
    return [say(w.CANCEL_MONEY, scene.language).format(amount=saying.money(amount, order.currency, scene.language))]


CANCEL_ORDER = Skill(
    name="cancel_order",
    label=gettext_noop("Cancel an order"),
    purpose=gettext_noop("Cancels an order that has not left yet; what was paid goes back."),
    slots=(finding.ORDER, finding.EMAIL),
    policy=CancelPolicy,
    step=step,
    describe=describe,
    writes=(KIND,),
    personal=True,
    examples=(
        "I want to cancel my order",
        "cancel order LC-104233",
        "please cancel it, I ordered the wrong thing",
        "stop my order",
        "I don't want it any more, cancel please",
        "can you cancel the order I placed this morning",
        "I ordered twice by mistake, cancel one of them",
        "call off my order",
        "undo my purchase",
        "I need to cancel before it ships",
        "Bitte stornieren Sie meine Bestellung",
        "Ich möchte die Bestellung stornieren",
        "Bestellung abbrechen",
        "Je veux annuler ma commande",
        "Annulez la commande s'il vous plaît",
        "Quiero cancelar mi pedido",
        "Cancelen el pedido, por favor",
        "Vorrei annullare il mio ordine",
        "Annullate l'ordine per favore",
        "Quero cancelar a minha encomenda",
        "Ik wil mijn bestelling annuleren",
        "Annuleer mijn bestelling alstublieft",
    ),
    near_misses=(
        "How do I cancel an order?",
        "Is it too late to cancel?",
        "Cancel my appointment",
        "I want to cancel my newsletter",
        "Why was my order cancelled?",
        "Please close my account",
        "I want to change my order",
        "Kann ich noch stornieren?",
    ),
)
