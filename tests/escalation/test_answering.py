"""How near replies are to what was asked: seen in vectors alone, and only since the talk was handed back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import SECOND_VIEW, Heard, Line, Role
from escalation.signals import answering

QUESTION, ELSEWHERE = 0, 1  # what a line is about


def view(about: int) -> NDArray[np.float32]:
    row = np.zeros(SECOND_VIEW, dtype=np.float32)
    row[about] = 1.0
    return row


def talk(*said: tuple[Role, int], handed_back_at: int = 0) -> Heard:
    lines = tuple(Line(role, f"line {seq}", seq) for seq, (role, _) in enumerate(said, 1))
    views = {
        role: np.array([view(about) for of, about in said if of == role], dtype=np.float32).reshape(-1, SECOND_VIEW)
        for role in ("customer", "assistant")
    }
    near = np.zeros((len(views["customer"]), 384), dtype=np.float32)
    return Heard(lines, near, handed_back_at=handed_back_at, vectors_use=views["customer"], replies=views["assistant"])


def answers(heard: Heard) -> dict[str, float]:
    return dict(zip(answering.NAMES, answering.read_answers(heard), strict=True))


def test_a_reply_that_misses_is_far_from_the_question_that_comes_again() -> None:
    missed = answers(talk(("customer", QUESTION), ("assistant", ELSEWHERE), ("customer", QUESTION)))
    assert (missed["newest_near_asked"], missed["asked_near_reply"], missed["worst_answer"]) == (1.0, 0.0, 0.0)


def test_a_reply_that_fits_is_near_and_the_talk_goes_on() -> None:
    went_on = answers(talk(("customer", QUESTION), ("assistant", QUESTION), ("customer", ELSEWHERE)))
    assert (went_on["asked_near_reply"], went_on["newest_near_asked"], went_on["reply_left_behind"]) == (1.0, 0.0, 1.0)


def test_replies_that_are_alike_are_seen() -> None:
    lines: list[tuple[Role, int]] = [("customer", QUESTION), ("assistant", ELSEWHERE)]
    assert answers(talk(*lines, *lines, ("customer", QUESTION)))["replies_alike"] == 1.0


def test_a_greeting_answers_no_question() -> None:
    assert answers(talk(("assistant", ELSEWHERE), ("customer", QUESTION)))["asked_near_reply"] == answering.NO_QUESTION


def test_without_replies_or_after_the_talk_was_handed_back_nothing_is_seen() -> None:
    assert not any(answers(talk(("customer", QUESTION))).values())
    over = talk(("customer", QUESTION), ("assistant", ELSEWHERE), ("customer", QUESTION), handed_back_at=2)
    assert not any(answers(over).values())
    assert not answering.last_reply(over).any()


def test_what_a_person_said_is_no_reply_of_the_assistant() -> None:
    by_person = talk(("customer", QUESTION), ("agent", ELSEWHERE), ("customer", QUESTION))
    assert not any(answers(by_person).values())
