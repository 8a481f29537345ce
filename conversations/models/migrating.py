"""What is brought from elsewhere: a file, what it holds, and what became of each part of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from conversations.models.conversation import Conversation, Customer
from tenants.ids import IdField


class MigrationSource(models.TextChoices):
    """Where the file comes from."""

    CHATWOOT = "chatwoot", "Chatwoot"
    INTERCOM = "intercom", "Intercom"
    CUSTOMERS = "customers", "A list of customers"


class MigrationState(models.TextChoices):
    """Where a migration stands."""

    READING = "reading", "Reading"
    REVIEW = "review", "Waits for a review"
    APPLYING = "applying", "Storing"
    DONE = "done", "Done"
    UNDOING = "undoing", "Taking back"
    UNDONE = "undone", "Taken back"
    CANCELLED = "cancelled", "Cancelled"
    FAILED = "failed", "Failed"


class Migration(models.Model):
    """A file from elsewhere, as a job with progress: read, looked through, stored, and taken back if need be."""

    id = IdField("mig")
    source = models.CharField(max_length=9, choices=MigrationSource)
    name = models.CharField(max_length=120, help_text="Of the file")
    text = models.TextField(blank=True, help_text="What the file holds, an entry to a line; emptied when it is read")
    position = models.PositiveIntegerField(default=0, help_text="Of the first letter that is not read yet")
    state = models.CharField(max_length=9, choices=MigrationState, default=MigrationState.READING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of who began it")
    requested_name = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name


class BroughtKind(models.TextChoices):
    """What an item of a migration is."""

    CUSTOMER = "customer", "Customer"
    CONVERSATION = "conversation", "Conversation"


class BroughtAction(models.TextChoices):
    """What an item of a migration does."""

    NEW = "new", "New"
    KNOWN = "known", "Known already"
    MERGED = "merged", "Joined with a customer of the same address"
    PROBLEM = "problem", "Cannot be stored"


class MigrationItem(models.Model):
    """A customer or a conversation that a file holds; `key` is what it is called there.

    What stands in `content` goes when it is stored, and `before` is what it changed, so that it can be put back.
    """

    id = IdField("mgi")
    migration = models.ForeignKey(Migration, on_delete=models.CASCADE, related_name="items", db_index=False)
    number = models.PositiveIntegerField()
    place = models.PositiveIntegerField(help_text="Of the file's entries, from 1")
    kind = models.CharField(max_length=12, choices=BroughtKind)
    key = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=7, choices=BroughtAction)
    name = models.CharField(max_length=200, blank=True, help_text="Of the customer, or what the conversation is about")
    email = models.CharField(max_length=254, blank=True)
    messages = models.PositiveIntegerField(default=0)
    notes = models.PositiveIntegerField(default=0)
    content = models.JSONField(default=dict, blank=True)
    before = models.JSONField(default=dict, blank=True)
    customer = models.ForeignKey(Customer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    problem = models.CharField(max_length=300, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["migration", "number"], name="migration_item_number_once"),
            models.UniqueConstraint(
                fields=["migration", "kind", "key"], name="migration_item_key_once", condition=~Q(key="")
            ),
        ]
        indexes = [models.Index(fields=["kind", "key"], name="migration_item_called")]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"
