"""Where a customer who waits wants the answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0024_lists_and_words")]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="answer_to",
            field=models.EmailField(
                blank=True,
                default="",
                help_text="Where the customer wants the desk's answer; proves nothing",
                max_length=254,
            ),
            preserve_default=False,
        ),
    ]
