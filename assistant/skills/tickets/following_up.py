"""The skill that follows up on a ticket."""

import hashlib
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_noop

from assistant import social
from assistant.records.contract import TicketSeen
from assistant.skills import saying
from assistant.skills.contract import Act, Ask, Choice, Do, Leave, Prove, Scene, Skill, Slot, Step, Tell, Value, Why
from assistant.skills.tickets import words
from assistant.skills.tickets.policy import LIVE, TicketPolicy, describe, is_overdue, may_add
from assistant.words import say

NEWEST_SHOWN = 300  # letters of the newest entry
LONGEST_SUBJECT = 80

EMAIL = Slot(
    "email",
    "email",
    label=words.EMAIL_LABEL,
    asks=words.ASK_EMAIL,
    again=words.ASK_EMAIL_AGAIN,
    purpose="The e-mail address that the ticket is under",
)
TICKET = Slot(
    "ticket",
    "ticket",
    label=words.TICKET_LABEL,
    asks=words.WHICH,
    again=words.WHICH,
    purpose="The number of the ticket, as in T-104233",
    required=False,
)
ADDITION = Slot(
    "addition",
    "text",
    label=words.ADDITION_LABEL,
    asks=words.TELL_AGAIN,
    again=words.TELL_AGAIN,
    purpose="What the customer wants to put on the ticket, in their own words",
    required=False,
)


def step(slots: Mapping[str, Value], scene: Scene[TicketPolicy]) -> Step:
    """Prove the address, find the ticket, tell how it stands, and take what is to be added."""
    email = _email(slots, scene)
    if not email:
        return Ask("email", say(words.ASK_EMAIL, scene.language))
    if email not in scene.known.proven:
        return Prove(email)
    found = _found(slots, scene, email)
    match found:
        case TicketSeen():
            return _about(found, slots, scene)
        case None:
            return _new(slots, scene, email)
        case _:
            return found


def _email(slots: Mapping[str, Value], scene: Scene[TicketPolicy]) -> str:
    if "email" in slots:
        return slots["email"].value.lower()
    known = scene.known.email.lower()
    return known if known or not scene.known.proven else min(scene.known.proven)


def _found(slots: Mapping[str, Value], scene: Scene[TicketPolicy], email: str) -> TicketSeen | Ask | None:
    """The ticket that is meant, the question which it is, or None where there is none to speak of."""
    theirs = scene.records.tickets_of(email)
    live = [ticket for ticket in theirs if ticket.state in LIVE]
    if "ticket" in slots:
        number = slots["ticket"].value
        named = [ticket for ticket in theirs if ticket.number.casefold() == number.casefold()]
        if named or not theirs:
            return next(iter(named), None)
        asks = say(words.NOT_YOURS, scene.language).format(number=number)
        return Ask("ticket", asks, choices=_choices(live or theirs), wrong=True)
    if len(live) > 1:
        return Ask("ticket", say(words.WHICH, scene.language), choices=_choices(live))
    lately = [ticket for ticket in theirs if may_add(ticket, scene.policy, scene.now)]
    return next(iter([*live, *lately]), None)


def _about(ticket: TicketSeen, slots: Mapping[str, Value], scene: Scene[TicketPolicy]) -> Step:
    added = slots.get("addition")
    open_to_words = may_add(ticket, scene.policy, scene.now)
    if added is not None and not social.is_polite(added.value):
        if open_to_words:
            return Do(_entry(ticket, added, scene))
        reason = f"The customer wants to add to ticket {ticket.number}, which is {ticket.state}: “{added.value}”"
        return Leave(Why.OUTSIDE_POLICY, reason, say(words.CLOSED, scene.language).format(number=ticket.number))
    if is_overdue(ticket, scene.policy, scene.now):
        days = (scene.now - ticket.updated_at).days
        quiet = say(words.NO_NEWS, scene.language).format(number=ticket.number, days=days)
        return Leave(Why.OUTSIDE_POLICY, f"Ticket {ticket.number} has had no news for {days} days.", quiet)
    stands = _stands(ticket, scene)
    facts = {"Ticket": ticket.number}
    if added is not None or not open_to_words:
        return Tell(stands, facts=facts)
    no = say(words.NOTHING_MORE, scene.language)
    return Ask("addition", f"{stands}\n\n{say(words.ADD_MORE, scene.language)}", choices=(Choice(no, no),))


def _new(slots: Mapping[str, Value], scene: Scene[TicketPolicy], email: str) -> Step:
    if not scene.policy.opens:
        reason = f"There is no open ticket under {email}, and the assistant opens none."
        return Leave(Why.OUTSIDE_POLICY, reason, say(words.NO_TICKET, scene.language))
    told = slots.get("addition")
    if told is None:
        return Ask("addition", say(words.NONE_YET, scene.language).format(email=email))
    return Do(_opening(told, scene, email))


