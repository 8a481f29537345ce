"""The invariants of a round: pure functions from what clients saw and what the database holds to violations.

The numbers are those of the project's table of invariants. I9, I10, I12 and I13, and what webhooks tell for I11, are in
`bookkeeping`, of a round whose books were read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.faults.bookkeeping import BOOK_RULES, nothing_else_overdue
from tests.faults.books import Books
from tests.faults.history import History, Outcome, Sent, Shown
from tests.faults.snapshot import Entry, Row, Snapshot

OLDEST_DUE = 10.0  # seconds that a due job may wait once the faults have stopped
STRAY = 1.0  # seconds that a part of an answer may still be under way when the baton has moved


@dataclass(frozen=True)
class Violation:
    """An invariant that does not hold, and what shows it."""

    invariant: str
    words: str


@dataclass(frozen=True)
class Round:
    """What one round left: all histories, the database, the mails that arrived, and the promised seconds.

    With `settled` nothing may be left to do: no promised time excuses a message without a reaction or a job not done.
    """

    histories: Sequence[History]
    snapshot: Snapshot
    arrived: Sequence[str] = ()  # Message-IDs that the SMTP peer got
    reaction_within: float = 60.0
    oldest_due: float = OLDEST_DUE
    settled: bool = False
    books: Books | None = None

    def customers(self) -> list[History]:
        """The histories of customers."""
        return [one for one in self.histories if one.is_customer]

    def agents(self) -> list[History]:
        """The histories of agents."""
        return [one for one in self.histories if not one.is_customer]


def check(seen: Round) -> list[Violation]:
    """Every violation of every invariant, in the order of the invariants."""
    found = [Violation(name, words) for name, rule in RULES for words in rule(seen)]
    books = seen.books
    if books is None:
        return found
    if not books.at_rest:
        return [*found, Violation("I14", "something is still to be done")] if seen.settled else found
    found += [
        Violation(name, words) for name, rule in BOOK_RULES for words in rule(books, seen.snapshot, seen.histories)
    ]
    found += [Violation("I14", words) for words in nothing_else_overdue(books, seen.oldest_due)]
    return sorted(found, key=lambda one: int(one.invariant[1:]))


def stored_once(seen: Round) -> Iterator[str]:
    """I1: every acknowledged message is stored exactly once, unchanged, where the acknowledgement said."""
    stored = _by_client_id(seen.snapshot)
    for history in seen.histories:
        sent = {one.client_id: one for one in history.sent}
        for ack in history.acked:
            found = stored.get(ack.client_id, [])
            if len(found) != 1:
                yield f"{history.name}: acknowledged {ack.client_id} is stored {len(found)} times"
            elif (found[0].conversation_id, found[0].seq) != (ack.conversation_id, ack.seq):
                yield f"{history.name}: {ack.client_id} was acknowledged as {ack.seq} and is {found[0].seq}"
            elif not _same_words(sent[ack.client_id], found[0]):
                yield f"{history.name}: {ack.client_id} was changed to {found[0].text!r}"


def numbered_without_gap(seen: Round) -> Iterator[str]:
    """I2: seq is 1..n."""
    for row in seen.snapshot.rows.values():
        numbers = [entry.seq for entry in seen.snapshot.log(row.id)]
        if numbers != list(range(1, row.seq + 1)):
            yield f"{row.id}: seq is {_short(numbers)} and the row says {row.seq}"


def shown_once_in_order(seen: Round) -> Iterator[str]:
    """I3: every quiet client shows exactly 1..n, once each, in order."""
    for history in seen.histories:
        for conversation_id in _subscribed(history):
            row = seen.snapshot.rows.get(conversation_id)
            shown = [one.seq for one in history.shown_of(conversation_id)]
            if row is not None and shown != list(range(1, row.seq + 1)):
                yield f"{history.name} shows {_short(shown)} of {row.seq} in {conversation_id}"


def nothing_foreign(seen: Round) -> Iterator[str]:
    """I4: nothing is stored that nobody sent, and no socket carries what is not its own."""
    yield from _stored_unsent(seen)
    for history in seen.histories:
        for one in history.heard:
            row = seen.snapshot.rows.get(one.conversation_id)
            if row is not None and row.tenant != history.tenant:
                yield f"{history.name} of {history.tenant} got {one.type} of {row.tenant}"
            elif history.is_customer and one.conversation_id != history.own:
                yield f"{history.name} got {one.type} of {one.conversation_id}, which is another's"
        yield from _shown_unstored(history, seen.snapshot)


def silent_after_takeover(seen: Round) -> Iterator[str]:
    """I5: between a takeover and a hand-back there is no word of the assistant, not even a part of one."""
    for conversation_id, log in seen.snapshot.logs.items():
        holder = "assistant"
        for entry in log:
            if entry.kind == "control":
                holder = str(entry.data["holder"])
            elif entry.author_kind == "assistant" and entry.kind == "text" and holder != "assistant":
                yield f"{conversation_id}: the assistant wrote {entry.seq} while the {holder} held the baton"
    for history in seen.histories:
        yield from _parts_after_takeover(history)


def one_winner(seen: Round) -> Iterator[str]:
    """I6: of those who claim under one epoch exactly one wins; the others learn who."""
    claims: dict[tuple[str, int], list[Outcome]] = defaultdict(list)
    for history in seen.agents():
        for outcome in history.outcomes:
            if outcome.action == "takeover":
                claims[outcome.conversation_id, outcome.epoch].append(outcome)
    for (conversation_id, epoch), outcomes in claims.items():
        yield from _claimed(conversation_id, epoch, outcomes, seen.snapshot.log(conversation_id))


def never_ownerless(seen: Round) -> Iterator[str]:
    """I7: a live conversation has a holder, a due time and a timer before it; no handover is lost."""
    for row in seen.snapshot.rows.values():
        if row.status != "resolved":
            yield from _held_and_timed(row, seen.snapshot)
    for passed in seen.snapshot.handovers:
        row = seen.snapshot.rows[passed.conversation_id]
        if not passed.accepted and row.status != "resolved" and row.holder == "assistant":
            yield f"{row.id}: a handover waits and the assistant holds the baton"


def always_a_reaction(seen: Round) -> Iterator[str]:
    """I8: every customer's message is followed in time by an answer, a person, or a notice."""
    for conversation_id, log in seen.snapshot.logs.items():
        holder = "assistant"
        for place, entry in enumerate(log):
            if entry.kind == "control":
                holder = str(entry.data["holder"])
            elif entry.author_kind == "customer" and holder == "assistant":
                reacted_at = _reaction_after(log[place + 1 :])
                took = (reacted_at or seen.snapshot.at) - entry.created_at
                if took > seen.reaction_within or (seen.settled and reacted_at is None):
                    yield f"{conversation_id}: nothing followed {entry.seq} for {took:.1f} s"


