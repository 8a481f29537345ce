"""The rows of the control room."""

from tests.isolation.row import Row, Who

MOVES = (200, 409)


def rows() -> list[Row]:
    """What supervisors may; the settings are for admins to change."""
    talk, room, epoch = "/api/v1/conversations/{conversation}", "/api/v1/control_room", {"epoch": "{epoch}"}
    settings = {"raised_from": 20, "high_from": 50, "approve_from": "high", "topics": [], "alerts": True}
    words, taken = {**epoch, "kind": "words", "text": "Offer the exchange"}, (204, 409)
    to_team, named = {**words, "kind": "pass_on", "team_id": "{team}"}, (201, 409)
    return [
        Row("GET", room, Who.SUPERVISOR),
        Row("GET", f"{room}/settings", Who.SUPERVISOR),
        Row("PUT", f"{room}/settings", Who.ADMIN, body=settings),
        Row("POST", f"{talk}/guidance", Who.SUPERVISOR, body=words, answers=(201, 409)),
        Row("POST", f"{talk}/guidance", Who.SUPERVISOR, body=to_team, answers=named),
        Row("DELETE", f"{talk}/guidance", Who.SUPERVISOR, answers=taken),
        Row("PUT", f"{talk}/hold", Who.SUPERVISOR, body=epoch, answers=MOVES),
        Row("DELETE", f"{talk}/hold", Who.SUPERVISOR, answers=MOVES),
        Row("POST", f"{talk}/risk/dismiss", Who.SUPERVISOR, body={"reason": "harmless"}, answers=MOVES),
        Row("DELETE", f"{talk}/risk/dismiss", Who.SUPERVISOR, answers=MOVES),
    ]
