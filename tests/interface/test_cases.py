"""Cases made from the document, for every operation and everybody: no server error, nothing that it does not say.

What is not in the document fails in `tests.described`. `BATON_CASES=100` (`make contract`) plays 100 of each instead.
"""

import os
import warnings
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisWarning
from schemathesis.core.result import Ok

from agents.models import Role
from conversations.polls import DESCRIBED
from tenants.openapi import document
from tests.interface import cases, recording
from tests.isolation import listing, matrix
from tests.isolation.playing import Caller, Player, plain_things
from tests.isolation.row import Row
from tests.isolation.stage import VERIFIED, VISITOR

MOST = int(os.environ.get("BATON_CASES", "2"))
LONG = MOST > 2
TOKEN, BARE_TOKEN = "a token for an owner", "a token for nobody"
EVERYBODY = [
    *([Role.OWNER.value, TOKEN] if not LONG else [role.value for role in matrix.ROLES]),
    *([TOKEN, BARE_TOKEN] if LONG else []),
    VISITOR,
    matrix.STRANGER.name,
]


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_case_is_answered_otherwise_than_documented(player: Player, name: str) -> None:
    rows, caller = recording.rows(), _caller(player, name)
    wrong: list[str] = []
    for found in schemathesis.openapi.from_dict(document.whole()).get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        if set(operation.definition.raw.get("requestBody", {}).get("content", {})) - cases.KINDS:
            continue  # a whole letter, as the mail server brings it: its own suite plays those
        if document.ROOT + operation.path in DESCRIBED:
            continue  # the event loop serves it: its own suite asks it
        key = (operation.method.upper(), listing.NAMED.sub("{}", document.ROOT + operation.path))
        wrong += _played(player, caller, operation, rows.get(key, []))
    assert not wrong, "\n".join(["", f"{len(wrong)} of the operations:", *wrong])


def _played(player: Player, caller: Caller, operation: Any, rows: list[Row]) -> list[str]:
    """What is wrong with the operation, in a line, or nothing."""
    company = player.company
    own = {**company.own[VERIFIED], **company.own[VISITOR], **company.own[Role.OWNER], **(caller.own or {})}
    closed = caller.name == matrix.STRANGER.name and operation.definition.raw["security"]

    @settings(
        max_examples=1 if closed else MOST,
        deadline=None,
        database=None,
        derandomize=not LONG,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(call=cases.of(operation, rows, {**company.things, **plain_things(), **own}))
    def play(call: cases.Call) -> None:
        response = cases.send(call, caller, company.host)
        assert response.status_code < 500 or response.status_code == 503, response.content
        assert not closed or response.status_code == 401, f"{response.status_code} to a stranger"

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", HypothesisWarning)  # a long body is a long text in its report
            play()
    except Exception as error:  # noqa: BLE001  whatever it is, the other operations are played too
        return [f"{operation.method.upper()} {operation.path}: {type(error).__name__}: {str(error)[:900]}"]
    return []


def _caller(player: Player, name: str) -> Caller:
    company = player.company
    everything = company.tokens["all but "]
    tokens = {
        TOKEN: Caller(TOKEN, bearer=everything, agent=company.agents[Role.OWNER]),
        BARE_TOKEN: Caller(BARE_TOKEN, bearer=everything),
    }
    return tokens.get(name) or matrix.callers(company)[name]
