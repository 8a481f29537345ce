"""How far the clocks of promises are on each conversation, and into which other one it was closed."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Adds fields that may be empty."""

    dependencies = [
        ("conversations", "0017_routing"),
    ]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="desk_since",
            field=models.DateTimeField(blank=True, help_text="While people have it: since when", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="first_replied_at",
            field=models.DateTimeField(blank=True, help_text="By a person, since then", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="sla_clock",
            field=models.JSONField(blank=True, help_text="How far the clocks are, where a policy sets any", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="sla_due_at",
            field=models.DateTimeField(blank=True, help_text="Of the running clock that is due next", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="sla_timer_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merged",
                to="conversations.conversation",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | (Q(status="resolved") & ~Q(merged_into=F("id"))),
                name="conversation_merged_is_resolved",
            ),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=Q(merged_into__isnull=False), fields=["merged_into"], name="conversation_merged"
            ),
        ),
    ]
