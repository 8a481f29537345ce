"""Which test tells which story of which skill, each with both engines: a skill without its seven stories fails here."""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from assistant.skills.registry import SKILLS
from tests.stories.conftest import ENGINES

ROOT = Path(__file__).resolve().parents[2]
GUIDE = "a decision guide"  # each is a skill of its own, which a tenant draws
SHORTEST_REASON = 40  # letters

_COLLECTED = re.compile(r"^tests/stories/(\w+)\.py::(\w+)(?:\[(.*)\])?$", re.MULTILINE)


@dataclass(frozen=True)
class Told:
    """The test that tells a story; `case` is the skill's own among its parameters, where it tells that of several."""

    where: str
    test: str
    case: str = ""


@dataclass(frozen=True)
class Spared:
    """Why there is no such story."""

    why: str


Story = Told | Spared


@dataclass(frozen=True)
class Stories:
    """What may happen to every skill."""

    happy: Story
    correction: Story
    digression: Story
    outside: Story  # of the policy
    identity: Story  # somebody who is not who they say
    down: Story  # the company's own system does not answer
    twice: Story  # at once

    def each(self) -> Mapping[str, Story]:
        """The seven, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def twice(case: str) -> Told:
    return Told("test_twice_at_once", "test_two_turns_at_once_say_it_once_and_do_it_once", case)


def down(test: str) -> Told:
    return Told("test_system_down", test)


def of_order(case: str) -> Stories:
    """A skill that changes something about an order."""
    where = "test_orders"
    return Stories(
        happy=Told(where, "test_a_yes_does_it_once_and_tells", case),
        correction=Told(where, "test_a_correction_takes_the_other_order", case),
        digression=Told(where, "test_a_question_in_between_is_answered_and_the_task_goes_on", case),
        outside=Told(where, "test_outside_of_policy_a_person_gets_it_with_the_reason", case),
        identity=Told(where, "test_a_wrong_code_opens_nothing", case),
        down=Told(where, "test_records_that_do_not_answer_lead_to_a_person", case),
        twice=twice(case),
    )


TOLD: Mapping[str, Stories] = {
    "order_status": Stories(
        happy=Told("test_orders", "test_status_is_told_with_the_dates_of_the_record"),
        correction=Told("test_order_status", "test_the_order_that_was_meant_is_told_and_not_the_first"),
        digression=Told("test_order_status", "test_a_question_in_between_is_answered_and_the_code_still_counts"),
        outside=Told("test_order_status", "test_a_person_looks_after_the_late_one"),
        identity=Told("test_orders", "test_a_wrong_code_opens_nothing", "order_status"),
        down=Told("test_orders", "test_records_that_do_not_answer_lead_to_a_person", "order_status"),
        twice=twice("order_status"),
    ),
    "refund": of_order("refund"),
    "returns": of_order("returns"),
    "cancel_order": of_order("cancel_order"),
    "shipping_address": of_order("shipping_address"),
    "contact_data": Stories(
        happy=Told("test_orders", "test_a_phone_number_is_changed_after_it_was_said_back"),
        correction=Told("test_contact_data", "test_a_correction_before_the_yes_is_what_is_kept"),
        digression=Told("test_contact_data", "test_a_question_in_between_is_answered_and_the_yes_still_counts"),
        outside=Told("test_contact_data", "test_what_customers_may_not_change_here_goes_to_a_person"),
        identity=Told("test_contact_data", "test_somebody_elses_data_stay_after_a_wrong_code"),
        down=down("test_a_phone_number_that_the_system_keeps_waits_for_it"),
        twice=twice("contact_data"),
    ),
    "recommend": Stories(
        happy=Told("test_recommending", "test_it_recommends_what_fits_with_the_reasons"),
        correction=Told("test_second_thoughts", "test_other_advice_when_something_else_was_meant"),
        digression=Told("test_recommending", "test_a_question_in_between_is_answered"),
        outside=Told("test_recommending", "test_what_the_policy_bars_is_never_recommended"),
        identity=Told("test_second_thoughts", "test_advice_needs_no_proof_and_sends_no_code"),
        down=down("test_nothing_is_recommended_of_what_nobody_can_see"),
        twice=twice("recommend"),
    ),
    "follow_up": Stories(
        happy=Told("test_tickets", "test_it_tells_how_the_ticket_stands_and_takes_what_is_added"),
        correction=Told("test_tickets", "test_no_the_other_one"),
        digression=Told("test_tickets", "test_a_question_in_between_is_answered_and_the_ticket_goes_on"),
        outside=Told("test_tickets", "test_a_ticket_without_news_for_long_goes_to_a_person"),
        identity=Told("test_tickets", "test_a_stranger_with_number_and_address_learns_nothing"),
        down=down("test_no_ticket_is_told_of_or_opened"),
        twice=twice("follow_up"),
    ),
    "password_reset": Stories(
        happy=Told("test_passwords", "test_the_steps_are_told_and_help"),
        correction=Told("test_second_thoughts", "test_the_letter_goes_to_the_address_that_was_meant"),
        digression=Told("test_passwords", "test_a_question_in_between_is_answered_and_the_open_one_comes_back"),
        outside=Told("test_passwords", "test_nobody_is_flooded_with_letters"),
        identity=Told(
            "test_passwords", "test_the_companys_system_sends_the_letter_with_the_same_words_for_everybody",
            "nobody@example.org",
        ),
        down=down("test_a_letter_for_a_new_password_goes_once_the_system_is_back"),
        twice=twice("password_reset"),
    ),
    "qualify_lead": Stories(
        happy=Told("test_leads", "test_a_good_lead_is_kept_and_goes_to_the_team"),
        correction=Told("test_leads", "test_a_correction_counts"),
        digression=Told("test_leads", "test_a_question_in_between_is_answered"),
        outside=Told("test_leads_under_trouble", "test_one_below_the_mark_is_kept_and_bothers_nobody"),
        identity=Told("test_leads_under_trouble", "test_somebody_elses_address_opens_nothing_of_theirs"),
        down=down("test_a_lead_is_kept_all_the_same"),
        twice=twice("qualify_lead"),
    ),
    "book_appointment": Stories(
        happy=Told("test_appointments", "test_a_customer_books_step_by_step_in_their_own_words"),
        correction=Told("test_appointments", "test_a_correction_before_the_yes_counts"),
        digression=Told("test_appointments", "test_a_question_in_between_is_answered_and_the_task_goes_on"),
        outside=Told("test_appointments", "test_more_than_the_policy_allows_is_for_a_person"),
        identity=Told("test_appointments", "test_who_proved_nothing_proves_their_address_first"),
        down=down("test_an_appointment_is_booked_all_the_same"),
        twice=twice("book_appointment"),
    ),
    "move_appointment": Stories(
        happy=Told("test_appointments", "test_an_appointment_moves_and_stays_one"),
        correction=Told("test_changing_appointments", "test_another_time_before_the_yes_is_the_one_it_moves_to"),
        digression=Told("test_changing_appointments", "test_a_question_in_between_is_answered_and_it_still_moves"),
        outside=Told("test_changing_appointments", "test_one_that_moved_too_often_is_for_a_person"),
        identity=Told("test_changing_appointments", "test_a_strangers_wish_moves_nothing"),
        down=down("test_an_appointment_is_moved_all_the_same"),
        twice=twice("move_appointment"),
    ),
    "cancel_appointment": Stories(
        happy=Told("test_appointments", "test_an_appointment_is_cancelled_after_a_yes"),
        correction=Told("test_changing_appointments", "test_the_other_one_is_cancelled_when_the_first_was_not_meant"),
        digression=Told(
            "test_changing_appointments", "test_a_question_in_between_is_answered_and_it_is_still_cancelled"
        ),
        outside=Told("test_appointments", "test_too_late_to_cancel_is_for_a_person"),
        identity=Told("test_appointments", "test_a_stranger_learns_nothing_of_anothers_appointment"),
        down=down("test_an_appointment_is_cancelled_all_the_same"),
        twice=twice("cancel_appointment"),
    ),
    "collect_information": Stories(
        happy=Told("test_collecting", "test_it_asks_for_what_is_missing_says_it_back_and_keeps_it"),
        correction=Told("test_collecting", "test_a_correction_before_the_yes_is_what_is_kept"),
        digression=Told("test_collecting", "test_a_question_in_between_is_answered"),
        outside=Told("test_details_and_guides", "test_fields_that_cannot_be_read_give_the_wish_to_a_person"),
        identity=Told("test_details_and_guides", "test_an_address_of_somebody_else_is_written_down_and_opens_nothing"),
        down=down("test_details_are_taken_down_all_the_same"),
        twice=twice("collect_information"),
    ),
    "hours": Stories(
        happy=Told("test_hours", "test_the_hours_of_a_day_that_is_asked_for"),
        correction=Told("test_second_thoughts", "test_another_day_is_told_of_instead"),
        digression=Told("test_hours", "test_it_is_asked_in_the_middle_of_a_task_which_then_goes_on"),
        outside=Told(
            "test_second_thoughts", "test_places_that_nobody_can_read_are_not_made_up_and_a_person_is_offered"
        ),
        identity=Spared("It tells everybody what stands on the door: nothing about a customer, so nothing is proven."),
        down=down("test_hours_are_told_all_the_same"),
        twice=twice("hours"),
    ),
    GUIDE: Stories(
        happy=Told("test_troubleshooting", "test_it_asks_until_the_cause_is_found"),
        correction=Told("test_troubleshooting", "test_one_step_back"),
        digression=Told("test_troubleshooting", "test_a_question_in_between_is_answered"),
        outside=Told("test_troubleshooting", "test_a_person_gets_the_way_that_was_gone"),
        identity=Told("test_details_and_guides", "test_a_guide_asks_nobody_who_they_are"),
        down=down("test_a_guide_is_walked_all_the_same"),
        twice=twice("guide"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def collected() -> Mapping[tuple[str, str], list[frozenset[str]]]:
    """What pytest finds in this folder: of each test, by file and name, the parameters of its every run."""
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests/stories"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    found = defaultdict(list)
    for where, test, runs in _COLLECTED.findall(said.stdout):
        found[where, test].append(frozenset(runs.split("-")))
    return found


def test_every_skill_has_its_stories() -> None:
    assert set(TOLD) == {*SKILLS, GUIDE}


@pytest.mark.parametrize("skill", TOLD)
def test_each_story_is_told_with_both_engines_or_spared_for_a_reason(
    skill: str, collected: Mapping[tuple[str, str], list[frozenset[str]]]
) -> None:
    missing = [
        f"{name}, {engine}: {story}"
        for name, story in TOLD[skill].each().items()
        for engine in ENGINES
        if not _is_told(story, engine, collected)
    ]
    assert not missing


def _is_told(story: Story, engine: str, collected: Mapping[tuple[str, str], list[frozenset[str]]]) -> bool:
    match story:
        case Spared(why=why):
            return len(why) >= SHORTEST_REASON
        case Told(where=where, test=test, case=case):
            wanted = {engine, case} - {""}
            return any(wanted <= run for run in collected.get((where, test), []))


def test_one_engine_or_another_case_is_no_story() -> None:
    collected = {("test_a", "test_b"): [frozenset({"embedded", "refund"}), frozenset({"language_model", "returns"})]}
    assert _is_told(Told("test_a", "test_b", "refund"), "embedded", collected)
    assert not _is_told(Told("test_a", "test_b", "refund"), "language_model", collected)
    assert not _is_told(Told("test_a", "test_c"), "embedded", collected)
    assert not _is_told(Spared("No need."), "embedded", collected)
