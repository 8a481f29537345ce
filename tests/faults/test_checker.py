"""The checker itself: a round in which all is well has no violation, and each way to go wrong is seen as what it is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.faults.checker import Round, check
from tests.faults.history import Acked, Delta, Heard, History, Outcome, Sent, Shown
from tests.faults.snapshot import Entry, Mail, Passed, Row, Snapshot, Waiting

BOB = {"id": "agt_bob", "name": "Bob"}


def control(seq: int, epoch: int, holder: str, agent: Any = None) -> Entry:
    data = {"holder": holder, "epoch": epoch, "agent": agent}
    return Entry("conv_1", seq, "control", "system", f"now {holder}", data=data, created_at=float(seq))


def words(seq: int, author: str, text: str, client_id: str | None = None) -> Entry:
    return Entry("conv_1", seq, "text", author, text, client_id=client_id, created_at=float(seq))


def shown(entry: Entry) -> Shown:
    kinds = {"text": "message.added", "control": "control.changed", "status": "status.changed"}
    data = {"text": entry.text, **entry.data}
    return Shown(entry.conversation_id, entry.seq, kinds[entry.kind], data, at=entry.created_at)


class Story:
    """A conversation that goes well, in parts that a test may spoil: a question, an answer, a takeover, a reply."""

    def __init__(self) -> None:
        self.log = [
            words(1, "customer", "How long?", "c1"),
            words(2, "assistant", "Two days."),
            control(3, 2, "agent", BOB),
            words(4, "agent", "Hello, I am Bob.", "a1"),
        ]
        self.row = Row("conv_1", "acme", 4, holder="agent", agent="Bob Example", epoch=2, due_at=100.0)
        self.carol = History("carol", own="conv_1")
        self.carol.sent.append(Sent("c1", "How long?"))
        self.carol.acked.append(Acked("c1", 1, "conv_1"))
        self.bob = History("bob", is_customer=False, watching={"conv_1"})
        self.bob.sent.append(Sent("a1", "Hello, I am Bob.", "reply"))
        self.bob.acked.append(Acked("a1", 4, "conv_1"))
        self.claim(200, "Bob Example")
        self.claim(409, "Ann Example", "Bob Example holds this conversation now.")
        self.other = Row("conv_9", "globex", 0, status="resolved")
        self.handovers = [Passed("conv_1", 2.5, accepted=True)]
        self.jobs = [Waiting("deadline", "conv_1", "ready", 90.0, None)]
        self.mails: list[Mail] = []
        for client in (self.carol, self.bob):
            client.shown.extend(map(shown, self.log))
            client.heard.extend(Heard("conv_1", "message.added") for _ in self.log)

    def claim(self, status: int, agent: str, told: str = "") -> None:
        code = "stale_epoch" if status == 409 else ""
        self.bob.outcomes.append(Outcome("takeover", "conv_1", 1, agent, status, code, told))

    def check(self, *, settled: bool = False) -> list[str]:
        rows = {row.id: row for row in (self.row, self.other)}
        snapshot = Snapshot(80.0, rows, {"conv_1": self.log}, self.handovers, self.jobs, self.mails)
        return [one.invariant for one in check(Round([self.carol, self.bob], snapshot, settled=settled))]


def test_a_round_in_which_all_is_well_has_no_violation() -> None:
    assert Story().check() == []


def _lost(story: Story) -> None:
    story.carol.sent.append(Sent("c2", "And then?"))
    story.carol.acked.append(Acked("c2", 5, "conv_1"))


def _changed(story: Story) -> None:
    story.carol.sent[0] = Sent("c1", "How lon")


def _twice(story: Story) -> None:
    story.log.append(words(5, "customer", "How long?", "c1"))
    story.row = replace(story.row, seq=5)


def _elsewhere(story: Story) -> None:
    story.carol.acked[0] = Acked("c1", 2, "conv_1")


def _gap(story: Story) -> None:
    story.log[3] = replace(story.log[3], seq=5)
    story.row = replace(story.row, seq=5)


def _row_ahead(story: Story) -> None:
    story.row = replace(story.row, seq=5)


def _shows_less(story: Story) -> None:
    story.carol.shown.pop()


def _shows_twice(story: Story) -> None:
    story.bob.shown.append(story.bob.shown[-1])


def _sent_by_nobody(story: Story) -> None:
    story.carol.sent.clear()
    story.carol.acked.clear()


def _shows_what_is_not_stored(story: Story) -> None:
    story.carol.shown[1] = replace(story.carol.shown[1], data={"text": "Three days."})


def _foreign_conversation(story: Story) -> None:
    story.carol.heard.append(Heard("conv_2", "message.added"))


def _foreign_tenant(story: Story) -> None:
    story.bob.heard.append(Heard("conv_9", "conversation.updated"))


def _speaks_after_takeover(story: Story) -> None:
    story.log.append(words(5, "assistant", "Two days, as I said."))
    story.row = replace(story.row, seq=5)
    story.carol.shown.append(shown(story.log[-1]))
    story.bob.shown.append(shown(story.log[-1]))


def _part_is_shown_after_takeover(story: Story) -> None:
    story.carol.deltas.append(Delta("conv_1", "msg_9", 1, shown=True, at=3.1))


def _part_arrives_long_after_takeover(story: Story) -> None:
    story.carol.deltas.append(Delta("conv_1", "msg_9", 1, shown=False, at=9.0))


def _two_winners(story: Story) -> None:
    story.claim(200, "Ann Example")


def _winner_is_not_in_the_log(story: Story) -> None:
    story.bob.outcomes[0] = replace(story.bob.outcomes[0], agent="Cid Example")


def _wrong_winner_named(story: Story) -> None:
    story.claim(409, "Cid Example", "Dot Example holds this conversation now.")


def _no_due_time(story: Story) -> None:
    story.row = replace(story.row, due_at=None)


def _no_timer(story: Story) -> None:
    story.jobs.clear()


def _late_timer(story: Story) -> None:
    story.jobs[0] = Waiting("deadline", "conv_1", "ready", 101.0, None)


def _handover_without_queue(story: Story) -> None:
    story.handovers.append(Passed("conv_1", 5.0, accepted=False))
    story.row = replace(story.row, holder="assistant", agent=None)


def _no_reaction(story: Story) -> None:
    del story.log[1:]
    story.row = replace(story.row, seq=1, holder="assistant", agent=None, epoch=1)
    story.bob.outcomes.clear()
    story.bob.sent.clear()
    story.bob.acked.clear()
    for client in (story.carol, story.bob):
        del client.shown[1:]


def _late_reaction(story: Story) -> None:
    story.log[0] = replace(story.log[0], created_at=-70.0)


def _sent_mail_never_arrived(story: Story) -> None:
    story.mails.append(Mail("conv_1", "<1@acme>", sent=True))


def _mail_forgotten(story: Story) -> None:
    story.mails.append(Mail("conv_1", "<1@acme>", sent=False))


def _overdue(story: Story) -> None:
    story.jobs.append(Waiting("turn", "conv_1", "ready", 60.0, 60.0))


@pytest.mark.parametrize(
    ("spoil", "invariants"),
    [
        (_lost, {"I1"}),
        (_changed, {"I1", "I4"}),
        (_twice, {"I1", "I3"}),
        (_elsewhere, {"I1"}),
        (_gap, {"I1", "I2", "I3", "I4"}),
        (_row_ahead, {"I2", "I3"}),
        (_shows_less, {"I3"}),
        (_shows_twice, {"I3"}),
        (_sent_by_nobody, {"I4"}),
        (_shows_what_is_not_stored, {"I4"}),
        (_foreign_conversation, {"I4"}),
        (_foreign_tenant, {"I4"}),
        (_speaks_after_takeover, {"I5"}),
        (_part_is_shown_after_takeover, {"I5"}),
        (_part_arrives_long_after_takeover, {"I5"}),
        (_two_winners, {"I6"}),
        (_winner_is_not_in_the_log, {"I6"}),
        (_wrong_winner_named, {"I6"}),
        (_no_due_time, {"I7"}),
        (_no_timer, {"I7"}),
        (_late_timer, {"I7"}),
        (_handover_without_queue, {"I7"}),
        (_no_reaction, {"I8"}),
        (_late_reaction, {"I8"}),
        (_sent_mail_never_arrived, {"I11"}),
        (_mail_forgotten, {"I11"}),
        (_overdue, {"I14"}),
    ],
)
def test_each_way_to_go_wrong_is_seen(spoil: Callable[[Story], None], invariants: set[str]) -> None:
    story = Story()
    spoil(story)
    assert set(story.check()) == invariants


def test_a_part_that_was_under_way_at_the_takeover_and_not_shown_is_none() -> None:
    story = Story()
    story.carol.deltas.append(Delta("conv_1", "msg_9", 1, shown=False, at=3.2))
    assert story.check() == []


def test_a_claim_whose_answer_got_lost_may_have_won() -> None:
    story = Story()
    story.bob.outcomes[0] = replace(story.bob.outcomes[0], status=None)
    assert story.check() == []


def test_nothing_may_be_left_to_do_once_all_is_settled() -> None:
    story = Story()
    assert story.check(settled=True) == []
    _no_reaction(story)
    story.log[0] = replace(story.log[0], created_at=79.0)
    story.jobs.append(Waiting("turn", "conv_1", "leased", 79.0, None))
    story.jobs.append(Waiting("mail", "conv_1", "ready", 79.0, 79.0))
    story.mails.append(Mail("conv_1", "<1@acme>", sent=False))
    assert story.check() == []
    assert story.check(settled=True) == ["I8", "I11", "I14", "I14"]
