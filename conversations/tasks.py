"""What jobs do, by kind, and Celery's shells around them: a message says "look now", the job's row says what.

Workers listen for the rows themselves (`conversations.listening`); Celery's messages are for those that nobody took.
"""

import logging
import uuid
from collections.abc import Callable, Mapping

from celery import shared_task

from agents import letters, pausing, people, roster, security_letters
from assistant.appointments import news, reminders
from assistant.bench import soon
from assistant.connector import acts
from assistant.engines import chosen
from assistant.knowledge import articles, comparing
from assistant.knowledge.importing import running
from assistant.records.importing import running as record_imports
from assistant.skills.leads import carrying_out as keeping_leads
from billing import arriving, pushing, writes
from conversations import (
    acting,
    allowance,
    closing,
    deadlines,
    engine_trouble,
    leads,
    leaving,
    matching,
    retention,
    steps,
    turn,
    turns,
)
from conversations.alerts import letter as alert_letter
from conversations.alerts import lost_work, raising
from conversations.allowance import telling as usage
from conversations.arrivals import following as stripe_following
from conversations.arrivals import reconciling as stripe_reconciling
from conversations.attachments import cleaning
from conversations.bulk import running as bulk
from conversations.calendars import reminding, telling
from conversations.commitments import clock as promise_clock
from conversations.desk_tasks import clock
from conversations.door import tidying
from conversations.drafting import suggesting
from conversations.erasing import customers
from conversations.exporting import making
from conversations.identity import codes
from conversations.identity import letter as code_letter
from conversations.insights import looking as insights_looking
from conversations.insights import measuring
from conversations.insights.sending import running as reports_by_mail
from conversations.insights.sending import schedules as report_schedules
from conversations.known_already import repeating
from conversations.known_already import soon as handover_soon
from conversations.learning.bench import running as bench_running
from conversations.learning.gaps import due, looking
from conversations.metering import decided as dispute_decided
from conversations.migrating import running as migrations
from conversations.outbound import mail, posting
from conversations.outside import asking as outside_asking
from conversations.outside import forgetting as outside_forgetting
from conversations.outside import silence as outside_silence
from conversations.platform import letters as platform_letters
from conversations.quality import drawing
from conversations.reply_drafts import holding
from conversations.rules_replay import running as rule_replays
from conversations.settings import connector
from conversations.sla import alarms, books
from conversations.sla import keeping as keeping_promises
from conversations.subscribing import leaving as subscription_leaving
from conversations.subscribing import looking as subscription_looking
from conversations.subscribing import telling as subscription_telling
from conversations.surveys import hearing as survey_hearing
from conversations.surveys import letter as survey_letter
from conversations.surveys import soon as survey_soon
from conversations.transcripts import letter as transcript_letter
from conversations.translating import hearing
from conversations.translating import making as translations
from conversations.waiting import answering, asides, calls, moves
from conversations.waiting import telling as telling_places
from conversations.webhooks import delivering, fan_out, forgetting, planning
from conversations.webhooks import events as webhook_events
from tenants import claims, health, jobs, pool, sign_ups
from tenants.jobs import Lane, Lease

# What waits for servers of others has workers of its own, so that none of them keeps a customer waiting; and endpoints
# that are well do not wait for those that are slow or fail.
OURS = Lane((planning.QUICK, planning.SLOW))
QUICK, SLOW = Lane((planning.QUICK,), only=True), Lane((planning.SLOW,), only=True)
TRIES = 2  # of the assistant; after them a person gets the conversation

logger = logging.getLogger(__name__)


def wake(job_id: uuid.UUID) -> None:
    """Tell a worker to look; a broker that is down costs seconds, since the sweeper says it again."""
    try:
        run_job.apply_async(args=[str(job_id)], retry=False)
    except run_job.OperationalError:
        logger.warning("The broker did not take the wake-up of job %s; it is told again.", job_id)


def wake_beat() -> None:
    """Ask a worker for a sign of life by message."""
    try:
        beat.apply_async(retry=False, expires=30)
    except beat.OperationalError:
        logger.warning("The broker did not take the request for a sign of life.")


@shared_task(name="conversations.run_job")  # type: ignore[untyped-decorator]
def run_job(job_id: str) -> None:
    """Do the job if it is due and nobody else does it."""
    jobs.run(uuid.UUID(job_id), work)


@shared_task(name="conversations.beat")  # type: ignore[untyped-decorator]
def beat() -> None:
    """A sign of life that came through the broker; without it workers still take jobs, by listening alone."""
    health.beat(health.MESSAGES)


def work(held: Lease) -> None:
    """Do what the leased job asks, inside its tenant; KeyError for a kind that nobody knows."""
    WORK[held.kind](held)


