"""Uploads that no message names within a day are removed, the row and the content."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from conversations.models import Attachment
from tenants import jobs
from tenants.jobs import Lease

KIND = "unsent_upload"
KEPT = timedelta(hours=24)


def expect(upload: Attachment) -> None:
    """Write the job that looks after a day whether the upload was sent."""
    ids = {"attachment_id": str(upload.id), "stored_as": upload.stored_as}
    jobs.write(KIND, ids, key=str(upload.id), run_at=timezone.now() + KEPT)


def remove_unsent(held: Lease) -> None:
    """Remove the upload of the job unless a message has it; what is gone already stays gone."""
    with transaction.atomic():
        upload = Attachment.objects.select_for_update().filter(pk=str(held.ids["attachment_id"])).first()
        if upload is not None:
            if upload.message is not None:
                return
            upload.delete()
    default_storage.delete(str(held.ids["stored_as"]))
