"""The records of the tenant's business: products, orders, tickets, persons."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_noop

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
    url = models.CharField(max_length=300, blank=True)
    attributes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["category", "name"]

    def __str__(self) -> str:
        return self.name


class OrderState(models.TextChoices):
    """Where an order stands."""

    PLACED = "placed", gettext_noop("Placed")
    PAYMENT_FAILED = "payment_failed", gettext_noop("Payment failed")
    PAID = "paid", gettext_noop("Paid")
    PACKED = "packed", gettext_noop("Packed")
    PARTLY_SHIPPED = "partly_shipped", gettext_noop("Partly shipped")
    SHIPPED = "shipped", gettext_noop("Shipped")
    DELIVERED = "delivered", gettext_noop("Delivered")
    RETURNED = "returned", gettext_noop("Returned")
    REFUNDED = "refunded", "Refunded"
    CANCELLED = "cancelled", gettext_noop("Cancelled")


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
    refunded = models.DecimalField(max_digits=10, decimal_places=2, default=0, help_text="Of the total, so far")
    currency = models.CharField(max_length=3, default="EUR")
    address = models.JSONField(default=dict, blank=True, help_text="line, line2, town, region, postcode, country")
    tracking = models.CharField(max_length=60, blank=True)
    tracking_url = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-placed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(refunded__gte=0, refunded__lte=models.F("total")), name="order_refunded_within_total"
            )
        ]

    def __str__(self) -> str:
        return self.number


class OrderItem(models.Model):
    """One line of an order, with the price paid."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    line = models.PositiveSmallIntegerField(default=1, help_text="Within the order, from 1")
    product = models.ForeignKey(Product, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sku = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=160)
    quantity = models.PositiveSmallIntegerField(default=1)
    refunded_quantity = models.PositiveSmallIntegerField(default=0)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    attributes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["line", "id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "line"], name="order_item_line_once"),
            models.CheckConstraint(
                condition=models.Q(refunded_quantity__lte=models.F("quantity")),
                name="order_item_refunded_within_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} x {self.name}"


class TicketState(models.TextChoices):
    """Where a ticket stands."""

    OPEN = "open", "Open"
    WAITING = "waiting", "Waits for the customer"
    SOLVED = "solved", "Solved"
    CLOSED = "closed", "Closed"


class Ticket(models.Model):
    """Something that the tenant is working on for a customer, whatever way it came in."""

    id = IdField("tkt")
    number = models.CharField(max_length=20, unique=True)
    email = models.EmailField(db_index=True)
    customer_name = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=TicketState, default=TicketState.OPEN)
    entries = models.JSONField(default=list, blank=True, help_text="List of {at, by, text}; customers may read them")
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id of the conversation it came from")
    opened_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-updated_at", "id"]

    def __str__(self) -> str:
        return self.number


class Person(models.Model):
    """What the tenant's own systems know of a customer, by e-mail address."""

    id = IdField("per")
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True, help_text="E.164")
    address = models.JSONField(default=dict, blank=True, help_text="line, line2, town, region, postcode, country")
    attributes = models.JSONField(default=dict, blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["email"]

    def __str__(self) -> str:
        return self.email
