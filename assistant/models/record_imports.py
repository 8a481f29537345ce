"""Records that are brought in together from a CSV file."""

from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class RecordImportState(models.TextChoices):
    """Where an import of records stands."""

    MAPPING = "mapping", "Waits for its columns"
    READING = "reading", "Reading"
    REVIEW = "review", "Waits for a review"
    APPLYING = "applying", "Storing"
    DONE = "done", "Done"
    UNDOING = "undoing", "Taking back"
    UNDONE = "undone", "Taken back"
    FAILED = "failed", "Failed"
    DISMISSED = "dismissed", "Dismissed"


class RecordImport(models.Model):
    """A CSV file of records, as a job with progress: read, looked through, stored, and taken back if need be."""

    id = IdField("rim")
    kind = models.CharField(max_length=10, help_text="orders, products, persons or tickets")
    name = models.CharField(max_length=120, help_text="Of the file")
    text = models.TextField(blank=True, help_text="The file; emptied when it is read")
    columns = models.JSONField(default=list, help_text="As the file names them")
    mapping = models.JSONField(default=dict, blank=True, help_text="{field: column}")
    state = models.CharField(max_length=9, choices=RecordImportState, default=RecordImportState.MAPPING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent")
    requested_name = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name


class RowAction(models.TextChoices):
    """What a row of an import would do."""

    CREATE = "create", "New"
    UPDATE = "update", "Changes"
    SAME = "same", "Nothing new"
    PROBLEM = "problem", "Cannot be stored"


class RecordImportRow(models.Model):
    """One record that an import would store; `before` is what it changed, so that it can be put back."""

    id = IdField("rir")
    of_import = models.ForeignKey(RecordImport, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(help_text="Of the file, where the record begins; the column names are line 1")
    action = models.CharField(max_length=7, choices=RowAction)
    key = models.CharField(max_length=254, blank=True, help_text="Number, SKU or e-mail address")
    email = models.CharField(max_length=254, blank=True, help_text="Whose it is, to find it again")
    fields = models.JSONField(default=dict, blank=True)
    before = models.JSONField(default=dict, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    param = models.CharField(max_length=60, blank=True, help_text="The field that is wrong")
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["line"]
        constraints = [models.UniqueConstraint(fields=["of_import", "line"], name="record_import_line_once")]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"
