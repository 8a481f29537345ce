"""In which parts the reference is read; each names the first words of the paths that belong to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A page of the reference."""

    name: str
    title: str
    about: str
    words: tuple[str, ...]


SECTIONS = (
    Section(
        "conversations",
        "Conversations",
        "Read and write conversations, hand them over and back, and find out what was decided and why.",
        ("conversations", "search", "attachments", "actions", "decided_facts", "promises", "drafts", "filters", "bulk"),
    ),
    Section(
        "customers",
        "Customers and leads",
        "Who writes to you, what is known of them, and whom to call back.",
        ("customers", "persons", "leads", "callbacks"),
    ),
    Section(
        "knowledge",
        "Knowledge",
        "What the assistant answers from, what it does not know yet, and how to try a change before it counts.",
        ("articles", "knowledge_imports", "topics", "overlaps", "guides", "gaps", "proposals", "bench"),
    ),
    Section(
        "assistant",
        "Assistant",
        "How the assistant behaves, what it would say, and how people watch over it.",
        ("assistant", "skills", "control_room", "mcp"),
    ),
    Section(
        "rules",
        "Rules and handovers",
        "When a person takes over, and how a handover goes.",
        ("rules", "handovers", "handover_settings", "queue", "routing", "sla"),
    ),
    Section(
        "records",
        "Orders, products, appointments",
        "The records of your business that the assistant may look into, and what connects them to your own system.",
        (
            "records",
            "orders",
            "products",
            "tickets",
            "record_imports",
            "services",
            "calendars",
            "calendar_exceptions",
            "appointments",
            "connector",
            "holidays",
        ),
    ),
    Section(
        "people",
        "People and teams",
        "Who works here, in which teams, with which skills.",
        ("agents", "people", "invitations", "teams", "agent_skills"),
    ),
    Section(
        "desk",
        "The desk",
        "What agents write with: tasks, canned responses, macros, drafts of their own.",
        ("tasks", "canned_responses", "macros", "macro_runs", "composer", "held_replies", "markdown"),
    ),
    Section(
        "quality",
        "Quality and reports",
        "Whether customers were helped: figures with their intervals, reviews, scorecards, surveys.",
        ("reports", "reviews", "assessments", "scorecards", "sampling_plans", "surveys"),
    ),
    Section(
        "webhooks",
        "Webhooks",
        "Where Baton tells you what happened, and what came of telling you.",
        ("webhooks", "webhook_deliveries", "webhook_event_types"),
    ),
    Section(
        "workspace",
        "Workspace",
        "The company's settings, its tokens and domains, its exports, its log of who did what, and its plan.",
        (
            "workspace",
            "settings",
            "greetings",
            "pre_chat_form",
            "identity",
            "domains",
            "sso",
            "tokens",
            "audit",
            "exports",
            "migrations",
            "billing",
            "guide",
            "mail",
        ),
    ),
    Section(
        "widget",
        "Widget and sessions",
        "What the chat widget and the console use for one customer or one signed-in person; tokens do not open these.",
        ("widget", "me", "account", "alerts", "updates", "socket_tickets"),
    ),
)


def section_of(word: str) -> Section | None:
    """The section of the paths that begin with the word; None where none claims it."""
    return next((section for section in SECTIONS if word in section.words), None)
