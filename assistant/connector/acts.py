"""Acts that the tenant's own service carries out: one request for each try, always under the id of the action."""

from typing import Any

from assistant.connector import line, wanted
from assistant.connector.exchange import ConnectorError, Failure, Json, Request
from assistant.connector.line import Purpose
from assistant.models import Action
from tenants.sealing import SealBrokenError

KIND = "connector_act"
LONGEST_REASON, LONGEST_RESULT = 300, 8000
CERTAIN = frozenset({Failure.ADDRESS, Failure.SIGNATURE, Failure.REQUEST})  # nothing was done, and trying does not help
OFF = "The connector was switched off before this was carried out."
SEALED = "The connector's secret cannot be read any more. Make a new one."


class NotDoneError(Exception):
    """The service did not carry it out and will not; the message says why, to the desk."""


class RefusedError(NotDoneError):
    """The service is well and said no."""


def takes(kind: str) -> bool:
    """Whether acts of this kind go to the tenant's service. One query."""
    try:
        found = wanted.of_tenant()
    except SealBrokenError:
        return True  # and it fails there, where a person sees it
    return found is not None and kind in found.acts


def carry_out(action: Action) -> Json:
    """What came of it; NotDoneError when that is nothing, ConnectorError when nobody knows yet."""
    try:
        found = wanted.of_tenant()
    except SealBrokenError as error:
        raise NotDoneError(SEALED) from error
    if found is None or action.kind not in found.acts:
        raise NotDoneError(OFF)
    purpose = Purpose("act", action=str(action.id), keeps=found.keeps)
    try:
        state, told = line.once(found.endpoint, _request(action), _outcome, purpose=purpose)
    except ConnectorError as error:
        if error.why in CERTAIN:
            raise NotDoneError(error.problem) from error
        raise
    if state == "refused":
        raise RefusedError(f"Your system refused: {told.get('reason') or 'it gave no reason'}")
    return told


def _request(action: Action) -> Request:
    told: dict[str, Any] = {
        "id": str(action.id),
        "kind": action.kind,
        "key": action.key,
        "subject": action.subject,
        "request": action.request,
        "amount": None if action.amount is None else str(action.amount),
        "currency": action.currency or None,
        "because": action.because,
        "conversation_id": action.conversation or None,
        "customer": {"email": action.email or None, "proven_by": action.proven_how or None},
        "approved_by": action.approved_by or None,
    }
    return Request(f"actions.{action.kind}", told, str(action.id))


def _outcome(told: Json) -> tuple[str, Json]:
    """`done` with its result, or `refused` with the reason; ConnectorError for anything else."""
    match told:
        case {"state": "done"}:
            result = told.get("result") or {}
            if not isinstance(result, dict) or len(str(result)) > LONGEST_RESULT:
                raise ConnectorError(Failure.SHAPE, "result: This must be an object that is not too long.")
            return "done", result
        case {"state": "refused"}:
            reason = told.get("reason", "")
            if not isinstance(reason, str):
                raise ConnectorError(Failure.SHAPE, "reason: This must be a text.")
            return "refused", {"reason": " ".join(reason.split())[:LONGEST_REASON].replace("\x00", "")}
    raise ConnectorError(Failure.SHAPE, 'state: This must be "done" or "refused".')
