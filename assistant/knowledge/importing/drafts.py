"""What an import gathered before it is stored: drafts of articles, and what was wrong with the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.encoders import language
from assistant.knowledge.articles import (
    LONGEST_BODY,
    LONGEST_QUESTION,
    LONGEST_TAG,
    LONGEST_TITLE,
    MOST_QUESTIONS,
    MOST_TAGS,
    Draft,
)

MOST_DRAFTS = 2000
MOST_PROBLEMS = 200
READ_FOR_LANGUAGE = 2000  # letters


@dataclass(frozen=True)
class Problem:
    """Something that was left out, and where it stood."""

    where: str
    message: str

    def as_json(self) -> dict[str, str]:
        """As it is stored and shown."""
        return {"where": self.where[:300], "message": self.message}


@dataclass(frozen=True)
class Gathered:
    """What came of a source."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()


def sift(found: Iterable[Draft | Problem], *, spoken: str) -> Gathered:
    """The drafts that may be stored, each title once, with their language; `spoken` is the company's own."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
            continue
        draft = _tidied(one)
        wrong = _wrong(draft) or _twice(drafts.get(draft.title)) or _too_many(len(drafts))
        if wrong:
            problems.append(Problem(draft.where, wrong))
        else:
            drafts[draft.title] = _with_language(draft, spoken)
    return Gathered(tuple(drafts.values()), tuple(problems))


def to_json(draft: Draft) -> dict[str, Any]:
    """The draft as an import keeps it."""
    return {**draft.told(), "where": draft.where}


def from_json(kept: Mapping[str, Any]) -> Draft:
    """The draft that an import kept."""
    parts: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Draft(**parts)


def _tidied(draft: Draft) -> Draft:
    """On one line what is one line, without empty and double entries."""
    return replace(
        draft,
        title=" ".join(draft.title.split()),
        body=draft.body.strip(),
        questions=None if draft.questions is None else _lines(draft.questions),
        tags=None if draft.tags is None else _lines(draft.tags),
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))


def _wrong(draft: Draft) -> str | None:
    rules = (
        (not draft.title, "There is no title."),
        (len(draft.title) > LONGEST_TITLE, f"The title has more than {LONGEST_TITLE} letters."),
        (not draft.body, "There is no text below the title."),
        (len(draft.body) > LONGEST_BODY, f"The text has more than {LONGEST_BODY:,} letters; part it into several."),
        (len(draft.questions or ()) > MOST_QUESTIONS, f"There are more than {MOST_QUESTIONS} questions."),
        (_longest(draft.questions) > LONGEST_QUESTION, f"A question has more than {LONGEST_QUESTION} letters."),
        (len(draft.tags or ()) > MOST_TAGS, f"There are more than {MOST_TAGS} tags."),
        (_longest(draft.tags) > LONGEST_TAG, f"A tag has more than {LONGEST_TAG} letters."),
        (not _is_language(draft.language), "The language is not written like en or de."),
    )
    return next((message for wrong, message in rules if wrong), None)


def _longest(texts: tuple[str, ...] | None) -> int:
    return max(map(len, texts or ("",)), default=0)


def _is_language(code: str | None) -> bool:
    return code is None or (code.isascii() and code.isalpha() and code.islower() and 2 <= len(code) <= 3)


def _twice(first: Draft | None) -> str | None:
    return f"The same title stands in {first.where} already; this one was left out." if first else None


def _too_many(count: int) -> str | None:
    return f"More than {MOST_DRAFTS:,} articles cannot come at once." if count >= MOST_DRAFTS else None


def _with_language(draft: Draft, spoken: str) -> Draft:
    if draft.language is not None:
        return draft
    return replace(draft, language=language.identify(f"{draft.title} {draft.body}"[:READ_FOR_LANGUAGE], spoken))
