"""How good the handovers were: precision, recall and being in time, for one trigger or for all; pure."""

from dataclasses import dataclass

from conversations.models import ReviewVerdict, Verdict
from conversations.quality import estimating
from conversations.quality.counting import Drawn, Handed, Seen
from conversations.quality.estimating import Estimate, Total


@dataclass(frozen=True)
class Figures:
    """Counts, and what they say; an estimate is None as long as nobody has said anything that it could rest on.

    `other` were right with another reason than theirs; `elsewhere` came to a person for another reason than this one.
    """

    handovers: int
    labelled: int
    right: int
    too_late: int
    needless: int
    other: int
    elsewhere: int
    missed: int
    missed_in_all: Total | None
    precision: Estimate | None
    in_time: Estimate | None
    recall: Estimate | None


def figures(seen: Seen, trigger: str = "") -> Figures:
    """The figures of one trigger, or of all together; then it is no matter which of them it should have been.

    Precision: of the labelled handovers, those that were needed, for this reason. Recall: of all conversations that
    needed a person for this reason, those that got one for it; handovers stand for those without a label like them,
    reviewed conversations for all that the assistant had alone.
    """
    own = [one for one in seen.handed if not trigger or one.trigger == trigger]
    said = [one for one in own if one.verdict]
    needed = [one for one in said if one.verdict != Verdict.NEEDLESS]
    good = [one for one in needed if not trigger or not one.meant]
    handovers, labelled = _count(own), _count(said)
    precision = estimating.share(_count(good), labelled)
    missing = _missed(seen.drawn, trigger)
    elsewhere = _elsewhere(seen.handed, trigger)
    missed_in_all, recall = None, None
    if missing is not None:
        weights, usual = missing
        missed_in_all = estimating.total([*weights, *elsewhere], usual=usual)
        found = _found(handovers, precision)
        if found is not None:
            recall = estimating.recall(found, missed_in_all, of=_count(good) + len(weights) + len(elsewhere))
    return Figures(
        handovers=handovers,
        labelled=labelled,
        right=_count(said, Verdict.RIGHT),
        too_late=_count(said, Verdict.TOO_LATE),
        needless=_count(said, Verdict.NEEDLESS),
        other=_count(needed) - _count(good),
        elsewhere=len(elsewhere),
        missed=len(missing[0]) if missing is not None else 0,
        missed_in_all=missed_in_all,
        precision=precision,
        in_time=estimating.share(_count(good, Verdict.RIGHT), _count(good)),
        recall=recall,
    )


def _found(handovers: int, precision: Estimate | None) -> Total | None:
    """How many of the handovers were needed; None where nobody said."""
    if not handovers:
        return Total(0, 0, 0)
    return None if precision is None else estimating.times(handovers, precision)


def _count(rows: list[Handed], verdict: str = "") -> int:
    return sum(one.count for one in rows if not verdict or one.verdict == verdict)


def _missed(drawn: tuple[Drawn, ...], trigger: str) -> tuple[list[float], float] | None:
    """The weights of the misses, and the mean weight of what was judged; None where nothing was."""
    judged = [one for one in drawn if one.judged]
    if not judged:
        return None
    weights = estimating.scaled([one.weight for one in judged], stand_for=sum(one.weight for one in drawn))
    found = [
        weight
        for one, weight in zip(judged, weights, strict=True)
        if one.verdict == ReviewVerdict.MISSED and trigger in ("", one.trigger)
    ]
    return found, sum(weights) / len(weights)


def _elsewhere(handed: tuple[Handed, ...], trigger: str) -> list[float]:
    """Handovers for another reason that should have been this one; each stands for those like it without a label."""
    found: list[float] = []
    for other in {one.trigger for one in handed if trigger and one.meant == trigger}:
        alike = [one for one in handed if one.trigger == other]
        weight = _count(alike) / _count([one for one in alike if one.verdict])
        found += [weight] * sum(one.count for one in alike if one.meant == trigger)
    return found
