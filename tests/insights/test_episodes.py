"""Each figure of an episode, from a small history told by hand; the docstrings work it out."""

import pytest

from conversations.insights.history import Asked, Promised, Repeat, Reviewed, Timed, Used
from conversations.models import EndedBy, Holder, Part, Status
from tests.insights.tales import BOB, CARE, EVE, REPAIRS, Tale, at


def with_both() -> Tale:
    """Carol asks at 0, the assistant answers at 1, hands over at 5; bob takes it at 15 and answers at 20."""
    tale = Tale().customer(0).assistant(1).decides().customer(4).decides(action="handover").hands_over()
    return tale.assistant(5, farewell=True).queued(5).taken(15).agent(20)


def test_it_begins_with_the_first_words_and_ends_when_it_is_resolved() -> None:
    """First words at 3 (a notice stood there before), resolved at 40 by an agent."""
    tale = Tale().status(1, Status.OPEN, notice=True).customer(3).taken(10, reason="taken_over").agent(11)
    episode = tale.resolved(40).episode()
    assert (episode.number, episode.began_at, episode.ended_at, episode.ended_by) == (1, at(3), at(40), EndedBy.AGENT)


def test_one_that_goes_on_has_no_end() -> None:
    """Nothing resolves it: no end, and nobody ended it."""
    episode = with_both().episode()
    assert (episode.ended_at, episode.ended_by, episode.reopened_at) == (None, "", None)


def test_a_conversation_that_is_opened_again_has_a_second_episode() -> None:
    """Resolved at 10, opened by the customer at 100: the first counts as opened again, the second begins there."""
    tale = Tale().customer(0).assistant(1).resolved(10, by="silence").opened(100).customer(100).agent(130)
    first, second = tale.measured()
    assert (first.ended_at, first.reopened_at, first.ended_by) == (at(10), at(100), EndedBy.SILENCE)
    assert (second.number, second.began_at, second.ended_at) == (2, at(100), None)
    assert (first.customer_messages, second.customer_messages) == (1, 1)


def test_a_resolution_that_was_taken_back_never_happened() -> None:
    """Resolved at 10 by a slip, undone at 11, resolved at 30: one episode, not opened again."""
    tale = Tale().customer(0).agent(5).resolved(10).opened(11, reason="undone").agent(20).resolved(30)
    episode = tale.episode()
    assert (episode.ended_at, episode.reopened_at, episode.agent_messages) == (at(30), None, 2)


def test_an_opening_that_was_taken_back_never_happened() -> None:
    """Resolved at 10, opened by a slip at 50, undone at 51: one episode, resolved at 10, not opened again."""
    tale = (
        Tale()
        .customer(0)
        .agent(5)
        .resolved(10)
        .opened(50)
        .taken(50, reason="taken_over")
        .resolved(51, "agent", "undone")
    )
    episode = tale.episode()
    assert (episode.ended_at, episode.reopened_at) == (at(10), None)


def test_a_conversation_that_goes_on_in_another_was_merged() -> None:
    """Its last resolution came from closing it into another."""
    tale = Tale().customer(0).taken(5, reason="taken_over").resolved(10, by="")
    assert tale.episode(is_merged=True).ended_by == EndedBy.MERGED


@pytest.mark.parametrize(("held", "ended_by"), [(True, EndedBy.AGENT), (False, EndedBy.SILENCE)])
def test_where_the_log_does_not_say_who_ended_it_whoever_held_it_did(held: bool, ended_by: str) -> None:  # noqa: FBT001
    """Logs of before say no more than who had the baton."""
    tale = Tale().customer(0).assistant(1)
    if held:
        tale.taken(5, reason="taken_over")
    assert tale.resolved(60, by="").episode().ended_by == ended_by


def test_messages_in_a_row_are_one_turn() -> None:
    """Customer, customer, assistant, customer, farewell, customer, agent, customer: turns 1-2, 4-6, 8, so three."""
    tale = Tale().customer(0).customer(1).assistant(2).customer(3).assistant(4, farewell=True).customer(5).agent(6)
    episode = tale.customer(7).episode()
    assert (episode.customer_turns, episode.customer_messages) == (3, 5)


def test_messages_count_by_who_wrote_them() -> None:
    """One answer of the assistant, whose farewell is no answer, and one message of bob."""
    episode = with_both().episode()
    assert (episode.customer_messages, episode.assistant_messages, episode.agent_messages) == (2, 1, 1)


