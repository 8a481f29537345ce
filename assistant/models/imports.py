"""Knowledge that is brought in together."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from assistant.models.knowledge import Article
from tenants.ids import IdField


class ImportSource(models.TextChoices):
    """Where imported knowledge comes from."""

    PASTE = "paste", "Pasted text"
    CSV = "csv", "CSV file"
    MARKDOWN = "markdown", "Markdown files"
    PDF = "pdf", "PDF files"
    WORD = "word", "Word documents"
    HTML = "html", "Web pages as files"
    WEB = "web", "Web pages"
    ZENDESK = "zendesk", "Zendesk help centre"


class ImportState(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Reading"
    REVIEW = "review", "Waits for a review"
    APPLYING = "applying", "Storing"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    DISMISSED = "dismissed", "Dismissed"


class KnowledgeImport(models.Model):
    """Articles brought in together, as a job with progress."""

    id = IdField("imp")
    source = models.CharField(max_length=8, choices=ImportSource)
    name = models.CharField(max_length=300, help_text="File names or address, as the list shows it")
    content = models.JSONField(default=list, help_text="What is to be read: {name, text} or {url}; emptied when done")
    state = models.CharField(max_length=9, choices=ImportState, default=ImportState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text="List of {where, message}")
    at_once = models.BooleanField(default=False, help_text="Stored without a review")
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent")
    requested_name = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name


class EntryAction(models.TextChoices):
    """What an entry of an import would do."""

    CREATE = "create", "A new article"
    UPDATE = "update", "Changes an article"
    SAME = "same", "Nothing new"
    REMOVE = "remove", "No longer in the source"


class ImportEntry(models.Model):
    """One article that an import would bring, as the review shows it; nothing happens before somebody applies it."""

    id = IdField("ime")
    of_import = models.ForeignKey(KnowledgeImport, on_delete=models.CASCADE, related_name="entries")
    place = models.PositiveIntegerField()
    action = models.CharField(max_length=6, choices=EntryAction)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    questions = ArrayField(models.CharField(max_length=300), null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    tags = ArrayField(models.CharField(max_length=40), null=True, blank=True)
    where = models.CharField(max_length=300, blank=True, help_text="Such as a line of the file, or an address")
    resembles = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    resembles_score = models.FloatField(null=True, blank=True)
    version = models.PositiveIntegerField(null=True, blank=True, help_text="Of the article, as the review shows it")
    chosen = models.BooleanField(default=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["of_import", "place"], name="import_entry_place_once")]

    def __str__(self) -> str:
        return f"{self.action} {self.title}"
