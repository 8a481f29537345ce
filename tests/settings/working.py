"""Does the jobs that wait, one after the other, as a worker would."""

from django.utils import timezone

from conversations import tasks
from tenants import jobs
from tenants.models import Job, JobState


def work_off(kind: str, *, most: int = 200) -> int:
    """Do the jobs of this kind until none is left; gives how many it were."""
    done = 0
    while done < most:
        waiting = Job.objects.filter(kind=kind, state=JobState.READY)
        waiting.update(run_at=timezone.now())
        first = waiting.first()
        if first is None:
            break
        jobs.run(first.id, tasks.work)
        done += 1
    return done
