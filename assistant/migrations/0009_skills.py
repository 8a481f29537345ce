"""Skills are set up, their actions are recorded; orders know what was refunded of them; tickets and persons."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0008_engine_alerted_at"),
    ]

    operations = [
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
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", tenants.ids.IdField("per", editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, help_text="E.164", max_length=30)),
                (
                    "address",
                    models.JSONField(
                        blank=True, default=dict, help_text="line, line2, town, region, postcode, country"
                    ),
                ),
                ("attributes", models.JSONField(blank=True, default=dict)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["email"],
            },
        ),
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
            name="Ticket",
            fields=[
                ("id", tenants.ids.IdField("tkt", editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20, unique=True)),
                ("email", models.EmailField(db_index=True, max_length=254)),
                ("customer_name", models.CharField(blank=True, max_length=120)),
                ("subject", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("waiting", "Waits for the customer"),
                            ("solved", "Solved"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                (
                    "entries",
                    models.JSONField(
                        blank=True, default=list, help_text="List of {at, by, text}; customers may read them"
                    ),
                ),
                (
                    "conversation",
                    models.CharField(blank=True, help_text="Public id of the conversation it came from", max_length=40),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-updated_at", "id"],
            },
        ),
        migrations.AlterModelOptions(
            name="orderitem",
            options={"ordering": ["line", "id"]},
        ),
        migrations.AddField(
            model_name="order",
            name="refunded",
            field=models.DecimalField(decimal_places=2, default=0, help_text="Of the total, so far", max_digits=10),
        ),
        migrations.AddField(
            model_name="order",
            name="tracking_url",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="orderitem",
            name="attributes",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="orderitem",
            name="line",
            field=models.PositiveSmallIntegerField(default=1, help_text="Within the order, from 1"),
        ),
        migrations.AddField(
            model_name="orderitem",
            name="refunded_quantity",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="orderitem",
            name="sku",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="product",
            name="attributes",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="product",
            name="url",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name="order",
            name="address",
            field=models.JSONField(blank=True, default=dict, help_text="line, line2, town, region, postcode, country"),
        ),
        migrations.AlterField(
            model_name="orderitem",
            name="product",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="assistant.product",
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.CheckConstraint(
                condition=models.Q(("refunded__gte", 0), ("refunded__lte", models.F("total"))),
                name="order_refunded_within_total",
            ),
        ),
        migrations.AddConstraint(
            model_name="orderitem",
            constraint=models.UniqueConstraint(fields=("order", "line"), name="order_item_line_once"),
        ),
        migrations.AddConstraint(
            model_name="orderitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("refunded_quantity__lte", models.F("quantity"))),
                name="order_item_refunded_within_quantity",
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["conversation", "created_at"], name="action_of_conversation"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["email", "kind", "created_at"], name="action_of_person"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["kind", "subject"], name="action_about"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["pending", "done"])), fields=("key",), name="action_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                name="action_amount_positive",
            ),
        ),
    ]