@pytest.mark.parametrize(
    ("tale", "part"),
    [
        (Tale().customer(0).assistant(1), Part.ASSISTANT),
        (Tale().customer(0).assistant(1, farewell=True).queued(1).taken(2).agent(3), Part.AGENT),
        (Tale().customer(0).assistant(1).queued(2).taken(3).agent(4), Part.BOTH),
        (Tale().customer(0).status(1, Status.OPEN, notice=True), Part.NOBODY),
    ],
)
def test_its_part_is_who_spoke(tale: Tale, part: Part) -> None:
    """Neither a farewell nor a notice of Baton is anybody's words."""
    assert tale.episode().part == part


def test_asking_again_counts_people_and_the_assistant() -> None:
    """Bob asks for the known order number; the assistant puts one question twice, another once: two in all."""
    again = (Repeat("agent", "order", 8), Repeat("customer", "email", 9))
    tale = Tale().customer(0).assistant(1, "Which size?", asks=True).customer(2).assistant(3, "Which size?", asks=True)
    tale.customer(4).assistant(5, "Which colour?", asks=True).customer(6).hands_over(repeats=again)
    assert tale.agent(8).customer(9).episode().reasks == 2


def test_what_was_said_once_more_counts_once() -> None:
    """Two handovers both know of the order number at 6; the e-mail address at 7 is another: two."""
    order, mail = Repeat("customer", "order", 6), Repeat("customer", "email", 7)
    tale = Tale().customer(0).hands_over(repeats=(order,)).agent(2).customer(3).hands_over(repeats=(order, mail))
    assert tale.agent(4).customer(5).customer(6).episode().repeats == 2


def test_transfers_are_between_people_alone() -> None:
    """Handover and acceptance are none; passed to repairs, back since eve was away, taken from bob: three."""
    tale = with_both().queued(30, REPAIRS, "transferred").taken(31, EVE, REPAIRS).queued(60, REPAIRS, "returned")
    assert tale.taken(61, BOB, REPAIRS).taken(62, EVE, REPAIRS, "taken_over").handed_back(70).episode().transfers == 3


def test_handovers_and_the_trigger_of_the_first() -> None:
    """For anger first, after it was handed back for a question without answer."""
    tale = with_both().handed_back(30).customer(31).hands_over(trigger="low_confidence")
    episode = tale.episode()
    assert (episode.handovers, episode.trigger) == (2, "anger")


def test_the_first_reply_is_by_anybody() -> None:
    """Carol's words at 0, the assistant's at 1: 60 seconds; bob's at 20: 1200. Neither makes the other shorter."""
    episode = with_both().episode()
    assert (episode.first_reply, episode.assistant_first_reply, episode.person_first_reply) == (60, 60, 1200)


def test_a_reply_that_never_came_is_not_known() -> None:
    """Only a farewell answered her."""
    episode = Tale().customer(0).assistant(1, farewell=True).queued(1).episode()
    found = (episode.first_reply, episode.assistant_first_reply, episode.person_first_reply, episode.person_wait)
    assert found == (None, None, None, None)


def test_the_wait_for_a_person_runs_from_when_the_assistant_let_go() -> None:
    """The baton left the assistant at 5, bob spoke at 20: 900 seconds, whenever he took it."""
    assert with_both().episode().person_wait == 900


def test_each_hand_has_its_own_time() -> None:
    """Assistant 0-5, queue 5-15, bob 15-40: 300, 600 and 1500 seconds, 2400 together."""
    episode = with_both().resolved(40).episode()
    assert (episode.assistant_seconds, episode.queue_seconds, episode.agent_seconds) == (300, 600, 1500)


def test_one_that_goes_on_is_measured_up_to_its_last_change() -> None:
    """The row changed last at 30: bob has it for 15 minutes so far."""
    assert with_both().episode(row_at=at(30)).agent_seconds == 900


def test_working_time_is_without_rest_and_long_silences() -> None:
    """Bob's from 15. He answers at 20: 5 minutes. Carol is silent until 60: 5 count. He answers at 62: 2 more.
    Then he snoozes from 63 to 500, one silent minute before: 1. Nothing while it rests. It wakes at 500, and 4 minutes
    are left of that silence: 4. Carol writes at 510, he answers at 513 and resolves at 514: 3 and 1. Together 21.
    """
    tale = with_both().customer(60).agent(62).status(63, Status.SNOOZED).status(500, Status.OPEN)
    episode = tale.customer(510).agent(513).resolved(514).episode()
    assert (episode.handle_seconds, episode.agent_seconds) == (21 * 60, 499 * 60)


