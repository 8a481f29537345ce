"""Reads the histories of conversations, so many at a time with a fixed number of queries."""

import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from conversations.insights.history import (
    Asked,
    Decided,
    Entry,
    HandedOver,
    History,
    Promised,
    Repeat,
    Reviewed,
    Timed,
    Used,
)
from conversations.models import Kind as MessageKind
from tenants import current, ids

Kind = TypeVar("Kind")

# The rows first: what is written after that makes a row newer than the one that was measured.
ROWS = """
    SELECT c.id, COALESCE(p.merged_into_id, p.id), c.channel, c.language, c.updated_at, c.merged_into_id IS NOT NULL
    FROM conversations_conversation c JOIN conversations_customer p ON p.id = c.customer_id
    WHERE c.id = ANY(%s) AND c.channel <> 'import'
"""
# What somebody said is needed of customers, for their mood, and of the assistant where it asks something.
ENTRIES = """
    SELECT conversation_id, seq, kind, author_kind, created_at,
        CASE WHEN kind = 'text' AND (author_kind = 'customer' OR data -> 'asks' = 'true') THEN text ELSE '' END,
        data -> 'farewell' = 'true', data -> 'asks' = 'true', data ? 'notice', data ->> 'status',
        data ->> 'holder', agent_id, data #>> '{agent,id}', data #>> '{team,id}', data ->> 'reason', data ->> 'by',
        sources <> '[]' OR data ? 'skill', data ? 'offers_person', data ? 'checked_by'
    FROM conversations_message WHERE conversation_id = ANY(%s) ORDER BY conversation_id, seq
"""
DECIDED = """
    SELECT conversation_id, asked_seq, action, topic, rules_version, knowledge_number, engine,
        (facts #>> '{signals,churn_risk,value}')::float, (facts #>> '{signals,churn_risk,threshold}')::float,
        guided IS NOT NULL
    FROM conversations_decision WHERE conversation_id = ANY(%s) ORDER BY conversation_id, asked_seq, id
"""
HANDED_OVER = """
    SELECT h.conversation_id, d.asked_seq, d.trigger, COALESCE(l.verdict, ''), h.repeats
    FROM conversations_handover h JOIN conversations_decision d ON d.id = h.decision_id
    LEFT JOIN conversations_handoverlabel l ON l.handover_id = h.id AND l.ended_at IS NULL
    WHERE h.conversation_id = ANY(%s) ORDER BY h.conversation_id, h.requested_at, h.id
"""
PROMISED = """
    SELECT conversation_id, seq, created_at, state, due_at, closed_at
    FROM conversations_promise WHERE conversation_id = ANY(%s) AND state <> 'none'
"""
TIMED = """
    SELECT conversation_id, began_at, breached_at IS NOT NULL
    FROM conversations_slaoutcome WHERE conversation_id = ANY(%s)
"""
REVIEWED = """
    SELECT conversation_id, verdict, at_seq, judged_at, 1 / probability
    FROM conversations_review WHERE conversation_id = ANY(%s) AND verdict <> ''
"""
ASKED = """
    SELECT conversation_id, ended_seq, holder, satisfaction, effort
    FROM conversations_survey WHERE conversation_id = ANY(%s) AND asked_at IS NOT NULL
"""
USED = """
    SELECT conversation, created_at, prompt_tokens + completion_tokens
    FROM assistant_modelcall WHERE conversation = ANY(%s)
"""
TEAMS, AGENTS = "SELECT id FROM agents_team", "SELECT id FROM agents_agent"


def histories(keys: Sequence[UUID]) -> Iterator[History]:
    """Of each of these conversations that is there, in the order of their keys. Twelve queries."""
    rows = _ask(ROWS, keys)
    there = {key for table in (TEAMS, AGENTS) for (key,) in _ask(table)}
    entries = _dealt(_ask(ENTRIES, keys), lambda values: _entry(values, there))
    decided, handed_over = _dealt(_ask(DECIDED, keys), Decided._make), _dealt(_ask(HANDED_OVER, keys), _handed_over)
    promised, timed = _dealt(_ask(PROMISED, keys), Promised._make), _dealt(_ask(TIMED, keys), Timed._make)
    reviewed, asked = _dealt(_ask(REVIEWED, keys), Reviewed._make), _dealt(_ask(ASKED, keys), Asked._make)
    used = _dealt(_ask(USED, [ids.encode("conv", key) for key in keys]), Used._make)
    for key, customer_key, channel, language, row_at, is_merged in sorted(rows):
        public_id = ids.encode("conv", key)
        yield History(
            conversation=public_id,
            customer_key=customer_key,
            channel=channel,
            language=language,
            row_at=row_at,
            is_merged=is_merged,
            entries=entries[key],
            decided=decided[key],
            handed_over=handed_over[key],
            promised=promised[key],
            timed=timed[key],
            used=used[public_id],
            reviewed=next(iter(reviewed[key]), None),
            asked=asked[key],
        )


def _ask(question: str, keys: Sequence[Any] | None = None) -> list[tuple[Any, ...]]:
    with current.connection.cursor() as cursor:
        cursor.execute(question, None if keys is None else [list(keys)])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _dealt(rows: Sequence[tuple[Any, ...]], make: Callable[[Sequence[Any]], Kind]) -> Mapping[Any, list[Kind]]:
    """The rows by their first column, the conversation, each made of the others."""
    found: defaultdict[Any, list[Kind]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(make(row[1:]))
    return found


def _entry(values: Sequence[Any], there: Container[UUID]) -> Entry:
    """Teams and people who are gone since are nobody's."""
    seq, kind, by, at, text, farewell, asks, notice, status, holder, writer, agent, team, reason, ended_by, *said = (
        values
    )
    if kind == MessageKind.TEXT:
        sourced, unsure, checked = said
        return Entry(
            seq,
            kind,
            by,
            at,
            text,
            farewell=bool(farewell),
            asks=bool(asks),
            agent=writer,
            sourced=sourced,
            unsure=unsure,
            checked=checked,
        )
    return Entry(
        seq,
        kind,
        by,
        at,
        notice=notice,
        status=status or "",
        holder=holder or "",
        agent=_key(agent, there),
        team=_key(team, there),
        reason=reason or "",
        ended_by=ended_by or "",
    )


def _key(public_id: str | None, there: Container[UUID]) -> UUID | None:
    if public_id is None:
        return None
    key = ids.decode(public_id.partition("_")[0], public_id)
    return key if key in there else None


def _handed_over(values: Sequence[Any]) -> HandedOver:
    asked_seq, trigger, verdict, stored = values
    again = json.loads(stored) if isinstance(stored, str) else stored
    return HandedOver(
        asked_seq, trigger, verdict, tuple(Repeat(one["by"], one["what"], one["seq"]) for one in again or ())
    )
