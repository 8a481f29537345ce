import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", tenants.ids.IdField("art", editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField(help_text="Markdown")),
                (
                    "questions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), blank=True, default=list, size=None
                    ),
                ),
                ("language", models.CharField(default="en", max_length=8)),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("everyone", "Customers and agents"), ("desk", "Agents only")],
                        default="everyone",
                        max_length=8,
                    ),
                ),
                ("valid_from", models.DateTimeField(blank=True, null=True)),
                ("valid_until", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, help_text="Number of its newest version")),
                (
                    "compared",
                    models.PositiveIntegerField(
                        default=0, help_text="Number of the version held against the others last"
                    ),
                ),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, help_text="Can be brought back until it is purged", null=True),
                ),
            ],
            options={
                "ordering": ["title"],
                "base_manager_name": "everything",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)), fields=("title",), name="article_title_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_until__isnull", True),
                            ("valid_until__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="article_valid_until_later",
                    ),
                ],
                "indexes": [models.Index(fields=["-updated_at", "-id"], name="article_recent")],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ArticleVersion",
            fields=[
                ("id", tenants.ids.IdField("artv", editable=False, primary_key=True, serialize=False)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="assistant.article"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "fields",
                    models.JSONField(
                        help_text="title, body, questions, language, tags, audience, valid_from, valid_until"
                    ),
                ),
                ("cause", models.CharField(help_text="written, import, gap, correction, restored", max_length=40)),
                ("author", models.CharField(blank=True, help_text="Name of who changed it", max_length=120)),
                ("author_id", models.CharField(blank=True, help_text="Public id of who changed it", max_length=40)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("article", "number"), name="article_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Overlap",
            fields=[
                ("id", tenants.ids.IdField("ovl", editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("duplicate", "They say the same"), ("contradiction", "They contradict each other")],
                        max_length=13,
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="assistant.article"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="assistant.article"
                    ),
                ),
                ("first_quote", models.TextField()),
                ("second_quote", models.TextField()),
                ("score", models.FloatField(help_text="0..1")),
                ("found_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("dismissed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-score", "id"],
                "constraints": [models.UniqueConstraint(fields=("first", "second", "kind"), name="overlap_once")],
            },
        ),
        migrations.CreateModel(
            name="KnowledgeVersion",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="knowledge_version_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Intent",
            fields=[
                ("id", tenants.ids.IdField("int", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, unique=True)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("autopilot", "Answers by itself"),
                            ("supervised", "Each answer waits for an agent"),
                            ("copilot", "Drafts for agents only"),
                            ("off", "Off"),
                        ],
                        help_text="Empty: as the whole assistant",
                        max_length=10,
                    ),
                ),
                (
                    "tag",
                    models.CharField(
                        blank=True, help_text="That conversations about it get by themselves", max_length=40
                    ),
                ),
                (
                    "team",
                    models.CharField(
                        blank=True, help_text="Name of the team that gets it where no rule names one", max_length=80
                    ),
                ),
                (
                    "vectors",
                    models.BinaryField(default=b"", help_text="Of the examples, so that no process encodes them again"),
                ),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="EncodedText",
            fields=[
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 of encoder versions and text",
                        max_length=64,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("minilm", models.BinaryField(help_text="384 numbers, float16")),
                ("use", models.BinaryField(help_text="512 numbers, float16")),
            ],
        ),
    ]
