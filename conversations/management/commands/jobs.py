"""`manage.py jobs`: what waits, what is under way, what failed for good, and another chance for it."""

import uuid
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Count, Max, Min
from django.utils import timezone

from tenants import jobs
from tenants.models import Heartbeat, Job, JobState


class Command(BaseCommand):
    """Shows the jobs of all tenants and replays dead letters."""

    help = "Show the jobs by state and kind, and the dead letters; --replay lets dead letters run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to replay."""
        parser.add_argument("--replay", nargs="+", metavar="ID", help="ids of dead letters, or `all`")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Replay what was asked for, then show what there is."""
        if options["replay"]:
            self._replay(options["replay"])
        kinds = Job.objects.values("state", "kind").annotate(
            count=Count("id"), oldest=Min("run_at"), tried=Max("attempts")
        )
        for row in kinds.order_by("state", "kind"):
            late = (timezone.now() - row["oldest"]).total_seconds()
            due = f"oldest due {late:.0f} s ago" if late >= 0 else f"first due in {-late:.0f} s"
            failed = f", failed up to {row['tried']} times" if row["state"] == JobState.READY and row["tried"] else ""
            self.stdout.write(f"{row['state']:<8}{row['kind']:<24}{row['count']:>7}   {due}{failed}")
        self.stdout.write("Signs of life, and when backups were made:")
        for sign in Heartbeat.objects.order_by("name"):
            age = (timezone.now() - sign.at).total_seconds()
            self.stdout.write(f"        {sign.name:<24}{age:>7.0f} s ago")
        dead = list(jobs.dead_letters()[:100])
        self.stdout.write(f"Dead letters: {jobs.dead_letters().count()}")
        for job in dead:
            self.stdout.write(
                f"  {job.id}  {job.kind:<24}{job.schema_name:<24}{job.created_at:%F %T}  {job.last_error}"
            )

    def _replay(self, wanted: list[str]) -> None:
        for job_id in self._ids(wanted):
            self.stdout.write(f"{job_id}: {'runs again' if jobs.replay(job_id) else 'is no dead letter'}")

    def _ids(self, wanted: list[str]) -> list[uuid.UUID]:
        if wanted == ["all"]:
            return list(jobs.dead_letters().values_list("id", flat=True))
        try:
            return [uuid.UUID(text) for text in wanted]
        except ValueError as error:
            raise CommandError("--replay takes ids of dead letters, or `all`.") from error
