"""I3: whatever the wire does to events, a client that asks for what it misses shows the log, each entry once."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from agents.models import Agent
from conversations import control, events, log, queries
from conversations.authors import ByAgent, ByAssistant, ByCustomer
from conversations.epochs import Epochs
from conversations.models import Conversation
from tenants.models import Tenant
from tests import cast
from tests.faults.history import History
from tests.faults.thread import Thread
from tests.properties.playing import RolledBack, play

Json = dict[str, Any]
AT_LENGTH = "so it goes " * 700  # of which a page holds eight


class Delivery(RolledBack):
    """A log that grows, a wire that drops, doubles and reorders, and a client's screen at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.bob = Agent.objects.order_by("name")[1]
        self.carol = cast.customer()
        self.id = str(log.create(self.carol).id)
        self.wire: list[Mapping[str, Any]] = []
        self.told = 0
        self.history = History("carol")
        self.thread = Thread(self.history, self.id)
        self.sieve = Epochs()

    # What happens to the log

    @initialize()
    def begins(self) -> None:
        self.customer_writes()

    @rule()
    def customer_writes(self) -> None:
        with log.writing(self.id) as held:
            log.append(held, ByCustomer(self.carol), "Hello?", client_id=cast.new_id())
        self.tell()

    @rule(text=st.sampled_from(["Here I am.", AT_LENGTH]))
    def agent_writes(self, text: str) -> None:
        with log.writing(self.id) as held:
            control.take(held, self.bob)
            log.append(held, ByAgent(self.bob), text)
        self.tell()

    @precondition(lambda self: self.row().agent_id is not None)
    @rule()
    def agent_hands_back(self) -> None:
        with log.writing(self.id) as held:
            control.hand_back(held, self.bob)
        self.tell()

    @precondition(lambda self: self.row().holder == "assistant")
    @rule(parts=st.integers(1, 3), says_it=st.booleans())
    def assistant_speaks(self, parts: int, says_it: bool) -> None:  # noqa: FBT001
        """It shows parts of an answer, which is then stored, or is taken back, or is heard of no more."""
        row, message_id = self.row(), str(cast.new_id())
        for index in range(parts):
            data = {"message_id": message_id, "index": index, "text": "We do. ", "epoch": row.epoch}
            self.hint("message.delta", data)
        if says_it and row.unanswered_since is not None:
            with log.writing(self.id) as held:
                log.append(held, ByAssistant(epoch=row.epoch, answers=row.last_customer_seq), "We do. " * parts)
            self.tell()
        elif says_it:
            self.hint("message.cancelled", {"message_id": message_id, "epoch": row.epoch})

    def tell(self) -> None:
        """Put the new entries on the wire, as they are published."""
        new, more = queries.events_of(self.id, self.told)
        assert not more
        self.told = new[-1]["seq"]
        self.wire += new

    def hint(self, kind: str, data: Json) -> None:
        """Put something on the wire that is stored nowhere."""
        self.wire.append({"seq": None, "type": kind, "conversation_id": self.id, "data": data})

    # What happens on the wire

    @precondition(lambda self: self.wire)
    @rule(most=st.integers(1, 5))
    def some_arrive(self, most: int) -> None:
        arriving, self.wire = self.wire[:most], self.wire[most:]
        for event in arriving:
            self.arrive(event)

    @precondition(lambda self: self.wire)
    @rule(data=st.data())
    def one_arrives_before_its_time(self, data: st.DataObject) -> None:
        self.arrive(self.wire.pop(self.place(data)))

    @precondition(lambda self: self.wire)
    @rule(data=st.data())
    def one_is_doubled(self, data: st.DataObject) -> None:
        self.wire.insert(self.place(data), self.wire[self.place(data)])

    @precondition(lambda self: self.wire)
    @rule(data=st.data())
    def one_is_lost(self, data: st.DataObject) -> None:
        self.wire.pop(self.place(data))

    @rule()
    def line_breaks(self) -> None:
        self.wire.clear()
        self.sieve = Epochs()

    def place(self, data: st.DataObject) -> int:
        """Somewhere on the wire."""
        return data.draw(st.integers(0, len(self.wire) - 1))

    # What the client does

    @precondition(lambda self: self.thread.stale)
    @rule(limit=st.integers(1, 4), pages=st.integers(1, 3))
    def asks_for_what_it_misses(self, limit: int, pages: int) -> None:
        """Page by page, of which the later ones may never come."""
        for _ in range(pages):
            more = self.page(limit)
            if not more:
                break

    @rule(limit=st.integers(1, 4))
    def comes_back_and_is_quiet(self, limit: int) -> None:
        """I3: once nothing is on its way any more, the screen is the log."""
        self.line_breaks()
        while self.page(limit):
            pass
        shown = [(one.seq, one.type) for one in self.history.shown]
        entries = self.row().messages.order_by("seq")
        assert shown == [(entry.seq, events.BY_KIND[entry.kind].type) for entry in entries]
        assert [seq for seq, _ in shown] == list(range(1, self.row().seq + 1))
        assert not self.thread.stale

    def page(self, limit: int) -> bool:
        """Take in the page after what the screen shows; whether there is more."""
        found, more = queries.events_after(self.row(), self.thread.seq, limit=limit)
        assert len(found) <= limit
        assert found or not more
        for event in found:
            self.arrive(event)
        return more

    def arrive(self, event: Mapping[str, Any]) -> None:
        """The server's last filter, then the screen, which may not show a part of an answer of the past."""
        if not self.sieve.lets_through(event):
            return
        before = len(self.history.deltas)
        self.thread.take(event)
        for delta in self.history.deltas[before:]:
            assert not delta.shown or (self.thread.holder, self.thread.epoch) == ("assistant", delta.epoch)

    def row(self) -> Conversation:
        """The conversation as it is stored."""
        return Conversation.objects.select_related(*log.LOADED).get(pk=self.id)

    @invariant()
    def the_screen_is_the_beginning_of_the_log(self) -> None:
        assert [one.seq for one in self.history.shown] == list(range(1, self.thread.seq + 1))
        moves = [one.data for one in self.history.shown if one.type == "control.changed"]
        epoch, holder = (moves[-1]["epoch"], moves[-1]["holder"]) if moves else (1, "assistant")
        assert (self.thread.epoch, self.thread.holder) == (epoch, holder)
        assert self.thread.draft is None or holder == "assistant"


def test_once_quiet_a_client_shows_the_whole_log_each_entry_once(company: Tenant) -> None:
    play(Delivery)
