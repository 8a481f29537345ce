"""What the demo company's people write with: canned replies in two languages, and macros."""

from collections.abc import Sequence

from conversations import desk_acts
from conversations.models import CannedReply, Macro

REPLIES: Sequence[tuple[str, str, str, str, str]] = (  # name, shortcut, folder, language, words
    (
        "Greeting",
        "hi",
        "Basics",
        "en",
        "Hi {{customer.first_name}}, this is {{agent.first_name}}. I have read everything above.",
    ),
    (
        "Greeting",
        "hi",
        "Basics",
        "de",
        "Hallo {{customer.first_name}}, hier ist {{agent.first_name}}. Ich habe alles oben gelesen.",
    ),
    (
        "Looking into it",
        "look",
        "Basics",
        "en",
        "Thank you, I am looking into it now and will be back within a few minutes.",
    ),
    (
        "Where the order is",
        "order",
        "Orders",
        "en",
        "Your order **{{order.number}}** is {{order.status}}. You can follow the parcel under {{order.tracking}}.",
    ),
    (
        "Refund on its way",
        "refund",
        "Orders",
        "en",
        "I have refunded {{order.total}} for order {{order.number}}. It takes 3 to 5 working days until you see it.",
    ),
    (
        "Anything else",
        "bye",
        "Basics",
        "en",
        "Is there anything else I can do for you? If not, I wish you a good day.",
    ),
)
MACROS: Sequence[tuple[str, list[dict[str, object]]]] = (
    (
        "Say goodbye and resolve",
        [
            {"do": "reply", "text": "Glad that this is settled, {{customer.first_name}}. Have a good day!"},
            {"do": "resolve"},
        ],
    ),
    (
        "Urgent: mine",
        [
            {"do": "assign", "agent_id": "me"},
            {"do": "priority", "priority": "urgent"},
            {"do": "tag", "add": ["urgent"]},
        ],
    ),
    (
        "Wait for the warehouse",
        [
            {"do": "tag", "add": ["warehouse"]},
            {"do": "note", "text": "Asked the warehouse about {{order.number}}."},
            {"do": "snooze", "minutes": 240},
        ],
    ),
)


def load() -> None:
    """Write them; what is there already stays."""
    CannedReply.objects.bulk_create(
        (
            CannedReply(name=name, shortcut=shortcut, folder=folder, language=language, text=text)
            for name, shortcut, folder, language, text in REPLIES
        ),
        ignore_conflicts=True,
    )
    Macro.objects.bulk_create(
        (Macro(name=name, acts=desk_acts.as_json(desk_acts.parse(acts))) for name, acts in MACROS),
        ignore_conflicts=True,
    )
