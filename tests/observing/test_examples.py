"""The rules for Prometheus and the dashboard for Grafana ask for metrics that there are, with labels that they have."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tenants.health import Health
from tenants.observing import meters, reading

FOLDER = Path(__file__).resolve().parents[2] / "deploy" / "observability"
SHARED = {
    "baton_part_up": {"part"},
    "baton_jobs_open": {"kind", "state"},
    "baton_oldest_job_seconds": {"kind"},
    "baton_company_jobs_due": {"tenant"},
    "baton_companies": {"state"},
    "baton_notices_queue_share": set(),
}
NAME = re.compile(r"\bbaton_\w+")
FILTERED = re.compile(r"(baton_\w+)\{([^}]*)\}")
BY = re.compile(r"by \(([^)]*)\) \((?:rate|increase)?\(?(baton_\w+)")
ENDINGS = re.compile(r"_(total|bucket|count|sum)$")


def known() -> dict[str, set[str]]:
    """Each metric with its labels."""
    ours = {one._name: set(one._labelnames) for one in vars(meters).values() if hasattr(one, "_labelnames")}
    return {**ours, **SHARED}


def rules() -> list[dict[str, Any]]:
    """All rules."""
    (group,) = yaml.safe_load((FOLDER / "rules.yml").read_text())["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


def panels() -> list[dict[str, Any]]:
    """All pictures of the dashboard."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "dashboard.json").read_text())["panels"]
    return found


def questions() -> list[str]:
    """What is asked of Prometheus."""
    return [rule["expr"] for rule in rules()] + [one["expr"] for panel in panels() for one in panel["targets"]]


@pytest.mark.parametrize("question", questions())
def test_each_question_is_about_metrics_and_labels_that_there_are(question: str) -> None:
    metrics = known()
    assert question.count("(") == question.count(")")
    for name in NAME.findall(question):
        assert ENDINGS.sub("", name) in metrics
    for name, filters in FILTERED.findall(question):
        assert {one.split("=")[0].rstrip("!") for one in filters.split(",")} <= metrics[ENDINGS.sub("", name)]
    for labels, name in BY.findall(question):
        assert {one.strip() for one in labels.split(",")} - {"le"} <= metrics[ENDINGS.sub("", name)]


def test_each_alert_says_how_bad_it_is_and_what_to_do() -> None:
    alerts = [rule for rule in rules() if "alert" in rule]
    assert len({rule["alert"] for rule in alerts}) == len(alerts) > 8
    for rule in alerts:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert set(rule["annotations"]) == {"summary", "do"}
        assert re.fullmatch(r"\d+m", rule["for"])


def test_the_pictures_stand_beside_each_other_and_each_has_its_number() -> None:
    places = [(one["gridPos"]["x"], one["gridPos"]["y"]) for one in panels()]
    assert len(set(places)) == len(places) == len({one["id"] for one in panels()})
    assert all(one["gridPos"]["x"] + one["gridPos"]["w"] <= 24 for one in panels())


def test_prometheus_is_told_to_ask_where_baton_answers() -> None:
    told = yaml.safe_load((FOLDER / "prometheus.yml").read_text())
    assert told["rule_files"] == ["rules.yml"]
    assert {one["metrics_path"] for one in told["scrape_configs"]} == {"/metrics"}
    assert b"baton_part_up" in reading.text(Health({"database": "does not answer"}))
