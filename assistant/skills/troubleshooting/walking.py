"""Walks a guide by the customer's answers; pure, so that the path follows from the slots alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.skills import confirming
from assistant.skills.confirming import Reply
from assistant.skills.contract import Value
from assistant.skills.troubleshooting.guide import Answer, Guidance, GuideStep, StepKind

BACK = "<back>"  # what a slot holds when the customer wants the question before

_WORD = re.compile(r"[^\W_]+")
_BACK = re.compile(
    r"(?i)^\W*(?:(?:go |one |a )?(?:step )?back|previous(?: step| question)?|undo|(?:einen )?schritt zurück|zurück|"
    r"(?:une étape en )?arrière|retour|(?:un paso )?atrás|volver|(?:un passo )?indietro|(?:um passo )?atrás|voltar|"
    r"(?:een stap )?terug)\W*$"
)
_YES = frozenset({"yes", "ja", "oui", "sí", "si", "sì", "sim"})
_NO = frozenset({"no", "nein", "non", "não", "nee"})
_MEANT: Mapping[Reply | None, frozenset[str]] = {Reply.YES: _YES, Reply.NO: _NO}
HALF = 0.5  # of an answer's words, from which other words mean it


@dataclass(frozen=True)
class Place:
    """Where the customer is: the step, the way there as questions and answers, and whether their last words were read.

    `seq` is that of their newest answer on the way.
    """

    step: GuideStep
    path: tuple[tuple[GuideStep, Answer], ...] = ()
    unread: bool = False
    seq: int = 0


def walk(guide: Guidance, answers: Mapping[str, Value]) -> Place:
    """The step at which the answers end. An answer that is older than the one before it on the way is void:

    the customer went back, and came here anew.
    """
    step, seq = guide.steps[0], 0
    path: tuple[tuple[GuideStep, Answer], ...] = ()
    place = Place(step)
    for _ in range(len(guide.steps) + 1):
        place = Place(step, path, seq=seq)
        said = answers.get(step.id)
        if step.kind is not StepKind.QUESTION or said is None or said.seq < seq:
            return place
        if is_back(said.value):
            return _back(place, said)
        chosen = pick(step, said.value)
        if chosen is None:
            return Place(step, path, unread=True, seq=seq)
        path, seq = (*path, (step, chosen)), said.seq
        step = guide.by_id[chosen.to]
    return place


def _back(place: Place, said: Value) -> Place:
    """The question before; the answer to it that led here counts no more until it is given anew."""
    if not place.path or said.seq <= place.seq:
        return Place(place.step, place.path, seq=place.seq)
    before, _ = place.path[-1]
    return Place(before, place.path[:-1], seq=said.seq)


def pick(step: GuideStep, text: str) -> Answer | None:
    """The answer that is meant: by its very words, by yes or no, by the words that only it has; None when unclear."""
    plain = _plain(text)
    for one in step.answers:
        if plain in {_plain(word) for word in (one.label, *one.also)}:
            return one
    meaning = confirming.read(text)
    if meaning in _MEANT:
        meant = _MEANT[meaning]
        return next((one for one in step.answers if _first(one.label) in meant), None)
    scores = [(_likeness(one, step, plain), one) for one in step.answers]
    best = max(scores, key=lambda scored: scored[0])
    return best[1] if best[0] > 0 and [score for score, _ in scores].count(best[0]) == 1 else None


def is_back(text: str) -> bool:
    """Whether the words ask for the question before."""
    return text == BACK or _BACK.match(text) is not None


def _likeness(answer: Answer, step: GuideStep, plain: str) -> float:
    """The share of its words that were said, among those that no other answer has; 0 below half of them."""
    said = set(plain.split())
    others = set().union(*(_words(one) for one in step.answers if one is not answer))
    own = [set(_plain(words).split()) - others for words in (answer.label, *answer.also)]
    best = max((len(told & said) / len(told) for told in own if told), default=0)
    return best if best >= HALF else 0


def _words(answer: Answer) -> set[str]:
    return {word for words in (answer.label, *answer.also) for word in _plain(words).split()}


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _first(label: str) -> str:
    return next(iter(_plain(label).split()), "")
