"""The rows of records, and of what is set up around them."""

from tests.isolation.row import Row, Who

VIEWER, SUPERVISOR, ADMIN = Who.VIEWER, Who.SUPERVISOR, Who.ADMIN
READ, WRITE = "records:read", "records:write"
NEW = {
    "orders": {"number": "N-1", "email": "n@example.org", "state": "paid", "placed_at": "2026-11-01", "total": "5.00"},
    "products": {"sku": "N-1", "name": "New", "price": "5.00"},
    "persons": {"email": "n@example.org"},
    "tickets": {"number": "N-1", "email": "n@example.org", "subject": "New"},
}
CHANGED = {
    "orders": {"state": "packed"},
    "products": {"stock": 3},
    "persons": {"name": "New"},
    "tickets": {"state": "solved"},
}


def rows() -> list[Row]:
    """Records of each kind."""
    found = [Row("GET", "/api/v1/records", VIEWER, READ)]
    for kind, new in NEW.items():
        at, one = f"/api/v1/{kind}", f"/api/v1/{kind}/{{record_{kind.removesuffix('s')}}}"
        found += [
            Row("GET", at, VIEWER, READ),
            Row("POST", at, SUPERVISOR, WRITE, body=new),
            Row("POST", f"{at}/bulk", SUPERVISOR, WRITE, body={"data": [new]}),
            Row("GET", one, VIEWER, READ),
            Row("PATCH", one, SUPERVISOR, WRITE, body=CHANGED[kind]),
            Row("DELETE", one, SUPERVISOR, WRITE),
        ]
    return found + _connector()


def _connector() -> list[Row]:
    at = "/api/v1/connector"
    return [
        Row("GET", at, SUPERVISOR, "settings:read"),
        Row("PATCH", at, ADMIN, body={"seconds": 4}),
        Row("POST", f"{at}/secret", ADMIN),
        Row("POST", f"{at}/test", ADMIN, body={"kind": "products.list"}, answers=(422,)),  # nothing is set up here
        Row("GET", f"{at}/calls", SUPERVISOR),
        Row("GET", f"{at}/calls/{{connector_call}}", ADMIN),
        Row("GET", f"{at}/actions", SUPERVISOR),
        Row("POST", f"{at}/actions/{{failed_action}}/retry", ADMIN),
    ]
