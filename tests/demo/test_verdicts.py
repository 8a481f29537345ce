"""What the shop's people said of its past fits what was told."""

from conversations.demo import verdicts
from conversations.demo.dialogues import CustomerSays, scenarios
from conversations.labels import SIGNALS
from conversations.models import ReviewVerdict, Verdict

BY_TITLE = {scenario.title: scenario for scenario in scenarios()}


def test_every_verdict_is_about_a_scenario_that_can_have_it() -> None:
    for title, said in verdicts.content()["handovers"].items():
        handed = BY_TITLE[title].handed_over
        assert handed is not None, title
        assert said["verdict"] in Verdict.values, title
        assert said.get("trigger", "") in {"", *SIGNALS} - {handed.signal}, title
    for title, said in verdicts.content()["alone"].items():
        assert BY_TITLE[title].handed_over is None, title
        assert said["verdict"] in ReviewVerdict.values, title
        assert ("trigger" in said) == (said["verdict"] == ReviewVerdict.MISSED), title
        lines = sum(isinstance(step, CustomerSays) for step in BY_TITLE[title].steps)
        assert 1 <= said.get("line", 1) <= lines, title
