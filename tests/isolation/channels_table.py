"""Who may speak as customers in the company's own channel, and a conversation there."""

from collections.abc import Mapping

from conversations import log
from conversations.models import Attachment, Channel, Customer
from tests.isolation.row import Row, Who

SCOPE = "channels:write"


def rows() -> list[Row]:
    """The company's own programs, and nobody at the desk, whatever their role."""
    talk, new = "/api/v1/conversations/{own_talk}", {"client_id": "{uuid}", "text": "Hello"}
    first = {**new, "customer": {"id": "{own_customer}"}}
    file = {**new, "attachments": ["{own_upload}"]}
    return [
        Row("POST", "/api/v1/conversations", Who.TOKEN, SCOPE, body=first, csrf=False),
        Row("POST", f"{talk}/customer_messages", Who.TOKEN, SCOPE, body=new, csrf=False),
        Row("POST", f"{talk}/customer_messages", Who.TOKEN, SCOPE, body=file, csrf=False),
        Row("POST", f"{talk}/person_requests", Who.TOKEN, SCOPE, body={"client_id": "{uuid}"}, csrf=False),
        Row("POST", f"{talk}/customer_typing", Who.TOKEN, SCOPE, body={"active": True}, csrf=False),
        Row("POST", f"{talk}/seen", Who.TOKEN, SCOPE, body={"seq": 0}, csrf=False),
        Row(
            "POST",
            "/api/v1/customers/{own_customer}/attachments",
            Who.TOKEN,
            SCOPE,
            form={"file": "{file}"},
            csrf=False,
        ),
    ]


def things(told: str) -> Mapping[str, str]:
    """A customer of the channel, their conversation, and a file that they did not send yet."""
    customer = Customer.objects.create(name=told, external_id="c-1")
    file = {"name": "x.txt", "content_type": "text/plain", "size": 10, "stored_as": "nowhere"}
    return {
        "own_customer": str(customer.id),
        "own_talk": str(log.create(customer, channel=Channel.API, channel_ref="wa-1").id),
        "own_upload": str(Attachment.objects.create(customer=customer, **file).id),
    }
