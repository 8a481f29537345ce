"""What a company asks of its people when they pass conversations on."""

from django.db import models
from django.db.models import Q


class HandoverSettings(models.Model):
    """One row, or none where nothing was changed."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    transfer_needs_note = models.BooleanField(default=False, help_text="Who passes a conversation on has to say why")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="handover_settings_one_row")]

    def __str__(self) -> str:
        return "with a note" if self.transfer_needs_note else "as they like"
