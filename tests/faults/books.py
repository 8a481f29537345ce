"""What acme's books say after a round: ledger, subscription, webhooks, audit log, and what stands where it must not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from tenants import ids, role

Json = dict[str, Any]
OURS = "acme"
WORDS_FROM = 12  # letters; shorter words may stand anywhere


@dataclass(frozen=True)
class Unit:
    """A row of the ledger: a resolution, with the conversation by its public id."""

    id: str
    conversation_id: str
    episode: int
    billable: bool = True
    pushed: bool = True
    credited: bool = False
    fresh: bool = True  # counted in this round


@dataclass(frozen=True)
class Told:
    """An event of acme's webhooks: what it tells of, a message by its seq, and what became of it."""

    id: str
    type: str
    conversation_id: str
    seq: int | None = None
    state: str | None = "delivered"  # None where nobody was to hear of it
    problem: str = ""


@dataclass(frozen=True)
class Recorded:
    """An entry of the audit log."""

    action: str
    object_id: str
    changes: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """Something privileged that the owner asked for; `status` is None where the answer never came."""

    action: str
    object_id: str
    status: int | None


@dataclass(frozen=True)
class Plan:
    """A subscription, as acme's row has it or as Stripe has it."""

    id: str
    status: str
    seats: int | None
    ends: bool


@dataclass(frozen=True)
class Outside:
    """What the world outside of Baton has: Stripe's plan and meter, the receiver's events, the owner's acts."""

    plan: Plan | None = None
    used: Sequence[tuple[str, int]] = ()  # identifier and value of each event at the meter
    got: Sequence[tuple[str, bytes]] = ()  # id and body of each event that the receiver took
    acts: Sequence[Act] = ()
    leaks: Sequence[str] = ()  # what somebody got to see of another company
    untold: int = 0  # events that the sandbox has yet to tell
    hears: Sequence[str] = ("message.created", "conversation.resolved")  # what the webhook hears of


@dataclass(frozen=True)
class Books:
    """All of it. `tokens` says of each token whether it is revoked, `roles` what role a person has now."""

    outside: Outside
    plan: Plan | None = None
    unhandled: int = 0  # events of Stripe that nobody looked at yet
    units: Sequence[Unit] = ()
    told: Sequence[Told] = ()
    recorded: Sequence[Recorded] = ()
    tokens: Mapping[str, bool] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    rewritable: Sequence[str] = ()  # what the application's role could do to the audit log
    in_public: Sequence[str] = ()  # tables outside of all companies in which customers' words stand
    overdue: Sequence[tuple[str, float]] = ()  # kinds of jobs that are no conversation's, and the seconds they wait
    busy: int = 0  # jobs due or under way, and conversations that changed just now

    @property
    def at_rest(self) -> bool:
        """Whether all that follows from what happened has happened, if it ever will."""
        return not self.busy and not self.outside.untold


def read(database_url: str, *, since: float, outside: Outside, words: Sequence[str]) -> Books:
    """Acme's books since that moment, in one consistent snapshot; `words` are those that nobody outside may hold."""
    with psycopg.connect(database_url, row_factory=dict_row) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute(sql.SQL("SET LOCAL search_path TO {}").format(sql.Identifier(OURS)))
        plan = connection.execute(PLAN).fetchone()
        return Books(
            outside=outside,
            plan=None if plan is None else Plan(**plan),
            unhandled=_count(connection, UNHANDLED),
            units=[_unit(row) for row in connection.execute(UNITS, [since])],
            told=[Told(**{**row, "id": ids.encode("evt", row["id"])}) for row in connection.execute(TOLD, [since])],
            recorded=[Recorded(**row) for row in connection.execute(RECORDED, [since])],
            tokens={ids.encode("tok", row["id"]): row["revoked"] for row in connection.execute(TOKENS, [since])},
            roles={ids.encode("agt", row["id"]): row["role"] for row in connection.execute(ROLES)},
            rewritable=[row["privilege"] for row in connection.execute(REWRITABLE, [role.NAME])],
            in_public=list(_holding(connection, [word for word in words if len(word) >= WORDS_FROM])),
            busy=_count(connection, BUSY),
            overdue=[(row["kind"], row["late"]) for row in connection.execute(OVERDUE)],
        )


