"""A conversation says until when its answer is held; a draft says why it was rejected."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("conversations", "0006_learning")]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="draft_due_at",
            field=models.DateTimeField(blank=True, help_text="While an answer is held for an agent", null=True),
        ),
        migrations.AddField(
            model_name="draft",
            name="decided_because",
            field=models.CharField(blank=True, default="", help_text="Why it was rejected", max_length=300),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=Q(draft_due_at__isnull=True) | Q(holder="assistant", unanswered_since__isnull=False),
                name="conversation_draft_answers_somebody",
            ),
        ),
    ]
