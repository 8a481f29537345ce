"""What people decided for this customer, and when that answers a question; said with its source, never acted upon.

A question asks for it by meaning (the cosine of both encoders, as large as for an article), or by words that call it
back ("what did Maya decide?"). No data stand behind the bounds but the examples in the tests.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import social
from assistant.answering import Answer, Line, Source
from assistant.reading import vectors_of

NEAR_FROM = 0.39  # mean cosine of both views from which a question is about what was decided
ABOUT_COUNTS = 0.8  # of the nearness to what had been asked for then
SAME_NUMBER = 0.1  # what a number that stands in both adds
RECALLED, MEANT, PERHAPS = 0.95, 0.9, 0.75  # confidence, by how it was found
SURE_NEAR = 0.5
MOST_SAID = 3

_NUMBER = re.compile(r"\d+")
_CALLS_BACK = re.compile(
    r"(?i)\b(?:what|which) (?:\w+ )?(?:did|have|has|was|were|had)\b.{0,40}"
    r"\b(?:decide|agree|promise|said|say|tell|told)|"
    r"\b(?:was|what) (?:was )?(?:agreed|decided|promised)\b|"
    r"\bwas (?:hat|haben|hatte|wurde|war)\b.{0,40}\b(?:entschieden|zugesagt|gesagt|versprochen|vereinbart|ausgemacht)|"
    r"\bqu['’]?(?:est-ce qu|a|avez|ont|avait)\w*\b.{0,40}\b(?:décidé|promis|dit|convenu)|"
    r"\bqué\b.{0,40}\b(?:decidi|decidió|prometi|dijo|dijeron|acord)\w*|"
    r"\b(?:che )?cosa\b.{0,40}\b(?:deciso|promesso|detto|concordato)|"
    r"\b(?:o )?que\b.{0,40}\b(?:decidi|prometeu|disse|combin)\w*|"
    r"\bwat\b.{0,40}\b(?:besloten|beloofd|gezegd|afgesproken)"
)


@dataclass(frozen=True)
class Settled:
    """What a person decided or promised: the words, what had been asked, and the title under which it is quoted."""

    text: str
    about: str
    title: str  # "Decided by Maya on 12 May", in the customer's language


def answer(lines: Sequence[Line], settled: Sequence[Settled], *, otherwise: Answer | None = None) -> Answer | None:
    """What was decided on the customer's newest words; None where nothing was, or `otherwise` is nearer to them."""
    newest = next((line.text for line in reversed(lines) if line.role == "customer"), "")
    if not settled or not newest or social.reply_to(newest) is not None:
        return None
    if _CALLS_BACK.search(newest):
        return _said(settled[-MOST_SAID:], RECALLED)
    ranked = sorted(((nearness(newest, one), place) for place, one in enumerate(settled)), reverse=True)
    best, place = ranked[0]
    if best < NEAR_FROM or (otherwise is not None and best < _of_article(newest, otherwise)):
        return None
    return _said([settled[place]], MEANT if best >= SURE_NEAR else PERHAPS)


def nearness(question: str, one: Settled) -> float:
    """How near the question is to what was decided, or to what had been asked for."""
    near = max(_cosine(question, one.text), _cosine(question, one.about) * ABOUT_COUNTS if one.about else 0.0)
    shared = set(_NUMBER.findall(question)) & set(_NUMBER.findall(one.text))
    return near + (SAME_NUMBER if shared else 0.0)


def quoted(one: Settled) -> str:
    """The words as they are said, with whose they are."""
    return f"{one.title}: {one.text}"


def _said(found: Sequence[Settled], confidence: float) -> Answer:
    sources = tuple(Source("", one.title, one.text) for one in found)
    return Answer("\n\n".join(quoted(one) for one in found), confidence, sources)


def _of_article(question: str, said: Answer) -> float:
    """How near the question is to the article that would answer it otherwise."""
    return max((_cosine(question, f"{one.title} {one.passage}") for one in said.sources), default=0.0)


def _cosine(first: str, second: str) -> float:
    near, far = vectors_of([first, second])
    return float(near[0] @ near[1] + far[0] @ far[1]) / 2
