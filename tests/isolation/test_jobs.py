"""Every kind of job: with another company's ids it finds nothing there, and changes nothing of it."""

import uuid
from contextlib import suppress

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from conversations import tasks
from tenants import current
from tenants.errors import BatonError
from tenants.jobs import Ids, Lease
from tenants.models import Tenant
from tests.isolation import playing
from tests.isolation.stage import Company

WHEN: Ids = {"origin": "http://acme.localhost", "days": 7, "to": "nobody", "asked_seq": 1, "cause": "knowledge"}
WHEN = {**WHEN, "hands_over": 1, "team": "", "notify": "", "news": "moved", "at": "2030-01-02T09:00:00+00:00"}
WHEN = {**WHEN, "kind": "mail", "attempts": 8, "ended_seq": 1, "notice_id": 1}
WHEN = {**WHEN, "language": "en", "write": "00000000-0000-4000-8000-000000000000"}
OF_A_COMPANY = {  # the kind, and the names of the things whose ids it carries
    "turn": {"conversation_id": "conversation"},
    "deadline": {"conversation_id": "conversation"},
    "sla_alarm": {"conversation_id": "conversation"},
    "sla_recount": {"after": "conversation"},
    "mail": {"conversation_id": "conversation"},
    "identity_code": {"code_id": "one_time_code"},
    "connector_tidy": {},
    "record_import": {"import_id": "record_import"},
    "record_import_tidy": {"import_id": "record_import"},
    "connector_act": {"action_id": "pending_action"},
    "suggestion": {"conversation_id": "conversation"},
    "language": {"conversation_id": "conversation"},
    "translation": {"conversation_id": "conversation"},
    "desk_task_alarm": {"task_id": "desk_task"},
    "promise_alarm": {"promise_id": "promise"},
    "handover_repeats": {"conversation_id": "conversation"},
    "held_reply": {"held_id": "colleagues_held", "conversation_id": "conversation"},
    "unsent_upload": {"attachment_id": "sent_upload"},
    "knowledge_import": {"import_id": "import"},
    "compare_articles": {},
    "article_purge": {},
    "bench_due": {},
    "bench_run": {"run_id": "bench_run"},
    "rule_replay": {"replay_id": "rule_replay"},
    "bulk": {"run_id": "colleagues_run"},
    "gaps": {},
    "domain_check": {"claim_id": "domain"},
    "erase": {"customer_id": "customer"},
    "export": {"export_id": "export"},
    "export_expiry": {"export_id": "export"},
    "invitation_letter": {"invitation_id": "invitation"},
    "reset_letter": {},
    "security_letter": {"agent_id": "colleague"},
    "agent_left": {"agent_id": "colleague"},
    "agent_watch": {"agent_id": "colleague"},
    "desk_moved": {},
    "engine_trouble": {},
    "appointment_reminder": {"appointment_id": "appointment"},
    "appointment_letter": {"appointment_id": "appointment"},
    "appointment_news": {"appointment_id": "appointment"},
    "appointment_news_letter": {"appointment_id": "appointment"},
    "lead_kept": {"lead_id": "lead"},
    "lead_letter": {"lead_id": "lead"},
    "job_failed": {},
    "queue_moved": {"team_id": "team"},
    "queue_later": {"team_id": "team"},
    "call": {"callback_id": "callback"},
    "aside": {"conversation_id": "waiting_talk"},
    "alert_letter": {"alert_id": "colleagues_alert"},
    "transcript": {"code_id": "one_time_code"},
    "closing_letter": {},
    "closing_doors": {},
    "survey_letter": {"conversation_id": "conversation"},
    "survey_heard": {"conversation_id": "conversation", "survey_id": "survey"},
    "measuring": {},
    "measuring_look": {},
    "report_due": {"schedule_id": "report_schedule"},
    "report_run": {"run_id": "report_run"},
    "push_usage": {},
    "dispute_letter": {"agent_id": "colleague", "dispute_id": "dispute"},
    "usage_warnings": {},
    "usage_letter": {"agent_id": "colleague"},
    "sign_on_paused_letter": {"agent_id": "colleague"},
    "stripe_follow": {},
    "stripe_reconcile": {},
    "stripe_write": {},
    "subscription_letter": {"agent_id": "colleague"},
    "subscription_closed": {},
    "subscription_gone": {},
    "webhook_event": {"event_id": "webhook_event"},
    "webhook_events_old": {},
    "webhook_quick": {"endpoint_id": "webhook"},
    "webhook_slow": {"endpoint_id": "webhook"},
    "outside_deadline": {"turn_id": "outside_turn"},
    "outside_turns_old": {},
    "migration": {"migration_id": "migration"},
    "migration_tidy": {"migration_id": "migration"},
    "retention": {},
    "retention_daily": {},
    "reviews": {},
    "reviews_daily": {},
}
OF_THE_PLATFORM = {  # they run outside of every company, and name what they are about themselves
    "stripe_event": "finds its company by Stripe's customer alone",
    "subscription_look": "lets it be in each company as its own plan says",
    "pool": "makes empty schemas",
    "requests_tidy": "drops in each company what is a day old",
    "sign_up_letter": "of somebody who has no company yet",
    "workspaces_letter": "tells an address of its own workspaces",
    "closing_last_day": "removes the company that it names, whose owner closed it",
    "closing_remove": "removes the company that it names, whose owner closed it",
}
FOUND_NOTHING = (ObjectDoesNotExist, ValidationError, BatonError, ValueError, KeyError)


def test_the_tables_list_every_kind() -> None:
    assert set(tasks.WORK) == OF_A_COMPANY.keys() | OF_THE_PLATFORM.keys()


@pytest.mark.parametrize("kind", OF_A_COMPANY)
def test_a_job_with_another_companys_ids_touches_nothing_of_it(
    ours: Company, theirs: Company, acme: Tenant, kind: str
) -> None:
    ids: Ids = {**WHEN, "stored_as": "acme/nothing", **{k: theirs.things[v] for k, v in OF_A_COMPANY[kind].items()}}
    lease = Lease(uuid.uuid4(), uuid.uuid4(), "acme", kind, ids, attempt=1)
    before = playing.counts()
    with current.entered(acme), suppress(*FOUND_NOTHING):
        tasks.WORK[kind](lease)
    moved = [table for table, count in playing.counts().items() if count != before.get(table, 0)]
    assert [table for table in moved if table.startswith("globex.")] == []
