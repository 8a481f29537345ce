"""Takes what an AI outside says or wants done: its reply, and the tools of its turn."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from agents import timetable
from agents.tokens import Token
from assistant.engines import FromOutside, tools
from assistant.engines.exchange import Called
from assistant.engines.language_model import MOST_MISUSES
from assistant.engines.tools import Begun, MisusedError, PassedOn, Reach, Told
from assistant.knowledge import store
from assistant.skills.configured import Configured
from conversations import queries, scene, turns
from conversations.models import OutsideTurn, OutsideTurnState
from conversations.outside import kept, resuming, showing, silence
from conversations.outside.errors import TurnOverError, WhyOver
from conversations.outside.showing import OutsideOutcome, OutsideToolResult
from tenants import current
from tenants.errors import ParameterError

MOST_CALLS = 12  # of tools, in one turn
FIELDS = ("signals", "action", "confidence", "citations", "text")  # of a reply, in the order in which a model has them


def reply(row: OutsideTurn, said: Mapping[str, Any], *, by: Token) -> OutsideOutcome:
    """Decide anew with the reply, and carry out what the rules make of it; TurnOverError, and nothing is written.

    The same reply again, by its `client_id`, is answered as the first time.
    """
    client_id = said["client_id"]
    if row.state == OutsideTurnState.ANSWERED and client_id is not None and row.client_id == client_id:
        return showing.outcome(row)
    resuming.check(row)
    told = json.dumps({name: said[name] for name in FIELDS}, ensure_ascii=False)
    return _go_on(row, told, by=by, client_id=client_id)


def hand_over(row: OutsideTurn, *, by: Token) -> OutsideOutcome:
    """A person takes it, because the AI wants one to."""
    resuming.check(row)
    return _go_on(row, PassedOn("needs_decision"), by=by)


def use(row: OutsideTurn, name: str, arguments: Mapping[str, Any], *, by: Token) -> OutsideToolResult:
    """What a tool found, which may be cited from then on; or what came of the turn where the tool ends it.

    ParameterError for a misuse. One too many, and Baton answers in the AI's place: TurnOverError.
    """
    resuming.check(row)
    skills = _skills(row)
    found, misused = _called(row, name, arguments, skills)
    if found is None:
        if row.given["misuses"] > MOST_MISUSES:
            silence.instead(row, why=WhyOver.MISUSED)
            raise TurnOverError(WhyOver.MISUSED)
        known = any(tool["name"] == name for tool in row.given["tools"])
        raise ParameterError(misused, param="arguments" if known else "name")
    if isinstance(found, Told):
        turns.show_typing(str(row.conversation_id))
        return {"result": found.result, "outcome": None}
    return {"result": None, "outcome": _go_on(row, found, by=by)}


@transaction.atomic
def _called(
    row: OutsideTurn, name: str, arguments: Mapping[str, Any], skills: Mapping[str, Configured]
) -> tuple[Told | PassedOn | Begun | None, str]:
    """What the tool gives, or why it gives nothing; the turn keeps what was found, and counts."""
    locked = OutsideTurn.objects.select_for_update().get(pk=row.pk)
    row.given = given = {**locked.given, "calls": locked.given["calls"] + 1}
    material = kept.material(given, store.current_index(current.schema_name()))
    found, misused = None, ""
    try:
        _check_calls(given)
        found = tools.call(Called("", name, json.dumps(arguments)), Reach(material, given["hours"], skills))
    except MisusedError as error:
        given["misuses"], misused = given["misuses"] + 1, str(error)
    if isinstance(found, Told):
        given["passages"] = kept.passages(material)
        given["told"] = [*given["told"], *([found.facts] if found.facts else [])]
    row.save(update_fields=["given"])
    return found, misused


def _check_calls(given: Mapping[str, Any]) -> None:
    """MisusedError for more calls than a turn has."""
    if given["calls"] > MOST_CALLS:
        raise MisusedError(f"At most {MOST_CALLS} tools are called in a turn.")


def _skills(row: OutsideTurn) -> Mapping[str, Configured]:
    """What the assistant can do by itself in this conversation."""
    question = queries.question(str(row.conversation_id), row.asked_seq)
    if question is None:
        raise TurnOverError(resuming.why_over(row) or WhyOver.OVER)
    return scene.standing(question, timetable.of_company()).skills


def _go_on(row: OutsideTurn, said: str | PassedOn | Begun, *, by: Token, client_id: Any = None) -> OutsideOutcome:
    given = row.given
    came = FromOutside(
        kept.material(given, store.current_index(current.schema_name())),
        said,
        tuple(given["told"]),
        kept.guidance(given),
        by.name,
    )
    claim = {"client_id": client_id, "token_id": by.id, "token_name": by.name}
    resuming.go_on(row, came, OutsideTurnState.ANSWERED, **claim)
    return showing.outcome(row)
