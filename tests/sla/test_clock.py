"""The clocks of a conversation, from its row and the policies alone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from conversations import conversation_row
from conversations.models import AuthorKind, Conversation, Holder, SlaHours, SlaKind, SlaPolicy, Status
from conversations.sla import clock, showing
from conversations.sla.books import Book
from conversations.sla.clock import Ended
from conversations.sla.worktime import AROUND_THE_CLOCK, Worktime
from tenants import ids
from tests.there import there

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
AGENT = ids.encode("agt", ids.uuid7())


def minute(number: float) -> datetime:
    """A moment of the test."""
    return BEGIN + timedelta(minutes=number)


def book(*, first_reply: int | None = 10, next_reply: int | None = 20, resolution: int | None = 60) -> Book:
    """One policy for all, around the clock, and another for what is urgent."""
    policy = SlaPolicy(first_reply=first_reply, next_reply=next_reply, resolution=resolution, hours=SlaHours.ALWAYS)
    urgent = SlaPolicy(first_reply=2, hours=SlaHours.ALWAYS, priority="urgent")
    return Book({(None, ""): policy, (None, "urgent"): urgent}, {None: AROUND_THE_CLOCK})


class Played:
    """A conversation to which things happen, minute by minute."""

    def __init__(self, policies: Book) -> None:
        self.book, self.row = policies, Conversation()
        self.ended: list[Ended] = []

    def at(self, number: float, change: Callable[[Conversation, datetime], None] | None = None) -> "Played":
        before, now = conversation_row.values(self.row), minute(number)
        if change is not None:
            change(self.row, now)
        self.ended += clock.keep(self.row, before, now, self.book)
        return self

    def shown(self, number: float) -> tuple[str, str, float | None] | None:
        found = showing.shown(self.row, at=minute(number))
        if found is None:
            return None
        due = self.row.sla_due_at
        left = there(found["left"]) / 60 if due is None else (due - BEGIN).total_seconds() / 60
        return found["kind"], found["state"], left


def queued(row: Conversation, now: datetime) -> None:
    row.holder, row.waiting_since, row.unanswered_since = Holder.QUEUE, now, now


def taken(row: Conversation, _now: datetime) -> None:
    row.holder, row.agent_id, row.waiting_since = Holder.AGENT, AGENT, None


def replied(row: Conversation, now: datetime) -> None:
    row.unanswered_since, row.first_replied_at = None, row.first_replied_at or now
    row.last_kind, row.last_at = AuthorKind.AGENT, now


def wrote(row: Conversation, now: datetime) -> None:
    row.unanswered_since = row.unanswered_since or now
    row.status, row.last_kind, row.last_at = Status.OPEN, AuthorKind.CUSTOMER, now


def snoozed(row: Conversation, _now: datetime) -> None:
    row.status = Status.SNOOZED


def woken(row: Conversation, _now: datetime) -> None:
    row.status = Status.OPEN


def urgent(row: Conversation, _now: datetime) -> None:
    row.priority = "urgent"


def resolved(row: Conversation, _now: datetime) -> None:
    row.status, row.holder, row.agent = Status.RESOLVED, Holder.ASSISTANT, None
    row.unanswered_since, row.priority = None, "normal"


def test_the_clock_for_the_first_reply_runs_from_when_people_have_it() -> None:
    played = Played(book()).at(0, queued)
    assert played.shown(0) == ("first_reply", "running", 10)
    assert played.at(4, taken).shown(4) == ("first_reply", "running", 10)
    assert played.shown(11) == ("first_reply", "breached", 10)


def test_with_the_assistant_no_clock_runs() -> None:
    played = Played(book()).at(0)
    assert played.row.sla_clock is None
    assert played.shown(0) is None


def test_clocks_rest_while_the_customers_answer_is_awaited() -> None:
    played = Played(book()).at(0, queued).at(4, taken).at(6, replied)
    assert played.shown(30) == ("resolution", "paused", 54)
    assert played.at(30, wrote).shown(30) == ("next_reply", "running", 50)
    assert played.at(40, replied).shown(90) == ("resolution", "paused", 44)
    assert played.at(90, wrote).shown(90) == ("next_reply", "running", 110)


def test_the_solution_is_shown_once_it_is_due_before_the_reply() -> None:
    played = Played(book()).at(0, queued).at(1, taken).at(2, replied).at(3, wrote).at(20, replied)
    played.at(30, wrote).at(49, replied).at(50, wrote)  # 2 + 17 + 19 minutes of the desk so far
    assert played.shown(50) == ("next_reply", "running", 70)
    assert played.at(69, replied).at(70, wrote).shown(70) == ("resolution", "running", 73)


def test_a_snoozed_conversation_keeps_what_is_left_of_its_turn() -> None:
    played = Played(book()).at(0, queued).at(1, taken).at(2, replied).at(10, wrote).at(15, snoozed)
    assert played.shown(500) == ("next_reply", "paused", 15)
    assert played.at(100, woken).shown(100) == ("next_reply", "running", 115)


def test_another_priority_counts_what_was_used_already() -> None:
    played = Played(book()).at(0, queued).at(1, urgent)
    assert played.shown(1) == ("first_reply", "running", 2)


def test_how_clocks_ended_is_given_away_once() -> None:
    played = Played(book()).at(0, queued).at(4, taken).at(12, replied)
    (first,) = played.ended
    assert (first.kind, first.used, first.target, first.agent_id) == (SlaKind.FIRST_REPLY, 720, 600, AGENT)
    assert first.breached_at == minute(10)
    played.at(20, wrote).at(30, replied).at(31, replied)
    played.at(40, wrote).at(41, resolved)  # without an answer, and in time: neither kept nor broken
    assert [(one.kind, one.used, one.breached_at) for one in played.ended[1:]] == [
        (SlaKind.NEXT_REPLY, 600, None),
        (SlaKind.RESOLUTION, (12 + 10 + 1) * 60, None),
    ]
    assert (played.row.sla_clock, played.row.sla_due_at, played.row.desk_since) == (None, None, None)
    assert played.row.first_replied_at is None


def test_a_late_next_reply_is_written_down() -> None:
    played = Played(book(first_reply=None, resolution=None)).at(0, queued).at(1, taken).at(2, replied)
    played.at(10, wrote).at(35, replied)
    assert [(one.kind, one.used, one.breached_at) for one in played.ended] == [(SlaKind.NEXT_REPLY, 1500, minute(30))]


def test_without_policies_the_row_only_keeps_since_when_people_have_it() -> None:
    row = Conversation()
    before = conversation_row.values(row)
    queued(row, BEGIN)
    assert clock.keep(row, before, BEGIN, None) == []
    assert (row.desk_since, row.sla_clock, row.sla_due_at) == (BEGIN, None, None)


def test_the_hours_of_the_team_that_had_it_count_until_it_moves_on() -> None:
    night = Worktime([((BEGIN + timedelta(hours=10)).timestamp(), (BEGIN + timedelta(hours=12)).timestamp())])
    team = ids.encode("team", ids.uuid7())
    policies: dict[tuple[str | None, str], SlaPolicy] = {(None, ""): SlaPolicy(resolution=60)}
    played = Played(Book(policies, {None: AROUND_THE_CLOCK, team: night})).at(0, queued)

    def moved(row: Conversation, _now: datetime) -> None:
        row.team_id = team

    assert played.at(20, moved).shown(20) == ("resolution", "running", 640)
