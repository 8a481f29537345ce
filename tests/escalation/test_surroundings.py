"""Lessons in other surroundings: what stands before them and who writes them changes, what they are about does not."""

from __future__ import annotations

from functools import cache

from escalation.signals import lessons, surroundings
from escalation.signals.lessons import Lesson


@cache
def written() -> list[Lesson]:
    return lessons.gather(None)


@cache
def copies() -> list[Lesson]:
    return surroundings.vary(written())


def test_the_same_lessons_give_the_same_copies() -> None:
    assert surroundings.vary(written()[:900]) == surroundings.vary(written()[:900])


def test_nothing_that_is_held_out_is_copied() -> None:
    trades = {lesson.industry for lesson in written() if lesson.held_out and lesson.industry}
    assert trades
    assert not any(copy.held_out or copy.industry in trades for copy in copies())


def test_a_copy_ends_as_its_lesson_and_is_about_the_same() -> None:
    known = {(lesson.source, lesson.turns[-1].text, lesson.kind): lesson for lesson in written()}
    for copy in copies():
        lesson = known[copy.source, copy.turns[-1].text, copy.kind]
        assert copy.labels == lesson.labels
        assert copy.varied


def test_a_copy_counts_half() -> None:
    copy = copies()[0]
    lesson = next(each for each in written() if each.source == copy.source and each.turns[-1] == copy.turns[-1])
    assert copy.trust == {name: trust * surroundings.TRUST for name, trust in lesson.trust.items()}


def test_attributes_stay_where_the_case_is_about_them_and_the_talk_where_it_is_about_that() -> None:
    known = {(lesson.source, lesson.turns, lesson.kind) for lesson in written()}
    customers = {(each.source, each.turns[-1].text): each.customer for each in written()}
    for copy in copies():
        if copy.source in surroundings.BY_ATTRIBUTES:
            assert copy.customer == customers[copy.source, copy.turns[-1].text]
        if copy.source in surroundings.BY_COURSE:
            assert (copy.source, copy.turns, copy.kind) in known
