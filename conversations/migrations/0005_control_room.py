import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0004_assessments"),
    ]

    operations = [
        migrations.CreateModel(
            name="DecidedFact",
            fields=[
                ("id", tenants.ids.IdField("fct", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decided_facts",
                        to="conversations.conversation",
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                ("about", models.CharField(blank=True, max_length=300)),
                ("seq", models.PositiveIntegerField(default=0)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("conversation", "text"),
                        name="decided_fact_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decided_fact_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", tenants.ids.IdField("prm", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promises",
                        to="conversations.conversation",
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                ("seq", models.PositiveIntegerField(default=0, help_text="The message that it stands in; 0 for none")),
                (
                    "said_by",
                    models.CharField(
                        choices=[
                            ("customer", "Customer"),
                            ("assistant", "Assistant"),
                            ("agent", "Agent"),
                            ("system", "System"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Kept"),
                            ("released", "Not needed any more"),
                            ("none", "Was no promise"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("alarm_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "seq", "text"), name="promise_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="promise_closed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alarm_at__isnull", True), ("state", "open"), _connector="OR"),
                        name="promise_rings_while_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OversightAct",
            fields=[
                ("id", tenants.ids.IdField("ova", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="oversight_acts",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guidance", "Guided the assistant"),
                            ("hold", "Asked to see the next reply first"),
                            ("dismissal", "Put a risk aside"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("risk", models.PositiveSmallIntegerField(default=0)),
                ("after_seq", models.PositiveIntegerField(default=0, help_text="How far the log was then")),
                (
                    "guidance_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("say", "Say this"),
                            ("article", "Use this article"),
                            ("ask_for", "Ask for something"),
                            ("pass_on", "Pass on to a team"),
                            ("words", "In other words"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "text",
                    models.TextField(blank=True, help_text="The instruction, for the assistant and the desk alone"),
                ),
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="The id of the article or team that it names", max_length=40
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("handled", "It is being handled"),
                            ("harmless", "There is no risk"),
                            ("known", "Known, and watched elsewhere"),
                            ("other", "Something else"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        blank=True, help_text="Why it was put aside, or could not be followed", max_length=300
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Stands"),
                            ("drafted", "In a draft that waits"),
                            ("followed", "Followed"),
                            ("failed", "Could not be followed"),
                            ("taken_back", "Taken back"),
                            ("ended", "The conversation went on without it"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("answer_seq", models.PositiveIntegerField(blank=True, help_text="What was said by it", null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state__in", ("waiting", "drafted", "failed"))),
                            ("ended_at__isnull", False),
                            _connector="OR",
                        ),
                        name="oversight_act_ends_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("conversation", "kind"),
                        name="oversight_act_one_of_a_kind",
                    ),
                ],
                "indexes": [models.Index(fields=["kind", "-at"], name="oversight_act_newest")],
            },
        ),
        migrations.CreateModel(
            name="Oversight",
            fields=[
                ("id", tenants.ids.IdField("ovr", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="oversight",
                        to="conversations.conversation",
                    ),
                ),
                ("risk", models.PositiveSmallIntegerField(default=0, help_text="From 0 to 100")),
                ("highest", models.PositiveSmallIntegerField(default=0)),
                (
                    "tier",
                    models.CharField(
                        choices=[("low", "Low"), ("raised", "Raised"), ("high", "High")], default="low", max_length=6
                    ),
                ),
                ("reasons", models.JSONField(blank=True, default=list)),
                ("topic", models.CharField(blank=True, max_length=80)),
                (
                    "asked_seq",
                    models.PositiveIntegerField(default=0, help_text="The customer's message that was measured last"),
                ),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("highest__gte", models.F("risk")), ("risk__lte", 100)),
                        name="oversight_risk_in_bounds",
                    )
                ],
                "indexes": [models.Index(fields=["-highest", "-updated_at"], name="oversight_gravest")],
            },
        ),
        migrations.CreateModel(
            name="ControlRoomSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("raised_from", models.PositiveSmallIntegerField(default=30)),
                ("high_from", models.PositiveSmallIntegerField(default=60)),
                (
                    "approve_from",
                    models.CharField(
                        blank=True,
                        choices=[("low", "Low"), ("raised", "Raised"), ("high", "High")],
                        help_text="Blank: no tier forces approval",
                        max_length=6,
                    ),
                ),
                (
                    "approve_topics",
                    models.JSONField(blank=True, default=dict, help_text="By topic: raised, high or never"),
                ),
                (
                    "alerts",
                    models.BooleanField(
                        default=True, help_text="Supervisors are told of a conversation that becomes high"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="control_room_settings_one_row"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("high_from__gt", models.F("raised_from")), ("high_from__lte", 100), ("raised_from__gte", 1)
                        ),
                        name="control_room_tiers_in_order",
                    ),
                ],
            },
        ),
    ]
