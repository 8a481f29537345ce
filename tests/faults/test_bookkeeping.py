"""The checker of a company's books: books that are in order have no violation, and each way to be wrong is seen."""

from dataclasses import replace

import pytest

from tests.faults.bookkeeping import THANKS
from tests.faults.books import Act, Books, Outside, Plan, Recorded, Told, Unit
from tests.faults.checker import Round, check
from tests.faults.history import History, Sent
from tests.faults.snapshot import Entry, Row, Snapshot

PLACE = "conv_1"
LOG = [
    Entry(PLACE, 1, "text", "customer", "How long?", client_id="c1", created_at=1.0),
    Entry(PLACE, 2, "text", "assistant", "Two days.", sourced=True, created_at=2.0),
    Entry(PLACE, 3, "text", "customer", THANKS, client_id="c2", created_at=3.0),
    Entry(PLACE, 4, "text", "assistant", "You are welcome.", created_at=4.0),
    Entry(PLACE, 5, "status", "system", data={"status": "resolved"}, created_at=5.0),
]
PLAN = Plan("sub_1", "active", 5, ends=False)
OUTSIDE = Outside(
    plan=PLAN,
    used=[("res_1", 1)],
    got=[*((f"evt_{seq}", b"{}") for seq in range(1, 6)), ("evt_1", b"{}")],
    acts=[
        Act("token.created", "tok_1", 201),
        Act("token.revoked", "tok_1", 204),
        Act("role.changed", "agt_zoe", 200),
        Act("role.changed", "agt_zoe", None),
    ],
)
BOOKS = Books(
    outside=OUTSIDE,
    plan=PLAN,
    units=[Unit("res_1", PLACE, 1)],
    told=[
        *(Told(f"evt_{seq}", "message.created", PLACE, seq) for seq in range(1, 5)),
        Told("evt_5", "conversation.resolved", PLACE),
    ],
    recorded=[
        Recorded("token.created", "tok_1"),
        Recorded("token.revoked", "tok_1"),
        Recorded("role.changed", "agt_zoe", {"role": ["agent", "viewer"]}),
    ],
    tokens={"tok_1": True},
    roles={"agt_zoe": "viewer"},
    overdue=[("pool", 1.0)],
)


def found(books: Books, log: list[Entry] = LOG, *, tenant: str = "acme") -> list[str]:
    carol = History("carol", own=PLACE)
    carol.sent += [Sent("c1", "How long?"), Sent("c2", THANKS)]
    snapshot = Snapshot(9.0, {PLACE: Row(PLACE, tenant, len(log), status="resolved")}, {PLACE: log})
    return [one.invariant for one in check(Round([carol], snapshot, books=books)) if one.invariant != "I3"]


def outside(**changes: object) -> Books:
    return replace(BOOKS, outside=replace(OUTSIDE, **changes))  # type: ignore[arg-type]


def test_books_in_order_have_no_violation() -> None:
    assert found(BOOKS) == []


WRONG: dict[str, tuple[Books, set[str]]] = {
    "not counted": (replace(BOOKS, units=[]), {"I9"}),
    "counted twice": (replace(BOOKS, units=[*BOOKS.units, Unit("res_2", PLACE, 1, billable=False)]), {"I9"}),
    "counted and never was": (replace(BOOKS, units=[*BOOKS.units, Unit("res_2", PLACE, 2, billable=False)]), {"I9"}),
    "credited for nothing": (replace(BOOKS, units=[replace(BOOKS.units[0], credited=True)]), {"I9"}),
    "not at the meter": (outside(used=[]), {"I9"}),
    "twice at the meter": (outside(used=[("res_1", 1)] * 2), {"I9"}),
    "at the meter for nothing": (outside(used=[("res_1", 1), ("res_7", 1)]), {"I9"}),
    "not marked as told": (replace(BOOKS, units=[replace(BOOKS.units[0], pushed=False)]), {"I9"}),
    "fewer seats": (replace(BOOKS, plan=replace(PLAN, seats=4)), {"I10"}),
    "another standing": (outside(plan=replace(PLAN, status="past_due")), {"I10"}),
    "no plan at all": (replace(BOOKS, plan=None), {"I10"}),
    "an event nobody looked at": (replace(BOOKS, unhandled=1), {"I10"}),
    "delivered and never arrived": (outside(got=OUTSIDE.got[1:5]), {"I11"}),
    "never sent": (replace(BOOKS, told=[replace(one, state="pending") for one in BOOKS.told]), {"I11"}),
    "nobody's": (replace(BOOKS, told=[replace(one, state=None) for one in BOOKS.told]), {"I11"}),
    "dead without a word": (replace(BOOKS, told=[replace(one, state="dead") for one in BOOKS.told]), {"I11"}),
    "a message never told": (replace(BOOKS, told=BOOKS.told[1:]), {"I11"}),
    "an end told twice": (replace(BOOKS, told=[*BOOKS.told, BOOKS.told[-1]]), {"I11"}),
    "two bodies": (outside(got=[*OUTSIDE.got, ("evt_1", b"[]")]), {"I11"}),
    "words in public": (replace(BOOKS, in_public=["public.baton_cache"]), {"I12"}),
    "seen by others": (outside(leaks=["acme's owner saw it"]), {"I12"}),
    "a key on no record": (replace(BOOKS, recorded=BOOKS.recorded[1:]), {"I13"}),
    "a key on record twice": (replace(BOOKS, recorded=[*BOOKS.recorded, BOOKS.recorded[0]]), {"I13"}),
    "a record of no key": (replace(BOOKS, recorded=[*BOOKS.recorded, Recorded("token.created", "tok_2")]), {"I13"}),
    "a key that lives on": (replace(BOOKS, tokens={"tok_1": False}), {"I13"}),
    "another role than recorded": (replace(BOOKS, roles={"agt_zoe": "owner"}), {"I13"}),
    "a role on no record": (replace(BOOKS, recorded=BOOKS.recorded[:2]), {"I13"}),
    "a record that can be rewritten": (replace(BOOKS, rewritable=["UPDATE"]), {"I13"}),
    "another job overdue": (replace(BOOKS, overdue=[("pool", 11.0)]), {"I14"}),
}


@pytest.mark.parametrize("way", WRONG)
def test_each_way_to_be_wrong_is_seen(way: str) -> None:
    books, invariants = WRONG[way]
    assert set(found(books)) == invariants


def test_what_a_person_had_a_hand_in_is_no_resolution_of_the_assistant() -> None:
    log = [*LOG[:3], Entry(PLACE, 4, "text", "agent", "Hello", client_id="c3", created_at=4.0), LOG[4]]
    assert "I9" in found(BOOKS, log)
    assert "I9" not in found(replace(BOOKS, units=[], outside=replace(OUTSIDE, used=[])), log)


def test_what_was_opened_again_is_credited() -> None:
    log = [*LOG, Entry(PLACE, 6, "text", "customer", "One more thing", client_id="c3", created_at=6.0)]
    assert "I9" in found(BOOKS, log)
    assert "I9" not in found(replace(BOOKS, units=[replace(BOOKS.units[0], credited=True)]), log)


def test_words_of_one_company_in_another_are_seen() -> None:
    assert "I12" in found(BOOKS, tenant="globex")


def test_books_that_still_move_are_looked_at_again() -> None:
    moving = replace(BOOKS, busy=1, units=[])
    assert found(moving) == []
    settled = Round([], Snapshot(9.0, {}, {}), settled=True, books=moving)
    assert [one.invariant for one in check(settled)] == ["I14"]
