"""The one writer of actions: carries an act out, once for each key, in the transaction under way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from assistant.models import Action, ActionState
from assistant.skills.contract import Act, Json

CARRIES_OUT: Mapping[str, Callable[[Act], Json]] = {}


class OvertakenError(Exception):
    """The act is not possible any more, since the records changed meanwhile; the message is for the desk."""


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
    """
    stood = Action.objects.filter(key=act.key, state__in=[ActionState.PENDING, ActionState.DONE]).first()
    if stood is not None:
        if stood.conversation == cause.conversation and stood.request == act.request:
            return stood
        raise OvertakenError(f"This was done already: {act.key}.")
    made = _record(act, cause)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            made.result = CARRIES_OUT[act.kind](act)
    except IntegrityError as error:
        raise OvertakenError(f"The records do not allow it any more: {act.key}.") from error
    made.done_at = timezone.now()
    made.save(update_fields=["result", "done_at"])
    return made


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
