"""Routing as a table: who gets the conversation, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agents.routing import LADDER, Ask, Candidate, Need, Rung, Verdict, Waiting, choose, match, turn_at

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


BRAKES = Need(team_id="care", language="en", skill_id="brakes", least_level=3)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Verdict.NO_SKILL),
        ({"levels": {"brakes": 2}}, Verdict.LOW_LEVEL),
        ({"levels": {"brakes": 3}, "team_ids": frozenset({"billing"})}, Verdict.OTHER_TEAM),
        ({"levels": {"brakes": 3}, "online": False}, Verdict.OFFLINE),
        ({"levels": {"brakes": 3}, "online": False, "away": True}, Verdict.AWAY),
        ({"levels": {"brakes": 3}, "on_shift": False}, Verdict.OFF_SHIFT),
        ({"levels": {"brakes": 3}, "load": 3}, Verdict.FULL),
        ({"levels": {"brakes": 3}, "capacity": 0}, Verdict.FULL),
        ({"levels": {"brakes": 3}}, Verdict.CHOSEN),
    ],
)
def test_everybody_is_passed_over_for_a_reason(changes: dict[str, Any], verdict: Verdict) -> None:
    choice = choose(BRAKES, [replace(person("a"), **changes)])
    assert choice.verdicts["a"] == verdict
    assert choice.agent_id == ("a" if verdict == Verdict.CHOSEN else None)


@pytest.mark.parametrize(
    ("seconds", "changes", "widened"),
    [
        (59, {"levels": {"brakes": 1}}, None),
        (60, {"levels": {"brakes": 1}}, (Ask.LEVEL,)),
        (119, {}, None),
        (120, {}, (Ask.LEVEL, Ask.SKILL)),
        (299, {"team_ids": frozenset()}, None),
        (300, {"team_ids": frozenset()}, (Ask.LEVEL, Ask.SKILL, Ask.TEAM)),
        (899, {"on_shift": False}, None),
        (900, {"on_shift": False}, (Ask.LEVEL, Ask.SKILL, Ask.TEAM, Ask.EVERYBODY)),
        (9000, {"load": 3}, None),
        (9000, {"online": False}, None),
    ],
)
def test_the_longer_the_wait_the_less_is_asked(
    seconds: int, changes: dict[str, Any], widened: tuple[Ask, ...] | None
) -> None:
    choice = choose(BRAKES, [replace(person("a"), **changes)], waited=timedelta(seconds=seconds))
    assert (choice.widened if choice.agent_id else None) == widened


def test_who_has_all_that_is_asked_for_comes_before_the_less_busy() -> None:
    able, idle = replace(person("a", load=2), levels={"brakes": 4}), person("b")
    assert choose(BRAKES, [able, idle], waited=timedelta(hours=1)).agent_id == "a"


def test_the_next_rung_is_told_and_none_after_the_last() -> None:
    assert choose(BRAKES, []).next_rung == timedelta(seconds=60)
    assert choose(BRAKES, [], waited=timedelta(hours=1)).next_rung is None
    assert choose(BRAKES, [], ladder=(Rung(Ask.SKILL, timedelta(seconds=7)),)).next_rung == timedelta(seconds=7)


@pytest.mark.parametrize(
    ("changes", "chosen"),
    [({}, "a"), ({"online": False}, "b"), ({"load": 3}, "b"), ({"team_ids": frozenset({"x"})}, "b")],
)
def test_who_had_the_customer_last_gets_them_again_only_while_able_to(changes: dict[str, Any], chosen: str) -> None:
    last = replace(person("a", load=2), **changes)
    assert choose(Need("care", "en", last_agent_id="a"), [last, person("b")]).agent_id == chosen


def test_load_counts_for_what_somebody_can_take() -> None:
    part_time, full_time = replace(person("a", load=1), capacity=2), replace(person("b", load=3), capacity=8)
    assert choose(Need("care", "en"), [part_time, full_time]).agent_id == "b"


def test_who_was_asked_a_moment_ago_is_not_asked_again() -> None:
    choice = choose(Need("care", "en"), [person("a"), person("b", load=2)], passed=frozenset({"a"}))
    assert (choice.agent_id, choice.verdicts["a"]) == ("b", Verdict.ASKED_BEFORE)


def waits(name: str, minutes: int, priority: str = "normal") -> Waiting:
    return Waiting(name, Need("care", "en"), NOON - timedelta(minutes=minutes), priority)


@pytest.mark.parametrize(
    ("waiting", "order"),
    [
        ([waits("young", 1), waits("old", 5)], ["old", "young"]),
        ([waits("normal", 29), waits("urgent", 0, "urgent")], ["urgent", "normal"]),
        ([waits("normal", 31), waits("urgent", 0, "urgent")], ["normal", "urgent"]),
        ([waits("normal", 9), waits("high", 0, "high")], ["high", "normal"]),
        ([waits("a", 5), waits("b", 5), waits("c", 5), waits("d", 5)], ["a", "b", "c"]),
    ],
)
def test_priority_gives_a_head_start_and_room_ends_it(waiting: list[Waiting], order: list[str]) -> None:
    offered = list(match(waiting, [person("a")], ladder=LADDER, now=NOON))
    assert [one.conversation_id for one, _ in offered] == order
    assert turn_at("urgent", NOON) < turn_at("high", NOON) < turn_at("normal", NOON) == NOON
