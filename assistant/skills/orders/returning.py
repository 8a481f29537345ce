"""The skill that registers what customers send back, and tells them how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.models import OrderState
from assistant.records.contract import ItemSeen, OrderSeen
from assistant.skills import clauses
from assistant.skills.clauses import Among, Clause, Compare, Not, Verdict
from assistant.skills.contract import Act, Ask, Confirm, Scene, Skill, Slot, Step, Tell, Value
from assistant.skills.orders import finding, items, leaving, leaving_words
from assistant.skills.orders import money_words as w
from assistant.skills.orders import words as order_words
from assistant.skills.orders.refund_policy import is_never
from assistant.skills.policies import Setting, setting
from assistant.skills.terms import Fact, Given, Hours
from assistant.words import say

KIND = "return"
GONE = (OrderState.RETURNED, OrderState.REFUNDED, OrderState.CANCELLED)
REGISTERED = "return_registered"  # an item's attribute, with the day
ITEM = Slot(
    "item", "order_item", w.ITEM, w.RETURN_WHICH, w.ITEM_AGAIN, "Which items of the order, by name", required=False
)


@dataclass(frozen=True)
class ReturnPolicy:
    """What may be sent back, and what customers read about how."""

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
    never: tuple[str, ...] = setting(
        (),
        Setting(
            "texts",
            gettext_noop("Never taken back"),
            gettext_noop("Part of an item's name, or its article number"),
            most=200,
        ),
    )
    steps: str = setting(
        "Pack the goods well, put the order number inside, and send the parcel to the address on your invoice.",
        Setting(
            "text",
            gettext_noop("How to send it back"),
            gettext_noop("What customers read then, in your words"),
            most=1500,
        ),
    )
    label: str = setting(
        "",
        Setting(
            "text",
            gettext_noop("Address of the label"),
            gettext_noop("A link; {order} stands for the order's number"),
            most=300,
        ),
    )


def describe(policy: ReturnPolicy) -> Sequence[str]:
    """The policy in plain English."""
    told = [
        gettext("Registers returns of delivered orders up to {window_days} days after delivery, after a yes.").format(
            window_days=policy.window_days
        )
    ]
    if policy.never:
        told.append(gettext("Never takes back: {never}.").format(never=", ".join(policy.never)))
    link = gettext(", and a link to the label: {label}").format(label=policy.label) if policy.label else ""
    return (
        *told,
        gettext("Then customers read: “{steps}”{link}").format(steps=policy.steps, link=link),
        gettext("Everything else goes to a person, with the reason."),
    )


def judge(policy: ReturnPolicy, order: OrderSeen, wanted: Sequence[ItemSeen], now: Any) -> Verdict:
    """Whether the return is routine."""
    facts = {
        "now": now,
        "order": {"state": order.state, "delivered_at": order.delivered_at},
        "items": [{"never": is_never(policy.never, item)} for item in wanted],
    }
    return clauses.judge(written(policy), facts)


def written(policy: ReturnPolicy) -> tuple[Clause, ...]:
    """The policy as clauses."""
    delivered = Given((str(OrderState.DELIVERED),))
    return (
        Clause("state", Compare(Fact("order.state"), "in", delivered), "The order is {order.state}."),
        Clause(
            "window",
            Compare(Hours(Fact("order.delivered_at"), Fact("now")), "at_most", Given(policy.window_days * 24)),
            f"It was delivered more than {policy.window_days} days ago.",
        ),
        Clause(
            "never",
            Not(Among("some", Fact("items"), Compare(Fact("it.never"), "is", Given(value=True)))),
            "It holds something that is not taken back.",
        ),
    )


def step(slots: Mapping[str, Value], scene: Scene[ReturnPolicy]) -> Step:
    """Find the order and what of it comes back, and register that."""
    match finding.find(slots, scene):
        case OrderSeen(state=state) as order if state in GONE:
            told = say(order_words.STATES[state], scene.language).format(order=order.number)
            return Tell(told, facts=finding.named(order))
        case OrderSeen() as order:
            return _of_order(order, slots, scene)
        case not_yet:
            return not_yet


def _of_order(order: OrderSeen, slots: Mapping[str, Value], scene: Scene[ReturnPolicy]) -> Step:
    wanted = _wanted(order, slots, scene)
    if isinstance(wanted, Ask):
        return wanted
    if any(REGISTERED in item.attributes for item in wanted):
        said = say(w.RETURN_KNOWN, scene.language).format(order=order.number)
        return Tell(f"{said}\n\n{_how(order, scene)}", facts=finding.named(order))
    verdict = judge(scene.policy, order, wanted, scene.now)
    if verdict.outside:
        reason = f"Return from order {order.number}: {verdict.outside}"
        days = {"days": str(scene.policy.window_days)}
        return leaving.outside(
            verdict, order=order, reason=reason, language=scene.language, words=leaving_words.RETURN, told=days
        )
    told = {"items": items.listed(wanted), "order": order.number}
    offer = f"{say(w.RETURN_CONFIRM, scene.language).format(**told)} {say(w.SHALL_I, scene.language)}"
    return Confirm(offer, _act(order, wanted, scene))


def _wanted(order: OrderSeen, slots: Mapping[str, Value], scene: Scene[ReturnPolicy]) -> tuple[ItemSeen, ...] | Ask:
    if len(order.items) == 1:
        return order.items
    choices = items.offered(order.items, scene.language)
    said = items.said_of(slots, ITEM.name, scene.said, order.items)
    if not said:
        return Ask(ITEM.name, say(w.RETURN_WHICH, scene.language).format(order=order.number), choices)
    meant = items.pick(said, order.items)
    return meant or Ask(ITEM.name, say(w.ITEM_AGAIN, scene.language), choices, wrong=True)


def _act(order: OrderSeen, wanted: Sequence[ItemSeen], scene: Scene[ReturnPolicy]) -> Act:
    lines = [item.line for item in wanted]
    told = {"items": items.listed(wanted), "order": order.number}
    return Act(
        kind=KIND,
        key=f"return:{order.number}:{','.join(map(str, lines))}",
        subject=order.number,
        request={
            "order": order.number,
            "lines": lines,
            "states": [str(OrderState.DELIVERED)],
            "window_days": scene.policy.window_days,
        },
        says=f"{say(w.RETURN_DONE, scene.language).format(**told)}\n\n{_how(order, scene)}",
        because=f"Within the return policy: delivered {order.delivered_at:%Y-%m-%d}, {scene.policy.window_days} days.",
    )


def _how(order: OrderSeen, scene: Scene[ReturnPolicy]) -> str:
    """The tenant's own words, and its label where it has one."""
    if not scene.policy.label:
        return scene.policy.steps
    link = scene.policy.label.replace("{order}", order.number)
    return f"{scene.policy.steps}\n\n[{say(w.RETURN_LABEL, scene.language)}]({link})"


