"""Files that people sent."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Customer
from conversations.models.log import Message
from tenants.ids import IdField


class Attachment(models.Model):
    """A file that somebody uploaded; it belongs to nobody's log until a message names it."""

    id = IdField("att")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, blank=True, related_name="uploads")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    name = models.CharField(max_length=160)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    stored_as = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(customer__isnull=False, agent__isnull=True) | Q(customer__isnull=True, agent__isnull=False),
                name="attachment_of_one_uploader",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], name="attachment_unsent", condition=Q(message__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.content_type})"
