"""How the talk has gone: what customer and assistant repeat, whether replies fit the questions, who corrects whom."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import Heard, Line
from escalation.signals import answering
from escalation.signals.offers import accepts, offers
from escalation.signals.wording import plain_wording

NAMES = (
    "customer_lines", "assistant_lines", "says_near_again", "says_far_again", "words_again", "same_words",
    "said_often_near", "said_often_words", "reply_again", "replies_again", "reply_asks_again", "lost_replies",
    "reply_fits", "worst_fit", "last_reply_fits", "corrects", "corrected_before", "refers_back", "referred_before",
    "content", "content_before", "short", "again_both", "corrects_twice", "asks", "denies", "reply_unsure",
    "answers_reply", "reply_shared_often", "reply_offers", "accepts", *answering.NAMES,
)  # fmt: skip
MOST_LINES = 12  # of each side: what was said earlier does not make today's talk go in a circle

_WORD = re.compile(r"[^\W_]{2,}")
_EMPTY = re.compile(
    r"the|an?|and|or|but|is|are|was|were|be|been|am|do|does|did|have|has|had|can|could|would|will|shall|should|may|"
    r"might|to|of|in|on|at|for|from|with|by|about|as|it|its|this|that|these|those|there|here|you|your|we|our|us|my|me|"
    r"he|she|they|them|his|her|their|not|no|yes|so|if|then|than|just|please|thanks|thank|hi|hello|ok|okay|what|which|"
    r"who|how|when|where|why|any|some|all|more|one|also|too|very|really|get|got|ve|re|ll|im|don|didn|doesn|isn"
)
_LOST = re.compile(
    r"\b(?:(?:didn't|did not|don't|do not|couldn't|could not|can't|not sure i|unable to)(?: quite| fully)? "
    r"(?:understand|get that|catch|follow|find (?:an|any) (?:answer|article|information))|"
    r"(?:could|can) you (?:please )?(?:rephrase|reword|say that (?:again|differently)|clarify|"
    r"try (?:again|asking))|please (?:rephrase|reword)|"
    r"(?:i'm|i am) not sure (?:i|what|about|how)|not something i (?:know|can))"
)
_CORRECTS = re.compile(
    r"^\W*(?:no+|nope|nah|not)\b|\bnot what i (?:\w+ )?(?:asked|meant|said|mean|want\w*|need\w*|wrote|am asking)|"
    r"\bi(?:'m| am)? (?:was |am |just |actually |only |simply )*(?:mean|meant|said|asked|asking|talking about|"
    r"wrote)\b|\bmy question (?:is|was)|\bwrong (?:again|answer|thing|question|topic)|\bnothing to do with|"
    r"\bmis(?:understand|understood|read|reading|interpret)|\bdon't (?:want|need) (?:a |to |an |any )|\bother way|"
    r"\b(?:not|isn't|wasn't) (?:about|the|a|my|asking|talking)\b|\bunrelated|\birrelevant|\bopposite\b|\binstead of\b"
)
_REFERS_BACK = re.compile(
    r"\b(?:already|again|same|as i (?:said|wrote|mentioned|explained)|like i said|i (?:just )?(?:told|said|tried|did|"
    r"sent|gave|typed|wrote|answered|explained)|you (?:just |already |keep |have )*(?:said|told|asked|sent|gave|saying|"
    r"telling|asking|sending|repeat\w*|wrote|mentioned)|you've (?:just |already )?(?:said|told|asked|sent)|"
    r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th|nth) time|twice|(?:two|three|four|five|\d+) times|repeat\w*|"
    r"circles?|loop\w*|over and over|still|yet)\b"
)
_CONTENT = re.compile(
    r"\b(?:thanks?|thank you|thx|ta|cheers|perfect|great|brilliant|lovely|super|nice|cool|got it|found it|works|worked|"
    r"that's it|sorted|solved|good|excellent|awesome|noted|will do|makes sense|understood)\b"
)
_DENIES = re.compile(
    r"\b(?:no|not|nope|didn't|doesn't|don't|isn't|still|nothing|neither|never|can't|won't|same|wrong)\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    plain: str
    words: frozenset[str]


def read_course(heard: Heard) -> NDArray[np.float32]:
    """The features of the talk up to its newest line, in the order of NAMES, each of about 0..1.

    What stands before the newest line in the same burst is no part of them: nobody has replied to it yet.
    """
    recent = [line for line in heard.lines if line.seq > heard.handed_back_at and line.text.strip()]
    replied = max((line.seq for line in recent if line.role != "customer"), default=0)
    burst = sum(line.seq > replied for line in recent)
    customer = [_said(line) for line in recent if line.role == "customer" and not replied < line.seq < recent[-1].seq]
    customer = customer[-MOST_LINES:]
    replies = [_said(line) for line in recent if line.role == "assistant"][-MOST_LINES:]
    if not customer:
        return np.zeros(len(NAMES), dtype=np.float32)
    last, before = customer[-1], customer[:-1]
    near, far = (_likeness(rows, len(before), burst) for rows in (heard.vectors, heard.vectors_use))
    worded = sorted((_overlap(last.words, said.words) for said in before), reverse=True)
    again = _repeats(replies)
    fits = _fits(recent)
    corrects, corrected = _is(_CORRECTS, last), sum(_is(_CORRECTS, said) for said in before)
    refers, referred = _is(_REFERS_BACK, last), sum(_is(_REFERS_BACK, said) for said in before)
    newest = replies[-1] if replies else _Said("", frozenset())
    row = [
        math.log1p(len(customer)) / 2, math.log1p(len(replies)) / 2, _first(near), _first(far), _first(worded),
        float(any(last.plain == said.plain for said in before)), _second(near), _second(worded),
        again[-1] if again else 0.0, min(sum(share > 0.6 for share in again), 3) / 3,
        float(bool(again) and again[-1] > 0.6 and "?" in newest.plain),
        min(sum(_is(_LOST, said) for said in replies), 3) / 3,
        fits[-1] if fits else 0.5, min(fits, default=0.5), _overlap(last.words, newest.words),
        corrects, min(corrected, 3) / 3, refers, min(referred, 3) / 3,
        _is(_CONTENT, last), min(sum(_is(_CONTENT, said) for said in before), 2) / 2, 1.0 / (1.0 + len(last.words)),
        _first(far) * (again[-1] if again else 0.0), corrects * min(corrected, 2) / 2, float("?" in last.plain),
        _is(_DENIES, last), _is(_LOST, newest), float("?" in newest.plain),
        _first(sorted((_overlap(newest.words, said.words) for said in replies[:-1]), reverse=True)),
        *_offer(recent), *answering.read_answers(heard),
    ]  # fmt: skip
    return np.array(row, dtype=np.float32)


def _offer(lines: Sequence[Line]) -> tuple[float, float]:
    """Whether the last reply offers a person, and whether the newest line takes it."""
    reply = next((line for line in reversed(lines) if line.role != "customer"), None)
    if reply is None or reply.role != "assistant" or not offers(reply):
        return 0.0, 0.0
    return 1.0, float(accepts(reply, lines[-1].text))


def _said(line: Line) -> _Said:
    plain = " ".join(plain_wording(line.text).plain.split())
    return _Said(plain, frozenset(word for word in _WORD.findall(plain) if not _EMPTY.fullmatch(word)))


def _likeness(vectors: NDArray[np.float32], before: int, burst: int) -> list[float]:
    """The cosines of the newest line with the `before` ones from before its `burst`, the greatest first."""
    if not before:
        return []
    earlier = vectors[-burst - before : -burst]
    return sorted((max(float(each), 0.0) for each in earlier @ vectors[-1]), reverse=True)


def _repeats(replies: Sequence[_Said]) -> list[float]:
    """For each reply but the first, how much of it an earlier one said."""
    return [max(_overlap(reply.words, said.words) for said in replies[:i]) for i, reply in enumerate(replies) if i]


def _fits(lines: Sequence[Line]) -> list[float]:
    """For each reply to a customer's line, the share of the line's telling words that it takes up."""
    fits: list[float] = []
    for asked, reply in itertools.pairwise(lines):
        if asked.role == "customer" and reply.role == "assistant":
            wanted, given = _stems(_said(asked).words), _stems(_said(reply).words)
            fits.append(len(wanted & given) / len(wanted) if wanted else 0.5)
    return fits


def _stems(words: frozenset[str]) -> set[str]:
    return {word[:5] for word in words}


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 0.0


def _is(pattern: re.Pattern[str], said: _Said) -> float:
    return float(pattern.search(said.plain) is not None)


def _first(values: Sequence[float]) -> float:
    return values[0] if values else 0.0


def _second(values: Sequence[float]) -> float:
    return values[1] if len(values) > 1 else 0.0
