"""`manage.py replay --rules`: a file of cases with the published rules and with others."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from conversations.rules_replay import cases
from escalation import rules
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from tenants.models import Tenant
from tests.replay import stored
from tests.replay.test_counting import WELCOME, with_rule, without

GOLD = {"plan": "gold"}
ASKED = {"id": "a", "turns": [{"role": "customer", "text": "How long does delivery take?"}], "customer": GOLD}
HELD = with_rule({**WELCOME, "does": "ask_approval"})


@pytest.mark.parametrize(
    ("before", "after", "seen", "change"),
    [
        (DEFAULT_RULES, DEFAULT_RULES, {"anger": stored.HIGH}, "same"),
        (DEFAULT_RULES, with_rule(WELCOME), {"customer": GOLD}, "newly"),
        (with_rule(WELCOME), DEFAULT_RULES, {"customer": GOLD}, "no_longer"),
        (with_rule(WELCOME), with_rule({**WELCOME, "priority": "urgent"}), {"customer": GOLD}, "target"),
        (with_rule(WELCOME), with_rule({**WELCOME, "label": "Renamed"}), {"customer": GOLD}, "same"),
        (DEFAULT_RULES, HELD, {"customer": GOLD}, "approval_added"),
        (HELD, DEFAULT_RULES, {"customer": GOLD}, "approval_gone"),
        (HELD, with_rule(WELCOME), {"customer": GOLD}, "newly"),
        (without("anger"), DEFAULT_RULES, {}, "same"),
    ],
)
def test_two_books_about_one_case(before: Any, after: Any, seen: Any, change: str) -> None:
    facts = Facts.from_json(stored.facts(**seen))
    assert cases.compare(facts, rules.parse(before), rules.parse(after))["change"] == change


@pytest.mark.parametrize(("text", "problem"), [("{", "not JSON"), ('{"format": 1}', "document"), ("", "not JSON")])
def test_rules_that_cannot_be_read_are_refused(acme: Tenant, tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "cases").write_text(json.dumps(ASKED), encoding="utf-8")
    (tmp_path / "rules").write_text(text, encoding="utf-8")
    paths = {"input": tmp_path / "cases", "output": tmp_path / "out", "rules": tmp_path / "rules"}
    with pytest.raises(CommandError, match=problem):
        call_command("replay", tenant="acme", **paths)
    assert not (tmp_path / "out").exists()
