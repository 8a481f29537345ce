"""The command `replay`: a file of cases in, a decision for each out, and nothing stored."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from conversations.models import Conversation, Decision, Message
from escalation.signals import NAMES
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.replay.test_counting import WELCOME, with_rule

Json = dict[str, Any]
DELIVERY = {"id": "a", "turns": [{"role": "customer", "text": "How long does delivery take?"}], "customer": {}}
UPSET = {
    "id": "b",
    "turns": [
        {"role": "customer", "text": "Where is my parcel?"},
        {"role": "assistant", "text": "It will arrive soon."},
        {"role": "customer", "text": "I want to talk to a human!"},
    ],
    "customer": {"plan": "gold", "orders": 12, "seen": None},
}


@pytest.fixture(autouse=True)
def _equipped(acme: Tenant) -> None:
    with current.entered(acme):
        cast.rules()
        cast.knowledge()


def replayed(acme: Tenant, folder: Path, *lines: str) -> list[Json]:
    """What the command writes for these lines."""
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    call_command(
        "replay",
        tenant=acme.schema_name,
        input=folder / "cases.jsonl",
        output=folder / "out.jsonl",
        stderr=StringIO(),
    )
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_each_case_gives_its_decision_with_a_value_for_every_signal(acme: Tenant, tmp_path: Path) -> None:
    answered, handed_over = replayed(acme, tmp_path, json.dumps(DELIVERY), json.dumps(UPSET))
    assert (answered["id"], answered["decision"], answered["triggers"], answered["rule"]) == ("a", "answer", [], None)
    assert "2 to 4 working days" in answered["answer"]["text"]
    assert answered["answer"]["article"]
    assert 0 < answered["answer"]["confidence"] <= 1
    assert (handed_over["decision"], handed_over["triggers"][0]) == ("handover", "asks_human")
    assert handed_over["rule"] == "Whoever asks for a person gets one"
    assert handed_over["answer"] is None
    quote = handed_over["signals"]["asks_human"]["evidence"][0]
    assert "human" in quote["text"]
    assert quote["seq"] == 3
    for row in (answered, handed_over):
        assert set(row["signals"]) == {*NAMES, "low_confidence"}
        assert all(0 <= signal["value"] <= 1 for signal in row["signals"].values())
        assert row["language"] == "en"


def test_the_same_file_gives_the_same_decisions(acme: Tenant, tmp_path: Path) -> None:
    lines = (json.dumps(DELIVERY), json.dumps(UPSET))
    assert replayed(acme, tmp_path, *lines) == replayed(acme, tmp_path, *lines)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{broken", "not JSON"),
        ("[1, 2]", "must be an object"),
        ('{"turns": [{"role": "customer", "text": "hi"}]}', "id"),
        ('{"id": "x", "turns": []}', "turns"),
        ('{"id": "x", "turns": [{"role": "robot", "text": "hi"}]}', "turns[0].role"),
        ('{"id": "x", "turns": [{"role": "customer", "text": 7}]}', "turns[0].text"),
        ('{"id": "x", "turns": [{"role": "assistant", "text": "Hello!"}]}', "words of the customer"),
        ('{"id": "x", "turns": [{"role": "customer", "text": "hi"}], "customer": "carol"}', "customer"),
    ],
)
def test_a_bad_line_is_named_and_the_run_goes_on(acme: Tenant, tmp_path: Path, line: str, problem: str) -> None:
    bad, good = replayed(acme, tmp_path, line, json.dumps(DELIVERY))
    assert bad["line"] == 1
    assert problem in bad["error"]
    assert good["id"] == "a"


def test_nothing_is_stored(acme: Tenant, tmp_path: Path) -> None:
    replayed(acme, tmp_path, json.dumps(UPSET))
    with current.entered(acme):
        stored = (Conversation.objects.count(), Message.objects.count(), Decision.objects.count())
    assert stored == (0, 0, 0)


def test_a_tenant_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no tenant"):
        call_command("replay", tenant="nobody", input=tmp_path / "in", output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_rules_of_a_file_are_compared_with_the_published_ones(acme: Tenant, tmp_path: Path) -> None:
    (tmp_path / "cases").write_text(json.dumps({**DELIVERY, "customer": {"plan": "gold"}}), encoding="utf-8")
    (tmp_path / "rules").write_text(json.dumps(with_rule(WELCOME)), encoding="utf-8")
    told = StringIO()
    paths = {"input": tmp_path / "cases", "output": tmp_path / "out", "rules": tmp_path / "rules"}
    call_command("replay", tenant=acme.schema_name, stderr=told, **paths)
    row = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert row["decision"] == "answer"
    assert row["compared"]["before"] == {"decision": "answer", "rule": None}
    after = row["compared"]["after"]
    assert (after["decision"], after["rule"], after["team"]) == ("handover", "gold", "Customer care")
    assert "with the other rules: 1 newly" in told.getvalue()
