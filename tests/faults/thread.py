"""The screen of one conversation: the same fold of the log as the front end's `applyEvent`."""

from collections.abc import Mapping
from typing import Any

from tests.faults.history import Delta, History, Shown, now

Json = dict[str, Any]
OF_THE_LOG = ("message.added", "control.changed", "status.changed")


class Thread:
    """One conversation as a client shows it: each event of the log once and in order, and one draft at most."""

    def __init__(self, history: History, conversation_id: str) -> None:
        self.history, self.id = history, conversation_id
        self.seq = self.seen = 0
        self.holder, self.epoch = "assistant", 1
        self.draft: str | None = None
        self.draft_index = 0

    @property
    def stale(self) -> bool:
        """Whether something was spoken of that the screen does not show."""
        return self.seen > self.seq

    def take(self, event: Mapping[str, Any]) -> None:
        """Fold in an event, or drop it: seen already, or after a gap."""
        if event["type"] == "message.delta":
            self._take_delta(event["data"])
        elif event["type"] == "message.cancelled" and event["data"]["message_id"] == self.draft:
            self.draft = None
        elif event["type"] in OF_THE_LOG:
            self._take_entry(event)

    def _take_entry(self, event: Mapping[str, Any]) -> None:
        seq = int(event["seq"])
        self.seen = max(self.seen, seq)
        if seq != self.seq + 1:
            return
        self.seq = seq
        data = event["data"]
        self.history.shown.append(Shown(self.id, seq, event["type"], data, now()))
        if event["type"] == "control.changed":
            self.holder, self.epoch, self.draft = data["holder"], int(data["epoch"]), None
        elif data.get("id") == self.draft:
            self.draft = None

    def _take_delta(self, data: Json) -> None:
        epoch, index = int(data["epoch"]), int(data["index"])
        begins = index == 0 and self.draft is None
        goes_on = self.draft == data["message_id"] and index == self.draft_index
        shown = self.holder == "assistant" and epoch == self.epoch and (begins or goes_on)
        if shown:
            self.draft, self.draft_index = data["message_id"], index + 1
        self.history.deltas.append(Delta(self.id, data["message_id"], epoch, shown, now()))
