"""Writes the draft of an article from what agents replied to like questions; their words, without persons; pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from assistant import social
from assistant.gaps.subjects import Asked, nearness
from assistant.knowledge.views import ENGLISH

SAYS_THE_SAME = 0.72  # nearness of two sentences
MOST_SENTENCES, MOST_QUESTIONS = 6, 6
LONGEST_QUESTION, LONGEST_HEADLINE = 300, 120
FEWEST_WORDS = 4

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*|https?://\S+|\b[A-Z]{2,4}-?\d{3,}\b|#\d{3,}|\+?\d[\d ()/-]{7,}\d")
_LOOSE = re.compile(r"(?:[,;:] *)+(?=[,;:.?!])| +(?=[,;:.?!])|(?<=[.?!]) *[,;:]+")  # marks that nothing stands between
_INTRODUCES = re.compile(r"\b(?:I'm|I am|my name is|this is|here\.?$)", re.IGNORECASE)
_ONCE = re.compile(  # what was done for one customer is no knowledge
    r"\b(?:I(?:'ve|'ll|'m|'d)?\b|we(?:'ve| have) (?:just|now)|shall I|let me|"
    r"in your (?:mailbox|inbox)|your name|your order|on its way|you(?:'ll| will) have it)",
    re.IGNORECASE,
)
_OF_ONE_DAY = re.compile(  # so is what holds for one person, or on one day
    r"!$|\b(?:she|he|her|his|him|today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|until then|"
    r"costs you nothing|changed|fixed|refunded|found)\b",
    re.IGNORECASE,
)
_ONCE_ELSEWHERE = re.compile(
    r"\b(?:ich|soll ich|je vous|j'ai|he enviado|le he|ho inviato|ik heb|eu enviei)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Replied:
    """What an agent replied to one of the questions; `names` are those of customer and agent."""

    text: str
    names: Collection[str]


@dataclass(frozen=True)
class Drafted:
    """The draft of an article; an empty body where no reply holds anything of use to others."""

    title: str
    body: str
    questions: tuple[str, ...]


def draft(questions: Sequence[Asked], replies: Sequence[Replied], *, title: str) -> Drafted:
    """An article that answers `questions`: the sentences of the replies, what several agents say first."""
    sentences = [kept for reply in replies if (kept := _of_use(reply))]
    language = questions[0].language if questions else ENGLISH
    asked = _distinct([headline(one) for one in questions], title)
    return Drafted(title=title, body="\n\n".join(_chosen(sentences, language)), questions=asked)


def as_question(asked: Asked) -> str:
    """A customer's words as the way to ask that an article lists: one line, without anything personal."""
    bare = _PERSONAL.sub("", social.without_greeting(asked.text))
    for name in asked.names:
        bare = re.sub(rf"\b{re.escape(name)}\b", "", bare, flags=re.IGNORECASE)
    plain = _LOOSE.sub("", " ".join(bare.split())).strip(" ,;:-")
    short = plain if len(plain) <= LONGEST_QUESTION else f"{plain[: LONGEST_QUESTION - 1].rstrip()}…"
    return short[:1].upper() + short[1:]


def headline(asked: Asked) -> str:
    """The question for a title: the first sentence that asks something, with the very first where both are short."""
    whole = as_question(asked)
    sentences = [one.strip() for one in _SENTENCE.split(whole) if len(_WORD.findall(one)) >= FEWEST_WORDS]
    asking = [one for one in sentences if one.endswith("?")]
    first, asks = (sentences or [whole])[0], (asking or sentences or [whole])[0]
    both = f"{first} {asks}"
    told = both if first != asks and len(both) <= LONGEST_HEADLINE else asks
    return told if len(told) <= LONGEST_HEADLINE else f"{told[: LONGEST_HEADLINE - 1].rstrip()}…"


def _of_use(reply: Replied) -> list[str]:
    """The sentences that hold for others too."""
    sentences = [sentence.strip() for sentence in _SENTENCE.split(reply.text) if sentence.strip()]
    return [sentence for sentence in sentences if _holds_for_others(sentence, reply.names)]


def _holds_for_others(sentence: str, names: Collection[str]) -> bool:
    words = {word.casefold() for word in _WORD.findall(sentence)}
    if len(words) < FEWEST_WORDS or social.is_polite(sentence) or sentence.endswith("?"):
        return False
    if words & {name.casefold() for name in names}:
        return False
    return not any(found.search(sentence) for found in (_PERSONAL, _INTRODUCES, _ONCE, _OF_ONE_DAY, _ONCE_ELSEWHERE))


def _chosen(replies: Sequence[Sequence[str]], language: str) -> list[str]:
    """Sentences without repetition, those first that most replies say; in the order in which they were said."""
    said = [(number, sentence) for number, reply in enumerate(replies) for sentence in reply]
    if not said:
        return []
    texts = [Asked(sentence, language) for _, sentence in said]
    same = nearness(texts, texts) >= SAYS_THE_SAME
    of = np.array([number for number, _ in said])
    support = [len(set(of[row])) for row in same]
    chosen: list[int] = []
    for place in sorted(range(len(said)), key=lambda place: (-support[place], place)):
        if len(chosen) < MOST_SENTENCES and not same[place, chosen].any():
            chosen.append(place)
    return [said[place][1] for place in sorted(chosen)]


def _distinct(questions: Sequence[str], title: str) -> tuple[str, ...]:
    seen = {title.casefold().rstrip("?!. ")}
    kept = []
    for question in questions:
        key = question.casefold().rstrip("?!. ")
        if key and key not in seen:
            seen.add(key)
            kept.append(question)
    return tuple(kept[:MOST_QUESTIONS])
