"""What people do with gaps: dismiss them, and take them up again."""

from django.db import transaction
from django.utils import timezone

from conversations.models import Gap, GapState
from tenants.trail import audit
from tenants.trail.audit import About, Actor


@transaction.atomic
def dismiss(gap: Gap, because: str, *, actor: Actor) -> None:
    """Put the gap aside; questions of its subject join it there. Nothing for one that was published."""
    gap.refresh_from_db(from_queryset=Gap.objects.select_for_update())
    if gap.state == GapState.OPEN:
        gap.state, gap.dismissed_because, gap.updated_at = GapState.DISMISSED, because, timezone.now()
        gap.save()
        audit.record("gap.dismissed", actor=actor, about=About("gap", str(gap.id)))


@transaction.atomic
def reopen(gap: Gap, *, actor: Actor) -> None:
    """Open the gap again, whether it was dismissed or its article did not help."""
    gap.refresh_from_db(from_queryset=Gap.objects.select_for_update())
    if gap.state != GapState.OPEN:
        gap.state, gap.dismissed_because, gap.updated_at = GapState.OPEN, "", timezone.now()
        gap.article, gap.published_at = None, None
        gap.save()
        audit.record("gap.reopened", actor=actor, about=About("gap", str(gap.id)))
