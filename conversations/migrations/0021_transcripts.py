import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0020_translations")]

    operations = [
        migrations.AddField(
            model_name="onetimecode",
            name="transcript_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="transcripts",
                to="conversations.conversation",
            ),
        ),
    ]
