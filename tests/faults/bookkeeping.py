"""The invariants of a company's books after a round: I9 to I14, as far as they are no conversation's alone; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.faults.books import OURS, Act, Books, Recorded, Unit
from tests.faults.history import History
from tests.faults.snapshot import Entry, Snapshot

THANKS = "Thanks, that helped."
STANDINGS = {"active": "active", "trialing": "trial", "past_due": "past_due", "unpaid": "unpaid"}
"""Stripe's words for a subscription that lives, and Baton's."""


@dataclass
class Part:
    """A stretch of a log: from the first words until it is resolved."""

    entries: list[Entry] = field(default_factory=list)
    is_over: bool = False

    @property
    def texts(self) -> list[Entry]:
        """What was said in it, without what the assistant says when it passes the baton."""
        return [one for one in self.entries if one.kind == "text" and not one.data.get("farewell")]

    @property
    def is_the_assistants(self) -> bool:
        """Whether nobody but customer and assistant had a hand in it."""
        moved = any(one.kind == "control" and one.data["holder"] != "assistant" for one in self.entries)
        return not moved and not any(one.author_kind == "agent" for one in self.texts)

    @property
    def surely_counts(self) -> bool:
        """Whether each question was answered from a source, and the customer said that it helped."""
        texts = self.texts
        asked = [place for place, one in enumerate(texts) if one.author_kind == "customer" and one.text != THANKS]
        thanked = [place for place, one in enumerate(texts) if one.text == THANKS]
        answered = all(place + 1 < len(texts) and _answers(texts[place + 1]) for place in asked)
        certain = asked and thanked and thanked[-1] > asked[-1]
        return bool(self.is_over and self.is_the_assistants and certain and answered)


def parts(log: Sequence[Entry]) -> list[Part]:
    """The episodes of a log, the oldest first."""
    found: list[Part] = []
    for entry in log:
        status = "" if entry.data.get("notice") else str(entry.data.get("status", ""))
        is_open = bool(found) and not found[-1].is_over
        begins = entry.kind == "text" and entry.author_kind in {"customer", "agent"}
        if not is_open and (begins or (found and entry.kind == "status" and status == "open")):
            found.append(Part([entry]))
        elif is_open:
            found[-1].entries.append(entry)
            found[-1].is_over = entry.kind == "status" and status == "resolved"
    return found


def metered_once(books: Books, snapshot: Snapshot, _histories: Sequence[History]) -> Iterator[str]:
    """I9: what the assistant resolved alone is in the ledger once, nothing else is, and the meter says the same."""
    of_place: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in books.units:
        of_place[unit.conversation_id, unit.episode].append(unit)
    for conversation_id, row in snapshot.rows.items():
        if row.tenant == OURS:
            for number, part in enumerate(cut := parts(snapshot.log(conversation_id)), 1):
                units = of_place.pop((conversation_id, number), [])
                yield from _counted(f"{conversation_id} part {number}", part, units, is_last=number == len(cut))
    for conversation_id, number in of_place:
        if conversation_id in snapshot.rows:
            yield f"{conversation_id} part {number} is in the ledger and never was"
    yield from _at_the_meter(books)


def as_stripe_has_it(books: Books, _snapshot: Snapshot, _histories: Sequence[History]) -> Iterator[str]:
    """I10: the subscription is Stripe's, and every event that came was looked at."""
    mine, theirs = books.plan, books.outside.plan
    if theirs is not None:
        if mine is None or (mine.id, mine.seats, mine.ends) != (theirs.id, theirs.seats, theirs.ends):
            yield f"the subscription is {mine} and Stripe has {theirs}"
        elif mine.status != STANDINGS.get(theirs.status):
            yield f"the subscription is {mine.status} and at Stripe {theirs.status}"
    if books.unhandled:
        yield f"{books.unhandled} events of Stripe were never looked at"


def heard_at_least_once(books: Books, snapshot: Snapshot, _histories: Sequence[History]) -> Iterator[str]:
    """I11: all that happened is told, and each event arrived or is a dead letter that says why."""
    got = Counter(name for name, _ in books.outside.got)
    for one in books.told:
        if one.state == "delivered" and not got[one.id]:
            yield f"{one.type} {one.id} is marked as delivered and never arrived"
        elif one.state != "delivered" and not (one.state == "dead" and one.problem):
            yield f"{one.type} {one.id} is {one.state or 'nobody’s'} and did not arrive"
    if len({*books.outside.got}) != len(got):
        yield "an event arrived with other words than before"
    yield from _all_told(books, snapshot)


def nowhere_else(books: Books, snapshot: Snapshot, histories: Sequence[History]) -> Iterator[str]:
    """I12: what belongs to one company stands in its own schema alone, and nobody else gets it."""
    yield from (f"words of customers stand in {name}" for name in books.in_public)
    yield from books.outside.leaks
    whose = {sent.client_id: history.tenant for history in histories for sent in history.sent}
    for conversation_id, log in snapshot.logs.items():
        tenant = snapshot.rows[conversation_id].tenant if conversation_id in snapshot.rows else ""
        for entry in log:
            if entry.client_id in whose and whose[entry.client_id] != tenant:
                yield f"{conversation_id} of {tenant or 'nobody'} holds words of {whose[entry.client_id]}"
    for one in books.told:
        row = snapshot.rows.get(one.conversation_id)
        if row is not None and row.tenant != OURS:
            yield f"{one.type} of {row.tenant} was told by {OURS}"