def mails_leave(seen: Round) -> Iterator[str]:
    """I11: each outgoing mail arrived at least once, or waits as a job, or is a dead letter."""
    pending = {job.conversation_id for job in seen.snapshot.jobs if job.kind == "mail"}
    for mail in seen.snapshot.mails:
        if mail.sent and mail.message_id not in seen.arrived:
            yield f"{mail.message_id} is marked as sent and never arrived"
        if not mail.sent and (seen.settled or mail.conversation_id not in pending):
            yield f"{mail.message_id} is not sent and no job will send it"


def nothing_overdue(seen: Round) -> Iterator[str]:
    """I14: no job is due for long."""
    for job in seen.snapshot.jobs:
        late = 0.0 if job.due_since is None else seen.snapshot.at - job.due_since
        if job.state != "dead" and late > seen.oldest_due:
            yield f"a {job.kind} of {job.conversation_id} is due since {late:.1f} s"
        elif seen.settled and (job.state == "leased" or late > 0):
            yield f"a {job.kind} of {job.conversation_id} is not done yet"


RULES: tuple[tuple[str, Callable[[Round], Iterator[str]]], ...] = (
    ("I1", stored_once),
    ("I2", numbered_without_gap),
    ("I3", shown_once_in_order),
    ("I4", nothing_foreign),
    ("I5", silent_after_takeover),
    ("I6", one_winner),
    ("I7", never_ownerless),
    ("I8", always_a_reaction),
    ("I11", mails_leave),
    ("I14", nothing_overdue),
)


def _by_client_id(snapshot: Snapshot) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for log in snapshot.logs.values():
        for entry in log:
            if entry.client_id is not None:
                found[entry.client_id].append(entry)
    return found


def _same_words(sent: Sent, entry: Entry) -> bool:
    return sent.kind == "ask_person" or sent.text == entry.text


def _subscribed(history: History) -> set[str]:
    return {history.own} if history.own is not None else history.watching


