"""The rows of the control room."""

from tests.isolation.row import Row, Who

MOVES = (200, 409)
READS, WRITES = "assistant:read", "assistant:write"


def rows() -> list[Row]:
    """What supervisors may; the settings are for admins to change."""
    talk, room, epoch = "/api/v1/conversations/{conversation}", "/api/v1/control_room", {"epoch": "{epoch}"}
    settings = {"raised_from": 20, "high_from": 50, "approve_from": "high", "topics": [], "alerts": True}
    words, taken = {**epoch, "kind": "words", "text": "Offer the exchange"}, (204, 409)
    to_team, named = {**words, "kind": "pass_on", "team_id": "{team}"}, (201, 409)
    return [
        Row("GET", room, Who.SUPERVISOR, READS),
        Row("GET", f"{room}/settings", Who.SUPERVISOR, READS),
        Row("PUT", f"{room}/settings", Who.ADMIN, WRITES, body=settings),
        Row("POST", f"{talk}/guidance", Who.SUPERVISOR, WRITES, body=words, answers=(201, 409)),
        Row("POST", f"{talk}/guidance", Who.SUPERVISOR, WRITES, body=to_team, answers=named),
        Row("DELETE", f"{talk}/guidance", Who.SUPERVISOR, WRITES, answers=taken),
        Row("PUT", f"{talk}/hold", Who.SUPERVISOR, WRITES, body=epoch, answers=MOVES),
        Row("DELETE", f"{talk}/hold", Who.SUPERVISOR, WRITES, answers=MOVES),
        Row("POST", f"{talk}/risk/dismiss", Who.SUPERVISOR, WRITES, body={"reason": "harmless"}, answers=MOVES),
        Row("DELETE", f"{talk}/risk/dismiss", Who.SUPERVISOR, WRITES, answers=MOVES),
    ]
