"""What counts as a resolution by the assistant, and why anything else does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from billing.models import How
from conversations.insights import shares
from conversations.insights.history import Asked, Promised, Reviewed
from conversations.metering import verified
from conversations.metering.rule import CREDIT_WORDS, FREE_WORDS, HOW_WORDS, NOT_WORDS, RULE, Not
from conversations.metering.thanks import says_it_helped
from conversations.metering.verified import CREDITED, Counts, NotCounted, Verdict
from conversations.models import Status
from tests.insights.tales import Tale, at

DAY, WEEK = 1440, 7 * 1440
Step = Callable[[Tale], Tale]


def answered() -> Tale:
    """Carol asks and the assistant answers from knowledge."""
    return Tale().customer(0).assistant(1, sourced=True).decides()


def silent(tale: Tale) -> Tale:
    """Nobody wrote for a day."""
    return tale.resolved(DAY + 5, by="silence")


def verdict(tale: Tale, *, came_again_at: datetime | None = None, **changes: Any) -> Verdict:
    """About the first episode."""
    history = replace(tale.history(), **changes)
    episode = tale.measured(**changes)[0]
    share = shares.of(history)[0] if verified.needs_log(episode) else None
    return verified.of(episode, share, came_again_at=came_again_at)


def rated(tale: Tale, satisfaction: int) -> Tale:
    """The customer rates the resolution."""
    ended = next(one.seq for one in tale.entries if one.status == Status.RESOLVED)
    return tale.having(asked=[Asked(ended, "assistant", satisfaction, None)])


def test_who_had_the_answer_and_stayed_silent_is_satisfied() -> None:
    assert verdict(silent(answered())) == Counts(How.SATISFIED, {"asked": [1], "answered": [2], "mood": 0.0})


@pytest.mark.parametrize(
    "words",
    ["Thanks, that helped!", "Vielen Dank, hat geholfen", "Merci beaucoup", "ya funciona, gracias", "Risolto, grazie"],
)
def test_thanks_confirm_it_even_if_somebody_closes_it(words: str) -> None:
    found = verdict(answered().customer(2, words).assistant(3).resolved(4, by="agent"))
    assert isinstance(found, Counts)
    assert (found.how, found.evidence["said"], found.evidence["answered"]) == (How.CONFIRMED, 3, [2])


@pytest.mark.parametrize(
    "words",
    [
        "Thanks, but it does not work",
        "No thanks",
        "Danke, aber nein",
        "ok",
        "Thanks. And when do you open?",
        "Merci, mais",
    ],
)
def test_half_thanks_are_none(words: str) -> None:
    assert not says_it_helped(words)


def test_a_good_rating_counts_where_silence_could_not() -> None:
    tale = answered().resolved(5, by="agent")
    assert verdict(tale) == NotCounted(Not.CLOSED_BY_HAND)
    found = verdict(rated(tale, 5))
    assert isinstance(found, Counts)
    assert (found.how, found.evidence["rating"]) == (How.RATED, 5)
    assert verdict(rated(tale, 3)) == NotCounted(Not.CLOSED_BY_HAND)


AGAINST: list[tuple[Step, Not]] = [
    (lambda tale: tale, Not.OPEN),
    (lambda tale: silent(tale.queued(2).hands_over()), Not.HANDED_OVER),
    (lambda tale: silent(tale.taken(2).handed_back(3)), Not.HANDED_OVER),
    (lambda tale: silent(tale.agent(2)), Not.PERSON),
    (
        lambda tale: silent(tale.customer(2, "And when do you open?").assistant(3, sourced=True, checked=True)),
        Not.CHECKED,
    ),
    (lambda tale: silent(tale.decides(action="held")), Not.CHECKED),
    (lambda tale: silent(tale.decides(guided=True)), Not.CHECKED),
    (lambda tale: silent(tale.customer(2, "And when do you open?")), Not.UNANSWERED),
    (lambda tale: silent(tale.customer(2, "And when do you open?").assistant(3, unsure=True)), Not.UNANSWERED),
    (lambda tale: silent(tale.customer(2, "Where is order 5?").assistant(3, "Which town?", asks=True)), Not.ASKING),
    (lambda tale: silent(tale.customer(2, "This is useless and terrible!")).having(), Not.UNANSWERED),
    (lambda tale: rated(silent(tale), 2), Not.RATED_BADLY),
    (lambda tale: silent(tale.having(promised=[Promised(2, at(1), "open", at(50), None)])), Not.PROMISED),
    (lambda tale: silent(tale).having(reviewed=Reviewed("missed", 1, at(2 * DAY), 3.0)), Not.REVIEWED),
    (lambda tale: silent(tale).opened(DAY + WEEK + 4).customer(DAY + WEEK + 5), Not.RETURNED),
]


@pytest.mark.parametrize(("step", "why"), AGAINST)
def test_what_speaks_against_it_is_named(step: Step, why: Not) -> None:
    assert verdict(step(answered())) == NotCounted(why)


def test_cross_last_words_count_only_with_a_better_sign() -> None:
    cross = Tale().customer(0, "This is terrible and useless!").assistant(1, sourced=True).decides()
    assert verdict(silent(cross)) == NotCounted(Not.CROSS)
    assert isinstance(verdict(rated(cross, 4)), Counts)


def test_politeness_alone_is_no_answer_and_no_question() -> None:
    assert verdict(silent(Tale().customer(0, "Hello").assistant(1))) == NotCounted(Not.NO_ANSWER)
    assert verdict(silent(Tale().customer(0).assistant(1, unsure=True))) == NotCounted(Not.NO_ANSWER)
    found = verdict(silent(answered().customer(2, "ok").assistant(3)))
    assert isinstance(found, Counts)
    assert (found.how, found.evidence["asked"]) == (How.SATISFIED, [1])


def test_a_remark_that_only_politeness_answered_left_nothing_open() -> None:
    found = verdict(silent(answered().customer(2, "on my way :)").assistant(3)))
    assert isinstance(found, Counts)
    assert (found.how, found.evidence["asked"]) == (How.SATISFIED, [1])
    assert verdict(silent(answered().customer(2, "on my way?").assistant(3))) == NotCounted(Not.UNANSWERED)


def test_coming_again_counts_within_a_week_and_no_later() -> None:
    tale = silent(answered())
    assert verdict(tale, came_again_at=at(DAY + 5 + WEEK)) == NotCounted(Not.CAME_AGAIN)
    assert isinstance(verdict(tale, came_again_at=at(DAY + 6 + WEEK)), Counts)
    assert isinstance(verdict(tale.opened(DAY + 6 + WEEK).customer(DAY + 7 + WEEK)), Counts)


def test_what_went_on_elsewhere_counts_there() -> None:
    assert verdict(silent(answered()), is_merged=True) == NotCounted(Not.MERGED)


def test_a_promise_made_or_kept_after_the_end_changes_nothing() -> None:
    kept_later = Promised(2, at(1), "kept", at(2 * DAY), at(2 * DAY))
    kept_before, made_later = Promised(2, at(1), "kept", at(50), at(50)), Promised(2, at(2 * DAY), "open", None, None)
    assert verdict(silent(answered()).having(promised=[kept_later])) == NotCounted(Not.PROMISED)
    assert isinstance(verdict(silent(answered()).having(promised=[kept_before, made_later])), Counts)


def test_everything_that_is_told_has_words() -> None:
    assert set(NOT_WORDS) == set(Not)
    assert set(HOW_WORDS) == set(How)
    assert set(CREDITED.values()) < set(CREDIT_WORDS)
    assert all(one.endswith(".") for one in (*RULE.points, *NOT_WORDS.values(), *FREE_WORDS.values(), RULE.words))
