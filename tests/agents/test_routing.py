"""Routing as a table: who gets the conversation, and why."""

from datetime import UTC, datetime, timedelta

import pytest

from agents.routing import Candidate, Need, choose

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def person(
    name: str, *, team: str = "care", language: str = "en", online: bool = True, load: int = 0, idle: int = 0
) -> Candidate:
    return Candidate(
        agent_id=name,
        team_ids=frozenset({team}),
        languages=frozenset({language}),
        online=online,
        load=load,
        capacity=3,
        idle_since=NOON - timedelta(minutes=idle),
    )


@pytest.mark.parametrize(
    ("people", "chosen"),
    [
        ([person("a", load=2), person("b", load=1)], "b"),
        ([person("a", load=1, idle=5), person("b", load=1, idle=9)], "b"),
        ([person("a", online=False), person("b", load=2)], "b"),
        ([person("a", load=3), person("b", load=2)], "b"),
        ([person("a", team="billing"), person("b", load=2)], "b"),
        ([person("a", language="de"), person("b", load=2)], "b"),
        ([person("a", language="de", load=1)], "a"),
        ([person("a", load=3)], None),
        ([person("a", online=False)], None),
        ([person("a", team="billing")], None),
        ([], None),
    ],
)
def test_the_table(people: list[Candidate], chosen: str | None) -> None:
    choice = choose(Need(team_id="care", language="en"), people)
    assert choice.agent_id == chosen
    assert choice.why


def test_without_a_team_anybody_may_be_chosen() -> None:
    assert choose(Need(team_id=None, language="en"), [person("a", team="billing")]).agent_id == "a"
