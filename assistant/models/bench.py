"""The test bench: questions with what should come of them, and what came of them at each run."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from assistant.models.knowledge import Article
from tenants.ids import IdField


class Expected(models.TextChoices):
    """What should come of a case."""

    ARTICLE = "article", "An answer from an article"
    UNSURE = "unsure", "The assistant says that it does not know"
    HANDOVER = "handover", "A person gets it"


class BenchCase(models.Model):
    """What a customer writes, and what should come of it; an article that is purged takes its cases along."""

    id = IdField("bnc")
    lines = models.JSONField(help_text="List of {role, text}; the last one is the customer's question")
    expected = models.CharField(max_length=8, choices=Expected)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    trigger = models.CharField(max_length=40, blank=True, help_text="Of the expected handover; empty: any")
    note = models.CharField(max_length=300, blank=True)
    from_conversation = models.CharField(max_length=40, blank=True, db_index=True, help_text="Public id")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expected="article", article__isnull=False)
                | (~Q(expected="article") & Q(article__isnull=True)),
                name="bench_case_article_iff_expected",
            )
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.expected}"


class RunState(models.TextChoices):
    """Where a run stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class BenchRun(models.Model):
    """All cases asked once: of the knowledge and settings as they are, or with a change that is not published yet."""

    id = IdField("run")
    cause = models.CharField(max_length=20, help_text="asked, knowledge, settings, model, draft")
    change = models.JSONField(default=dict, blank=True, help_text="What is tried: {article_id?, fields?, settings?}")
    against = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    knowledge_number = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=8, choices=RunState, default=RunState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.id} {self.state}"


class BenchResult(models.Model):
    """What came of one case in one run."""

    id = IdField("bnr")
    run = models.ForeignKey(BenchRun, on_delete=models.CASCADE, related_name="results")
    case = models.ForeignKey(BenchCase, on_delete=models.CASCADE, related_name="results")
    outcome = models.CharField(max_length=8, choices=Expected)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    trigger = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    confidence = models.FloatField(null=True, blank=True)
    passed = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "case"], name="bench_result_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"
