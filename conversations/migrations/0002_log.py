import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", tenants.ids.IdField("msg", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="conversations.conversation",
                    ),
                ),
                ("seq", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("text", "Text"), ("control", "Control changed"), ("status", "Status changed")],
                        default="text",
                        max_length=7,
                    ),
                ),
                (
                    "author_kind",
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
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("sources", models.JSONField(blank=True, default=list)),
                ("data", models.JSONField(blank=True, default=dict)),
                ("client_id", models.UUIDField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["seq"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "seq"), name="message_seq_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("client_id__isnull", False)),
                        fields=("conversation", "client_id"),
                        name="message_client_id_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("seq__gte", 1)), name="message_seq_from_1"),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("text", config="simple"),
                        condition=models.Q(("kind", "text")),
                        name="message_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", tenants.ids.IdField("dec", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="conversations.conversation",
                    ),
                ),
                ("asked_seq", models.PositiveIntegerField()),
                ("answer_seq", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("answer", "answer"),
                            ("unsure", "unsure"),
                            ("handover", "handover"),
                            ("held", "held"),
                            ("off", "off"),
                        ],
                        max_length=8,
                    ),
                ),
                ("trigger", models.CharField(blank=True, max_length=40)),
                ("label", models.CharField(blank=True, max_length=120)),
                ("rule", models.CharField(blank=True, max_length=80)),
                ("rules_version", models.PositiveIntegerField()),
                ("facts", models.JSONField()),
                (
                    "considered",
                    models.JSONField(blank=True, help_text="The rules that held, and those that nearly did", null=True),
                ),
                (
                    "model_versions",
                    models.JSONField(blank=True, default=dict, help_text="Of what measured and answered, by name"),
                ),
                ("confidence", models.FloatField(blank=True, null=True)),
                ("topic", models.CharField(blank=True, help_text="Name of the intent", max_length=80)),
                ("mode", models.CharField(blank=True, max_length=10)),
                ("engine", models.CharField(blank=True, max_length=14)),
                ("knowledge_number", models.PositiveBigIntegerField(default=0)),
                (
                    "articles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Public ids, quoted",
                        size=None,
                    ),
                ),
                ("skill", models.CharField(blank=True, help_text="That answered or handed over", max_length=40)),
                (
                    "task",
                    models.JSONField(blank=True, help_text="The task that is under way after this turn", null=True),
                ),
                (
                    "guided",
                    models.JSONField(blank=True, help_text="Which supervisor's guidance it followed", null=True),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action__in", ["handover", "held", "off"]), ("answer_seq__isnull", False), _connector="OR"
                        ),
                        name="decision_answers_or_hands_over",
                    ),
                    models.UniqueConstraint(fields=("conversation", "asked_seq"), name="decision_once_per_question"),
                ],
                "indexes": [models.Index(fields=["created_at"], name="decision_recent")],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", tenants.ids.IdField("hnd", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handovers",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handover",
                        to="conversations.decision",
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
                ("reason", models.TextField()),
                (
                    "fired",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("card", models.JSONField()),
                ("routing", models.JSONField(default=dict)),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "repeats",
                    models.JSONField(
                        blank=True, help_text="What the customer had to say again; none: not looked", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["requested_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                            models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="handover_accepted_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", tenants.ids.IdField("note", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("text", models.TextField()),
                ("data", models.JSONField(blank=True, default=dict, help_text="Whom it mentions, by id and name")),
                ("client_id", models.UUIDField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "client_id"), name="note_client_id_once")
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("text", config="simple"), name="note_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", tenants.ids.IdField("mtn", editable=False, primary_key=True, serialize=False)),
                (
                    "note",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="conversations.note",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        blank=True, help_text="When they first opened the conversation since", null=True
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "constraints": [models.UniqueConstraint(fields=("note", "agent"), name="mention_once_in_a_note")],
                "indexes": [models.Index(fields=["agent", "-created_at", "-id"], name="mention_newest")],
            },
        ),
    ]
