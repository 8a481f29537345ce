"""The skill that cancels an appointment."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from assistant.skills.appointments import changing
from assistant.skills.appointments import words as w
from assistant.skills.appointments.changing import Meant, Slots
from assistant.skills.contract import Act, Confirm, Scene, Skill, Slot, Step
from assistant.skills.policies import Setting, setting
from assistant.words import say


@dataclass(frozen=True)
class Policy:
    """Until when a customer cancels."""

    at_any_time: bool = setting(
        default=False,
        how=Setting(
            "yes_no",
            gettext_noop("Cancel at any time"),
            gettext_noop("Also when it is later than the calendar allows for changes"),
        ),
    )


def describe(policy: Policy) -> Sequence[str]:
    """The policy in plain English."""
    until = gettext("until it begins") if policy.at_any_time else gettext("as long before as its calendar asks for")
    return (
        gettext("Customers who proved the appointment's e-mail address cancel it {until}.").format(until=until),
        gettext("A person decides about anything later.")
        if not policy.at_any_time
        else gettext("The time is free at once."),
    )


def step(slots: Slots, scene: Scene[Policy]) -> Step:
    """Find the appointment, and cancel it after a yes."""
    match changing.find(slots, scene, ("which",)):
        case Meant(appointment=appointment):
            late = None if scene.policy.at_any_time else changing.too_late(appointment, scene)
            if late is not None:
                return late
            told = changing.told(appointment, scene.language)
            act = Act(
                kind="appointment_cancelled",
                key=f"appointment_cancelled:{appointment.id}:{appointment.version}",
                subject=changing.subject(appointment),
                request={"appointment": appointment.id, "version": appointment.version},
                says=say(w.CANCELLED, scene.language).format(**told),
                because="Customers cancel in time."
                if not scene.policy.at_any_time
                else "Customers cancel at any time.",
            )
            return Confirm(say(w.SHALL_I_CANCEL, scene.language).format(**told), act)
        case not_yet:
            return not_yet


WHICH = Slot(
    "which",
    "each_days",
    label=w.LABELS["which"],
    asks=w.WHICH_ONE,
    again=w.WHICH_AGAIN,
    purpose="The appointment that is meant, by the day on which it is now, in the customer's own words.",
    required=False,
)
SERVICE = Slot(
    "service",
    "service",
    label=w.LABELS["service"],
    asks=w.WHICH_ONE,
    again=w.WHICH_AGAIN,
    purpose="What the appointment is for, where the customer says so.",
    required=False,
)
CANCEL: Skill[Policy] = Skill(
    name="cancel_appointment",
    label=gettext_noop("Cancel an appointment"),
    purpose=gettext_noop("Cancels an appointment of the customer's, after proof that it is theirs."),
    slots=(WHICH, SERVICE),
    policy=Policy,
    step=step,
    describe=describe,
    examples=(
        "I need to cancel my appointment",
        "please cancel my booking for tuesday",
        "can't make it to my appointment tomorrow, please cancel",
        "cancel the workshop slot i booked",
        "I won't be able to come on Friday, take me off the calendar",
        "call off my visit",
        "i don't need the appointment any more",
        "Ich muss meinen Termin absagen",
        "Bitte stornieren Sie meinen Werkstatttermin",
        "Ich kann morgen nicht zum Termin kommen",
        "Je dois annuler mon rendez-vous",
        "Annulez mon rendez-vous de mardi",
        "Quiero anular mi cita",
        "Cancelar mi cita del viernes",
        "Devo disdire il mio appuntamento",
        "Annullare l'appuntamento di domani",
        "Quero cancelar a minha marcação",
        "Ik wil mijn afspraak afzeggen",
        "Afspraak annuleren graag",
    ),
    near_misses=(
        "I want to cancel my order",
        "how do I cancel my subscription?",
        "can I move my appointment?",
        "what does it cost to cancel late?",
        "book an appointment",
        "Ich möchte meine Bestellung stornieren",
        "annuler ma commande",
    ),
    writes=("appointment_cancelled",),
    personal=True,
)
