"""What the assistant knows of a tenant: articles, and the records of its business."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class Article(models.Model):
    """A piece of the tenant's knowledge that the assistant may quote."""

    id = IdField("art")
    title = models.CharField(max_length=200, unique=True)
    body = models.TextField(help_text="Markdown")
    questions = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    language = models.CharField(max_length=8, default="en")
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class KnowledgeVersion(models.Model):
    """One row: a number that rises with every change of the articles, so that an index knows it is old."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="knowledge_version_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class EncodedText(models.Model):
    """The vectors of one text of an article, so that no process encodes it a second time."""

    digest = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of encoder versions and text")
    minilm = models.BinaryField(help_text="384 numbers, float16")
    use = models.BinaryField(help_text="512 numbers, float16")

    def __str__(self) -> str:
        return self.digest


class Tone(models.TextChoices):
    """How the assistant's own words sound; articles are quoted as they are."""

    WARM = "warm", "Warm"
    NEUTRAL = "neutral", "Neutral"
    FORMAL = "formal", "Formal"


class AssistantSettings(models.Model):
    """One row: how the tenant wants its assistant to be."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    tone = models.CharField(max_length=8, choices=Tone, default=Tone.WARM)
    tone_chosen_at = models.DateTimeField(null=True, blank=True)
    tried_questions = models.PositiveIntegerField(default=0, help_text="Asked by the team to test the knowledge")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="assistant_settings_one_row")]

    def __str__(self) -> str:
        return self.tone


class ImportSource(models.TextChoices):
    """Where imported knowledge comes from."""

    PASTE = "paste", "Pasted text"
    CSV = "csv", "CSV file"
    MARKDOWN = "markdown", "Markdown files"
    WEB = "web", "Web pages"


class ImportState(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class KnowledgeImport(models.Model):
    """Articles brought in together, as a job with progress."""

    id = IdField("imp")
    source = models.CharField(max_length=8, choices=ImportSource)
    name = models.CharField(max_length=300, help_text="File names or address, as the list shows it")
    content = models.JSONField(default=list, help_text="What is to be read: {name, text} or {url}; emptied when done")
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text="List of {where, message}")
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name


class Product(models.Model):
    """Something the tenant sells."""

    id = IdField("prd")
    sku = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    category = models.CharField(max_length=60)
    description = models.TextField()
    price = models.DecimalField(max_digits=10, decimal_places=2)
    currency = models.CharField(max_length=3, default="EUR")
    variants = models.JSONField(default=list, blank=True, help_text="List of {name, stock}")
    stock = models.PositiveIntegerField(default=0)
    image = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["category", "name"]

    def __str__(self) -> str:
        return self.name


class OrderState(models.TextChoices):
    """Where an order stands."""

    PLACED = "placed", "Placed"
    PAYMENT_FAILED = "payment_failed", "Payment failed"
    PAID = "paid", "Paid"
    PACKED = "packed", "Packed"
    PARTLY_SHIPPED = "partly_shipped", "Partly shipped"
    SHIPPED = "shipped", "Shipped"
    DELIVERED = "delivered", "Delivered"
    RETURNED = "returned", "Returned"
    REFUNDED = "refunded", "Refunded"
    CANCELLED = "cancelled", "Cancelled"


class Order(models.Model):
    """A customer's purchase, found by its number or by the customer's e-mail address."""

    id = IdField("ord")
    number = models.CharField(max_length=20, unique=True)
    customer_name = models.CharField(max_length=120)
    email = models.EmailField(db_index=True)
    state = models.CharField(max_length=16, choices=OrderState)
    placed_at = models.DateTimeField()
    shipped_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    total = models.DecimalField(max_digits=10, decimal_places=2)
    currency = models.CharField(max_length=3, default="EUR")
    address = models.JSONField(default=dict)
    tracking = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-placed_at"]

    def __str__(self) -> str:
        return self.number


class OrderItem(models.Model):
    """One line of an order, with the price paid."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    quantity = models.PositiveSmallIntegerField(default=1)
    price = models.DecimalField(max_digits=10, decimal_places=2)

    def __str__(self) -> str:
        return f"{self.quantity} x {self.name}"


class AppointmentState(models.TextChoices):
    """Whether an appointment still stands."""

    BOOKED = "booked", "Booked"
    DONE = "done", "Done"
    MISSED = "missed", "Missed"
    CANCELLED = "cancelled", "Cancelled"


class Appointment(models.Model):
    """A time that the tenant keeps for a customer."""

    id = IdField("apt")
    service = models.CharField(max_length=120)
    customer_name = models.CharField(max_length=120)
    email = models.EmailField(db_index=True)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=AppointmentState, default=AppointmentState.BOOKED)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="appointment_ends_later")
        ]

    def __str__(self) -> str:
        return f"{self.service} at {self.starts_at:%Y-%m-%d %H:%M}"
