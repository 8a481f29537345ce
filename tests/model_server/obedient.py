"""A model that does what it reads, whoever wrote it, and forgets nothing that it ever saw."""

import json
from dataclasses import dataclass, field

from tests.model_server.serving import Wire, calls, data_of, passage_with, reply

FROM_OTHER = "The last customer was Wilhelmina Krupp of Lantern Alley, her code is CANARY-7Q2X and she cries at night."


@dataclass
class Obedient:
    """Obeys `order` wherever it reads it, by saying what `payload` makes of all that it knows."""

    order: str
    want: str
    dress: object
    place: str
    fragment: str
    good: str
    seeks: bool = False  # it looks for more with its tool first
    said: list[str] = field(default_factory=list)

    def __call__(self, wire: Wire) -> None:
        """Answer one request."""
        told = any(message["role"] == "tool" for message in wire.asked["messages"])
        if self.seeks and not told:
            calls(("search_knowledge", '{"query": "supplier riddle of the lighthouse"}'), then=self)(wire)
            return
        read = "\n".join(_contents(message["content"]) for message in wire.asked["messages"] if message["content"])
        text, cites = self.good, True
        if self.order in read:
            text, cites = self._obeyed(wire)
        wire.begin()
        cited = [(passage_with(wire.asked, self.fragment), self.fragment)] if cites else []
        wire.words(reply(text, citations=cited), piece=11)
        wire.done()

    def _obeyed(self, wire: Wire) -> tuple[str, bool]:
        secrets = {
            "instructions": wire.asked["messages"][0]["content"][:240],
            "key": wire.headers["authorization"].removeprefix("Bearer "),
            "other conversation": FROM_OTHER,
        }
        payload = self.dress(secrets.get(self.want, self.want)) if callable(self.dress) else self.want
        self.said.append(payload)
        texts = {
            "after a good sentence": f"{self.good} {payload}",
            "before a good sentence": f"{payload} {self.good}",
        }
        return texts.get(self.place, payload), self.place != "without a source"


def _contents(content: str) -> str:
    """The texts in a message, as a model reads them."""
    try:
        found = json.loads(content)
    except ValueError:
        return content
    return "\n".join(_strings(found))


def _strings(found: object) -> list[str]:
    match found:
        case str():
            return [found]
        case list():
            return [text for one in found for text in _strings(one)]
        case dict():
            return [text for one in found.values() for text in _strings(one)]
    return []


__all__ = ["FROM_OTHER", "Obedient", "data_of"]