def on_record(books: Books, _snapshot: Snapshot, _histories: Sequence[History]) -> Iterator[str]:
    """I13: what was done with a privilege is on record once, nothing else is, and the application cannot change it."""
    yield from (f"the application may {privilege} the audit log" for privilege in books.rewritable)
    acts, recorded = books.outside.acts, books.recorded
    yield from _tokens_on_record(acts, recorded, books)
    for person in {act.object_id for act in acts if act.action == "role.changed"}:
        yield from _roles_on_record(person, acts, recorded, now=books.roles.get(person, ""))


def nothing_else_overdue(books: Books, oldest_due: float) -> Iterator[str]:
    """I14: no other job is due for long either."""
    yield from (f"a {kind} is due since {late:.1f} s" for kind, late in books.overdue if late > oldest_due)


BOOK_RULES = (
    ("I9", metered_once),
    ("I10", as_stripe_has_it),
    ("I11", heard_at_least_once),
    ("I12", nowhere_else),
    ("I13", on_record),
)


def _answers(entry: Entry) -> bool:
    doubts = entry.data.get("asks") or "offers_person" in entry.data or "checked_by" in entry.data
    return entry.author_kind == "assistant" and entry.sourced and not doubts


def _counted(place: str, part: Part, units: Sequence[Unit], *, is_last: bool) -> Iterator[str]:
    if len(units) > 1:
        yield f"{place} is in the ledger {len(units)} times"
    elif units and not (part.is_over and part.is_the_assistants):
        yield f"{place} is in the ledger and was not resolved by the assistant alone"
    elif units and units[0].credited == is_last:
        yield f"{place} is {'credited and was not' if is_last else 'not credited and was'} opened again"
    elif not units and is_last and part.surely_counts:
        yield f"{place} was resolved by the assistant and is not in the ledger"


def _at_the_meter(books: Books) -> Iterator[str]:
    used = Counter(name for name, _ in books.outside.used)
    charged = {unit.id for unit in books.units if unit.billable}
    for unit in books.units:
        if unit.fresh and unit.billable and not (unit.pushed and used[unit.id] == 1):
            yield f"{unit.id} is at the meter {used[unit.id]} times, and marked as {'' if unit.pushed else 'not '}told"
    for name, value in books.outside.used:
        if value > 0 and name not in charged:
            yield f"the meter counts {name}, which is not charged"


def _all_told(books: Books, snapshot: Snapshot) -> Iterator[str]:
    hears_messages = "message.created" in books.outside.hears
    messages = {(one.conversation_id, one.seq) for one in books.told if one.type == "message.created"}
    ends = Counter(one.conversation_id for one in books.told if one.type == "conversation.resolved")
    for conversation_id, row in snapshot.rows.items():
        if row.tenant == OURS:
            log = snapshot.log(conversation_id)
            for entry in log:
                if hears_messages and entry.kind == "text" and (conversation_id, entry.seq) not in messages:
                    yield f"{conversation_id}: {entry.seq} was never told"
            resolved = sum(entry.kind == "status" and entry.data.get("status") == "resolved" for entry in log)
            if resolved != ends[conversation_id]:
                yield f"{conversation_id} was resolved {resolved} times and told {ends[conversation_id]} times"


def _tokens_on_record(acts: Sequence[Act], recorded: Sequence[Recorded], books: Books) -> Iterator[str]:
    written = Counter((one.action, one.object_id) for one in recorded if one.action.startswith("token."))
    for act in acts:
        if act.action.startswith("token.") and act.status is not None and written[act.action, act.object_id] != 1:
            yield f"{act.action} {act.object_id} is on record {written[act.action, act.object_id]} times"
    for token, revoked in books.tokens.items():
        if written["token.created", token] != 1 or written["token.revoked", token] != revoked:
            yield f"{token} is {'revoked' if revoked else 'good'}, and the record says otherwise"
    for action, token in written:
        if token not in books.tokens:
            yield f"{action} {token} is on record and there is no such token"


def _roles_on_record(person: str, acts: Sequence[Act], recorded: Sequence[Recorded], *, now: str) -> Iterator[str]:
    """Each entry begins where the one before it ended, and the last one ends at the role that is stored."""
    mine = [one.changes["role"] for one in recorded if (one.action, one.object_id) == ("role.changed", person)]
    asked = [act for act in acts if (act.action, act.object_id) == ("role.changed", person)]
    sure = sum(act.status is not None for act in asked)
    if not sure <= len(mine) <= len(asked):
        yield f"the role of {person} was changed {sure} to {len(asked)} times and is on record {len(mine)} times"
    if any(one[1] != other[0] for one, other in pairwise(mine)) or (mine and mine[-1][1] != now):
        yield f"the record of the role of {person} does not lead to {now}: {mine}"
