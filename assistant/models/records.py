"""The records of the tenant's business: products, orders, appointments."""

from django.db import models

from tenants.ids import IdField


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
