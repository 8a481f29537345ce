"""Who may call what of offers, skills, and how conversations find people; and one choice that was made."""

from agents.models import Skill, SkillLevel
from conversations.models import Conversation, RoutingChoice
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """The desk sees why somebody was chosen, agents decline, admins say what people can do, and how long offers are."""
    talk, skill = "/api/v1/conversations/{conversation}", "/api/v1/agent_skills/{agent_skill}"
    known = {"skills": [{"skill_id": "{agent_skill}", "level": 3}]}
    return [
        Row("GET", f"{talk}/routing", Who.VIEWER, "conversations:read"),
        Row("POST", f"{talk}/decline", Who.AGENT, "handover:write", body={"epoch": "{epoch}"}, answers=(200, 409)),
        Row("GET", "/api/v1/agent_skills", Who.VIEWER, "people:read"),
        Row("POST", "/api/v1/agent_skills", Who.ADMIN, "people:write", body={"name": "Brakes"}),
        Row("PATCH", skill, Who.ADMIN, "people:write", body={"name": "Brakes"}),
        Row("DELETE", skill, Who.ADMIN, "people:write"),
        Row("PATCH", "/api/v1/people/{colleague}", Who.ADMIN, "people:write", body=known),
        Row("GET", "/api/v1/routing", Who.SUPERVISOR, "settings:read"),
        Row(
            "PATCH",
            "/api/v1/routing",
            Who.ADMIN,
            "settings:write",
            body={"teams": [{"id": "{team}", "accept_seconds": 30}]},
        ),
    ]


def things(told: str, conversation: Conversation, colleague_id: str) -> dict[str, str]:
    """A skill that a colleague has, and a choice in the conversation; all words are `told`."""
    skill = Skill.objects.create(name=told)
    SkillLevel.objects.create(agent_id=colleague_id, skill=skill)
    RoutingChoice.objects.create(conversation=conversation, epoch=conversation.epoch, cause="waited", why=told)
    return {"agent_skill": str(skill.id)}
