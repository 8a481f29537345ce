"""Fills a task's slots from what the customer wrote, in any order and whenever it was said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant import social
from assistant.answering import Line
from assistant.skills import confirming
from assistant.skills.contract import Skill, Slot, Value
from assistant.skills.slots import KINDS, Around, Found
from assistant.skills.slots.kinds import nothing
from assistant.skills.task import Task

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3}")
FEWEST_OF_QUESTION = 3  # words
FEW_WORDS = 5  # left beside a value, from which a reply says more than that value

Values = Mapping[str, Value]


def gathered(skill: Skill[Any], lines: Sequence[Line], around: Around, *, task: Task) -> Values:
    """What the customer said already: kinds that nothing else looks like from all lines, others since it began.

    The newest value wins, but none that turned out to be wrong.
    """
    found: dict[str, Value] = {}
    for line in lines:
        if line.role == "customer":
            for name, value in _found_in(skill, line, around):
                since = KINDS[_slot(skill, name).kind].anywhere or line.seq >= task.begun_at
                if since and f"{name}={value.value}" not in task.wrong:
                    found[name] = value
    return found


def heard(skill: Skill[Any], task: Task, burst: Sequence[Line], around: Around) -> Values:
    """What the newest lines tell: the answer to what was asked, and values of other slots that they name."""
    told = {name: value for line in burst for name, value in _found_in(skill, line, around, asked=task.asked)}
    told = {name: value for name, value in told.items() if _is_new(task, name, value)}
    answer = _answer(skill, task, burst, around, told=told)
    if answer is not None:
        told[task.asked] = answer
    return told or _names_themselves(skill, task, burst)


def question_beside(told: Values, text: str) -> str:
    """A question that stands in sentences of its own beside those that told something; "" without any."""
    sentences = [one.strip() for one in _SENTENCE.findall(text) if one.strip()]
    said = [words.casefold() for value in told.values() for words in (value.text, value.value)]
    apart = [one for one in sentences if not any(words in one.casefold() for words in said)]
    asks = [one for one in apart if one.endswith("?")] or apart[-1:]
    question = " ".join(asks)
    return question if len(apart) < len(sentences) and len(question.split()) >= FEWEST_OF_QUESTION else ""


def checked(skill: Skill[Any], given: Mapping[str, str], lines: Sequence[Line], around: Around) -> Values:
    """What a language model read, where the slot's kind can read it too.

    What nothing else looks like must stand in a line of the customer's: a model may not make up an address.
    """
    found: dict[str, Value] = {}
    said = [line for line in lines if line.role == "customer"]
    for slot in skill.slots:
        read = KINDS[slot.kind].reply(given.get(slot.name, ""), slot, around)
        if read is None:
            continue
        line = next((line for line in reversed(said) if _stands_in(read, slot, line.text, around)), None)
        if line is not None or not KINDS[slot.kind].anywhere:
            found[slot.name] = Value(read.value, read.text, line.seq if line else said[-1].seq)
    return found


def _stands_in(read: Found, slot: Slot, text: str, around: Around) -> bool:
    kind = KINDS[slot.kind]
    again = kind.reply(text, slot, around)
    values = {one.value for one in kind.find(text, slot, around)} | ({again.value} if again else set())
    return read.value in values or read.text.casefold() in text.casefold()


def _found_in(skill: Skill[Any], line: Line, around: Around, *, asked: str = "") -> Iterator[tuple[str, Value]]:
    """The values that stand in the line; of several slots of one kind each takes one, the asked one before others."""
    for kind in dict.fromkeys(slot.kind for slot in skill.slots):
        same = [slot for slot in skill.slots if slot.kind == kind]
        if len(same) > 1 and any(slot.name == asked for slot in same):
            same = [slot for slot in same if slot.name == asked]
        found = KINDS[kind].find(line.text, same[0], around)
        if len(same) == 1 and found:
            found = found[-1:]
        for slot, one in zip(same, found, strict=False):
            yield slot.name, Value(one.value, one.text, line.seq)


def _answer(skill: Skill[Any], task: Task, burst: Sequence[Line], around: Around, *, told: Values) -> Value | None:
    """The reply to the question that was asked last; a pick among what was offered counts before all."""
    slot = next((slot for slot in skill.slots if slot.name == task.asked), None)
    for line in reversed(burst) if task.asked else ():
        held = task.slots.get(task.asked)
        pick = confirming.picked(line.text, task.choices, current=held.value if held else "")
        if pick is not None:
            read = None if slot is None or pick.value else KINDS[slot.kind].reply(pick.says, slot, around)
            return Value(pick.value or (read.value if read else pick.says), line.text, line.seq)
    if slot is None or _only_corrects(slot, told, burst):
        return None
    for line in reversed(burst):
        found = KINDS[slot.kind].reply(line.text, slot, around)
        if found is not None:
            return Value(found.value, found.text, line.seq)
    return None


def _names_themselves(skill: Skill[Any], task: Task, burst: Sequence[Line]) -> Values:
    """A name in reply to the question for an address: "Greta Hollis"."""
    slots = {slot.kind: slot.name for slot in skill.slots}
    missing = "name" in slots and slots["name"] not in task.slots and task.asked == slots.get("email")
    for line in reversed(burst) if missing else ():
        if _NAME.fullmatch(line.text.strip()) and not social.is_polite(line.text):
            return {slots["name"]: Value(line.text.strip(), line.text.strip(), line.seq)}
    return {}


def _only_corrects(slot: Slot, told: Values, burst: Sequence[Line]) -> bool:
    """Whether the words name another slot's value and little else, so that they are no free answer."""
    if KINDS[slot.kind].find is not nothing:
        return False
    others = [value.text for name, value in told.items() if name != slot.name]
    rest = "\n".join(line.text for line in burst)
    for text in others:
        rest = rest.replace(text, " ")
    return bool(others) and len(re.findall(r"\w+", rest)) <= FEW_WORDS


def _is_new(task: Task, name: str, value: Value) -> bool:
    held = task.slots.get(name)
    return held is None or held.value != value.value


def _slot(skill: Skill[Any], name: str) -> Slot:
    return next(slot for slot in skill.slots if slot.name == name)
