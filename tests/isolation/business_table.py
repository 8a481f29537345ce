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
    return [*found, *_imports(), *_connector()]


def _imports() -> list[Row]:
    at = "/api/v1/record_imports"
    one = f"{at}/{{record_import}}"
    return [
        Row("GET", at, VIEWER, READ),
        Row("POST", at, SUPERVISOR, WRITE, form={"kind": "orders", "file": "no file"}, answers=(422,)),
        Row("GET", one, VIEWER, READ),
        Row("GET", f"{one}/rows", VIEWER, READ),
        Row("POST", f"{one}/read", SUPERVISOR, WRITE, body={"mapping": {"number": "number"}}),
        Row("POST", f"{one}/apply", SUPERVISOR, WRITE, answers=(409,)),
        Row("POST", f"{one}/dismiss", SUPERVISOR, WRITE),
        Row("POST", f"{one}/undo", SUPERVISOR, WRITE, answers=(409,)),
    ]


def _connector() -> list[Row]:
    at = "/api/v1/connector"
    return [
        Row("GET", at, SUPERVISOR, "skills:read"),
        Row("PATCH", at, ADMIN, "skills:write", body={"seconds": 4}),
        Row("POST", f"{at}/secret", ADMIN, "skills:write"),
        # Nothing is set up here.
        Row("POST", f"{at}/test", ADMIN, "skills:write", body={"kind": "products.list"}, answers=(422,)),
        Row("GET", f"{at}/calls", SUPERVISOR, "skills:read"),
        Row("GET", f"{at}/calls/{{connector_call}}", ADMIN, "skills:write"),
        Row("GET", f"{at}/actions", SUPERVISOR, "skills:read"),
        Row("POST", f"{at}/actions/{{failed_action}}/retry", ADMIN, "skills:write"),
    ]
