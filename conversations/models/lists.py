"""What the desk keeps about its list: filters under a name, and what was done to many conversations at once."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class SavedFilter(models.Model):
    """A view narrowed by a filter, under a name; its owner's own, or shared with the whole desk."""

    id = IdField("flt")
    owner = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    shared = models.BooleanField(default=False)
    view = models.CharField(max_length=12, default="all")
    filter = models.JSONField(default=dict, blank=True, help_text="As inbox/listing/filters.py reads it")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="saved_filter_name_once")]

    def __str__(self) -> str:
        return self.name


class BulkState(models.TextChoices):
    """Where the acts stand."""

    WAITING = "waiting", "Waiting"
    DONE = "done", "Done"
    UNDOING = "undoing", "Being taken back"
    UNDONE = "undone", "Taken back"


class BulkRun(models.Model):
    """Acts that somebody did to many conversations at once."""

    id = IdField("blk")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    acts = models.JSONField(help_text="As desk_acts reads them")
    state = models.CharField(max_length=7, choices=BulkState, default=BulkState.WAITING)
    total = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.total} {self.state}"


class BulkItemState(models.TextChoices):
    """What became of one conversation."""

    WAITING = "waiting", "Waiting"
    DONE = "done", "Done"
    FAILED = "failed", "Not possible"
    UNDONE = "undone", "Taken back"
    KEPT = "kept", "Could not be taken back"


class BulkItem(models.Model):
    """One conversation of a run: what became of it, why not, and what taking it back needs."""

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(BulkRun, on_delete=models.CASCADE, related_name="items", db_index=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    state = models.CharField(max_length=7, choices=BulkItemState, default=BulkItemState.WAITING)
    why = models.CharField(max_length=300, blank=True)
    undo = models.JSONField(null=True, blank=True, help_text="As desk_acts gave it")

    class Meta:
        ordering = ["run", "place"]
        constraints = [
            models.UniqueConstraint(fields=["run", "conversation"], name="bulk_item_once"),
            models.UniqueConstraint(fields=["run", "place"], name="bulk_item_place_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "undone"]) | Q(undo__isnull=False), name="bulk_item_done_can_be_undone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.state}"
