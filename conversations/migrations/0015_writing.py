import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0014_waiting"),
    ]

    operations = [
        migrations.CreateModel(
            name="CannedReply",
            fields=[
                ("id", tenants.ids.IdField("can", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("shortcut", models.CharField(blank=True, max_length=40)),
                ("folder", models.CharField(blank=True, max_length=60)),
                ("language", models.CharField(blank=True, help_text="Empty for any", max_length=8)),
                ("text", models.TextField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["folder", "name", "language", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("folder", "name", "language"), name="canned_reply_name_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("shortcut", ""), _negated=True),
                        fields=("shortcut", "language"),
                        name="canned_reply_shortcut_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Macro",
            fields=[
                ("id", tenants.ids.IdField("mac", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True)),
                ("acts", models.JSONField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="MacroRun",
            fields=[
                ("id", tenants.ids.IdField("mcr", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.conversation"
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("name", models.CharField(help_text="Of the macro, which may be gone", max_length=120)),
                ("undo", models.JSONField()),
                ("key", models.UUIDField(help_text="The client's own, so that a repeat does nothing", unique=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ReplyDraft",
            fields=[
                ("id", tenants.ids.IdField("rdf", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reply_drafts",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reply_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mode",
                    models.CharField(choices=[("reply", "Reply"), ("note", "Note")], default="reply", max_length=5),
                ),
                ("reply", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-updated_at", "-id"],
                "constraints": [models.UniqueConstraint(fields=("conversation", "agent"), name="reply_draft_once")],
            },
        ),
        migrations.CreateModel(
            name="HeldReply",
            fields=[
                ("id", tenants.ids.IdField("hld", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_replies",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_replies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("client_id", models.UUIDField()),
                ("text", models.TextField(blank=True)),
                (
                    "attachments",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("acts", models.JSONField(blank=True, default=list, help_text="What is done once it is said")),
                ("due_at", models.DateTimeField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "client_id"), name="held_reply_client_id_once"),
                    models.UniqueConstraint(fields=("conversation", "agent"), name="held_reply_one_at_a_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="WritingSettings",
            fields=[
                (
                    "agent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="writing_settings",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undo_seconds",
                    models.PositiveSmallIntegerField(
                        default=5, validators=[django.core.validators.MaxValueValidator(10)]
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("undo_seconds__lte", 10)), name="writing_undo_at_most_10_s"
                    )
                ],
            },
        ),
    ]
