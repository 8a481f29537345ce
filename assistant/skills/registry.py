"""All skills, by name, in the order in which the console lists them."""

from collections.abc import Mapping
from typing import Any

from assistant.skills.contract import Skill

ALL: tuple[Skill[Any], ...] = ()
SKILLS: Mapping[str, Skill[Any]] = {skill.name: skill for skill in ALL}
