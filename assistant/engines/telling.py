"""Hears a model's reply while it comes and says of it, sentence by sentence, what passed the checks."""

import re
from dataclasses import dataclass, field

from assistant.answering import Answer, Source, Unsure
from assistant.engines import prompt
from assistant.engines.checks import grounds, promises, reading
from assistant.engines.checks.reading import Reader, UnsayableError
from assistant.engines.contract import Asked, Listener, Made, Opening, Raised, Refused
from assistant.engines.material import Material, Passage, letters
from assistant.engines.reply import Claim, Head, Reply
from assistant.models import Engine

LONGEST_TEXT = 3000  # letters
SHORTEST_PROOF = 6  # letters of a quote that shows a signal
LETTERS_WITHOUT_SOURCE = 300  # a greeting or a question back; anything longer would be an answer

_ENDS = re.compile(r"[.!?。！？]['\")\]*_»”]*\s|\n")


@dataclass
class Telling:
    """One reply of the model, on its way to the customer; `told` is what the tools found before."""

    asked: Asked
    material: Material
    listener: Listener
    told: tuple[str, ...]
    secrets: str
    key: str = field(repr=False)
    engine: Engine = Engine.LANGUAGE_MODEL
    raised: tuple[Raised, ...] = ()
    _reply: Reply = field(default_factory=Reply)
    _reader: Reader | None = None
    _cited: list[Passage] = field(default_factory=list)
    _confidence: float = 0.0
    _silent: bool = False  # the rules decided otherwise
    _shown: list[str] = field(default_factory=list)
    _read: int = 0  # letters of the text that were checked

    def hear(self, piece: str) -> bool:
        """Take the next piece; False when nothing more of it is wanted. UnsayableError, ModelFailedError."""
        self._reply.take(piece)
        if self._reply.head is not None and self._reader is None:
            self._open(self._reply.head)
        if self._cited and not self._silent and self._speaks():
            self._say_sentences()
        return not self._silent and len(self._reply.text) <= LONGEST_TEXT

    def end(self) -> Made:
        """What it came to; says the rest."""
        if not self._silent:
            self._reply.end()
        head = self._reply.head
        if head is None:
            raise TypeError(self._reply)
        if self._reader is None:
            self._open(head)
        if self._silent or head.action == "unsure":
            return self._made(Unsure(self._confidence, None))
        if head.action == "hand_over":
            return self._made(passed_on(self.engine))
        return self._made(self._answered())

    def take_back(self) -> None:
        """Nothing of it counts: what was shown goes."""
        if self._shown:
            self.listener.take_back()
            self._shown.clear()

    def _speaks(self) -> bool:
        return self._reply.head is not None and self._reply.head.action == "answer"

    def _open(self, head: Head) -> None:
        """All that comes before the words: what it heard, what it rests on, and whether the rules let it speak."""
        self.raised = tuple(raised for claim in head.signals if (raised := self._heard(claim)) is not None)
        self._cited = self.material.cited(head.citations)
        found = grounds.grounds(self._cited, self.told, self.asked.lines)
        language, private = self.asked.reading.language, prompt.private(self.asked)
        self._reader = Reader(found, language, self.secrets, self.key, private=private)
        self._confidence = _confidence(head, self._cited)
        if head.action == "answer":
            self._silent = not self.listener.may_speak(Opening(self._confidence, self.raised))

    def _heard(self, claim: Claim) -> Raised | None:
        """The signal, when its quote stands in that line of the customer."""
        quote = letters(claim.quote)
        for line in self.asked.lines:
            if line.role == "customer" and line.seq == claim.line and len(quote) >= SHORTEST_PROOF:
                return _proved(claim, line.text) if quote in letters(line.text) else None
        return None

    def _say_sentences(self) -> None:
        text = self._reply.text
        while (end := _ENDS.search(text, self._read)) is not None:
            self._say(text[self._read : end.end()])
            self._read = end.end()

    def _say(self, sentence: str) -> None:
        part = reading.without_marks(sentence)
        if self._reader is not None and part.strip():
            self._reader.check(part)
            self.listener.say(part)
            self._shown.append(part)

    def _answered(self) -> Answer | Unsure | Refused:
        if not self._cited:
            return self._uncited()
        self._say_sentences()
        self._say(self._reply.text[self._read :])
        text = "".join(self._shown)
        if not text.strip():
            return Unsure(0.0, None)
        sources = tuple(Source(one.article_id, one.title, one.text) for one in self._cited)
        return Answer(text, self._confidence, sources)

    def _uncited(self) -> Answer | Unsure | Refused:
        """An answer that names no source may be a greeting or a question back, and never about money or policy."""
        text = reading.without_marks(self._reply.text)
        if promises.need_citation(text):
            return Refused("The answer was about money or policy and named no source.", "model_uncited")
        if len(text) > LETTERS_WITHOUT_SOURCE or not text.strip() or self._reader is None:
            return Unsure(0.0, None)
        parts = [part for part in _ENDS.sub(lambda found: f"{found.group(0)}\0", text).split("\0") if part.strip()]
        for part in parts:
            self._reader.check(part)
        for part in parts:
            self.listener.say(part)
            self._shown.append(part)
        return Answer("".join(parts), self._confidence, ())

    def _made(self, outcome: Answer | Unsure | Refused) -> Made:
        return Made(outcome, self.raised, self.engine)


def passed_on(engine: Engine) -> Refused:
    """The engine wants a person to take over."""
    if engine == Engine.OUTSIDE:
        return Refused("Your own AI passed the conversation to a person.", "outside_handover")
    return Refused("The language model passed the conversation to a person.", "model_handover")


def refused(error: UnsayableError, raised: tuple[Raised, ...], engine: Engine = Engine.LANGUAGE_MODEL) -> Made:
    """What becomes of an answer that may not be said."""
    reasons = {
        "leak": ("The answer would have told what no customer may read.", "model_leak"),
        "unfounded": (
            f"The answer named something that stands in none of its sources ({error.what}).",
            "model_unfounded",
        ),
        "uncited": ("The answer was about money or policy and its sources do not say so.", "model_uncited"),
        "deed": ("The answer claimed or promised a deed that the assistant cannot do.", "model_promise"),
    }
    return Made(Refused(*reasons[error.problem]), raised, engine)


def _confidence(head: Head, cited: list[Passage]) -> float:
    """How sure the model says it is, held against how sure the search is of the articles that it cites."""
    if not cited:
        return head.confidence
    return round((head.confidence + max(one.sure for one in cited)) / 2, 4)


def _proved(claim: Claim, line: str) -> Raised:
    """The claim with the quote as the line has it."""
    words = [re.escape(word) for word in re.findall(r"\w+", claim.quote)]
    found = re.search(r"[\W_]*".join(words), line, re.IGNORECASE)
    return Raised(claim.name, claim.value, found.group(0) if found else claim.quote, claim.line)