def test_who_had_it_last_among_people() -> None:
    """Bob of care, then eve of repairs, then the assistant: eve, of repairs."""
    episode = with_both().queued(30, REPAIRS, "transferred").taken(31, EVE, REPAIRS).handed_back(40).episode()
    assert (str(episode.agent_id), str(episode.team_id)) == (str(EVE), str(REPAIRS))


def test_nobody_had_one_that_the_assistant_had_alone() -> None:
    """No hand but the assistant's."""
    episode = Tale().customer(0).assistant(1).resolved(9, by="silence").episode()
    assert not any((episode.agent_id, episode.team_id, episode.transfers))


def test_topic_and_versions_are_those_of_the_last_decision() -> None:
    """Delivery under version 3, then one about nothing under 4: the topic stays the last that there was."""
    tale = Tale().customer(0).decides().assistant(1).customer(2)
    episode = tale.decides(topic="", rules_version=4, knowledge_number=9, engine="language_model").episode()
    found = (episode.topic, episode.rules_version, episode.knowledge_number, episode.engine)
    assert found == ("delivery", 4, 9, "language_model")


def test_answers_are_turns_that_were_answered() -> None:
    """An answer, a doubt, an answer, a handover: two."""
    tale = Tale().customer(0).decides().customer(1).decides(action="unsure").customer(2).decides()
    assert tale.customer(3).decides(action="handover").episode().assistant_answers == 2


def test_mood_at_the_end_against_the_start() -> None:
    """First turn "This is terrible" (-2: -2/4 = -0.5), last turn "Thank you so much" (2: 2/4 = 0.5)."""
    episode = Tale().customer(0, "This is terrible").agent(1).customer(2, "Thank you so much").episode()
    assert (episode.mood_start, episode.mood_end) == (-0.5, 0.5)


def test_nobody_knows_how_a_single_turn_went_on() -> None:
    """Two messages in a row are one turn: glad at the start, and no end."""
    episode = Tale().customer(0, "Thanks").customer(1, "Thanks").agent(2).episode()
    assert (episode.mood_start, episode.mood_end) == (0.5, None)


def test_the_risk_of_leaving_is_the_highest_that_was_measured() -> None:
    """Turns of .1, .8 and .3."""
    tale = Tale().customer(0).decides().customer(1).decides(churn=0.8).customer(2).decides(churn=0.3)
    assert tale.episode().churn == 0.8


def leaving(last: str) -> Tale:
    """Carol wants to cancel (.8 of a threshold of .5), bob answers, she writes this, he resolves it."""
    tale = Tale().customer(0, "I want to cancel, this is awful").decides(churn=0.8).queued(1).taken(2).agent(3)
    return tale.customer(4, last).resolved(9)


@pytest.mark.parametrize(("last", "saved"), [("Great, I stay", True), ("Okay", True), ("Pathetic", False)])
def test_who_wanted_to_leave_is_saved_if_their_last_words_are_not_cross(last: str, saved: bool) -> None:  # noqa: FBT001
    """ "Great" is .333, "Okay" 0, "Pathetic" -.5."""
    assert leaving(last).episode().saved is saved


def test_nobody_is_saved_who_was_not_at_risk_or_did_not_say_more() -> None:
    """.3 is under the threshold; words from before the risk tell nothing; what is not resolved is not known yet."""
    quiet = Tale().customer(0).decides(churn=0.3).agent(1).customer(2, "Thanks").resolved(3)
    silent = Tale().customer(0).agent(1).customer(2, "Cancel it").decides(churn=0.9).agent(3).resolved(9)
    goes_on = Tale().customer(0).decides(churn=0.9).agent(1).customer(2, "Thanks")
    assert [tale.episode().saved for tale in (quiet, silent, goes_on)] == [None, None, None]


@pytest.mark.parametrize(
    ("verdict", "needed", "needless", "late"),
    [("right", True, False, False), ("too_late", True, False, True), ("needless", False, True, False)],
)
def test_labels_say_whether_a_person_was_needed(verdict: str, needed: bool, needless: bool, late: bool) -> None:  # noqa: FBT001
    """A handover that was right or too late was needed."""
    episode = Tale().customer(0).hands_over(verdict=verdict).queued(1).taken(2).agent(3).episode()
    found = (episode.needed_person, episode.needless, episode.late, episode.missed)
    assert found == (needed, needless, late, None)


