"""How live conversations stand, and what supervisors do over the assistant."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0029_surveys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        ),
        migrations.CreateModel(
            name="Oversight",
            fields=[
                ("id", tenants.ids.IdField("ovr", editable=False, primary_key=True, serialize=False)),
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
        ),
        migrations.CreateModel(
            name="OversightAct",
            fields=[
                ("id", tenants.ids.IdField("ova", editable=False, primary_key=True, serialize=False)),
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
            },
        ),
        migrations.RemoveConstraint(
            model_name="draft",
            name="draft_once_per_question",
        ),
        migrations.AddField(
            model_name="decision",
            name="guided",
            field=models.JSONField(blank=True, help_text="Which supervisor's guidance it followed", null=True),
        ),
        migrations.AddField(
            model_name="draft",
            name="carries",
            field=models.JSONField(
                blank=True, default=dict, help_text="What goes out beside the words when it is approved"
            ),
        ),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rules_unreadable", "The rules cannot be read"),
                    ("rule_notified", "A rule asked to tell somebody"),
                    ("quality_dropped", "A rule got worse"),
                    ("model_down", "The language model gives no answers"),
                    ("model_budget", "The language model's budget is spent"),
                    ("connector_failed", "The connector did not do something"),
                    ("job_failed", "A piece of work failed for good"),
                    ("task_given", "A task of the desk is yours"),
                    ("task_due", "A task of the desk is due soon"),
                    ("task_overdue", "A task of the desk is overdue"),
                    ("tasks_done", "All departments are done"),
                    ("promise_due", "What was promised is due soon"),
                    ("promise_overdue", "What was promised is overdue"),
                    ("sla_soon", "A promised time is nearly over"),
                    ("sla_breached", "A promised time is over"),
                    ("call_due", "A call that was promised is due soon"),
                    ("call_late", "A promised call was not made in time"),
                    ("reply_not_sent", "A held reply was not sent"),
                    ("low_rating", "A customer was not satisfied"),
                    ("risk_high", "A live conversation of the assistant became risky"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "superseded"), _negated=True),
                fields=("conversation", "asked_seq", "kind"),
                name="draft_once_per_question",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlroomsettings",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="control_room_settings_one_row"),
        ),
        migrations.AddConstraint(
            model_name="controlroomsettings",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("high_from__gt", models.F("raised_from")), ("high_from__lte", 100), ("raised_from__gte", 1)
                ),
                name="control_room_tiers_in_order",
            ),
        ),
        migrations.AddField(
            model_name="oversight",
            name="conversation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="oversight", to="conversations.conversation"
            ),
        ),
        migrations.AddField(
            model_name="oversightact",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="oversightact",
            name="conversation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="oversight_acts",
                to="conversations.conversation",
            ),
        ),
        migrations.AddIndex(
            model_name="oversightact",
            index=models.Index(fields=["kind", "-at"], name="oversight_act_newest"),
        ),
        migrations.AddConstraint(
            model_name="oversightact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state__in", ("waiting", "drafted", "failed"))),
                    ("ended_at__isnull", False),
                    _connector="OR",
                ),
                name="oversight_act_ends_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="oversightact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("conversation", "kind"),
                name="oversight_act_one_of_a_kind",
            ),
        ),
        migrations.AddIndex(
            model_name="oversight",
            index=models.Index(fields=["-highest", "-updated_at"], name="oversight_gravest"),
        ),
        migrations.AddConstraint(
            model_name="oversight",
            constraint=models.CheckConstraint(
                condition=models.Q(("highest__gte", models.F("risk")), ("risk__lte", 100)),
                name="oversight_risk_in_bounds",
            ),
        ),
    ]
