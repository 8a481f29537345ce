import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0002_idempotent_requests"),
        ("conversations", "0017_outside_turns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Migration",
            fields=[
                ("id", tenants.ids.IdField("mig", editable=False, primary_key=True, serialize=False)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("chatwoot", "Chatwoot"),
                            ("intercom", "Intercom"),
                            ("customers", "A list of customers"),
                        ],
                        max_length=9,
                    ),
                ),
                ("name", models.CharField(help_text="Of the file", max_length=120)),
                (
                    "text",
                    models.TextField(
                        blank=True, help_text="What the file holds, an entry to a line; emptied when it is read"
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Of the first letter that is not read yet"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Reading"),
                            ("review", "Waits for a review"),
                            ("applying", "Storing"),
                            ("done", "Done"),
                            ("undoing", "Taking back"),
                            ("undone", "Taken back"),
                            ("cancelled", "Cancelled"),
                            ("failed", "Failed"),
                        ],
                        default="reading",
                        max_length=9,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("requested_by", models.CharField(blank=True, help_text="Public id of who began it", max_length=40)),
                ("requested_name", models.CharField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MigrationItem",
            fields=[
                ("id", tenants.ids.IdField("mgi", editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("place", models.PositiveIntegerField(help_text="Of the file's entries, from 1")),
                (
                    "kind",
                    models.CharField(
                        choices=[("customer", "Customer"), ("conversation", "Conversation")], max_length=12
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=200)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("known", "Known already"),
                            ("merged", "Joined with a customer of the same address"),
                            ("problem", "Cannot be stored"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, help_text="Of the customer, or what the conversation is about", max_length=200
                    ),
                ),
                ("email", models.CharField(blank=True, max_length=254)),
                ("messages", models.PositiveIntegerField(default=0)),
                ("notes", models.PositiveIntegerField(default=0)),
                ("content", models.JSONField(blank=True, default=dict)),
                ("before", models.JSONField(blank=True, default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.AlterField(
            model_name="conversation",
            name="channel",
            field=models.CharField(
                choices=[
                    ("widget", "Widget"),
                    ("email", "E-mail"),
                    ("api", "Own channel"),
                    ("import", "Brought from elsewhere"),
                ],
                default="widget",
                max_length=6,
            ),
        ),
        migrations.AlterField(
            model_name="conversation",
            name="channel_ref",
            field=models.CharField(
                blank=True, help_text="What its own channel, or where it came from, calls it", max_length=128
            ),
        ),
        migrations.AlterField(
            model_name="episode",
            name="channel",
            field=models.CharField(
                choices=[
                    ("widget", "Widget"),
                    ("email", "E-mail"),
                    ("api", "Own channel"),
                    ("import", "Brought from elsewhere"),
                ],
                max_length=6,
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("channel", "import")), fields=("channel_ref",), name="conversation_brought_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", "import"), _negated=True), ("status", "resolved"), _connector="OR"
                ),
                name="conversation_brought_is_resolved",
            ),
        ),
        migrations.AddField(
            model_name="migrationitem",
            name="conversation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conversations.conversation",
            ),
        ),
        migrations.AddField(
            model_name="migrationitem",
            name="customer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conversations.customer",
            ),
        ),
        migrations.AddField(
            model_name="migrationitem",
            name="migration",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="conversations.migration",
            ),
        ),
        migrations.AddIndex(
            model_name="migrationitem",
            index=models.Index(fields=["kind", "key"], name="migration_item_called"),
        ),
        migrations.AddConstraint(
            model_name="migrationitem",
            constraint=models.UniqueConstraint(fields=("migration", "number"), name="migration_item_number_once"),
        ),
        migrations.AddConstraint(
            model_name="migrationitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("migration", "kind", "key"),
                name="migration_item_key_once",
            ),
        ),
    ]
