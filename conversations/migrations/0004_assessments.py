import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0003_learning"),
    ]

    operations = [
        migrations.CreateModel(
            name="Scorecard",
            fields=[
                ("id", tenants.ids.IdField("scd", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("describes", models.CharField(blank=True, max_length=300)),
                (
                    "looks_at",
                    models.CharField(
                        choices=[("assistant", "The assistant"), ("agents", "Agents"), ("both", "Both")], max_length=9
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "archived_at",
                    models.DateTimeField(blank=True, help_text="Nobody begins with it any more", null=True),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at__isnull", True)), fields=("name",), name="scorecard_name_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScorecardVersion",
            fields=[
                ("id", tenants.ids.IdField("scv", editable=False, primary_key=True, serialize=False)),
                (
                    "scorecard",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="conversations.scorecard",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("sections", models.JSONField(help_text="As conversations/assessments/questions.py reads them")),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("scorecard", "number"), name="scorecard_version_once")],
            },
        ),
        migrations.CreateModel(
            name="SamplingPlan",
            fields=[
                ("id", tenants.ids.IdField("spl", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="plans", to="conversations.scorecard"
                    ),
                ),
                (
                    "wanted",
                    models.CharField(
                        choices=[
                            ("random", "Any, by chance"),
                            ("low_satisfaction", "Low satisfaction"),
                            ("reopened", "Opened again"),
                            ("repeat_contact", "The customer came back on the same topic"),
                            ("high_risk", "High risk in the control room"),
                            ("dismissed_risk", "A risk that somebody dismissed"),
                            ("needless_handover", "Handed over without need"),
                            ("late_handover", "Handed over too late"),
                            ("new_agent", "Agents in their first weeks"),
                        ],
                        max_length=20,
                    ),
                ),
                ("per_week", models.PositiveSmallIntegerField()),
                (
                    "spread_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not spread"),
                            ("agent", "Agent"),
                            ("team", "Team"),
                            ("topic", "Topic"),
                            ("channel", "Channel"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "second_share",
                    models.FloatField(default=0, help_text="0..1: of these a second person fills in the card, blind"),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=80)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["made_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("per_week__gte", 1), ("per_week__lte", 500)), name="plan_draws_some"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("second_share__gte", 0), ("second_share__lte", 1)),
                        name="plan_second_share_is_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SamplingDraw",
            fields=[
                ("id", tenants.ids.IdField("sdr", editable=False, primary_key=True, serialize=False)),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draws",
                        to="conversations.samplingplan",
                    ),
                ),
                ("begins_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("seed", models.CharField(max_length=32)),
                ("strata", models.JSONField(help_text="[[stratum, how many there were, how many were drawn], ...]")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["-ends_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "ends_at"), name="plan_drawn_once_a_week"),
                    models.CheckConstraint(
                        condition=models.Q(("begins_at__lt", models.F("ends_at"))), name="draw_ends_after_it_begins"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", tenants.ids.IdField("asm", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to="conversations.conversation",
                    ),
                ),
                ("episode", models.PositiveIntegerField(default=1, help_text="Its number in the conversation")),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to="conversations.scorecard",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conversations.scorecardversion",
                    ),
                ),
                (
                    "second_of",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="second",
                        to="conversations.assessment",
                    ),
                ),
                ("part", models.CharField(blank=True, help_text="Who spoke: assistant, agent, both", max_length=9)),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=80)),
                ("channel", models.CharField(blank=True, max_length=10)),
                ("rules_version", models.PositiveIntegerField(default=0)),
                ("knowledge_number", models.PositiveBigIntegerField(default=0)),
                ("engine", models.CharField(blank=True, max_length=14)),
                ("happened_at", models.DateTimeField(help_text="When the episode ended, or was last written in")),
                (
                    "because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("random", "Any, by chance"),
                            ("low_satisfaction", "Low satisfaction"),
                            ("reopened", "Opened again"),
                            ("repeat_contact", "The customer came back on the same topic"),
                            ("high_risk", "High risk in the control room"),
                            ("dismissed_risk", "A risk that somebody dismissed"),
                            ("needless_handover", "Handed over without need"),
                            ("late_handover", "Handed over too late"),
                            ("new_agent", "Agents in their first weeks"),
                        ],
                        help_text="Empty: somebody chose it",
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_until",
                    models.DateTimeField(blank=True, help_text="While open: the reviewer is at it", null=True),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("skipped_at", models.DateTimeField(blank=True, null=True)),
                ("skipped_because", models.CharField(blank=True, max_length=200)),
                ("score", models.FloatField(blank=True, help_text="0..100; none where nothing applied", null=True)),
                ("failed", models.BooleanField(default=False, help_text="At a critical question")),
                ("comment", models.TextField(blank=True, help_text="To the agent, privately")),
                ("seen_at", models.DateTimeField(blank=True, help_text="By the agent whom it is about", null=True)),
                ("reply", models.TextField(blank=True, help_text="What that agent says to it")),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "dispute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nothing said against it"),
                            ("open", "Waits for a decision"),
                            ("kept", "Stays as it was"),
                            ("changed", "Was put right"),
                        ],
                        max_length=7,
                    ),
                ),
                ("decision", models.TextField(blank=True, help_text="What a reviewer said to the dispute")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("second_of__isnull", True)),
                        fields=("conversation", "episode", "scorecard"),
                        name="assessment_first_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done_at__isnull", True), ("skipped_at__isnull", True), _connector="OR"),
                        name="assessment_done_or_skipped",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", False),
                            models.Q(("dispute", ""), ("failed", False), ("score__isnull", True)),
                            _connector="OR",
                        ),
                        name="assessment_scored_iff_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True), models.Q(("score__gte", 0), ("score__lte", 100)), _connector="OR"
                        ),
                        name="assessment_score_is_of_100",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("skipped_at__isnull", True)),
                        fields=["made_at"],
                        name="assessment_open",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", False)),
                        fields=["-done_at", "-id"],
                        name="assessment_done",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", False)),
                        fields=["agent", "-done_at"],
                        name="assessment_of_agent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SamplingPick",
            fields=[
                ("id", tenants.ids.IdField("spk", editable=False, primary_key=True, serialize=False)),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picks",
                        to="conversations.samplingdraw",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="picks", to="conversations.assessment"
                    ),
                ),
                ("stratum", models.CharField(blank=True, max_length=120)),
                (
                    "probability",
                    models.FloatField(
                        help_text="With which it was drawn, over 0 and up to 1; its inverse is its weight"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("draw", "assessment"), name="pick_once_in_a_draw"),
                    models.CheckConstraint(
                        condition=models.Q(("probability__gt", 0), ("probability__lte", 1)),
                        name="pick_probability_is_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentAnswer",
            fields=[
                ("id", tenants.ids.IdField("asa", editable=False, primary_key=True, serialize=False)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="conversations.assessment",
                    ),
                ),
                (
                    "question",
                    models.CharField(help_text="Its id, the same in all versions of the scorecard", max_length=20),
                ),
                (
                    "value",
                    models.CharField(
                        help_text="yes, no, a step of the scale, the id of a choice, or na", max_length=20
                    ),
                ),
                ("worth", models.FloatField(blank=True, help_text="0..1; none where it does not apply", null=True)),
                ("quote_seq", models.PositiveIntegerField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("assessment", "question"), name="answer_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("worth__isnull", True), models.Q(("worth__gte", 0), ("worth__lte", 1)), _connector="OR"
                        ),
                        name="answer_worth_is_a_share",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentOutcome",
            fields=[
                ("id", tenants.ids.IdField("aso", editable=False, primary_key=True, serialize=False)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="conversations.assessment",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "A proposal for the knowledge"),
                            ("label", "A label of the handover"),
                            ("missed", "A person was needed"),
                            ("coaching", "A note to the agent"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "at_seq",
                    models.PositiveIntegerField(blank=True, help_text="The message that it is about", null=True),
                ),
                ("verdict", models.CharField(blank=True, help_text="Of the handover", max_length=8)),
                ("trigger", models.CharField(blank=True, help_text="For what a person was needed", max_length=40)),
                (
                    "text",
                    models.TextField(blank=True, help_text="What it says: the correction, or the note to the agent"),
                ),
                (
                    "handover",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="conversations.handover",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="conversations.proposal",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["made_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "missed"), _negated=True),
                            models.Q(("at_seq__isnull", False), models.Q(("trigger", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="outcome_missed_names_trigger_and_message",
                    )
                ],
            },
        ),
    ]
