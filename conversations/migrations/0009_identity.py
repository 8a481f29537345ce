"""Who customers are: proofs of their addresses, codes by mail, the company's signature."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0008_tasks"),
    ]

    operations = [
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
        ),
        migrations.CreateModel(
            name="OneTimeCode",
            fields=[
                ("id", tenants.ids.IdField("otc", editable=False, primary_key=True, serialize=False)),
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
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", tenants.ids.IdField("prf", editable=False, primary_key=True, serialize=False)),
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
            },
        ),
        migrations.AddField(
            model_name="customer",
            name="external_id",
            field=models.CharField(blank=True, help_text="The company's own id, signed by its server", max_length=128),
        ),
        migrations.AddField(
            model_name="customer",
            name="generation",
            field=models.PositiveIntegerField(default=0, help_text="Visitor tokens of an older one are over"),
        ),
        migrations.AddField(
            model_name="customer",
            name="page_attributes",
            field=models.JSONField(blank=True, default=dict, help_text="As the page around the widget says, unproven"),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("external_id", ""), _negated=True),
                fields=("external_id",),
                name="customer_external_id_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="identitysettings",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="identity_settings_one_row"),
        ),
        migrations.AddConstraint(
            model_name="identitysettings",
            constraint=models.CheckConstraint(
                condition=models.Q(("enforce", False), models.Q(("secret", ""), _negated=True), _connector="OR"),
                name="identity_enforced_by_a_secret",
            ),
        ),
        migrations.AddField(
            model_name="onetimecode",
            name="customer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="one_time_codes", to="conversations.customer"
            ),
        ),
        migrations.AddField(
            model_name="proof",
            name="customer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="proofs", to="conversations.customer"
            ),
        ),
        migrations.AddIndex(
            model_name="onetimecode",
            index=models.Index(fields=["customer", "-sent_at"], name="one_time_code_newest"),
        ),
        migrations.AddConstraint(
            model_name="proof",
            constraint=models.UniqueConstraint(fields=("customer", "email", "how"), name="proof_once"),
        ),
        migrations.AddConstraint(
            model_name="proof",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("proven_at"))), name="proof_lasts"
            ),
        ),
    ]
