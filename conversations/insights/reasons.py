"""Why an episode stands behind a number, in one plain sentence."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.utils.translation import gettext, gettext_noop, ngettext

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
        return gettext("Nobody answered.")
    if one.repeat_at is not None:
        return gettext("The customer came again on the topic after {time}.").format(time=_after(one, one.repeat_at))
    if one.reopened_at is not None:
        late = one.ended_at is not None and one.reopened_at - one.ended_at > SETTLES
        return (
            gettext("Stayed solved; opened again after {time}.").format(time=_after(one, one.reopened_at))
            if late
            else _reopened(one)
        )
    return gettext("Stayed solved.")


def _reopened(one: Episode) -> str:
    return (
        gettext("Not opened again.")
        if one.reopened_at is None
        else gettext("Opened again after {time}.").format(time=_after(one, one.reopened_at))
    )


def _repeated(one: Episode) -> str:
    return gettext("The customer did not come again on the topic.") if one.repeat_at is None else _lasting(one)


def _after(one: Episode, moment: datetime) -> str:
    gone = timedelta(0) if one.ended_at is None else moment - one.ended_at
    return span(gone.total_seconds())


def _rated(one: Episode) -> str:
    return gettext("Rated {satisfaction} of 5.").format(satisfaction=one.satisfaction)


def _eased(one: Episode) -> str:
    return gettext("Said {effort} of 5.").format(effort=one.effort)


def _answered(one: Episode) -> str:
    said = [text for text, number in ((_rated, one.satisfaction), (_eased, one.effort)) if number is not None]
    return " ".join(text(one) for text in said) or gettext("Asked, not answered.")


def _effort(one: Episode) -> str:
    parts = (
        (one.customer_turns, ngettext("{count} turn", "{count} turns", one.customer_turns)),
        (one.reasks, ngettext("{count} time asked again", "{count} times asked again", one.reasks)),
        (one.repeats, ngettext("{count} time said again", "{count} times said again", one.repeats)),
        (one.transfers, ngettext("{count} time passed on", "{count} times passed on", one.transfers)),
    )
    told = [words.format(count=number) for number, words in parts if number]
    return f"{', '.join(told)}." if told else gettext("Wrote nothing.")


def _turns(one: Episode) -> str:
    return ngettext("{count} turn.", "{count} turns.", one.customer_turns).format(count=one.customer_turns)


def _reasked(one: Episode) -> str:
    return ngettext("{count} time asked again.", "{count} times asked again.", one.reasks).format(count=one.reasks)


def _said_again(one: Episode) -> str:
    return ngettext("{count} thing said again.", "{count} things said again.", one.repeats).format(count=one.repeats)


def _passed_on(one: Episode) -> str:
    return ngettext("{count} time passed on.", "{count} times passed on.", one.transfers).format(count=one.transfers)


def _tokens(one: Episode) -> str:
    return ngettext("{count} token.", "{count} tokens.", one.model_tokens).format(count=one.model_tokens)


def _mood(one: Episode) -> str:
    return gettext("From {mood_start:+.2f} to {mood_end:+.2f}.").format(
        mood_start=one.mood_start, mood_end=one.mood_end
    )


def _promises(one: Episode) -> str:
    return gettext("{promises_kept} kept, {promises_broken} broken.").format(
        promises_kept=one.promises_kept, promises_broken=one.promises_broken
    )


def _clocks(one: Episode) -> str:
    return gettext("{sla_met} in time, {sla_missed} late.").format(sla_met=one.sla_met, sla_missed=one.sla_missed)


def _either(yes: str, no: str, field: str) -> Callable[[Episode], str]:
    return lambda one: gettext(yes if getattr(one, field) else no)


def _part(one: Episode) -> str:
    return f"{gettext(str(Part(one.part).label))}."


def _deflected(one: Episode) -> str:
    return gettext("Handed over, but no person spoke.") if one.part == Part.ASSISTANT and one.handovers else _part(one)


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
    "customer_turns": _turns,
    "reasks": _reasked,
    "repeats_after_handover": _said_again,
    "transfers": _passed_on,
    "missed_escalations": _either(
        gettext_noop("A person was needed."), gettext_noop("Right without a person."), "missed"
    ),
    "needless_escalations": _either(
        gettext_noop("Labelled as not needed."), gettext_noop("Labelled as needed."), "needless"
    ),
    "mood_change": _mood,
    "churn_risk": lambda one: gettext("Highest risk {risk}.").format(risk=f"{one.churn:.0%}"),
    "saves": _either(gettext_noop("Ended well."), gettext_noop("Did not end well."), "saved"),
    "promises_kept": _promises,
    "volume": _part,
    "backlog": lambda one: gettext("Open at the end of the period.") if one.ended_at else gettext("Still open."),
    "sla_met": _clocks,
    "assistant_share": _part,
    "deflection": _deflected,
    "model_tokens": _tokens,
}
