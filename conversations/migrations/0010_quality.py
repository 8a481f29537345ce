import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0009_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="CustomerMerge",
            fields=[
                ("id", tenants.ids.IdField("mrg", editable=False, primary_key=True, serialize=False)),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="conversations.customer"
                    ),
                ),
                (
                    "taken",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merged_by",
                        to="conversations.customer",
                    ),
                ),
                (
                    "moved",
                    models.JSONField(
                        default=list, help_text="Ids of all records that joined: the one taken, and what it had"
                    ),
                ),
                ("reasons", models.JSONField(default=list, help_text="What spoke for it")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="NotDoubles",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.customer"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.customer"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="not_doubles_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="not_doubles_in_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CustomerNote",
            fields=[
                ("id", tenants.ids.IdField("cnt", editable=False, primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="conversations.customer"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("text", models.TextField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HandoverLabel",
            fields=[
                ("id", tenants.ids.IdField("lab", editable=False, primary_key=True, serialize=False)),
                (
                    "handover",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="conversations.handover",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[("right", "Right"), ("too_late", "Too late"), ("needless", "Not needed")], max_length=8
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        blank=True, help_text="Which it should have been; empty: the one it was", max_length=40
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, help_text="When another took its place, or it was undone", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("handover",), name="label_counts_once"
                    )
                ],
                "indexes": [models.Index(fields=["handover"], name="label_of_handover")],
            },
        ),
        migrations.CreateModel(
            name="ReviewRound",
            fields=[
                ("id", tenants.ids.IdField("rvr", editable=False, primary_key=True, serialize=False)),
                ("begins_at", models.DateTimeField(help_text="Conversations that began from here on")),
                ("ends_at", models.DateTimeField(help_text="and before this", unique=True)),
                ("conversations", models.PositiveIntegerField(help_text="That the assistant had alone")),
                ("drawn", models.PositiveIntegerField()),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="Drops that were told of",
                        size=None,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-ends_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("drawn__lte", models.F("conversations"))),
                        name="round_draws_from_what_there_is",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("begins_at__lte", models.F("ends_at"))), name="round_ends_after_it_begins"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", tenants.ids.IdField("rev", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "drawn_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="conversations.reviewround",
                    ),
                ),
                (
                    "probability",
                    models.FloatField(
                        help_text="With which it was drawn, over 0 and up to 1; its inverse is its weight"
                    ),
                ),
                ("doubt", models.FloatField(help_text="0..1: how near the assistant was to handing over")),
                ("rules_version", models.PositiveIntegerField(help_text="Under which the last decision was made")),
                ("began_at", models.DateTimeField(help_text="When the conversation did")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "Right without a person"),
                            ("missed", "A person was needed"),
                            ("cannot_tell", "Cannot tell"),
                        ],
                        max_length=11,
                    ),
                ),
                ("trigger", models.CharField(blank=True, help_text="That was missed", max_length=40)),
                (
                    "at_seq",
                    models.PositiveIntegerField(
                        blank=True, help_text="The message at which a person was needed", null=True
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("judged_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-began_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("probability__gt", 0), ("probability__lte", 1)),
                        name="review_probability_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("at_seq__isnull", False),
                                ("verdict", "missed"),
                                models.Q(("trigger", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("verdict", "missed"), _negated=True),
                                ("at_seq__isnull", True),
                                ("trigger", ""),
                            ),
                            _connector="OR",
                        ),
                        name="review_missed_names_trigger_and_message",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at__isnull", True), ("verdict", "")),
                            models.Q(models.Q(("verdict", ""), _negated=True), ("judged_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_judged_iff_verdict",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["-began_at"], name="review_recent"),
                    models.Index(condition=models.Q(("verdict", "")), fields=["-began_at"], name="review_open"),
                ],
            },
        ),
    ]
