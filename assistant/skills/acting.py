"""The one writer of actions: carries an act out, once for each key, in the transaction under way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from assistant.connector import acts
from assistant.models import Action, ActionState
from assistant.skills import money
from assistant.skills.appointments import carrying_out as appointments
from assistant.skills.collecting import information
from assistant.skills.contract import Act, Json, OvertakenError
from assistant.skills.leads import carrying_out as leads
from assistant.skills.orders import acts as orders
from assistant.skills.passwords import carrying_out as passwords
from assistant.skills.tickets import carrying_out as tickets
from tenants import current, jobs

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(%s)"
__all__ = ["CARRIES_OUT", "Cause", "OvertakenError", "carry_out"]

CARRIES_OUT: Mapping[str, Callable[[Act], Json]] = {
    "refund": orders.refund,
    "return": orders.register_return,
    "cancel": orders.cancel,
    "address": orders.change_address,
    "contact": orders.change_contact,
    "ticket_entry": tickets.add,
    "ticket_opened": tickets.open_one,
    "password_reset": passwords.send,
    "lead": leads.keep,
    "booking": appointments.book,
    "appointment_moved": appointments.move,
    "appointment_cancelled": appointments.cancel,
    "information": information.keep,
}


@dataclass(frozen=True)
class Cause:
    """On whose behalf an act is carried out, for the record."""

    skill: str
    conversation: str = ""  # public ids
    customer: str = ""
    asked_seq: int = 0
    email: str = ""
    proven_how: str = ""
    approved_by: str = ""


@transaction.atomic
def carry_out(act: Act, cause: Cause) -> Action:
    """Do it, and keep the record. Who asks for the same key again in the same conversation gets the first record.

    OvertakenError when the records changed meanwhile or it was done already from elsewhere; then nothing is changed.
    What the tenant's connector carries out is pending until a job has given it to it.
    """
    stood = Action.objects.filter(key=act.key, state__in=[ActionState.PENDING, ActionState.DONE]).first()
    if stood is not None:
        if stood.conversation == cause.conversation and stood.request == act.request:
            return stood
        raise OvertakenError(f"This was done already: {act.key}.")
    made = _record(act, cause)
    handed_on = acts.takes(act.kind)
    if handed_on:
        _check_nothing_waits(act)
    try:
        with transaction.atomic():
            made.state = ActionState.PENDING if handed_on else ActionState.DONE
            made.save(force_insert=True)
            made.result = {} if handed_on else CARRIES_OUT[act.kind](act)
    except IntegrityError as error:
        raise OvertakenError(f"The records do not allow it any more: {act.key}.") from error
    if handed_on:
        _write_job(made)
    else:
        made.done_at = timezone.now()
        made.save(update_fields=["result", "done_at"])
    money.record(made)
    return made


def _check_nothing_waits(act: Act) -> None:
    """The connector's records do not show yet what waits for it: nothing else is done to the same thing meanwhile."""
    if not act.subject:
        return
    with current.connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [current.lock_key(f"act {act.kind} {act.subject}")])
    if Action.objects.filter(kind=act.kind, subject=act.subject, state=ActionState.PENDING).exists():
        raise OvertakenError(f"Another {act.kind} of {act.subject} waits for the connector.")


def decline(act: Act, cause: Cause, *, because: str) -> Action:
    """Keep that an agent did not let it happen; nothing was done, and it may be asked for again."""
    made = _record(act, cause)
    made.state, made.problem, made.done_at = ActionState.DECLINED, because[:300], timezone.now()
    made.save(force_insert=True)
    money.record(made)
    return made


def waiting(action_id: str) -> Action | None:
    """The action, locked, while it waits for the connector; None when it was settled meanwhile."""
    return Action.objects.select_for_update().filter(pk=action_id, state=ActionState.PENDING).first()


def done(action: Action, result: Json) -> None:
    """The connector carried it out; the action is locked by `waiting`."""
    action.state, action.result, action.done_at, action.problem = ActionState.DONE, result, timezone.now(), ""
    action.save(update_fields=["state", "result", "done_at", "problem"])
    money.record(action)


def failed(action: Action, problem: str) -> None:
    """The connector did not carry it out; the action is locked by `waiting`."""
    action.state, action.problem = ActionState.FAILED, problem[:300]
    action.save(update_fields=["state", "problem"])
    money.record(action)


@transaction.atomic
def again(action: Action) -> None:
    """Let the connector try a failed action anew, under the same id. OvertakenError when it was done otherwise."""
    try:
        with transaction.atomic():
            moved = Action.objects.filter(pk=action.pk, state=ActionState.FAILED).update(
                state=ActionState.PENDING, problem=""
            )
    except IntegrityError as error:
        raise OvertakenError(f"This was done meanwhile: {action.key}.") from error
    if not moved:
        raise OvertakenError("Only what failed can be tried again.")
    action.refresh_from_db()
    _write_job(action)


def _write_job(action: Action) -> None:
    jobs.write(acts.KIND, {"action_id": str(action.id)}, key=str(action.id))


def _record(act: Act, cause: Cause) -> Action:
    return Action(
        skill=cause.skill,
        kind=act.kind,
        key=act.key,
        subject=act.subject,
        request=act.request,
        amount=act.amount,
        currency=act.currency,
        because=act.because,
        says=act.says,
        conversation=cause.conversation,
        customer=cause.customer,
        asked_seq=cause.asked_seq,
        email=cause.email,
        proven_how=cause.proven_how,
        approved_by=cause.approved_by,
    )
