import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0006_record_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="Product",
            fields=[
                ("id", tenants.ids.IdField("prd", editable=False, primary_key=True, serialize=False)),
                ("sku", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("category", models.CharField(max_length=60)),
                ("description", models.TextField()),
                ("price", models.DecimalField(decimal_places=2, max_digits=10)),
                ("currency", models.CharField(default="EUR", max_length=3)),
                ("variants", models.JSONField(blank=True, default=list, help_text="List of {name, stock}")),
                ("stock", models.PositiveIntegerField(default=0)),
                ("image", models.CharField(blank=True, max_length=120)),
                ("url", models.CharField(blank=True, max_length=300)),
                ("attributes", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "ordering": ["category", "name"],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", tenants.ids.IdField("ord", editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20, unique=True)),
                ("customer_name", models.CharField(max_length=120)),
                ("email", models.EmailField(db_index=True, max_length=254)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("placed", "Placed"),
                            ("payment_failed", "Payment failed"),
                            ("paid", "Paid"),
                            ("packed", "Packed"),
                            ("partly_shipped", "Partly shipped"),
                            ("shipped", "Shipped"),
                            ("delivered", "Delivered"),
                            ("returned", "Returned"),
                            ("refunded", "Refunded"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=16,
                    ),
                ),
                ("placed_at", models.DateTimeField()),
                ("shipped_at", models.DateTimeField(blank=True, null=True)),
                ("delivered_at", models.DateTimeField(blank=True, null=True)),
                ("total", models.DecimalField(decimal_places=2, max_digits=10)),
                (
                    "refunded",
                    models.DecimalField(decimal_places=2, default=0, help_text="Of the total, so far", max_digits=10),
                ),
                ("currency", models.CharField(default="EUR", max_length=3)),
                (
                    "address",
                    models.JSONField(
                        blank=True, default=dict, help_text="line, line2, town, region, postcode, country"
                    ),
                ),
                ("tracking", models.CharField(blank=True, max_length=60)),
                ("tracking_url", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["-placed_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("refunded__gte", 0), ("refunded__lte", models.F("total"))),
                        name="order_refunded_within_total",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="assistant.order"
                    ),
                ),
                ("line", models.PositiveSmallIntegerField(default=1, help_text="Within the order, from 1")),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assistant.product",
                    ),
                ),
                ("sku", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(max_length=160)),
                ("quantity", models.PositiveSmallIntegerField(default=1)),
                ("refunded_quantity", models.PositiveSmallIntegerField(default=0)),
                ("price", models.DecimalField(decimal_places=2, max_digits=10)),
                ("attributes", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "ordering": ["line", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("order", "line"), name="order_item_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(("refunded_quantity__lte", models.F("quantity"))),
                        name="order_item_refunded_within_quantity",
                    ),
                ],
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
    ]
