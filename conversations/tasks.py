"""Celery's shells around the jobs of conversations: a message says "look now", the job's row says what."""

import logging
import uuid

from celery import shared_task
from django.db import transaction

from conversations import turn
from conversations.models import Conversation
from tenants import health, jobs
from tenants.jobs import Lease

TURN = "turn"
TRIES = 2  # of the assistant; after them a person gets the conversation

logger = logging.getLogger(__name__)


def write_turn(conversation: Conversation, *, asked_seq: int) -> None:
    """Write the job of answering the customer's message, and wake a worker once it is committed."""
    job_id = jobs.write(TURN, {"conversation_id": str(conversation.id), "asked_seq": asked_seq})
    transaction.on_commit(lambda: wake(job_id))


def wake(job_id: uuid.UUID) -> None:
    """Tell a worker to look; a broker that is down costs seconds, since the sweeper finds the row."""
    try:
        run_job.apply_async(args=[str(job_id)], retry=False)
    except run_job.OperationalError:
        logger.warning("The broker did not take the wake-up of job %s; the sweeper will.", job_id)


def wake_beat() -> None:
    """Ask a worker for a sign of life."""
    try:
        beat.apply_async(retry=False, expires=30)
    except beat.OperationalError:
        logger.warning("The broker did not take the request for a sign of life.")


@shared_task(name="conversations.run_job")  # type: ignore[untyped-decorator]
def run_job(job_id: str) -> None:
    """Do the job if it is due and nobody else does it."""
    jobs.run(uuid.UUID(job_id), _work)


@shared_task(name="conversations.beat")  # type: ignore[untyped-decorator]
def beat() -> None:
    """A sign of life that came through the broker and a worker."""
    health.beat("worker")


def _work(held: Lease) -> None:
    conversation_id, asked_seq = str(held.ids["conversation_id"]), int(held.ids["asked_seq"])
    if held.attempt <= TRIES:
        turn.take(conversation_id, asked_seq)
    else:
        turn.give_up(conversation_id, asked_seq)
