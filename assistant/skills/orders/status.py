"""The skill that tells where an order is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext, gettext_noop

from assistant.answering import Source
from assistant.records.contract import OrderSeen
from assistant.skills import saying
from assistant.skills.contract import Choice, Scene, Skill, Step, Tell, Value
from assistant.skills.orders import finding, items
from assistant.skills.orders import words as w
from assistant.skills.policies import Setting, setting
from assistant.words import Words, say


@dataclass(frozen=True)
class Policy:
    """What is told of an order, and from when a person looks at a late one."""

    late_after_days: int = setting(
        10,
        Setting(
            "whole",
            gettext_noop("Late from"),
            gettext_noop("Days after sending from which a person is offered"),
            unit="days",
            most=365,
        ),
    )
    tells_items: bool = setting(default=True, how=Setting("yes_no", gettext_noop("Name what is in the order")))
    tells_tracking: bool = setting(
        default=True, how=Setting("yes_no", gettext_noop("Give the tracking number and link"))
    )


def describe(policy: Policy) -> Sequence[str]:
    """The policy in plain English."""
    told = gettext("its state, its dates")
    told += gettext(", what is in it") if policy.tells_items else ""
    told += gettext(" and its tracking number") if policy.tells_tracking else ""
    return (
        gettext("Tells customers who proved the order's e-mail address {told}.").format(told=told),
        gettext(
            "Offers a person when an order was sent more than {late_after_days} days ago and has not arrived."
        ).format(late_after_days=policy.late_after_days),
    )


def step(slots: Mapping[str, Value], scene: Scene[Policy]) -> Step:
    """Find the order and tell of it."""
    match finding.find(slots, scene):
        case OrderSeen() as order:
            late = is_late(order, scene.policy, scene.now)
            lines = list(_lines(order, scene))
            person = say(w.PERSON, scene.language)
            return Tell(
                "\n".join([*lines, "", say(w.LATE, scene.language)] if late else lines),
                facts=finding.named(order),
                choices=(Choice(person, person),) if late else (),
                sources=(_source(order, scene),),
            )
        case not_yet:
            return not_yet


def is_late(order: OrderSeen, policy: Policy, now: datetime) -> bool:
    """Whether the order is on its way for longer than the policy finds right."""
    sent = order.shipped_at
    return (
        order.state in ("shipped", "partly_shipped")
        and sent is not None
        and now - sent > timedelta(days=policy.late_after_days)
    )


def _source(order: OrderSeen, scene: Scene[Policy]) -> Source:
    """The order as it stands in the records."""
    known = [f"{say(label, scene.language)}: {value}" for label, value in _details(order, scene) if label != w.TRACKING]
    stands = say(w.STATES[order.state], scene.language).format(order=order.number)
    return Source("", say(w.SOURCE, scene.language).format(order=order.number), "\n".join([stands, *known]))


def _lines(order: OrderSeen, scene: Scene[Policy]) -> Iterator[str]:
    yield say(w.STATES[order.state], scene.language).format(order=order.number)
    yield ""
    for label, value in _details(order, scene):
        yield f"- {say(label, scene.language)}: {value}"


def _details(order: OrderSeen, scene: Scene[Policy]) -> Iterator[tuple[Words, str]]:
    for label, moment in ((w.PLACED, order.placed_at), (w.SENT, order.shipped_at), (w.DELIVERED, order.delivered_at)):
        if moment is not None:
            yield label, saying.day(moment.astimezone(scene.zone).date(), scene.language)
    if order.tracking and scene.policy.tells_tracking:
        yield w.TRACKING, f"[{order.tracking}]({order.tracking_url})" if order.tracking_url else order.tracking
    if order.items and scene.policy.tells_items:
        yield w.ITEMS, items.listed(order.items)
    if order.refunded:
        yield w.REFUNDED_SO_FAR, saying.money(order.refunded, order.currency, scene.language)


ORDER_STATUS = Skill(
    name="order_status",
    label=gettext_noop("Order status"),
    purpose=gettext_noop("Tells a customer where their order is: its state, its dates and its tracking number."),
    slots=(finding.ORDER, finding.EMAIL),
    policy=Policy,
    step=step,
    describe=describe,
    personal=True,
    examples=(
        "Where is my order?",
        "where's my parcel",
        "Has my order shipped yet?",
        "track my order please",
        "I ordered last week and nothing has arrived so far",
        "What is the status of order LC-104233?",
        "can u check on my delivery",
        "My package still hasn't come",
        "When was my order sent?",
        "tracking number for my order",
        "is my bike on its way?",
        "any news about my order",
        "Wo ist meine Bestellung?",
        "Wann kommt mein Paket?",
        "Sendungsverfolgung für meine Bestellung",
        "Où est ma commande ?",
        "Mon colis n'est toujours pas arrivé",
        "¿Dónde está mi pedido?",
        "¿Ya han enviado mi pedido?",
        "Dov'è il mio ordine?",
        "Il mio pacco non è ancora arrivato",
        "Onde está a minha encomenda?",
        "Waar blijft mijn bestelling?",
        "Is mijn pakket al verstuurd?",
    ),
    near_misses=(
        "How long does delivery take?",
        "What does delivery cost?",
        "Do you deliver to Ireland?",
        "I want to place an order",
        "What do the order states mean?",
        "Can I change my order?",
        "Please cancel my order",
        "Wie lange dauert die Lieferung?",
        "Quels sont les frais de livraison ?",
        "Where is your shop?",
    ),
)
