"""What answers add up to: a share of what could be had, by weight; nothing after a critical failure; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.assessments.questions import Question


@dataclass(frozen=True)
class Score:
    """Of 100, none where nothing applied; the critical questions that failed; and each section by itself."""

    score: float | None
    failed_at: tuple[str, ...]
    sections: Mapping[str, float | None]


def score(asked: Sequence[Question], worths: Mapping[str, float | None]) -> Score:
    """The score of an assessment; `worths` has what each answer is worth by the id of its question.

    100 times the weighted mean of what applies. A critical question whose answer is worth nothing makes the whole 0.
    """
    failed = tuple(one.id for one in asked if one.critical and worths.get(one.id) == 0)
    whole = 0.0 if failed else _mean(asked, worths)
    names = dict.fromkeys(one.section for one in asked)
    return Score(whole, failed, {name: _mean([one for one in asked if one.section == name], worths) for name in names})


def _mean(asked: Sequence[Question], worths: Mapping[str, float | None]) -> float | None:
    counted = [(one.weight, worth) for one in asked if (worth := worths.get(one.id)) is not None]
    weight = sum(by for by, _ in counted)
    return 100 * sum(by * worth for by, worth in counted) / weight if weight else None
