"""What a worker would do, and requests over REST, for the tests of learning."""

from typing import Any

from django.test import Client

from assistant.models import Article
from conversations import tasks
from tenants import jobs
from tenants.models import Job

Json = dict[str, Any]


def run_jobs(*kinds: str) -> int:
    """Run what waits of these kinds, whenever it is due; gives how many goes it took."""
    goes = 0
    while (job := Job.objects.filter(kind__in=kinds, state="ready").order_by("run_at").first()) is not None:
        Job.objects.filter(pk=job.pk).update(run_at=job.created_at)
        jobs.run(job.id, tasks.work)
        goes += 1
    return goes


def send(client: Client, method: str, path: str, status: int, **body: Any) -> Json:
    """The answer to a request, which must have this status."""
    sent: Json = {"data": body, "content_type": "application/json"} if method != "get" else {"data": body}
    reply = getattr(client, method)(f"/api/v1/{path}", **sent)
    assert reply.status_code == status, reply.content
    return dict(reply.json()) if reply.content else {}


def article(title: str) -> Article:
    """The article with this title."""
    return Article.objects.get(title=title)
