"""Why an episode stands behind a number, in one plain sentence."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from conversations.insights.asking import Asked
from conversations.insights.metric import SETTLES, Metric, Unit
from conversations.models import Episode, Part


def why(metric: Metric, one: Episode, *, value: float | None, asked: Asked) -> str:
    """What it contributes to the metric's number."""
    if metric.key in TOLD:
        return TOLD[metric.key](one)
    if value is None:
        return ""
    match metric.unit:
        case Unit.SECONDS:
            return f"{span(value)}."
        case Unit.MONEY:
            return f"{value:.2f} {asked.rates.currency}. {_lasting(one)}"
        case _:
            return f"{value:g}."


def span(seconds: float) -> str:
    """A time in words, such as 4 min or 2 h 5 min."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [(days, "d"), (hours, "h"), (minutes, "min"), (left, "s")]
    while len(parts) > 1 and not parts[0][0]:
        parts.pop(0)
    return " ".join(f"{number} {unit}" for number, unit in parts[:2] if number) or "0 s"


def _lasting(one: Episode) -> str:
    if one.part == Part.NOBODY:
        return "Nobody answered."
    if one.repeat_at is not None:
        return f"The customer came again on the topic after {_after(one, one.repeat_at)}."
    if one.reopened_at is not None:
        late = one.ended_at is not None and one.reopened_at - one.ended_at > SETTLES
        return f"Stayed solved; opened again after {_after(one, one.reopened_at)}." if late else _reopened(one)
    return "Stayed solved."


def _reopened(one: Episode) -> str:
    return "Not opened again." if one.reopened_at is None else f"Opened again after {_after(one, one.reopened_at)}."


def _repeated(one: Episode) -> str:
    return "The customer did not come again on the topic." if one.repeat_at is None else _lasting(one)


def _after(one: Episode, moment: datetime) -> str:
    gone = timedelta(0) if one.ended_at is None else moment - one.ended_at
    return span(gone.total_seconds())


def _rated(one: Episode) -> str:
    return f"Rated {one.satisfaction} of 5."


def _eased(one: Episode) -> str:
    return f"Said {one.effort} of 5."


def _answered(one: Episode) -> str:
    said = [text for text, number in ((_rated, one.satisfaction), (_eased, one.effort)) if number is not None]
    return " ".join(text(one) for text in said) or "Asked, not answered."


def _effort(one: Episode) -> str:
    parts = (
        (one.customer_turns, "turn", "turns"),
        (one.reasks, "time asked again", "times asked again"),
        (one.repeats, "time said again", "times said again"),
        (one.transfers, "time passed on", "times passed on"),
    )
    told = [f"{number} {single if number == 1 else many}" for number, single, many in parts if number]
    return f"{', '.join(told) or 'Wrote nothing'}."


def _counted(singular: str, plural: str, field: str) -> Callable[[Episode], str]:
    def told(one: Episode) -> str:
        number = int(getattr(one, field))
        return f"{number} {singular if number == 1 else plural}."

    return told


def _mood(one: Episode) -> str:
    return f"From {one.mood_start:+.2f} to {one.mood_end:+.2f}."


def _promises(one: Episode) -> str:
    return f"{one.promises_kept} kept, {one.promises_broken} broken."


def _clocks(one: Episode) -> str:
    return f"{one.sla_met} in time, {one.sla_missed} late."


def _either(yes: str, no: str, field: str) -> Callable[[Episode], str]:
    return lambda one: yes if getattr(one, field) else no


def _part(one: Episode) -> str:
    return f"{Part(one.part).label}."


def _deflected(one: Episode) -> str:
    return "Handed over, but no person spoke." if one.part == Part.ASSISTANT and one.handovers else _part(one)


TOLD: Mapping[str, Callable[[Episode], str]] = {
    "resolution_quality": _lasting,
    "repeat_contact": _repeated,
    "reopened": _reopened,
    "csat": _rated,
    "csat_assistant": _rated,
    "csat_agent": _rated,
    "effort_rating": _eased,
    "survey_response": _answered,
    "effort_score": _effort,
    "customer_turns": _counted("turn", "turns", "customer_turns"),
    "reasks": _counted("time asked again", "times asked again", "reasks"),
    "repeats_after_handover": _counted("thing said again", "things said again", "repeats"),
    "transfers": _counted("time passed on", "times passed on", "transfers"),
    "missed_escalations": _either("A person was needed.", "Right without a person.", "missed"),
    "needless_escalations": _either("Labelled as not needed.", "Labelled as needed.", "needless"),
    "mood_change": _mood,
    "churn_risk": lambda one: f"Highest risk {one.churn:.0%}.",
    "saves": _either("Ended well.", "Did not end well.", "saved"),
    "promises_kept": _promises,
    "volume": _part,
    "backlog": lambda one: "Open at the end of the period." if one.ended_at else "Still open.",
    "sla_met": _clocks,
    "assistant_share": _part,
    "deflection": _deflected,
    "model_tokens": _counted("token", "tokens", "model_tokens"),
}
