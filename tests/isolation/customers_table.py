"""Who may call what of customers, their doubles and what is promised to them, and one of each."""

from conversations.models import Customer, CustomerMerge, CustomerNote, SlaPolicy
from tests.isolation.row import Row, Who

READ, WRITE = "customers:read", "customers:write"


def rows() -> list[Row]:
    """Everybody of the desk looks; agents put right and merge; admins promise."""
    at = "/api/v1/customers/{double}"
    other, again = {"customer_id": "{other_double}"}, (200, 201, 409)
    return [
        Row("POST", "/api/v1/customers", Who.AGENT, "customers:write", body={"name": "New"}),
        Row("PATCH", at, Who.AGENT, WRITE, body={"language": "de"}),
        Row("POST", f"{at}/notes", Who.AGENT, WRITE, body={"text": "Prefers calls."}),
        Row("DELETE", f"{at}/notes/{{customer_note}}", Who.AGENT, WRITE, answers=(204, 404)),
        Row("GET", f"{at}/doubles", Who.VIEWER, READ),
        Row("GET", f"{at}/merges/preview?customer_id={{other_double}}", Who.VIEWER, READ),
        Row("POST", f"{at}/merges", Who.AGENT, WRITE, body=other, answers=(*again, 422)),
        Row("DELETE", f"{at}/merges/{{customer_merge}}", Who.AGENT, WRITE, answers=again),
        Row("POST", f"{at}/not_doubles", Who.AGENT, WRITE, body=other, answers=(204,)),
        Row(
            "POST",
            "/api/v1/conversations/{conversation}/merge",
            Who.AGENT,
            "conversations:write",
            body={"epoch": "{epoch}", "into": "{conversation}"},
            answers=(422,),
        ),
        Row("GET", "/api/v1/sla", Who.SUPERVISOR, "settings:read"),
        Row(
            "PUT",
            "/api/v1/sla",
            Who.ADMIN,
            "settings:write",
            body={"policies": [{"hours": "always", "first_reply": 60}]},
        ),
        Row("GET", "/api/v1/sla/preview?minutes=30&hours=always", Who.SUPERVISOR, "settings:read"),
    ]


def things(told: str) -> dict[str, str]:
    """A customer with a note and a double that is merged, and another double; all words are `told`."""
    kept, taken, other = (Customer.objects.create(name=told) for _ in range(3))
    taken.merged_into = kept
    taken.save()
    merged = CustomerMerge.objects.create(kept=kept, taken=taken, moved=[str(taken.id)], reasons=[told])
    note = CustomerNote.objects.create(customer=kept, text=told)
    SlaPolicy.objects.create(first_reply=60)
    return {
        "double": str(kept.id),
        "other_double": str(other.id),
        "customer_merge": str(merged.id),
        "customer_note": str(note.id),
    }
