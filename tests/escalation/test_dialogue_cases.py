"""The hand-written dialogues: every line reads, ids and texts stand once, both kinds are many, trades are many."""

from __future__ import annotations

from collections import Counter

import pytest

from escalation.cases import dialogues
from escalation.cases.dialogues import Dialogue, DialogueError

WRITTEN = ("billing_legal", "policy_exception", "churn_risk", "public_escalation", "upsell", "cross_department")


def shingles(dialogue: Dialogue) -> frozenset[str]:
    """Runs of four words of what the customer said."""
    words = " ".join(turn.text for turn in dialogue.turns if turn.role == "customer").lower().split()
    return frozenset(" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


@pytest.mark.parametrize("trigger", WRITTEN)
def test_both_kinds_are_many_and_come_from_many_trades(trigger: str) -> None:
    written = dialogues.load(trigger)
    kinds = Counter(dialogue.kind for dialogue in written)
    assert kinds["positive"] >= 200
    assert kinds["near_miss"] >= 200
    assert len({dialogue.industry for dialogue in written}) >= 25
    assert sum(len(dialogue.turns) > 1 for dialogue in written) >= len(written) * 0.08


@pytest.mark.parametrize("trigger", WRITTEN)
def test_about_a_fifth_is_of_held_out_trades(trigger: str) -> None:
    written = dialogues.load(trigger)
    held = sum(dialogues.is_held_out(dialogue) for dialogue in written) / len(written)
    assert 0.12 < held < 0.30


def test_ids_stand_once_and_name_their_trigger() -> None:
    everything = [(trigger, dialogue) for trigger in WRITTEN for dialogue in dialogues.load(trigger)]
    assert len({dialogue.id for _, dialogue in everything}) == len(everything)
    assert all(dialogue.id.startswith(f"{trigger}-") for trigger, dialogue in everything)


def test_no_dialogue_is_nearly_another_one() -> None:
    seen: dict[str, list[Dialogue]] = {}
    for trigger in WRITTEN:
        for dialogue in dialogues.load(trigger):
            mine = shingles(dialogue)
            for run in mine:
                for other in seen.setdefault(run, []):
                    theirs = shingles(other)
                    alike = len(mine & theirs) / len(mine | theirs)
                    assert alike < 0.6, f"{dialogue.id} is nearly {other.id}"
                seen[run].append(dialogue)


@pytest.mark.parametrize("trigger", WRITTEN)
def test_the_customer_has_the_last_word(trigger: str) -> None:
    assert all(dialogue.turns[-1].role == "customer" for dialogue in dialogues.load(trigger))


def test_routine_dialogues_are_many_and_nothing_else() -> None:
    written = dialogues.load("routine")
    assert len(written) >= 300
    assert {dialogue.kind for dialogue in written} == {"routine"}
    assert len({dialogue.industry for dialogue in written}) >= 25


def test_a_broken_line_is_refused_with_its_place() -> None:
    with pytest.raises(DialogueError, match=r"whim\.jsonl:1"):
        dialogues.read('{"id": "whim-0001", "kind": "perhaps", "industry": "bank", "turns": []}', "whim.jsonl:1")
