import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0033_measuring"),
    ]

    operations = [
        migrations.CreateModel(
            name="SubscriptionNews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("news", models.CharField(max_length=16)),
                (
                    "about",
                    models.CharField(blank=True, help_text="The moment or Stripe's id that it is about", max_length=80),
                ),
                (
                    "quiet",
                    models.BooleanField(default=False, help_text="It was no news any more, so no letter left"),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("news", "about"), name="subscription_news_once")],
            },
        ),
    ]
