"""Articles, their versions, and the texts that an index was built of."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from assistant.models.wishes import Mode
from tenants.ids import IdField


class Audience(models.TextChoices):
    """Who may read an article."""

    EVERYONE = "everyone", "Customers and agents"
    DESK = "desk", "Agents only"


class KeptArticles(models.Manager["Article"]):
    """The articles that were not removed."""

    def get_queryset(self) -> models.QuerySet["Article"]:
        """Without those that were removed."""
        return super().get_queryset().filter(removed_at__isnull=True)


class Article(models.Model):
    """A piece of the tenant's knowledge; the assistant quotes it while it is valid and meant for everyone."""

    id = IdField("art")
    title = models.CharField(max_length=200)
    body = models.TextField(help_text="Markdown")
    questions = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    language = models.CharField(max_length=8, default="en")
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.EVERYONE)
    valid_from = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Number of its newest version")
    compared = models.PositiveIntegerField(default=0, help_text="Number of the version held against the others last")
    updated_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True, help_text="Can be brought back until it is purged")

    objects = KeptArticles()
    everything = models.Manager["Article"]()

    class Meta:
        ordering = ["title"]
        base_manager_name = "everything"
        constraints = [
            models.UniqueConstraint(
                fields=["title"], name="article_title_once", condition=models.Q(removed_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
                name="article_valid_until_later",
            ),
        ]
        indexes = [models.Index(fields=["-updated_at", "-id"], name="article_recent")]

    def __str__(self) -> str:
        return self.title


class ArticleVersion(models.Model):
    """An article as it stood after one change; the newest one is the article itself."""

    id = IdField("artv")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    fields = models.JSONField(help_text="title, body, questions, language, tags, audience, valid_from, valid_until")
    cause = models.CharField(max_length=40, help_text="written, import, gap, correction, restored")
    author = models.CharField(max_length=120, blank=True, help_text="Name of who changed it")
    author_id = models.CharField(max_length=40, blank=True, help_text="Public id of who changed it")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="article_version_once")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.number}"


class OverlapKind(models.TextChoices):
    """What is the matter with two articles."""

    DUPLICATE = "duplicate", "They say the same"
    CONTRADICTION = "contradiction", "They contradict each other"


class Overlap(models.Model):
    """Two articles that a person should look at side by side, with the sentences that show why."""

    id = IdField("ovl")
    kind = models.CharField(max_length=13, choices=OverlapKind)
    first = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    first_quote = models.TextField()
    second_quote = models.TextField()
    score = models.FloatField(help_text="0..1")
    found_at = models.DateTimeField(default=timezone.now, editable=False)
    dismissed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-score", "id"]
        constraints = [models.UniqueConstraint(fields=["first", "second", "kind"], name="overlap_once")]

    def __str__(self) -> str:
        return f"{self.first_id} {self.kind} {self.second_id}"


class KnowledgeVersion(models.Model):
    """One row: a number that rises with every change of the articles, so that an index knows it is old."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="knowledge_version_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class Intent(models.Model):
    """Something that customers want, told by examples; a topic that rules, modes and reports can name."""

    id = IdField("int")
    name = models.CharField(max_length=80, unique=True)
    description = models.CharField(max_length=300, blank=True)
    examples = ArrayField(models.CharField(max_length=300), default=list)
    mode = models.CharField(max_length=10, choices=Mode, blank=True, help_text="Empty: as the whole assistant")
    tag = models.CharField(max_length=40, blank=True, help_text="That conversations about it get by themselves")
    team = models.CharField(
        max_length=80, blank=True, help_text="Name of the team that gets it where no rule names one"
    )
    vectors = models.BinaryField(default=b"", help_text="Of the examples, so that no process encodes them again")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class EncodedText(models.Model):
    """The vectors of one text of an article, so that no process encodes it a second time."""

    digest = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of encoder versions and text")
    minilm = models.BinaryField(help_text="384 numbers, float16")
    use = models.BinaryField(help_text="512 numbers, float16")

    def __str__(self) -> str:
        return self.digest
