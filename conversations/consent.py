"""Asks the rules before the assistant's first word, and shows its words while they are made."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.engines import Opening, Raised
from conversations import log
from conversations.control_room import standing
from conversations.queries import Question
from conversations.speech import Speech
from escalation import rules
from escalation.facts import Facts, Line, Quote
from escalation.rules import Book


class Consent:
    """What listens to an engine: it may speak only where the rules let it, and only while the turn is not over.

    Where `silenced` holds for the facts, or a supervisor asked to see the reply first, it is made unheard.
    """

    def __init__(
        self,
        question: Question,
        seen: Facts,
        *,
        book: Book,
        threshold: float,
        speech: Speech,
        silenced: Callable[[Facts], bool],
    ) -> None:
        self.question, self.seen, self.book = question, seen, book
        self.threshold, self.speech = threshold, speech
        self.silenced, self.is_silent = silenced, False

    def may_speak(self, opening: Opening) -> bool:
        """Whether the rules let the assistant answer with this confidence, and with what the engine heard."""
        if opening.confidence < self.threshold:
            return False
        seen = raised(self.seen, opening.raised, self.question.heard())
        seen = seen.with_confidence(opening.confidence, self.threshold)
        self.is_silent = self.silenced(seen)
        return rules.decide(seen, self.book) is None

    def say(self, part: str) -> None:
        """Show the next words, unless it is silent; FencedError when somebody took over or the customer wrote again."""
        log.check_open(self.speech.conversation_id, epoch=self.question.epoch, answers=self.question.asked_seq)
        if not self.is_silent and standing.is_held(self.speech.conversation_id):
            self.is_silent = True
            self.speech.cancel()
        if not self.is_silent:
            self.speech.say(part)

    def take_back(self) -> None:
        """What was shown goes."""
        self.speech.cancel()


def raised(seen: Facts, heard: Iterable[Raised], lines: Iterable[Line]) -> Facts:
    """The facts with what a language model heard, each quoted word for word: it may raise a signal, never lower it."""
    said = {line.seq: line.text for line in lines if line.role == "customer"}
    signals = dict(seen.signals)
    for one in heard:
        known, start = signals.get(one.name), said.get(one.seq, "").find(one.quote)
        if known is None or not one.quote or start < 0 or one.value <= known.value:
            continue
        quote = Quote(one.quote, one.seq, start, start + len(one.quote))
        signals[one.name] = replace(known, value=min(one.value, 1.0), evidence=(quote, *known.evidence))
    return replace(seen, signals=signals)
