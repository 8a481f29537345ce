import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0006_data"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", tenants.ids.IdField("att", editable=False, primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="conversations.customer",
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
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="conversations.message",
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                ("content_type", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("width", models.PositiveIntegerField(blank=True, null=True)),
                ("height", models.PositiveIntegerField(blank=True, null=True)),
                ("stored_as", models.CharField(max_length=200, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agent__isnull", True), ("customer__isnull", False)),
                            models.Q(("agent__isnull", False), ("customer__isnull", True)),
                            _connector="OR",
                        ),
                        name="attachment_of_one_uploader",
                    )
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("message__isnull", True)), fields=["created_at"], name="attachment_unsent"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                (
                    "transfer_needs_note",
                    models.BooleanField(default=False, help_text="Who passes a conversation on has to say why"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="handover_settings_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", tenants.ids.IdField("prf", editable=False, primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proofs", to="conversations.customer"
                    ),
                ),
                ("email", models.EmailField(help_text="In lower case", max_length=254)),
                (
                    "how",
                    models.CharField(
                        choices=[("identity", "Signed by the company"), ("code", "A code by mail")], max_length=8
                    ),
                ),
                ("proven_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-proven_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("customer", "email", "how"), name="proof_once"),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("proven_at"))), name="proof_lasts"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OneTimeCode",
            fields=[
                ("id", tenants.ids.IdField("otc", editable=False, primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="one_time_codes",
                        to="conversations.customer",
                    ),
                ),
                ("email", models.EmailField(db_index=True, help_text="In lower case", max_length=254)),
                ("language", models.CharField(default="en", max_length=8)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "wrong_seq",
                    models.PositiveIntegerField(
                        default=0, help_text="Of the customer's last message with a wrong code"
                    ),
                ),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-sent_at", "-id"],
                "indexes": [models.Index(fields=["customer", "-sent_at"], name="one_time_code_newest")],
            },
        ),
        migrations.CreateModel(
            name="IdentitySettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("secret", models.TextField(blank=True, help_text="Sealed; empty while there is none")),
                ("previous_secret", models.TextField(blank=True, help_text="Sealed; still good until previous_until")),
                ("previous_until", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "enforce",
                    models.BooleanField(
                        default=False, help_text="Whoever was identified once must be identified again"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="identity_settings_one_row"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("enforce", False), models.Q(("secret", ""), _negated=True), _connector="OR"
                        ),
                        name="identity_enforced_by_a_secret",
                    ),
                ],
            },
        ),
    ]
