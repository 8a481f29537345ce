"""What somebody at the desk does to a conversation by a macro or to many at once: parsed, done, undone.

`parse(json)` gives acts, `apply(acts, …)` does them in one transaction, `undo(…)` takes back what was done.
"""

from conversations.desk_acts.acts import Act
from conversations.desk_acts.applying import Applied, apply
from conversations.desk_acts.parsing import as_json, parse
from conversations.desk_acts.shapes import ActsField, ActShape
from conversations.desk_acts.undoing import undo

__all__ = ["Act", "ActShape", "ActsField", "Applied", "apply", "as_json", "parse", "undo"]