RETURNS = Skill(
    name="returns",
    label=gettext_noop("Returns"),
    purpose=gettext_noop("Registers what a customer wants to send back, and tells how."),
    slots=(finding.ORDER, finding.EMAIL, ITEM),
    policy=ReturnPolicy,
    step=step,
    describe=describe,
    writes=(KIND,),
    personal=True,
    examples=(
        "I want to return my order",
        "I'd like to send something back",
        "send back the jacket from my order",
        "please register a return",
        "I need a return label",
        "it doesn't fit, I want to return it",
        "start a return for LC-104233",
        "return one item please",
        "I don't like it, can I send it back to you now?",
        "I would like to return order LC-104233",
        "how can I send my parcel back, please set it up",
        "Ich möchte etwas zurückschicken",
        "Ich brauche ein Rücksendeetikett",
        "Rücksendung anmelden bitte",
        "Je souhaite renvoyer un article",
        "Je voudrais retourner ma commande",
        "Quiero devolver un artículo",
        "Necesito una etiqueta de devolución",
        "Vorrei rendere un articolo",
        "Vorrei restituire il mio ordine",
        "Quero devolver um artigo",
        "Ik wil iets terugsturen",
        "Ik heb een retourlabel nodig",
    ),
    near_misses=(
        "What is your return policy?",
        "How long do I have to return something?",
        "What does a return cost?",
        "I want my money back",
        "Did my return arrive?",
        "Can I exchange it for a bigger size?",
        "I'll return to your shop tomorrow",
        "Wie lange kann ich zurückgeben?",
    ),
)