def _count(connection: psycopg.Connection[Json], statement: str) -> int:
    found = connection.execute(statement).fetchone()
    return 0 if found is None else int(found["many"])


def _holding(connection: psycopg.Connection[Json], words: Sequence[str]) -> Iterator[str]:
    """The tables of no company in which one of the words stands."""
    patterns = [f"%{word}%" for word in dict.fromkeys(words)]
    for row in connection.execute(SHARED):
        place = sql.Identifier(row["schema"], row["name"])
        asked = sql.SQL("SELECT 1 FROM {} t WHERE to_jsonb(t)::text LIKE ANY(%s) LIMIT 1").format(place)
        if patterns and connection.execute(asked, [patterns]).fetchone() is not None:
            yield f"{row['schema']}.{row['name']}"
    if patterns and connection.execute(CACHED, [patterns]).fetchone() is not None:
        yield "public.baton_cache"


def _unit(row: Json) -> Unit:
    place = ids.encode("conv", row["conversation_id"])
    return Unit(**{**row, "id": ids.encode("res", row["id"]), "conversation_id": place})


PLAN = """
SELECT stripe_subscription AS id, standing AS status, seats, ends_at IS NOT NULL AS ends FROM billing_subscription
"""
UNHANDLED = "SELECT count(*) AS many FROM public.arrivals_stripeevent WHERE handled_at IS NULL"
UNITS = """
SELECT r.id, r.conversation_id, r.episode, r.billable, r.pushed_at IS NOT NULL AS pushed, c.id IS NOT NULL AS credited,
       r.counted_at >= to_timestamp(%s) AS fresh
FROM billing_resolution r LEFT JOIN billing_credit c ON c.resolution_id = r.id
"""
TOLD = """
SELECT e.id, e.type, e.conversation AS conversation_id, (e.data #>> '{message,seq}')::int AS seq, d.state,
       coalesce(d.last_problem, '') AS problem
FROM conversations_webhookevent e LEFT JOIN conversations_webhookdelivery d ON d.event_id = e.id
WHERE e.created_at >= to_timestamp(%s)
"""
RECORDED = """
SELECT action, object_id, changes FROM trail_auditentry WHERE at >= to_timestamp(%s) ORDER BY at, id
"""
TOKENS = "SELECT id, revoked_at IS NOT NULL AS revoked FROM agents_apitoken WHERE created_at >= to_timestamp(%s)"
ROLES = "SELECT id, role FROM agents_agent"
REWRITABLE = """
SELECT privilege FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) privilege
WHERE has_table_privilege(%s, 'trail_auditentry', privilege)
"""
SHARED = """
SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgmq')
"""
BUSY = """
SELECT (SELECT count(*) FROM conversations_conversation WHERE updated_at > now() - interval '3 seconds')
     + (SELECT count(*) FROM public.tenants_job
        WHERE (state = 'leased' OR (state = 'ready' AND run_at <= now())) AND kind NOT LIKE '%\\_look') AS many
"""
CACHED = """
SELECT 1 FROM public.baton_cache WHERE encode(decode(value, 'base64'), 'escape') LIKE ANY(%s) LIMIT 1
"""  # as the cache keeps it, letters beyond ASCII are written in another way
OVERDUE = """
SELECT kind, extract(epoch FROM now() - CASE state WHEN 'ready' THEN run_at ELSE lease_until END)::float8 AS late
FROM public.tenants_job
WHERE ids->>'conversation_id' IS NULL
  AND ((state = 'ready' AND run_at < now()) OR (state = 'leased' AND lease_until < now()))
"""
