"""The skill that collects what an admin wants to know: which fields, in which order, is the policy."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.skills.collecting import words as w
from assistant.skills.contract import Act, Ask, Confirm, Do, Json, Scene, Skill, Slot, Step, Value
from assistant.skills.policies import Setting, setting
from assistant.words import Words, say

KIND = "information"
KINDS = (
    ("text", gettext_noop("Free words")),
    ("name", gettext_noop("A name")),
    ("email", gettext_noop("An e-mail address")),
    ("phone", gettext_noop("A phone number")),
    ("whole", gettext_noop("A whole number")),
    ("date", gettext_noop("A day")),
    ("yes_no", gettext_noop("Yes or no")),
)
FIELD = (
    ("label", Setting("text", gettext_noop("What it is called"), most=60)),
    ("kind", Setting("choice", gettext_noop("Kind"), options=KINDS)),
    ("question", Setting("text", gettext_noop("Question"), gettext_noop("Empty: the assistant's own"), most=300)),
)


@dataclass(frozen=True)
class InformationPolicy:
    """What is asked, and whether it is said back first."""

    fields: tuple[dict[str, Any], ...] = setting(
        (
            {"label": "Name", "kind": "name", "question": ""},
            {"label": "E-mail", "kind": "email", "question": ""},
            {"label": "About", "kind": "text", "question": ""},
        ),
        Setting(
            "table",
            gettext_noop("The assistant asks for"),
            gettext_noop("In this order; nothing said before"),
            columns=FIELD,
            most=20,
        ),
    )
    confirms: bool = setting(default=True, how=Setting("yes_no", gettext_noop("Say it back and ask for a yes")))


def slots_of(policy: InformationPolicy) -> tuple[Slot, ...]:
    """A slot for each field."""
    return tuple(_slot(place, field) for place, field in enumerate(policy.fields))


def describe(policy: InformationPolicy) -> Sequence[str]:
    """The policy in plain English."""
    asked = ", ".join(str(field["label"]) for field in policy.fields) or gettext("nothing so far")
    said = gettext("says it back and keeps it after a yes") if policy.confirms else gettext("keeps it at once")
    return (
        gettext("Asks for: {asked}.").format(asked=asked),
        gettext("Then it {said}; your team finds it with the conversation.").format(said=said),
    )


def step(slots: Mapping[str, Value], scene: Scene[InformationPolicy]) -> Step:
    """Ask for what is missing, then keep it."""
    wanted = slots_of(scene.policy)
    for slot in wanted:
        if slot.name not in slots:
            return Ask(slot.name, say(slot.asks, scene.language))
    told = {slot.name: slots[slot.name] for slot in wanted}
    act = _act(wanted, told, scene)
    if not scene.policy.confirms:
        return Do(act)
    noted = "\n".join(f"- {say(slot.label, scene.language)}: {told[slot.name].text}" for slot in wanted)
    return Confirm(say(w.CONFIRM, scene.language).format(noted=noted), act)


def keep(act: Act) -> Json:
    """The record of the action is all there is to it."""
    return {"kept": sorted(act.request)}


def _act(wanted: Sequence[Slot], told: Mapping[str, Value], scene: Scene[InformationPolicy]) -> Act:
    request = {slot.label["en"]: told[slot.name].value for slot in wanted}
    mark = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()[:16]
    return Act(
        kind=KIND,
        key=f"information:{scene.conversation_id}:{mark}",
        subject=", ".join(request)[:120],
        request=request,
        says=say(w.KEPT, scene.language),
        because="The customer gave it for the team.",
    )


def _slot(place: int, field: Mapping[str, Any]) -> Slot:
    label, kind, question = (str(field[name]).strip() for name in ("label", "kind", "question"))
    own = "about" if kind == "text" else kind
    asks: Words = {"en": question} if question else w.ASKS.get(own, {"en": f"{label}?"})
    named: Words = {"en": label} if label.casefold() != _plain(own) else w.LABELS.get(own, {"en": label})
    again = {language: say(w.AGAIN, language).format(question=say(asks, language)) for language in w.AGAIN}
    return Slot(f"{kind}_{place + 1}", kind, named, asks, again, f"{label}: {asks['en']}")


def _plain(kind: str) -> str:
    known = w.LABELS.get(kind)
    return re.sub(r"\s+", " ", known["en"]).casefold() if known else ""


INFORMATION = Skill(
    name="collect_information",
    label=gettext_noop("Collect information"),
    purpose=gettext_noop(
        "Takes down what the company asks of customers who want to be contacted, and keeps it for the team."
    ),
    slots=slots_of(InformationPolicy()),
    policy=InformationPolicy,
    step=step,
    describe=describe,
    slots_of=slots_of,
    writes=(KIND,),
    examples=(
        "I want to leave my contact details",
        "Can I give you my details so you can get back to me?",
        "take down my details please",
        "I'd like to leave a message for your team",
        "please note my request",
        "can you write down my name and email",
        "I want to leave my number",
        "Put me on your waiting list",
        "please contact me by email",
        "I'd like to register my interest",
        "here are my details for the quote",
        "Ich möchte meine Kontaktdaten hinterlassen",
        "Bitte notieren Sie mein Anliegen",
        "Kann ich eine Nachricht hinterlassen?",
        "Je voudrais laisser mes coordonnées",
        "Puis-je laisser un message ?",
        "Quiero dejar mis datos de contacto",
        "¿Puedo dejar un mensaje?",
        "Vorrei lasciare i miei dati",
        "Posso lasciare un messaggio?",
        "Quero deixar os meus contactos",
        "Ik wil mijn gegevens achterlaten",
        "Kan ik een bericht achterlaten?",
    ),
    near_misses=(
        "What data do you keep about me?",
        "Please delete my data",
        "What are your contact details?",
        "What is your phone number?",
        "How do I unsubscribe?",
        "I want to change my e-mail address",
        "Did you get my message?",
        "Do you have a newsletter?",
    ),
)