def _turn(held: Lease) -> None:
    conversation_id, asked_seq = str(held.ids["conversation_id"]), int(held.ids["asked_seq"])
    if held.attempt <= TRIES:
        turn.take(conversation_id, asked_seq)
    else:
        turn.give_up(conversation_id, asked_seq)


def _deadline(held: Lease) -> None:
    steps.take(str(held.ids["conversation_id"]))


def _mail(held: Lease) -> None:
    posting.post(str(held.ids["conversation_id"]), attempt=held.attempt)


WORK: Mapping[str, Callable[[Lease], None]] = {
    turns.KIND: _turn,
    deadlines.KIND: _deadline,
    mail.KIND: _mail,
    codes.KIND: code_letter.work,
    acts.KIND: acting.work,
    connector.TIDY: connector.tidy,
    record_imports.KIND: record_imports.work,
    record_imports.TIDY: record_imports.tidy,
    clock.KIND: clock.ring,
    promise_clock.KIND: promise_clock.ring,
    handover_soon.KIND: repeating.work,
    holding.KIND: holding.work,
    suggesting.KIND: suggesting.work,
    hearing.KIND: hearing.work,
    translations.KIND: translations.work,
    cleaning.KIND: cleaning.remove_unsent,
    tidying.TIDY: tidying.tidy,
    reminders.KIND: reminding.work,
    reminding.LETTER: reminding.send,
    news.KIND: telling.work,
    telling.LETTER: telling.send,
    migrations.KIND: migrations.work,
    migrations.TIDY: migrations.tidy,
    running.KIND: running.work,
    comparing.KIND: comparing.work,
    soon.KIND: bench_running.due,
    bench_running.KIND: bench_running.work,
    due.KIND: looking.work,
    articles.PURGE: articles.purge,
    claims.KIND: claims.work,
    customers.KIND: customers.erase,
    retention.DAILY: retention.look,
    retention.KIND: retention.keep_to_it,
    drawing.DAILY: drawing.look,
    drawing.KIND: drawing.work,
    measuring.KIND: measuring.work,
    insights_looking.LOOK: insights_looking.look,
    rule_replays.KIND: rule_replays.work,
    subscription_looking.LOOK: subscription_looking.look,
    subscription_telling.LETTER: subscription_telling.send,
    subscription_leaving.CLOSED: subscription_leaving.close,
    subscription_leaving.GONE: subscription_leaving.end,
    arriving.EVENT: arriving.handle,
    arriving.FOLLOW: stripe_following.work,
    writes.AGAIN: stripe_following.ask_again,
    pushing.KIND: pushing.work,
    dispute_decided.LETTER: dispute_decided.send,
    stripe_reconciling.LOOK: stripe_reconciling.look,
    bulk.KIND: bulk.work,
    report_schedules.DUE: reports_by_mail.due,
    report_schedules.MAKE: reports_by_mail.make,
    closing.LETTER: closing.send_letter,
    closing.DOORS: closing.shut_doors,
    closing.LAST_DAY: closing.end,
    closing.REMOVE: closing.remove,
    keeping_promises.ALARM: alarms.ring,
    books.RECOUNT: alarms.recount,
    making.MAKE: making.make,
    making.EXPIRE: making.expire,
    letters.INVITATION: letters.send_invitation,
    letters.RESET: letters.send_reset,
    pausing.KIND: pausing.send,
    security_letters.KIND: security_letters.send,
    roster.LEFT: leaving.hand_on,
    people.WATCH: leaving.look_after,
    people.MOVED: matching.work,
    chosen.TROUBLE: engine_trouble.tell,
    raising.LETTER: alert_letter.send,
    moves.MOVED: telling_places.work,
    moves.LATER: telling_places.work,
    calls.KIND: calls.work,
    webhook_events.FAN_OUT: fan_out.work,
    planning.QUICK: delivering.work,
    planning.SLOW: delivering.work,
    forgetting.OLD: forgetting.remove_old,
    outside_asking.DEADLINE: outside_silence.work,
    outside_forgetting.OLD: outside_forgetting.remove_old,
    asides.KIND: answering.work,
    survey_soon.KIND: survey_letter.work,
    survey_hearing.KIND: survey_hearing.work,
    transcript_letter.KIND: transcript_letter.work,
    jobs.DEAD: lost_work.tell,
    keeping_leads.TOLD: leads.pass_on,
    leads.LETTER: leads.send,
    allowance.WARNINGS: usage.work,
    usage.LETTER: usage.send,
    pool.KIND: pool.refill,
    sign_ups.LETTER: platform_letters.send_sign_up,
    platform_letters.FINDER: platform_letters.send_finder,
}
