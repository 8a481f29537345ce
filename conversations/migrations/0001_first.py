import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agents", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Customer",
            fields=[
                ("id", tenants.ids.IdField("cus", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(blank=True, db_index=True, max_length=254)),
                ("language", models.CharField(default="en", max_length=8)),
                ("attributes", models.JSONField(blank=True, default=dict)),
                (
                    "page_attributes",
                    models.JSONField(
                        blank=True, default=dict, help_text="As the page around the widget says, unproven"
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True, help_text="The company's own id, signed by its server", max_length=128
                    ),
                ),
                (
                    "generation",
                    models.PositiveIntegerField(default=0, help_text="Visitor tokens of an older one are over"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="The record of the same person under which the desk looks; gives no right to anything",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="merged",
                        to="conversations.customer",
                    ),
                ),
                (
                    "last_agent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("external_id", ""), _negated=True),
                        fields=("external_id",),
                        name="customer_external_id_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="customer_not_merged_into_itself",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="customer_merged",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            django.db.models.functions.text.Concat(
                                models.F("name"),
                                models.Value(" "),
                                models.F("email"),
                                models.Value(" "),
                                django.db.models.functions.text.Replace(
                                    models.F("email"), models.Value("@"), models.Value(" ")
                                ),
                                output_field=models.TextField(),
                            ),
                            config="simple",
                        ),
                        name="customer_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", tenants.ids.IdField("conv", editable=False, primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conversations",
                        to="conversations.customer",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("widget", "Widget"), ("email", "E-mail"), ("api", "Own channel")],
                        default="widget",
                        max_length=6,
                    ),
                ),
                (
                    "channel_ref",
                    models.CharField(blank=True, help_text="What the company's own channel calls it", max_length=128),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("snoozed", "Snoozed"), ("resolved", "Resolved")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("snoozed_until", models.DateTimeField(blank=True, null=True)),
                ("language", models.CharField(default="en", max_length=8)),
                ("subject", models.CharField(blank=True, max_length=200)),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                (
                    "tags_refused",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="A person took them off: not by themselves",
                        size=None,
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        choices=[("assistant", "Assistant"), ("queue", "Queue"), ("agent", "Agent")],
                        default="assistant",
                        max_length=9,
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.team",
                    ),
                ),
                (
                    "offered_to",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("offered_until", models.DateTimeField(blank=True, help_text="Then somebody else is asked", null=True)),
                (
                    "look_again_at",
                    models.DateTimeField(blank=True, help_text="When less is asked of who may take it", null=True),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agents.skill",
                    ),
                ),
                ("epoch", models.PositiveIntegerField(default=1)),
                ("held_since", models.DateTimeField(default=django.utils.timezone.now)),
                ("held_because", models.CharField(default="started", max_length=16)),
                ("waiting_since", models.DateTimeField(blank=True, null=True)),
                (
                    "waits_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mail", "Wants the answer by e-mail"),
                            ("call", "Wants to be called"),
                            ("assistant", "Asks the assistant meanwhile"),
                        ],
                        help_text="As the customer chose",
                        max_length=9,
                    ),
                ),
                (
                    "answer_to",
                    models.EmailField(
                        blank=True,
                        help_text="Where the customer wants the desk's answer; proves nothing",
                        max_length=254,
                    ),
                ),
                (
                    "call_at",
                    models.DateTimeField(
                        blank=True, help_text="A call is promised: until shortly before it rests", null=True
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[("normal", "Normal"), ("high", "High"), ("urgent", "Urgent")],
                        default="normal",
                        max_length=6,
                    ),
                ),
                ("trigger", models.CharField(blank=True, max_length=40)),
                (
                    "tasks_open",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Of the desk, under way in other departments"
                    ),
                ),
                (
                    "draft_due_at",
                    models.DateTimeField(blank=True, help_text="While an answer is held for an agent", null=True),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("timer_at", models.DateTimeField(blank=True, null=True)),
                ("unanswered_since", models.DateTimeField(blank=True, null=True)),
                ("steps", models.PositiveSmallIntegerField(default=0)),
                (
                    "desk_since",
                    models.DateTimeField(blank=True, help_text="While people have it: since when", null=True),
                ),
                ("first_replied_at", models.DateTimeField(blank=True, help_text="By a person, since then", null=True)),
                (
                    "sla_clock",
                    models.JSONField(
                        blank=True, help_text="How far the clocks are, where a policy sets any", null=True
                    ),
                ),
                (
                    "sla_due_at",
                    models.DateTimeField(blank=True, help_text="Of the running clock that is due next", null=True),
                ),
                ("sla_timer_at", models.DateTimeField(blank=True, null=True)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="merged",
                        to="conversations.conversation",
                    ),
                ),
                ("seq", models.PositiveIntegerField(default=0)),
                ("last_customer_seq", models.PositiveIntegerField(default=0)),
                ("seen_seq", models.PositiveIntegerField(default=0)),
                ("mailed_seq", models.PositiveIntegerField(default=0)),
                (
                    "last_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("customer", "Customer"),
                            ("assistant", "Assistant"),
                            ("agent", "Agent"),
                            ("system", "System"),
                        ],
                        max_length=9,
                    ),
                ),
                ("last_author", models.CharField(blank=True, max_length=120)),
                ("last_text", models.CharField(blank=True, max_length=160)),
                ("last_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agent__isnull", False), ("holder", "agent")),
                            models.Q(models.Q(("holder", "agent"), _negated=True), ("agent__isnull", True)),
                            _connector="OR",
                        ),
                        name="conversation_agent_iff_held",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("holder", "queue"), ("waiting_since__isnull", False)),
                            models.Q(models.Q(("holder", "queue"), _negated=True), ("waiting_since__isnull", True)),
                            _connector="OR",
                        ),
                        name="conversation_waiting_iff_queued",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "resolved"), _negated=True), ("holder", "assistant"), _connector="OR"
                        ),
                        name="conversation_resolved_is_free",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_customer_seq__lte", models.F("seq")),
                            ("mailed_seq__lte", models.F("seq")),
                            ("seen_seq__lte", models.F("seq")),
                        ),
                        name="conversation_marks_within_log",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("snoozed_until__isnull", False), ("status", "snoozed")),
                            models.Q(models.Q(("status", "snoozed"), _negated=True), ("snoozed_until__isnull", True)),
                            _connector="OR",
                        ),
                        name="conversation_snoozed_until_iff_snoozed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_at__isnull", True), ("status", "resolved")),
                            models.Q(models.Q(("status", "resolved"), _negated=True), ("due_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="conversation_due_iff_live",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "snoozed"), _negated=True), ("holder", "agent"), _connector="OR"
                        ),
                        name="conversation_snoozed_by_an_agent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True),
                            models.Q(("status", "resolved"), models.Q(("merged_into", models.F("id")), _negated=True)),
                            _connector="OR",
                        ),
                        name="conversation_merged_is_resolved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("draft_due_at__isnull", True),
                            models.Q(("holder", "assistant"), ("unanswered_since__isnull", False)),
                            _connector="OR",
                        ),
                        name="conversation_draft_answers_somebody",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "resolved"), _negated=True),
                        fields=["-updated_at", "-id"],
                        name="conversation_live",
                    ),
                    models.Index(
                        condition=models.Q(("status", "resolved")),
                        fields=["-updated_at", "-id"],
                        name="conversation_over",
                    ),
                    models.Index(fields=["customer", "-created_at"], name="conversation_of_customer"),
                    models.Index(
                        condition=models.Q(("holder", "queue")), fields=["waiting_since"], name="conversation_waiting"
                    ),
                    models.Index(
                        condition=models.Q(("holder", "agent")),
                        fields=["agent", "-updated_at"],
                        name="conversation_held",
                    ),
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="conversation_merged",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", tenants.ids.IdField("alr", editable=False, primary_key=True, serialize=False)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="alerts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                            ("report_not_sent", "A report was not sent"),
                            ("usage_high", "Much of what the plan includes is used"),
                            ("usage_cap", "The assistant begins no new conversation"),
                            ("mentioned", "A colleague mentions them in a note"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(max_length=160)),
                ("text", models.CharField(blank=True, max_length=600)),
                (
                    "conversation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alerts",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "link",
                    models.CharField(blank=True, help_text="A path of the console, where it leads", max_length=200),
                ),
                ("count", models.PositiveIntegerField(default=1)),
                ("first_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("mailed_at", models.DateTimeField(blank=True, help_text="When its last letter left", null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-raised_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("seen_at__isnull", True)),
                        fields=("agent", "kind", "subject", "conversation"),
                        name="alert_unseen_once",
                        nulls_distinct=False,
                    )
                ],
                "indexes": [models.Index(fields=["agent", "-raised_at", "-id"], name="alert_newest")],
            },
        ),
    ]
