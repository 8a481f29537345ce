import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0016_webhooks"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutsideTurn",
            fields=[
                ("id", tenants.ids.IdField("atn", editable=False, primary_key=True, serialize=False)),
                ("asked_seq", models.PositiveIntegerField()),
                ("epoch", models.PositiveIntegerField()),
                ("given", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits for the reply"),
                            ("answered", "The reply was taken"),
                            ("over", "Over without a reply that was taken"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("why_over", models.CharField(blank=True, max_length=40)),
                ("client_id", models.UUIDField(blank=True, help_text="Of the reply that was taken", null=True)),
                (
                    "token_id",
                    models.CharField(blank=True, help_text="Public id; of the reply that was taken", max_length=40),
                ),
                ("token_name", models.CharField(blank=True, max_length=80)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outside_turns",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "indexes": [
                    models.Index(fields=["-created_at", "-id"], name="outside_turn_newest"),
                    models.Index(fields=["conversation", "asked_seq"], name="outside_turn_of_question"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("conversation",),
                        name="outside_turn_one_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="outside_turn_ended",
                    ),
                ],
            },
        ),
    ]
