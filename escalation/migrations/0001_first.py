import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RuleBookVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True)),
                ("document", models.JSONField()),
                (
                    "note",
                    models.CharField(blank=True, help_text="Why, in the words of whoever published it", max_length=300),
                ),
                (
                    "restored_from",
                    models.PositiveIntegerField(blank=True, help_text="The version whose rules came back", null=True),
                ),
                ("published_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_by", models.CharField(max_length=80)),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="rule_book_number_from_1")
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleDraft",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                (
                    "document",
                    models.JSONField(blank=True, help_text="As it was typed, whole or not; null: no draft", null=True),
                ),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "based_on",
                    models.PositiveIntegerField(default=0, help_text="The version in force when the draft was begun"),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_by", models.CharField(blank=True, max_length=80)),
                ("changed_by_id", models.CharField(blank=True, help_text="Of the agent or the token", max_length=40)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="rule_draft_one")],
            },
        ),
    ]
