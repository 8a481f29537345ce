"""What a customer is called whose name was made up."""

from conversations.models import Customer
from conversations.webhooks import telling


def as_told(customer: Customer, name: str) -> None:
    """Take the name that the customer told, unproven as it is, where nobody knows another; programs are told, too."""
    if not name or customer.own_name:
        return
    customer.name = name[: Customer._meta.get_field("name").max_length]
    customer.save(update_fields=["name"])
    telling.customer_updated(customer, ["name"])
