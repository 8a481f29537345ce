"""The skill that sends an order to another address while it has not left."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.models import OrderState
from assistant.records.contract import OrderSeen
from assistant.skills import clauses
from assistant.skills.clauses import Clause, Compare, Verdict
from assistant.skills.contract import Act, Ask, Confirm, Leave, Scene, Skill, Slot, Step, Value
from assistant.skills.orders import addresses, finding, leaving, leaving_words
from assistant.skills.orders import data_words as w
from assistant.skills.orders.money_words import SHALL_I
from assistant.skills.policies import Setting, setting
from assistant.skills.terms import Fact, Given
from assistant.words import say
from tenants import speaking

KIND = "address"
STATES = tuple((state, OrderState(state).label) for state in ("placed", "payment_failed", "paid", "packed"))
ADDRESS = Slot(
    "address", "postal", w.ADDRESS, w.ADDRESS_ASKS, w.ADDRESS_AGAIN,
    "The new postal address: street and number, postcode and town, parted by commas", required=False,
)  # fmt: skip


@dataclass(frozen=True)
class AddressPolicy:
    """Until when an order can be sent elsewhere, and how far away."""

    states: tuple[str, ...] = setting(
        ("placed", "payment_failed", "paid"),
        Setting("choices", gettext_noop("Orders whose address may change"), options=STATES),
    )
    same_country: bool = setting(
        default=True,
        how=Setting(
            "yes_no",
            gettext_noop("Same country only"),
            gettext_noop("Delivery elsewhere may cost more, so a person looks"),
        ),
    )


def describe(policy: AddressPolicy) -> Sequence[str]:
    """The policy in plain English."""
    states = gettext(" or ").join(
        speaking.within(gettext(OrderState(state).label)) for state in policy.states
    ) or gettext("nothing")
    told = [
        gettext(
            "Changes the address of orders that are {states}, after the customer proved the order's address by mail."
        ).format(states=states)
    ]
    if policy.same_country:
        told.append(gettext("An address in another country goes to a person."))
    return told


def judge(policy: AddressPolicy, order: OrderSeen, address: Mapping[str, str]) -> Verdict:
    """Whether the change is routine."""
    known, wanted = order.address.get("country", ""), address.get("country", "")
    facts: dict[str, Any] = {
        "order": {"state": order.state},
        "country_changes": bool(wanted) and wanted.casefold() != known.casefold(),
    }
    return clauses.judge(written(policy), facts)


def written(policy: AddressPolicy) -> tuple[Clause, ...]:
    """The policy as clauses."""
    found = [Clause("state", Compare(Fact("order.state"), "in", Given(policy.states)), "The order is {order.state}.")]
    if policy.same_country:
        stays = Compare(Fact("country_changes"), "is", Given(value=False))
        found.append(Clause("country", stays, "The new address may be in another country."))
    return tuple(found)


def step(slots: Mapping[str, Value], scene: Scene[AddressPolicy]) -> Step:
    """Find the order, hear the address, and offer to change it."""
    match finding.find(slots, scene):
        case OrderSeen() as order:
            return _of_order(order, slots, scene)
        case not_yet:
            return not_yet


def _of_order(order: OrderSeen, slots: Mapping[str, Value], scene: Scene[AddressPolicy]) -> Step:
    verdict = judge(scene.policy, order, {})
    if verdict.outside:
        return _left(verdict, order, verdict.outside, scene)
    if ADDRESS.name not in slots:
        return Ask(ADDRESS.name, say(w.ADDRESS_ASKS, scene.language))
    address = addresses.read(slots[ADDRESS.name].value)
    if address is None:
        return Ask(ADDRESS.name, say(w.ADDRESS_AGAIN, scene.language), wrong=True)
    verdict = judge(scene.policy, order, address)
    if verdict.outside:
        return _left(verdict, order, f"{verdict.outside} It is: {addresses.written(address)}.", scene)
    kept = {**address, "country": address["country"] or order.address.get("country", "")}
    return _offered(order, kept, slots[ADDRESS.name].seq, scene)


def _left(verdict: Verdict, order: OrderSeen, why: str, scene: Scene[AddressPolicy]) -> Leave:
    reason = f"Another address for order {order.number}: {why}"
    return leaving.outside(
        verdict, order=order, reason=reason, language=scene.language, words=leaving_words.ADDRESS, told={}
    )


def _offered(order: OrderSeen, address: Mapping[str, str], seq: int, scene: Scene[AddressPolicy]) -> Confirm:
    told = {"order": order.number, "address": addresses.written(address)}
    act = Act(
        kind=KIND,
        key=f"address:{order.number}:{scene.conversation_id}:{seq}:{_digest(told['address'])}",
        subject=order.number,
        request={"order": order.number, "address": dict(address), "states": list(scene.policy.states)},
        says=say(w.ADDRESS_DONE, scene.language).format(**told),
        because=f"Within the policy for addresses: the order was {order.state}.",
    )
    return Confirm(f"{say(w.ADDRESS_CONFIRM, scene.language).format(**told)} {say(SHALL_I, scene.language)}", act)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


SHIPPING_ADDRESS = Skill(
    name="shipping_address",
    label=gettext_noop("Another delivery address"),
    purpose=gettext_noop("Sends an order that has not left yet to another address."),
    slots=(finding.ORDER, finding.EMAIL, ADDRESS),
    policy=AddressPolicy,
    step=step,
    describe=describe,
    writes=(KIND,),
    personal=True,
    examples=(
        "I need to change the delivery address of my order",
        "please send my order to another address",
        "wrong shipping address on my order",
        "I moved, can you deliver it to my new place",
        "deliver the parcel to my office instead",
        "change the address for LC-104233",
        "I entered the wrong address when ordering",
        "ship it to my mum's house instead",
        "update shipping address",
        "the house number in my order is wrong",
        "can the parcel go to a different address",
        "Bitte ändern Sie die Lieferadresse meiner Bestellung",
        "Falsche Adresse bei der Bestellung angegeben",
        "Die Bestellung soll an eine andere Adresse",
        "Je voudrais changer l'adresse de livraison",
        "Envoyez ma commande à une autre adresse",
        "Quiero cambiar la dirección de entrega",
        "Envíen el pedido a otra dirección",
        "Vorrei cambiare l'indirizzo di consegna",
        "Quero mudar a morada de entrega",
        "Ik wil het bezorgadres van mijn bestelling wijzigen",
        "Stuur mijn bestelling naar een ander adres",
    ),
    near_misses=(
        "What is your address?",
        "Do you deliver to Ireland?",
        "Change my e-mail address",
        "Update my phone number",
        "Where do I send the return?",
        "I moved, please update my account",
        "Can I change the delivery date?",
        "Wohin liefern Sie?",
    ),
)
