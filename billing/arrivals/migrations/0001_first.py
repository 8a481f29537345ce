import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenants", "0005_migration_runs_and_suspension"),
    ]

    operations = [
        migrations.CreateModel(
            name="StripeCustomer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stripe_id", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stripe_customer", to="tenants.tenant"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StripeEvent",
            fields=[
                ("id", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=80)),
                ("customer", models.CharField(blank=True, help_text="Stripe's id of whom it is about", max_length=64)),
                ("body", models.TextField(help_text="Raw")),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("times", models.PositiveIntegerField(default=1, help_text="How often it came")),
                ("handled_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["received_at"], name="stripe_event_newest")],
            },
        ),
    ]
