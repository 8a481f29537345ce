"""How far the assistant acts by itself in one turn: the tenant's mode, or that of the topics that were asked about."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import answering, asking, conduct, topics
from assistant.answering import Answer, Line, Unsure
from assistant.asking import Said
from assistant.models import AssistantSettings, Mode
from assistant.reading import Reading, vectors_of
from assistant.skills.outcomes import Served
from assistant.topics import Topic
from conversations.decided import Manner
from escalation.rules import HandOver
from tenants import current

STRICTEST_LAST = (Mode.AUTOPILOT, Mode.SUPERVISED, Mode.COPILOT, Mode.OFF)
SILENT = frozenset({Mode.COPILOT, Mode.OFF})  # the assistant says nothing to customers


def of_turn(lines: Sequence[Line], read: Reading, wanted: AssistantSettings, *, task_topic: str = "") -> Manner:
    """The mode for the newest words: a topic's own where it has one, else the tenant's; of several the strictest.

    A task stays in the topic in which it began, `task_topic`. Off is off for everything.
    """
    asked = _topics(lines, read)
    if task_topic and all(topic.name != task_topic for topic in asked):
        asked += [topic for topic in topics.current(current.schema_name()).topics if topic.name == task_topic]
    as_usual = Manner(Mode(wanted.mode), asked[0].name if asked else "", wanted.tone, wanted.draft_minutes)
    if wanted.mode == Mode.OFF or not asked:
        return as_usual
    modes = [(Mode(topic.mode or wanted.mode), topic.name) for topic in asked]
    mode, name = max(modes, key=lambda pair: STRICTEST_LAST.index(pair[0]))
    return replace(as_usual, mode=mode, topic=name)


def speaks() -> bool:
    """Whether the assistant of the tenant entered now may say anything to a customer, on any topic."""
    mode = conduct.wanted().mode
    if mode != Mode.COPILOT:
        return mode != Mode.OFF
    return any(topic.mode and topic.mode not in SILENT for topic in topics.current(current.schema_name()).topics)


def held_because(outcome: Answer | Unsure) -> tuple[Answer, str] | None:
    """What a supervised assistant lets an agent check, and why; None for words that state nothing."""
    match outcome:
        case Answer(sources=sources) if sources:
            return outcome, "Every answer waits for a person here."
        case Unsure(best=best) if best is not None and best.sources:
            return best, "The assistant is not sure enough of this."
    return None


def whole(outcome: Answer | Unsure | Served, manner: Manner, language: str) -> Answer:
    """All that the assistant would say, for somebody who wants to see it whatever it is."""
    match outcome:
        case Served(text=text, confidence=confidence, sources=sources):
            return Answer(text, confidence, sources)
        case Answer():
            return outcome
        case Unsure(best=best) if best is not None and best.sources:
            return best
        case Unsure(confidence=confidence):
            return Answer(answering.unsure_words(language, tone=manner.tone), confidence, ())


def held_deed(served: Served, mode: str) -> str:
    """Why an agent looks first at what a skill says or does; "" when nobody has to, as with its questions."""
    if served.act is not None and served.act.waits:
        return served.act.waits
    return "Every answer waits for a person here." if mode == Mode.SUPERVISED and served.ends else ""


def to_person(mode: Mode, *, version: int) -> HandOver:
    """What becomes of a message that the assistant may not answer in this mode."""
    off = mode == Mode.OFF
    return HandOver(
        trigger="assistant_off" if off else "copilot",
        label="The assistant is off" if off else "The assistant drafts, people answer",
        rule="",
        version=version,
        team=None,
        priority="normal",
        say="",
        reason="The assistant is off, so people answer." if off else "People answer here; the assistant only drafts.",
        signals=(),
    )


def _topics(lines: Sequence[Line], read: Reading) -> list[Topic]:
    """The topics of the newest words, of each question that they hold."""
    known = topics.current(current.schema_name())
    if not known.topics:
        return []
    parts = asking.parts([Said(line.role == "customer", line.text) for line in lines])
    texts = [part.text for part in parts] if len(parts) > 1 else []
    readings = [read, *(_of_part(text, read.language) for text in texts)]
    found = [topic for one in readings if (topic := known.topic_of(one)) is not None]
    return list(dict.fromkeys(found))


def _of_part(text: str, language: str) -> Reading:
    near, far = vectors_of([text])
    return Reading(language=language, vectors=near, vectors_use=far, newest=text)
