"""Names of channel groups; each begins with the tenant's schema, so that no two tenants ever share one."""


def shared(schema: str, conversation_id: str) -> str:
    """What both the customer and the desk may see of a conversation."""
    return f"{schema}.shared.{conversation_id}"


def desk(schema: str, conversation_id: str) -> str:
    """What only the desk may see of a conversation."""
    return f"{schema}.desk.{conversation_id}"


def everyone_at_the_desk(schema: str) -> str:
    """What all agents of a tenant see: the rows of the conversation list."""
    return f"{schema}.desk"


def control_room(schema: str) -> str:
    """What those hear who serve a tenant's control rooms."""
    return f"{schema}.control_room"


def of_conversation(schema: str, conversation_id: str) -> tuple[str, str]:
    """All that an agent who watches a conversation gets of it."""
    return shared(schema, conversation_id), desk(schema, conversation_id)
