"""Decides whether an episode is a resolution by the assistant; pure. `rule.RULE` says it in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant import social
from billing.models import CreditReason, How
from conversations.insights.history import Entry
from conversations.insights.shares import Share
from conversations.metering import thanks
from conversations.metering.rule import BAD_RATING, GOOD_RATING, RETURN_WITHIN, Not
from conversations.models import AuthorKind, EndedBy, Episode, Holder, Kind, PromiseState

HELD, OFF = "held", "off"  # what a decision did where a person looks first, or the assistant is silent
WELL = 0.0  # the mood of the last words, from here on up
# Why a unit that was counted is credited. The other reasons stand when the episode ends, and never come later.
CREDITED: Mapping[Not, CreditReason] = {
    Not.OPEN: CreditReason.REOPENED,
    Not.MERGED: CreditReason.REOPENED,
    Not.HANDED_OVER: CreditReason.REOPENED,
    Not.PERSON: CreditReason.REOPENED,
    Not.CHECKED: CreditReason.REOPENED,
    Not.RETURNED: CreditReason.REOPENED,
    Not.CAME_AGAIN: CreditReason.CAME_AGAIN,
    Not.RATED_BADLY: CreditReason.RATED_BADLY,
    Not.REVIEWED: CreditReason.REVIEWED,
}


@dataclass(frozen=True)
class Counts:
    """It counts: by which part of the rule, and the numbers of the messages that this rests on."""

    how: How
    evidence: Mapping[str, Any]


@dataclass(frozen=True)
class NotCounted:
    """It does not."""

    why: Not


Verdict = Counts | NotCounted


def of(episode: Episode, share: Share | None, *, came_again_at: datetime | None = None) -> Verdict:
    """The verdict as things stand now; `share` may be left out where the measures alone say no (`needs_log`)."""
    why = _by_measures(episode, came_again_at)
    if why is not None:
        return NotCounted(why)
    if share is None:
        raise ValueError("the log is needed to decide this")
    return _by_log(episode, share)


def needs_log(episode: Episode) -> bool:
    """Whether the measures leave it open, so that the log decides."""
    return _by_measures(episode, None) is None


def _by_measures(episode: Episode, came_again_at: datetime | None) -> Not | None:
    """What the measured episode says against it."""
    against = (
        (not episode.ended_by, Not.OPEN),
        (episode.ended_by not in (EndedBy.AGENT, EndedBy.SILENCE), Not.MERGED),
        (bool(episode.handovers), Not.HANDED_OVER),
        (bool(episode.agent_messages), Not.PERSON),
        (not episode.assistant_messages, Not.NO_ANSWER),
        (episode.satisfaction is not None and episode.satisfaction <= BAD_RATING, Not.RATED_BADLY),
        (bool(episode.missed), Not.REVIEWED),
        (_soon(episode, episode.reopened_at), Not.RETURNED),
        (_soon(episode, came_again_at), Not.CAME_AGAIN),
    )
    return next((why for holds, why in against if holds), None)


def _soon(episode: Episode, returned_at: datetime | None) -> bool:
    if returned_at is None or episode.ended_at is None:
        return False
    return returned_at - episode.ended_at <= RETURN_WITHIN


def _by_log(episode: Episode, share: Share) -> Verdict:
    entries, texts = share.stretch.entries, share.stretch.texts
    if any(one.kind == Kind.CONTROL and one.holder != Holder.ASSISTANT for one in entries):
        return NotCounted(Not.HANDED_OVER)
    if any(one.checked for one in texts) or any(one.guided or one.action in (HELD, OFF) for one in share.decided):
        return NotCounted(Not.CHECKED)
    asked = _asked_last(texts)
    answers = [one for one in texts if _answers(one)]
    if not asked or not answers:
        return NotCounted(Not.NO_ANSWER)
    answered = [one for one in answers if one.seq > asked[-1].seq]
    if not answered or any(one.unsure for one in texts if one.seq > asked[-1].seq):
        asks = any(one.asks for one in texts if one.seq > asked[-1].seq)
        return NotCounted(Not.ASKING if asks else Not.UNANSWERED)
    if _is_promised(share):
        return NotCounted(Not.PROMISED)
    return _satisfied(episode, texts, asked=asked, answered=answered)


def _asked_last(texts: Sequence[Entry]) -> list[Entry]:
    """The customer's last messages in a row that wanted something."""
    turns: list[tuple[list[Entry], list[Entry]]] = []  # what the customer wrote, and what was said to it
    for one in texts:
        if one.by == AuthorKind.CUSTOMER and (not turns or turns[-1][1]):
            turns.append(([one], []))
        elif turns:
            turns[-1][one.by != AuthorKind.CUSTOMER].append(one)
    return next((said for said, replies in reversed(turns) if _wants_something(said, replies)), [])


def _wants_something(said: Sequence[Entry], replies: Sequence[Entry]) -> bool:
    """Not so where it is politeness or thanks, nor a remark to which the assistant answered with politeness."""
    if all(social.is_polite(one.text) or thanks.says_it_helped(one.text) for one in said):
        return False
    plain = [one for one in replies if not (one.sourced or one.asks or one.unsure)]
    return not plain or len(plain) < len(replies) or any("?" in one.text for one in said)


def _answers(one: Entry) -> bool:
    return one.by == AuthorKind.ASSISTANT and one.sourced and not one.asks and not one.unsure


def _is_promised(share: Share) -> bool:
    """Whether something was still to be done for the customer when it ended."""
    ended = share.stretch.ended
    if ended is None:
        return False
    made = [one for one in share.promised if one.at <= ended.at]
    return any(one.state == PromiseState.OPEN or (one.closed_at or ended.at) > ended.at for one in made)


def _satisfied(
    episode: Episode, texts: Sequence[Entry], *, asked: Sequence[Entry], answered: Sequence[Entry]
) -> Verdict:
    """By which part of the rule the customer was left satisfied, the surest first."""
    later = [one for one in texts if one.by == AuthorKind.CUSTOMER and one.seq > answered[0].seq]
    said = next((one for one in reversed(later) if thanks.says_it_helped(one.text)), None)
    mood = episode.mood_end if episode.mood_end is not None else episode.mood_start
    evidence = {"asked": [one.seq for one in asked], "answered": [one.seq for one in answered], "mood": mood}
    if said is not None and said is later[-1]:
        return Counts(How.CONFIRMED, {**evidence, "said": said.seq})
    if episode.satisfaction is not None and episode.satisfaction >= GOOD_RATING:
        return Counts(How.RATED, {**evidence, "rating": episode.satisfaction})
    if mood is not None and mood < WELL:
        return NotCounted(Not.CROSS)
    if episode.reasks:
        return NotCounted(Not.ASKED_TWICE)
    if episode.ended_by != EndedBy.SILENCE:
        return NotCounted(Not.CLOSED_BY_HAND)
    return Counts(How.SATISFIED, evidence)
