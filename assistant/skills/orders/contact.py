"""The skill that changes a customer's own data: telephone, postal address, name or e-mail address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.skills.contract import Act, Ask, Choice, Confirm, Leave, Prove, Scene, Skill, Slot, Step, Value, Why
from assistant.skills.orders import addresses
from assistant.skills.orders import data_words as w
from assistant.skills.orders import words as order_words
from assistant.skills.orders.leaving_words import ONLY_A_COLLEAGUE
from assistant.skills.orders.money_words import SHALL_I
from assistant.skills.policies import Setting, setting
from assistant.words import Words, say
from tenants import speaking

KIND = "contact"
PARTS = (
    ("phone", gettext_noop("Telephone")),
    ("address", gettext_noop("Postal address")),
    ("name", gettext_noop("Name")),
    ("email", gettext_noop("E-mail address")),
)
EMAIL = Slot(
    "email", "email", order_words.EMAIL, w.YOUR_EMAIL, order_words.EMAIL_AGAIN,
    "The e-mail address by which the company knows the customer now", required=False,
)  # fmt: skip
WHAT = Slot(
    "part", "contact_part", w.WHAT, w.WHAT_ASKS, w.WHAT_ASKS, "What: phone, address, name or email", required=False
)
# by what changes: the slot of the new value
NEW: Mapping[str, Slot] = {
    "phone": Slot("phone", "phone", w.PARTS["phone"], w.PHONE_ASKS, w.PHONE_AGAIN, "The new number", required=False),
    "address": Slot(
        "address", "postal", w.ADDRESS, w.ADDRESS_ASKS, w.ADDRESS_AGAIN,
        "The new postal address, its parts parted by commas", required=False,
    ),
    "name": Slot("new_name", "text", w.PARTS["name"], w.NAME_ASKS, w.NAME_ASKS, "The new name", required=False),
    "email": Slot(
        "new_email", "email", w.NEW_EMAIL, w.NEW_EMAIL_ASKS, order_words.EMAIL_AGAIN,
        "The new e-mail address", required=False,
    ),
}  # fmt: skip
LONGEST = 120


@dataclass(frozen=True)
class ContactPolicy:
    """Which of their data customers may change here."""

    parts: tuple[str, ...] = setting(
        ("phone", "address", "name"), Setting("choices", gettext_noop("What customers may change"), options=PARTS)
    )


def describe(policy: ContactPolicy) -> Sequence[str]:
    """The policy in plain English."""
    parts = [speaking.within(gettext(label)) for name, label in PARTS if name in policy.parts]
    told = [
        gettext("Changes a customer's {parts}, after they proved their e-mail address and said yes.").format(
            parts=", ".join(parts) or gettext("nothing")
        )
    ]
    if "email" in policy.parts:
        told.append(gettext("A new e-mail address has to be proven too."))
    return (*told, gettext("Everything else goes to a person."))


def step(slots: Mapping[str, Value], scene: Scene[ContactPolicy]) -> Step:
    """Who it is, what changes, and to what."""
    part = _part(slots)
    who = _who(slots, scene, part=part)
    if not isinstance(who, str):
        return who
    offered = [name for name, _ in PARTS if name in scene.policy.parts]
    if not part:
        choices = tuple(_choice(name, scene.language) for name in offered)
        return Ask(WHAT.name, say(w.WHAT_ASKS, scene.language), choices)
    if part not in offered:
        only = say(ONLY_A_COLLEAGUE, scene.language).format(part=_named(w.PARTS[part], scene))
        return Leave(Why.OUTSIDE_POLICY, f"The customer wants to change: {dict(PARTS)[part].lower()}.", only)
    return _to_what(who, part, slots, scene)


def _to_what(who: str, part: str, slots: Mapping[str, Value], scene: Scene[ContactPolicy]) -> Step:
    given = slots.get(NEW[part].name)
    if given is None and part == "email" and EMAIL.name in slots and slots[EMAIL.name].value.lower() != who:
        given = slots[EMAIL.name]
    if given is None:
        return Ask(NEW[part].name, say(NEW[part].asks, scene.language))
    value = _value(part, given.value)
    if not value:
        return Ask(NEW[part].name, say(NEW[part].again, scene.language), wrong=True)
    if part == "email" and value not in scene.known.proven:
        return Prove(str(value))
    return _offered(who, part, value, given.seq, scene)


def _who(slots: Mapping[str, Value], scene: Scene[ContactPolicy], *, part: str) -> str | Step:
    """The proven address by which the customer is known; what comes first otherwise."""
    given = slots[EMAIL.name].value.lower() if EMAIL.name in slots else ""
    known, proven = scene.known.email.lower(), scene.known.proven
    if known in proven and (part == "email" or given in ("", known)):
        return known  # a new address that they name, or prove, is not yet who they are
    if given in proven:
        return given
    if given or (known and not proven):
        return Prove(given or known)
    if len(proven) == 1:
        return next(iter(proven))
    return Ask(EMAIL.name, say(w.YOUR_EMAIL, scene.language))


def _part(slots: Mapping[str, Value]) -> str:
    """What changes, as the customer says it, or as the new value tells."""
    if WHAT.name in slots:
        return slots[WHAT.name].value
    return next((part for part, slot in NEW.items() if slot.name in slots), "")


def _value(part: str, said: str) -> Any:
    """The new value as it is stored; nothing where it is none."""
    match part:
        case "address":
            return addresses.read(said)
        case "email":
            return said.lower()
        case "name":
            return said.strip() if 1 < len(said.strip()) <= LONGEST and not any(map(str.isdigit, said)) else ""
        case _:
            return said


def _choice(part: str, language: str) -> Choice:
    words = say(w.PARTS[part], language)
    return Choice(says=words, label=words, value=part)


def _offered(who: str, part: str, value: Any, seq: int, scene: Scene[ContactPolicy]) -> Confirm:
    shown = addresses.written(value) if isinstance(value, dict) else value
    told = {"part": _named(w.PARTS[part], scene), "value": shown}
    act = Act(
        kind=KIND,
        key=f"contact:{who}:{part}:{scene.conversation_id}:{seq}",
        subject=who,
        request={"email": who, "part": part, "value": value},
        says=say(w.CONTACT_DONE, scene.language).format(**told),
        because="The customer proved the address, and the policy lets customers change it.",
    )
    return Confirm(f"{say(w.CONTACT_CONFIRM, scene.language).format(**told)} {say(SHALL_I, scene.language)}", act)


def _named(words: Words, scene: Scene[ContactPolicy]) -> str:
    return say(words, scene.language)


CONTACT_DATA = Skill(
    name="contact_data",
    label=gettext_noop("Contact data"),
    purpose=gettext_noop("Changes a customer's telephone number, postal address, name or e-mail address."),
    slots=(EMAIL, WHAT, *NEW.values()),
    policy=ContactPolicy,
    step=step,
    describe=describe,
    writes=(KIND,),
    personal=True,
    examples=(
        "I have a new phone number",
        "update my contact details",
        "please change my phone number",
        "I got married, change my name please",
        "I moved, please update my account",
        "my postal address has changed",
        "change my personal data",
        "my mobile number is different now",
        "I want to update my e-mail address",
        "you have the wrong phone number for me",
        "correct my name in your records",
        "Ich habe eine neue Telefonnummer",
        "Bitte ändern Sie meine Kontaktdaten",
        "Ich bin umgezogen, neue Anschrift",
        "J'ai changé de numéro de téléphone",
        "Je voudrais modifier mes coordonnées",
        "He cambiado de número de teléfono",
        "Quiero actualizar mis datos",
        "Ho cambiato numero di telefono",
        "Vorrei aggiornare i miei dati",
        "Quero atualizar os meus dados",
        "Ik heb een nieuw telefoonnummer",
        "Ik wil mijn gegevens wijzigen",
    ),
    near_misses=(
        "What is your phone number?",
        "Send my order to another address",
        "How do I reset my password?",
        "Can I call you?",
        "What data do you keep about me?",
        "Delete my account",
        "I forgot which e-mail I used",
        "Wie ist Ihre Telefonnummer?",
    ),
)
