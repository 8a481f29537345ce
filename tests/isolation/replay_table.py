"""The rows of what other rules would change, and a replay of each company."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from conversations.models import Conversation, Decision, ReplayedConversation, RuleReplay
from escalation.defaults import DEFAULT_RULES
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Counting, replays, and the conversations behind their numbers."""
    at = "/api/v1/rules/replays"
    one, new = (
        f"{at}/{{rule_replay}}",
        {"document": DEFAULT_RULES, "from": "2026-11-01T00:00Z", "to": "2026-11-02T00:00Z"},
    )
    return [
        Row("POST", "/api/v1/rules/count", Who.VIEWER, "rules:read", body={"document": DEFAULT_RULES}),
        Row("GET", at, Who.VIEWER, "rules:read"),
        Row("POST", at, Who.ADMIN, "rules:write", body=new, answers=(201, 429)),
        Row("GET", one, Who.VIEWER, "rules:read"),
        Row("POST", f"{one}/cancel", Who.ADMIN, "rules:write", answers=(200, 409)),
        Row("GET", f"{one}/conversations", Who.VIEWER, "conversations:read"),
        Row("GET", f"{one}/conversations/{{replayed}}", Who.VIEWER, "conversations:read"),
    ]


def things(told: str, talk: Conversation) -> Mapping[str, str]:
    """A replay that waits, with the conversation in it."""
    now = timezone.now()
    made = RuleReplay.objects.create(
        document=DEFAULT_RULES, since=now - timedelta(days=1), until=now, requested_name=told
    )
    ReplayedConversation.objects.create(replay=made, conversation=talk, change="newly", at=now, after_seq=1)
    Decision.objects.get_or_create(
        conversation=talk, asked_seq=1, defaults={"action": "off", "rules_version": 1, "facts": {}, "trigger": "loop"}
    )
    return {"rule_replay": str(made.id), "replayed": str(talk.id)}
