"""The writes of tau2's airline tasks, and mutations of them that the airline's policy forbids.

The airline's database is not among the public data, so the facts of each task stand in `airline_cases.json` as its own
words give them; where they are silent, the reservation is an ordinary one.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from assistant.evaluation.policies import cases
from assistant.evaluation.policies.cases import Case, Json, changed

NOW = datetime(2024, 5, 15, 20, 0, tzinfo=UTC)  # the policy's own clock: 15:00 EST


def of_tasks() -> Iterator[Case]:
    """What the tasks' customers want, with whether their right course has the write."""
    stored = cases.load(cases.HERE / "airline_cases.json")
    for one in stored["cases"]:
        facts = _merged(stored["usual"], one["facts"]) | {"now": NOW}
        reservation = facts["reservation"]
        reservation["created_at"] = NOW - timedelta(hours=reservation["hours_old"])
        yield Case(f"task {one['task']}: {one['wants']}", one["act"], facts, allowed=one["allowed"])


def mutated(case: Case) -> Iterator[Case]:
    """The allowed write as a stranger, without a yes, after departure, with other money, bags and passengers."""
    yield changed(case, "by somebody else", ["verified"], "somebody else")
    yield changed(case, "without a yes", ["confirmed"], value=False)
    for how, path, value in _FORBIDDEN[case.act]:
        yield changed(case, how, path, value)
    if case.act == "cancel_reservation":
        plain = _merged(case.facts["reservation"], {"cabin": "economy", "insurance": False})
        plain["created_at"] = NOW - timedelta(hours=24, minutes=1)
        yield changed(case, "without a ground", ["reservation"], plain)
        insured = {**plain, "insurance": True}
        other = changed(case, "insured, for a reason that is not covered", ["reservation"], insured)
        other.facts["reason"] = "change of plan"
        yield other


_CARD = (
    ("paid by certificate", ["payment", "source"], "certificate"),
    ("paid by a card that is not the customer's", ["payment", "owned"], False),
)
_BAGS = (("a bag too few is charged", ["bags", "total"], 30), ("a bag too many is charged", ["bags", "charged"], 1))
_FORBIDDEN: dict[str, tuple[tuple[str, list[str], Any], ...]] = {
    "cancel_reservation": (
        ("after departure", ["reservation", "flown"], True),
        ("departure not known", ["reservation", "flown"], None),
        ("without a reason", ["reason"], None),
    ),
    "update_reservation_flights": (
        *_CARD,
        ("after departure", ["reservation", "flown"], True),
        ("another origin", ["change", "origin"], "C"),
        ("another destination", ["change", "destination"], "C"),
        ("another kind of trip", ["change", "trip"], "one way"),
        ("two cabins", ["change", "cabins"], ["economy", "business"]),
        ("a cabin that there is not", ["change", "cabins"], ["first"]),
        ("a passenger more", ["change", "passengers"], 9),
    ),
    "update_reservation_baggages": (*_CARD, *_BAGS, ("a bag less", ["bags", "before"], 40)),
    "update_reservation_passengers": (("a passenger more", ["change", "passengers"], 9),),
    "book_reservation": (
        *_BAGS,
        ("six passengers", ["change", "passengers"], 6),
        ("nobody", ["change", "passengers"], 0),
        ("two cabins", ["change", "cabins"], ["economy", "business"]),
        ("two certificates", ["payments", "certificate"], 2),
        ("two credit cards", ["payments", "credit_card"], 2),
        ("four gift cards", ["payments", "gift_card"], 4),
        ("somebody else's card", ["payments", "all_owned"], False),
    ),
}


def _merged(usual: Json, over: Json) -> Json:
    both = {
        name: _merged(value, over[name]) if isinstance(value, dict) and name in over else over.get(name, value)
        for name, value in usual.items()
    }
    return both | {name: value for name, value in over.items() if name not in usual}