def _entry(ticket: TicketSeen, added: Value, scene: Scene[TicketPolicy]) -> Act:
    return Act(
        kind="ticket_entry",
        key=f"ticket:{ticket.number}:{scene.conversation_id}:{added.seq}",
        subject=ticket.number,
        request={"number": ticket.number, "text": added.value, "email": ticket.email},
        says=say(words.ADDED, scene.language).format(number=ticket.number),
        because="The customer proved the address that the ticket is under.",
    )


def _opening(told: Value, scene: Scene[TicketPolicy], email: str) -> Act:
    number = _number(f"{scene.conversation_id}:{told.seq}:{email}")
    subject = " ".join(told.value.split())
    short = subject if len(subject) <= LONGEST_SUBJECT else f"{subject[: LONGEST_SUBJECT - 1].rstrip()}…"
    request = {
        "number": number,
        "text": told.value,
        "email": email,
        "name": scene.known.name,
        "subject": short,
        "conversation": scene.conversation_id,
    }
    return Act(
        kind="ticket_opened",
        key=f"ticket:new:{scene.conversation_id}:{told.seq}",
        subject=number,
        request=request,
        says=say(words.OPENED, scene.language).format(number=number),
        because="The customer proved their address and has no open ticket.",
    )


def _number(seed: str) -> str:
    """A number that follows from the conversation, so that deciding twice about one message names one ticket."""
    digest = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    return f"T-{digest % 9_000_000 + 1_000_000}"


def _stands(ticket: TicketSeen, scene: Scene[TicketPolicy]) -> str:
    stands = say(words.STANDS, scene.language).format(
        number=ticket.number,
        subject=ticket.subject,
        state=say(words.STATES[ticket.state], scene.language),
        day=saying.day(ticket.updated_at.astimezone(scene.zone).date(), scene.language),
    )
    if not ticket.newest:
        return stands
    text = " ".join(ticket.newest.split())
    short = text if len(text) <= NEWEST_SHOWN else f"{text[:NEWEST_SHOWN].rstrip()}…"
    return f"{stands}\n\n{say(words.NEWEST, scene.language).format(text=short)}"


def _choices(tickets: Sequence[TicketSeen]) -> tuple[Choice, ...]:
    return tuple(Choice(ticket.number, ticket.number, ticket.subject) for ticket in tickets[:5])


FOLLOW_UP: Skill[TicketPolicy] = Skill(
    name="follow_up",
    label=gettext_noop("Follow up on a ticket"),
    purpose=gettext_noop("Tell how a support ticket stands, put the customer's words on it, or open one."),
    slots=(EMAIL, TICKET, ADDITION),
    policy=TicketPolicy,
    step=step,
    describe=describe,
    examples=(
        "What is the status of my ticket?",
        "any news on ticket T-104233",
        "I wrote to you last week and heard nothing since",
        "Is somebody working on my complaint about the brakes?",
        "I would like to add something to my support request",
        "pls open a ticket for me",
        "Can you log this as a case?",
        "following up on my earlier request",
        "Wie ist der Stand bei meinem Ticket?",
        "Ich habe letzte Woche eine Anfrage geschickt, gibt es etwas Neues?",
        "Ich möchte zu meinem Ticket noch etwas nachtragen",
        "Où en est mon ticket ?",
        "J'ai écrit il y a dix jours, avez-vous avancé ?",
        "¿Cómo va mi ticket?",
        "Quiero añadir algo a mi consulta abierta",
        "A che punto è la mia segnalazione?",
        "Qual é o estado do meu pedido de suporte?",
        "Wat is de stand van mijn ticket?",
        "any update on my case",
        "what about my request from last week?",
        "still waiting for an answer to my enquiry",
        "nobody got back to me about my complaint yet",
        "has anybody looked at the problem that I reported?",
        "Was ist aus meiner Beschwerde geworden?",
        "Ich warte noch auf eine Antwort auf meine Anfrage",
        "J'attends toujours une réponse à ma demande",
        "Sigo esperando respuesta a mi consulta",
        "Sto ancora aspettando una risposta alla mia richiesta",
        "Ainda estou à espera de resposta ao meu pedido",
        "Ik wacht nog op antwoord op mijn vraag",
    ),
    near_misses=(
        "Where is my order?",
        "I want to buy a ticket for the bike tour",
        "What is the status of my refund?",
        "How long do you take to answer e-mails?",
        "I got a parking ticket in front of your shop",
        "Ich brauche ein Ticket für die Messe",
        "Où en est ma commande ?",
        "Can I have a receipt?",
    ),
    writes=("ticket_entry", "ticket_opened"),
    personal=True,
)
