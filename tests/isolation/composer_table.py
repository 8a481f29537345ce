"""Who may use what the composer needs: canned replies, macros, drafts, held replies, rewriting."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from agents.models import Agent
from conversations.desk_acts.standing import Standing
from conversations.models import CannedReply, Conversation, HeldReply, Macro, MacroRun
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Every address; 409 says that the state of the conversation does not allow it."""
    at, talk = "/api/v1", "/api/v1/conversations/{conversation}"
    canned, macro = {"name": "New", "text": "Hello"}, {"name": "New", "acts": [{"do": "resolve"}]}
    held = {"client_id": "{uuid}", "text": "Hello", "seconds": 5}
    draft = {"reply": "Hello", "note": "", "revision": 0}
    return [
        Row("GET", f"{at}/canned_responses", Who.VIEWER, "settings:read"),
        Row("POST", f"{at}/canned_responses", Who.SUPERVISOR, "settings:write", body=canned),
        Row("GET", f"{at}/canned_responses/{{canned}}", Who.VIEWER, "settings:read"),
        Row("PATCH", f"{at}/canned_responses/{{canned}}", Who.SUPERVISOR, "settings:write", body={"text": "Hello"}),
        Row("DELETE", f"{at}/canned_responses/{{canned}}", Who.SUPERVISOR, "settings:write"),
        Row("GET", f"{at}/canned_responses/table", Who.VIEWER, "settings:read"),
        Row(
            "POST",
            f"{at}/canned_responses/table",
            Who.SUPERVISOR,
            "settings:write",
            form={"file": "{file}"},
            answers=(200, 422),
        ),
        Row("GET", f"{talk}/variables", Who.VIEWER, "conversations:read"),
        Row("GET", f"{at}/macros", Who.VIEWER, "settings:read"),
        Row("POST", f"{at}/macros", Who.SUPERVISOR, "settings:write", body=macro),
        Row("GET", f"{at}/macros/{{macro}}", Who.VIEWER, "settings:read"),
        Row("PATCH", f"{at}/macros/{{macro}}", Who.SUPERVISOR, "settings:write", body={"name": "Newer"}),
        Row("DELETE", f"{at}/macros/{{macro}}", Who.SUPERVISOR, "settings:write"),
        Row("GET", f"{talk}/macros/{{macro}}", Who.AGENT, "conversations:read"),
        Row(
            "POST",
            f"{talk}/macro_runs",
            Who.AGENT,
            "conversations:write",
            body={"macro_id": "{macro}", "key": "{uuid}"},
            answers=(201, 409),
        ),
        Row(
            "POST",
            f"{at}/macro_runs/{{macro_run}}/undo",
            Who.AGENT,
            "conversations:write",
            answers=(200, 409),
            personal=("macro_run",),
        ),
        Row("GET", f"{at}/composer", Who.AGENT),
        Row("PATCH", f"{at}/composer", Who.AGENT, body={"undo_seconds": 3}),
        Row("GET", f"{talk}/reply_draft", Who.AGENT),
        Row("PUT", f"{talk}/reply_draft", Who.AGENT, body=draft, answers=(200, 409)),
        Row("POST", f"{talk}/held_replies", Who.AGENT, "conversations:write", body=held, answers=(201, 409)),
        Row("DELETE", f"{at}/held_replies/{{held_reply}}", Who.AGENT, "conversations:write", personal=("held_reply",)),
        Row(
            "POST",
            f"{at}/held_replies/{{held_reply}}/send",
            Who.AGENT,
            "conversations:write",
            answers=(200, 409),
            personal=("held_reply",),
        ),
        Row("POST", f"{talk}/rewrite", Who.AGENT, "conversations:write", body={"text": "Hello", "way": "tidy"}),
        Row("GET", f"{talk}/translations", Who.VIEWER, "conversations:read"),
        Row("POST", f"{talk}/translations", Who.VIEWER, "conversations:write", body={"seqs": [1]}, answers=(200, 409)),
        Row(
            "POST",
            f"{talk}/reply_translation",
            Who.AGENT,
            "conversations:write",
            body={"text": "Hi"},
            answers=(200, 409),
        ),
        Row("POST", f"{at}/markdown", Who.AGENT, "conversations:write", body={"text": "Hello"}),
        Row("PUT", f"{talk}/mentions_seen", Who.VIEWER),
    ]


def things(told: str, conversation: Conversation, colleague: Agent) -> dict[str, str]:
    """A canned reply, a macro, and a reply that a colleague holds; all words are `told`."""
    return {
        "canned": str(CannedReply.objects.create(name=told, text=told).id),
        "macro": str(Macro.objects.create(name=told, acts=[{"do": "note", "text": told}]).id),
        "colleagues_held": held(told, conversation, colleague),
    }


def own(told: str, conversation: Conversation, agent: Agent) -> dict[str, str]:
    """A reply that the agent holds, and a macro that they ran and can undo."""
    standing = Standing.of(conversation).json()
    undo = {"before": standing, "after": standing, "notes": [], "said": 0}
    run = MacroRun.objects.create(conversation=conversation, agent=agent, name=told, undo=undo, key=uuid4())
    return {"held_reply": held(told, conversation, agent), "macro_run": str(run.id)}


def held(told: str, conversation: Conversation, agent: Agent) -> str:
    """A reply that the agent holds."""
    usual = {"client_id": uuid4(), "text": told, "due_at": timezone.now() + timedelta(minutes=5)}
    return str(HeldReply.objects.get_or_create(conversation=conversation, agent=agent, defaults=usual)[0].id)
