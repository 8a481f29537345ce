"""Who may call what of transcripts."""

from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Customers have their own conversation sent; nobody learns of another one."""
    path, to = "/api/v1/widget/transcript", {"email": "new@example.com"}
    return [
        Row("GET", path, Who.VISITOR),
        Row("POST", path, Who.VISITOR, body=to, answers=(202, 409), csrf=False),
        Row("PUT", path, Who.VISITOR, body={"code": "123456"}, answers=(422,), csrf=False),
    ]
