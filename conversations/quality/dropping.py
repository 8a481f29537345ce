"""Tells who keeps the rules when a trigger got clearly worse."""

from datetime import datetime, timedelta

from django.db import transaction

from agents.permissions import Right
from conversations import labels
from conversations.alerts import raising
from conversations.models import AlertKind, ReviewRound
from conversations.quality import counting, estimating
from conversations.quality.counting import TRIGGERS
from conversations.quality.estimating import Estimate
from conversations.quality.measuring import Figures, figures

LATELY, BEFORE = timedelta(days=14), timedelta(days=56)
TOLD_ANEW = timedelta(days=14)  # about the same drop
LINK = "/console/rules/quality"
SAYS = {"precision": "of the labelled handovers were right", "recall": "of those who needed a person got one"}


def look(now: datetime) -> list[str]:
    """Compare the last two weeks with the eight before; gives what was told, such as `anger precision`.

    A drop is clear where the whole 95% interval lies below the one before.
    """
    fell = _fell(now)
    with transaction.atomic():
        last = ReviewRound.objects.select_for_update().first()
        if last is None:
            return []
        known = ReviewRound.objects.filter(ends_at__gt=now - TOLD_ANEW - timedelta(days=1)).values_list(
            "told", flat=True
        )
        new = {key: text for key, text in fell.items() if not any(key in told for told in known)}
        for key, text in new.items():
            name = key.partition(" ")[0]
            subject = f"Got worse: {labels.trigger(name)['label']}" if name != "all" else "Handovers got worse"
            raising.raise_to(Right.WRITE_RULES, kind=AlertKind.QUALITY_DROPPED, subject=subject, text=text, link=LINK)
        last.told = [*last.told, *new]
        last.save(update_fields=["told"])
    return list(new)


def _fell(now: datetime) -> dict[str, str]:
    """What fell, by trigger and measure, in words."""
    today = now.astimezone(counting.zone()).date()
    seen = counting.seen(now - LATELY - BEFORE)
    lately = seen.between(today - LATELY + timedelta(days=1), today)
    before = seen.between(today - LATELY - BEFORE, today - LATELY)
    fell: dict[str, str] = {}
    for name in ("", *TRIGGERS):
        now_, then = figures(lately, name), figures(before, name)
        for measure, says in SAYS.items():
            was, became = _estimate(then, measure), _estimate(now_, measure)
            if was is not None and became is not None and estimating.apart(became, was):
                fell[f"{name or 'all'} {measure}"] = (
                    f"In the last two weeks {_words(became)} {says}, in the eight weeks before {_words(was)}."
                )
    return fell


def _estimate(found: Figures, measure: str) -> Estimate | None:
    return found.precision if measure == "precision" else found.recall


def _words(one: Estimate) -> str:
    return f"{one.value:.0%} ({one.low:.0%} to {one.high:.0%})"
