"""What owners and admins were told of their subscription."""

from django.db import models
from django.utils import timezone


class SubscriptionNews(models.Model):
    """One piece of news, told once; written before its letters leave."""

    news = models.CharField(max_length=16)
    about = models.CharField(max_length=80, blank=True, help_text="The moment or Stripe's id that it is about")
    quiet = models.BooleanField(default=False, help_text="It was no news any more, so no letter left")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["news", "about"], name="subscription_news_once")]

    def __str__(self) -> str:
        return f"{self.news} {self.about}"
