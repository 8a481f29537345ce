"""The company's settings over REST: read by supervisors, changed by admins, each change in the audit log."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from agents.models import Agent
from assistant.models import AssistantSettings
from tenants import branding
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, refused

EMPTY: dict[str, Any] = {"greeting": "", "quick_replies": []}


def test_a_new_workspace_shows_its_defaults(admin: Client, in_acme: Tenant) -> None:
    shown = get(admin, "workspace")
    assert shown["host"] == "acme.localhost"
    assert shown["name"] == in_acme.name
    assert shown["contrast"] == {"given": 6.9, "used": 6.9}
    assert (shown["logo_url"], shown["closing"], shown["retention_days"]) == (None, None, None)
    assert (shown["tone"], shown["quick_replies"], shown["allowed_sites"]) == ("warm", [], [])
    assert shown["widget"] == {
        "snippet": '<script async src="http://acme.localhost/widget.js"></script>',
        "seen_at": None,
        "seen_on": "",
    }


def test_all_settings_change_at_once_and_are_audited(admin: Client, alice: Agent) -> None:
    wanted: dict[str, Any] = {
        "name": "Acme  Wheels",
        "accent": "#FFCC00",
        "time_zone": "Europe/Berlin",
        "languages": ["de", "en", "de"],
        "allowed_sites": ["shop.example", "https://*.Bücher.example:8443/", "http://localhost:3000"],
        "retention_days": 365,
        "requires_totp": True,
        "tone": "formal",
        "greeting": "Good day.",
        "quick_replies": ["Where is my order?", "Where is my order?", "Opening hours"],
        "first_words": {"de": {"greeting": "Guten Tag.", "quick_replies": ["Offen?", "Offen?"]}, "fr": EMPTY},
        "assistant_name": " Pip ",
        "privacy_url": "https://acme.example/privacy/",
    }
    reply = patch(admin, "workspace", **wanted)
    assert reply.status_code == 200, reply.content
    shown = reply.json()
    assert shown == get(admin, "workspace")
    for name, value in {
        **wanted,
        "name": "Acme Wheels",
        "accent": "#ffcc00",
        "languages": ["de", "en"],
        "allowed_sites": ["https://shop.example", "https://*.xn--bcher-kva.example:8443", "http://localhost:3000"],
        "quick_replies": ["Where is my order?", "Opening hours"],
        "first_words": {"de": {"greeting": "Guten Tag.", "quick_replies": ["Offen?"]}},
        "assistant_name": "Pip",
    }.items():
        assert shown[name] == value
    assert (shown["accent_used"], shown["accent_text"]) == ("#8f7200", "#ffffff")
    assert shown["contrast"] == {"given": 1.51, "used": 4.59}
    entry = AuditEntry.objects.get(action="workspace.changed")
    assert (entry.actor_id, entry.object_kind) == (alice.id, "workspace")
    assert entry.changes["accent"] == ["#4f46c8", "#ffcc00"]
    assert entry.changes["tone"] == ["warm", "formal"]
    assert set(entry.changes) == set(wanted)


def test_only_the_named_fields_change(admin: Client) -> None:
    before = get(admin, "workspace")
    patch(admin, "workspace", retention_days=30)
    after = get(admin, "workspace")
    assert after == {**before, "retention_days": 30}
    patch(admin, "workspace", retention_days=None)
    assert get(admin, "workspace") == before


def test_what_does_not_change_is_not_audited(admin: Client, in_acme: Tenant) -> None:
    assert patch(admin, "workspace", name=in_acme.name, allowed_sites=[]).status_code == 200
    assert patch(admin, "workspace").status_code == 200
    assert not AuditEntry.objects.filter(action="workspace.changed").exists()


def test_choosing_the_tone_that_it_was_is_a_choice(admin: Client) -> None:
    assert patch(admin, "workspace", tone="warm").status_code == 200
    assert AssistantSettings.objects.get().tone_chosen_at is not None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "x" * 121),
        ("name", "Acme\u202ecod.exe"),
        ("name", None),
        ("accent", "red"),
        ("accent", "#fff"),
        ("accent", "#12345g"),
        ("accent", "#4f46e5; background: url(//evil.example)"),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("languages", []),
        ("languages", ["english"]),
        ("languages", ["e1"]),
        ("languages", "en"),
        ("retention_days", 0),
        ("retention_days", -1),
        ("retention_days", 5000),
        ("retention_days", "for ever"),
        ("requires_totp", "perhaps"),
        ("tone", "rude"),
        ("greeting", ""),
        ("greeting", "x" * 301),
        ("quick_replies", ["x" * 81]),
        ("quick_replies", ["a", "b", "c", "d", "e", "f", "g"]),
        ("first_words", ["Hello"]),
        ("first_words", {"de": "Hallo"}),
        ("first_words", {"xx": EMPTY}),
        ("first_words", {"de": {**EMPTY, "greeting": "x" * 301}}),
        ("first_words", {"de": {**EMPTY, "quick_replies": ["x" * 81]}}),
        ("assistant_name", "x" * 41),
        ("assistant_name", "Pip\u202egnp"),
        ("privacy_url", "javascript:alert(1)"),
        ("privacy_url", "ftp://acme.example/privacy"),
        ("privacy_url", "privacy"),
        ("allowed_sites", ["https://shop.example/path"]),
        ("allowed_sites", ["*"]),
        ("allowed_sites", ["https://*"]),
        ("allowed_sites", ["https://*.com"]),
        ("allowed_sites", ["ftp://shop.example"]),
        ("allowed_sites", ["https://shop.example; script-src *"]),
        ("allowed_sites", ["https://shop.example 'unsafe-inline'"]),
        ("allowed_sites", ["https://me@shop.example"]),
        ("allowed_sites", ["https://shop.example:99999"]),
        ("allowed_sites", ["https://a..b"]),
        ("allowed_sites", [""]),
        ("allowed_sites", [f"https://s{number}.example" for number in range(51)]),
    ],
)
def test_a_wrong_value_is_named_and_changes_nothing(admin: Client, field: str, value: Any) -> None:
    before = get(admin, "workspace")
    status, param = refused(patch(admin, "workspace", **{"retention_days": 10, field: value}))
    assert (status, str(param).split(".", maxsplit=1)[0]) == (422, field)
    assert get(admin, "workspace") == before
    assert not AuditEntry.objects.filter(action="workspace.changed").exists()


def test_supervisors_read_and_agents_do_not(supervisor: Client, desk: Client, acme_client: Client) -> None:
    assert get(supervisor, "workspace")["host"] == "acme.localhost"
    assert refused(patch(supervisor, "workspace", name="Mine")) == (403, None)
    assert refused(desk.get("/api/v1/workspace")) == (403, None)
    assert refused(acme_client.get("/api/v1/workspace")) == (401, None)
    assert get(supervisor, "workspace")["name"] != "Mine"


def test_the_next_request_sees_the_change(
    admin: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert "#4f46c8" in admin.get("/widget/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        patch(admin, "workspace", accent="#0a7d33", greeting="Moin!")
    page = admin.get("/widget/").content.decode()
    assert "#0a7d33" in page
    assert "Moin!" in page


def test_reading_costs_seven_queries(admin: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    get(admin, "workspace")
    with django_assert_num_queries(
        7
    ):  # search path, session, agent, tenant, host name, widget's words, assistant's manner
        get(admin, "workspace")


@pytest.mark.parametrize(
    ("given", "used", "contrast"),
    [  # as frontend/src/shared/contrast.ts computes them
        ("#4f46e5", "#4f46e5", 6.29),
        ("#ffffff", "#707070", 1.0),
        ("#000000", "#000000", 21.0),
        ("#ffcc00", "#8f7200", 1.51),
        ("#ff0000", "#eb0000", 4.0),
        ("#00ff00", "#008500", 1.37),
        ("#00b894", "#00846b", 2.54),
        ("#767676", "#767676", 4.54),
        ("#777777", "#727272", 4.48),
        ("#fdf6e3", "#79766d", 1.08),
        ("#808000", "#767600", 4.2),
    ],
)
def test_the_colour_used_is_the_widgets(given: str, used: str, contrast: float) -> None:
    made = branding.accent(given)
    assert (made.used, made.contrast_given) == (used, contrast)
    assert made.contrast_used >= 4.5
