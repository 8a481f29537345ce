"""Who customers are: what they proved, the codes that were mailed for it, and the tenant's own word for it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from conversations.models.conversation import Conversation, Customer
from tenants.ids import IdField


class ProvenHow(models.TextChoices):
    """By what a customer proved an address."""

    IDENTITY = "identity", "Signed by the company"
    CODE = "code", "A code by mail"


class Proof(models.Model):
    """An e-mail address that a customer proved to be theirs, for a while."""

    id = IdField("prf")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="proofs")
    email = models.EmailField(help_text="In lower case")
    how = models.CharField(max_length=8, choices=ProvenHow)
    proven_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-proven_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["customer", "email", "how"], name="proof_once"),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("proven_at")), name="proof_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.how}"


class OneTimeCode(models.Model):
    """A code that went to an address. The digits follow from the id and our secret, and are stored nowhere.

    With `transcript_of` it is for one letter alone: once it is right, that conversation goes to the address. Where the
    address was proven before, it is used from the start, and no code is sent.
    """

    id = IdField("otc")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="one_time_codes")
    email = models.EmailField(db_index=True, help_text="In lower case")
    language = models.CharField(max_length=8, default="en")
    tries = models.PositiveSmallIntegerField(default=0)
    wrong_seq = models.PositiveIntegerField(default=0, help_text="Of the customer's last message with a wrong code")
    sent_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)
    transcript_of = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, null=True, blank=True, related_name="transcripts"
    )

    class Meta:
        ordering = ["-sent_at", "-id"]
        indexes = [models.Index(fields=["customer", "-sent_at"], name="one_time_code_newest")]

    def __str__(self) -> str:
        return str(self.id)


class IdentitySettings(models.Model):
    """One row: the secret by which the company's own server says who a customer is."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    secret = models.TextField(blank=True, help_text="Sealed; empty while there is none")
    previous_secret = models.TextField(blank=True, help_text="Sealed; still good until previous_until")
    previous_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    enforce = models.BooleanField(default=False, help_text="Whoever was identified once must be identified again")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="identity_settings_one_row"),
            models.CheckConstraint(condition=Q(enforce=False) | ~Q(secret=""), name="identity_enforced_by_a_secret"),
        ]

    def __str__(self) -> str:
        return "enforced" if self.enforce else "not enforced"
