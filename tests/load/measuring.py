"""`python -m tests.load measuring`: the first measuring of a big company's past, and what a change costs then.

Prints how long all took, by the thousand messages, and how long conversations wait that change while it is up to date.
"""

import argparse
import resource
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone
from psycopg.types.json import Jsonb

from agents.models import Role, Team
from assistant.models import Intent
from conversations.insights import measuring
from conversations.models import Conversation, Decision, Episode
from escalation.facts import Facts, Signal
from escalation.signals import NAMES
from tenants import current, owner
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database
from tests.load import archive, tenants
from tests.load.archive import Size
from tests.load.inbox import SLUG
from tests.load.wakeup import DATA

DAYS = 90
AGENTS, TEAMS = 30, 6
CHANGED = 500
TOPICS = [f"Topic {number}" for number in range(40)]


def filled(size: Size) -> None:
    """The archive, and a decision about the first message of each conversation."""
    with current.connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")  # of the filling, which may take minutes
    people = [cast.agent(f"load-{number}", Role.AGENT) for number in range(AGENTS)]
    squads = [Team.objects.create(name=f"Squad {number}") for number in range(TEAMS)]
    archive.fill(size, people=people, teams=squads, until=timezone.now())
    Intent.objects.bulk_create(Intent(name=topic, examples=[]) for topic in TOPICS)
    talks = list(Conversation.objects.order_by("id").values_list("id", "created_at"))
    archive.copy(Decision, _decisions(talks))
    with owner.connected() as line:
        line.execute("ANALYZE")
    with current.connection.cursor() as cursor:
        cursor.execute("RESET statement_timeout")


def _decisions(talks: Iterable[tuple[str, datetime]]) -> Iterator[dict[str, Any]]:
    random = Random(17)
    signals = {name: Signal(name, 0.1, 0.5) for name in NAMES}
    facts = Jsonb(Facts(signals, 0.8, 0.5, "en", {}, {"customer_messages": 1}).to_json())
    for key, at in talks:
        yield {
            "id": archive.id_at(at, random),
            "conversation_id": Conversation._meta.pk.get_prep_value(key),
            "asked_seq": 1,
            "answer_seq": 2,
            "action": "answer",
            "rules_version": 1,
            "facts": facts,
            "model_versions": Jsonb({}),
            "topic": random.choice(TOPICS),
            "engine": "embedded",
            "knowledge_number": 1,
            "created_at": at,
        }


def report(size: Size) -> None:
    """Measure all, then what changed, and print both."""
    all_of_it = tenants.seconds(measuring.catch_up)
    count = Episode.objects.count()
    print(
        f"{size.messages} messages in {size.conversations} conversations: {count} episodes in {all_of_it:.0f} s,"
        f" {1000 * all_of_it / (size.messages / 1000):.0f} ms for a thousand messages,"
        f" {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most.",
        flush=True,
    )
    look = min(tenants.seconds(measuring.until) for _ in range(5))
    some = [str(key) for key in Conversation.objects.order_by("-id").values_list("id", flat=True)[:CHANGED]]
    Conversation.objects.filter(pk__in=some).update(updated_at=timezone.now() + timedelta(milliseconds=1))
    waiting = measuring.until().waiting
    changed = tenants.seconds(measuring.catch_up)
    print(f"Looking whether something waits: {1000 * look:.1f} ms. {waiting} changed: {changed:.2f} s.", flush=True)


def main() -> None:
    """Fill, measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=Size.conversations)
    wanted = parser.parse_args()
    size = Size(conversations=wanted.conversations, messages=10 * wanted.conversations, days=DAYS)
    with (
        Server(DATA).ensure_running() as server_url,
        database.cloned(server_url) as url,
        database.in_use(url),
        current.entered(Tenant.objects.get(schema_name=SLUG)),
    ):
        filled(size)
        report(size)
