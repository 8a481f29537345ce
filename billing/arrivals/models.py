"""Events as Stripe sent them, and which of Stripe's customers is which company; no customer of a company is named."""

from django.db import models
from django.utils import timezone

from tenants.models import Tenant


class StripeCustomer(models.Model):
    """A company as Stripe knows it; the one way from an event to a tenant."""

    tenant = models.OneToOneField(Tenant, on_delete=models.CASCADE, related_name="stripe_customer")
    stripe_id = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.stripe_id} is {self.tenant_id}"


class StripeEvent(models.Model):
    """An event whose signature was good, exactly as it came; stored before anything is made of it."""

    id = models.CharField(primary_key=True, max_length=80)
    kind = models.CharField(max_length=80)
    customer = models.CharField(max_length=64, blank=True, help_text="Stripe's id of whom it is about")
    body = models.TextField(help_text="Raw")
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    times = models.PositiveIntegerField(default=1, help_text="How often it came")
    handled_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["received_at"], name="stripe_event_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
