"""Letters that left and came in."""

from django.db import models
from django.utils import timezone

from conversations.models.conversation import Conversation
from tenants.ids import IdField


class SentMail(models.Model):
    """What left by mail: which part of the log, to whom, under which Message-ID."""

    id = IdField("mail")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="sent_mails")
    to = models.EmailField()
    subject = models.CharField(max_length=240)
    from_seq = models.PositiveIntegerField()
    to_seq = models.PositiveIntegerField()
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "from_seq"], name="sent_mail_once_per_part"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.from_seq}-{self.to_seq}"


class ReceivedMail(models.Model):
    """A mail that came in, by its Message-ID, so that a second delivery stores nothing."""

    message_id = models.CharField(max_length=255, primary_key=True)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="received_mails")
    from_address = models.EmailField()
    received_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.message_id
