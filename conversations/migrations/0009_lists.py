import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0008_insights"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", tenants.ids.IdField("flt", editable=False, primary_key=True, serialize=False)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("shared", models.BooleanField(default=False)),
                ("view", models.CharField(default="all", max_length=12)),
                (
                    "filter",
                    models.JSONField(blank=True, default=dict, help_text="As inbox/listing/filters.py reads it"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [models.UniqueConstraint(fields=("owner", "name"), name="saved_filter_name_once")],
            },
        ),
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                ("id", tenants.ids.IdField("blk", editable=False, primary_key=True, serialize=False)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("acts", models.JSONField(help_text="As desk_acts reads them")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("done", "Done"),
                            ("undoing", "Being taken back"),
                            ("undone", "Taken back"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="BulkItem",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="conversations.bulkrun",
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.conversation"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("done", "Done"),
                            ("failed", "Not possible"),
                            ("undone", "Taken back"),
                            ("kept", "Could not be taken back"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=300)),
                ("undo", models.JSONField(blank=True, help_text="As desk_acts gave it", null=True)),
            ],
            options={
                "ordering": ["run", "place"],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "conversation"), name="bulk_item_once"),
                    models.UniqueConstraint(fields=("run", "place"), name="bulk_item_place_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["done", "undone"]), _negated=True),
                            ("undo__isnull", False),
                            _connector="OR",
                        ),
                        name="bulk_item_done_can_be_undone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentMail",
            fields=[
                ("id", tenants.ids.IdField("mail", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sent_mails",
                        to="conversations.conversation",
                    ),
                ),
                ("to", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=240)),
                ("from_seq", models.PositiveIntegerField()),
                ("to_seq", models.PositiveIntegerField()),
                ("message_id", models.CharField(max_length=200, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "from_seq"), name="sent_mail_once_per_part")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceivedMail",
            fields=[
                ("message_id", models.CharField(max_length=255, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="received_mails",
                        to="conversations.conversation",
                    ),
                ),
                ("from_address", models.EmailField(max_length=254)),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
    ]