def test_without_a_label_nobody_knows() -> None:
    """A handover of which nobody said anything."""
    episode = with_both().episode()
    assert (episode.needed_person, episode.needless, episode.late, episode.missed) == (None, None, None, None)


def test_a_review_names_the_episode_in_which_a_person_was_missed() -> None:
    """Of two episodes the second, in which message 4 stands; each reviewed conversation stands for four."""
    tale = Tale().customer(0).assistant(1).resolved(5, by="silence").opened(60).customer(60).assistant(61)
    tale.having(reviewed=Reviewed("missed", 6, at(500), 4.0))
    first, second = tale.measured()
    assert (first.missed, first.needed_person, first.review_weight) == (None, None, None)
    assert (second.missed, second.needed_person, second.review_weight) == (True, True, 4.0)


def test_a_review_that_misses_nobody_says_so_of_what_it_saw() -> None:
    """Written at 30: the first episode was right without a person, of the one from 60 it says nothing."""
    tale = Tale().customer(0).assistant(1).resolved(5, by="silence").opened(60).customer(60).assistant(61)
    first, second = tale.having(reviewed=Reviewed("right", None, at(30), 2.0)).measured()
    assert (first.missed, first.needed_person, first.review_weight) == (False, False, 2.0)
    assert (second.missed, second.needed_person) == (None, None)


def test_a_review_says_nothing_of_what_a_person_had() -> None:
    """It was drawn while the assistant had it alone; then it was handed over."""
    episode = with_both().having(reviewed=Reviewed("right", None, at(500), 2.0)).episode()
    assert (episode.missed, episode.review_weight) == (None, None)


def test_ratings_belong_to_the_resolution_that_they_follow() -> None:
    """Asked after entry 4, which resolved the second episode (entry 2 the first)."""
    tale = Tale().customer(0).status(1, Status.RESOLVED).opened(2).customer(3).status(4, Status.RESOLVED)
    first, second = tale.having(asked=[Asked(5, "agent", 4, 2)]).measured()
    assert (first.surveyed, first.satisfaction) == (False, None)
    assert (second.surveyed, second.satisfaction, second.effort, second.rated_holder) == (True, 4, 2, "agent")


def test_who_was_asked_and_did_not_answer_rated_nothing() -> None:
    """Asked about the assistant, no answer."""
    tale = Tale().customer(0).status(1, Status.RESOLVED).having(asked=[Asked(2, "assistant", None, None)])
    episode = tale.episode()
    assert (episode.surveyed, episode.satisfaction, episode.effort) == (True, None, None)


def test_promises_are_kept_in_time_or_broken() -> None:
    """Kept in time; kept late; overdue; not due yet; kept without a time; not needed: 2 kept, 2 broken of 6."""
    tale = with_both().having(
        promised=[
            Promised(1, at(0), "kept", at(60), at(50)),
            Promised(1, at(0), "kept", at(60), at(70)),
            Promised(0, at(2), "open", at(60), None),
            Promised(0, at(2), "open", at(600), None),
            Promised(0, at(2), "kept", None, at(90)),
            Promised(0, at(2), "released", at(60), at(500)),
        ]
    )
    (episode,) = tale.measured(now=100)
    assert (episode.promises, episode.promises_kept, episode.promises_broken) == (6, 2, 2)


def test_clocks_are_met_or_missed() -> None:
    """First reply and solution in time, one next reply late."""
    tale = with_both().having(timed=[Timed(at(5), False), Timed(at(5), False), Timed(at(18), True)])  # noqa: FBT003
    episode = tale.episode()
    assert (episode.sla_met, episode.sla_missed) == (2, 1)


def test_tokens_belong_to_the_episode_in_which_they_were_used() -> None:
    """300 and 200 before it was opened again at 60, 50 after."""
    tale = Tale().customer(0).assistant(1).resolved(5).opened(60).customer(60).assistant(61)
    first, second = tale.having(used=[Used(at(1), 300), Used(at(4), 200), Used(at(61), 50)]).measured()
    assert (first.model_tokens, second.model_tokens) == (500, 50)


def test_nothing_is_measured_where_nobody_said_anything() -> None:
    """A conversation of notices alone."""
    assert Tale().status(0, Status.OPEN, notice=True).moves(1, Holder.QUEUE, "handed_over", team=CARE).measured() == []