def _stored_unsent(seen: Round) -> Iterator[str]:
    sent = {one.client_id: one for history in seen.histories for one in history.sent}
    for log in seen.snapshot.logs.values():
        for entry in log:
            if entry.kind != "text" or entry.author_kind not in {"customer", "agent"}:
                continue
            if entry.client_id not in sent:
                yield f"{entry.conversation_id} {entry.seq}: {entry.text!r} was sent by nobody"
            elif not _same_words(sent[entry.client_id], entry):
                yield f"{entry.conversation_id} {entry.seq}: {entry.text!r} was sent with other words"


def _shown_unstored(history: History, snapshot: Snapshot) -> Iterator[str]:
    for shown in history.shown:
        log = snapshot.log(shown.conversation_id)
        stored = next((entry for entry in log if entry.seq == shown.seq), None)
        if shown.conversation_id in snapshot.rows and not _is(shown, stored):
            yield f"{history.name} shows {shown.type} {shown.seq}, which is not what the log holds"


def _is(shown: Shown, entry: Entry | None) -> bool:
    if entry is None:
        return False
    kinds = {"message.added": "text", "control.changed": "control", "status.changed": "status"}
    return kinds[shown.type] == entry.kind and shown.data["text"] == entry.text


def _parts_after_takeover(history: History) -> Iterator[str]:
    for delta in history.deltas:
        moves = [
            one
            for one in history.shown_of(delta.conversation_id)
            if one.type == "control.changed" and one.at <= delta.at
        ]
        if not moves or moves[-1].data["holder"] == "assistant":
            continue
        if delta.shown or delta.at - moves[-1].at > STRAY:
            yield f"{history.name} got a part of {delta.message_id} {delta.at - moves[-1].at:.1f} s after the takeover"


def _held_and_timed(row: Row, snapshot: Snapshot) -> Iterator[str]:
    if row.due_at is None or (row.holder == "agent") != (row.agent is not None):
        yield f"{row.id}: held by {row.holder} {row.agent}, due {row.due_at}"
        return
    timers = [job for job in snapshot.jobs if (job.kind, job.conversation_id) == ("deadline", row.id)]
    if not any(timer.state != "dead" and timer.run_at <= row.due_at + 0.001 for timer in timers):
        yield f"{row.id}: no timer before its due time"


def _claimed(conversation_id: str, epoch: int, outcomes: list[Outcome], log: list[Entry]) -> Iterator[str]:
    winners = {one.agent for one in outcomes if one.status == 200}
    losers = [one for one in outcomes if one.status == 409 and one.code == "stale_epoch"]
    unknown = [one for one in outcomes if one.status is None or one.status >= 500]
    if len(winners) > 1:
        yield f"{conversation_id}: {sorted(winners)} all won epoch {epoch}"
    moved = [entry.data for entry in log if entry.kind == "control" and entry.data["epoch"] > epoch]
    if winners and not unknown:
        first = moved[0].get("agent") if moved else None
        if first is None or not any(name.split(" ")[0] == first["name"] for name in winners):
            yield f"{conversation_id}: {sorted(winners)} won epoch {epoch}, and the log says {first}"
    holders = _holders_after(moved)
    for loser in losers:
        if not any(loser.words.startswith(name) for name in holders):
            yield f"{conversation_id}: {loser.agent} lost epoch {epoch} and was told {loser.words!r}"


def _holders_after(moved: Sequence[dict[str, object]]) -> set[str]:
    """The first words of every name that a loser may have been told."""
    names = {"queue": "The queue", "assistant": "The assistant"}
    found = set()
    for control in moved:
        agent = control.get("agent")
        found.add(str(agent["name"]) if isinstance(agent, dict) else names.get(str(control["holder"]), "?"))
    return found


def _reaction_after(rest: Sequence[Entry]) -> float | None:
    """When something answered, given what follows in the log; None while nothing has."""
    for entry in rest:
        is_notice = entry.kind == "status" and entry.data.get("notice")
        is_person = entry.kind == "control" and entry.data["holder"] != "assistant"
        if entry.author_kind in {"assistant", "agent"} or is_notice or is_person:
            return entry.created_at
        if entry.kind == "status" and entry.data.get("status") == "resolved":
            return entry.created_at
    return None


def _short(numbers: Sequence[int]) -> str:
    """1-4,6-9 for [1, 2, 3, 4, 6, 7, 8, 9]."""
    if not numbers:
        return "nothing"
    breaks = [place for place, (one, other) in enumerate(pairwise(numbers), 1) if other != one + 1]
    edges = [0, *breaks, len(numbers)]
    return ",".join(f"{numbers[a]}-{numbers[b - 1]}" if b - a > 1 else f"{numbers[a]}" for a, b in pairwise(edges))
