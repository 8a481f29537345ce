import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0007_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="SkillSettings",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("on", models.BooleanField(default=True)),
                ("policy", models.JSONField(blank=True, default=dict)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", tenants.ids.IdField("act", editable=False, primary_key=True, serialize=False)),
                ("skill", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=200)),
                ("subject", models.CharField(help_text="Such as an order's number", max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Waits for the connector"),
                            ("done", "Done"),
                            ("declined", "Declined by an agent"),
                            ("failed", "Failed"),
                        ],
                        default="done",
                        max_length=8,
                    ),
                ),
                ("request", models.JSONField(default=dict)),
                ("result", models.JSONField(blank=True, default=dict)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("because", models.TextField(help_text="The policy's words")),
                ("says", models.TextField(blank=True, help_text="What the customer reads when it is done")),
                ("conversation", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("customer", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("email", models.EmailField(blank=True, help_text="That the customer proved", max_length=254)),
                ("proven_how", models.CharField(blank=True, max_length=10)),
                ("asked_seq", models.PositiveIntegerField(default=0)),
                ("approved_by", models.CharField(blank=True, help_text="Public id of the agent", max_length=40)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["pending", "done"])), fields=("key",), name="action_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                        name="action_amount_positive",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["conversation", "created_at"], name="action_of_conversation"),
                    models.Index(fields=["email", "kind", "created_at"], name="action_of_person"),
                    models.Index(fields=["kind", "subject"], name="action_about"),
                ],
            },
        ),
    ]
