"""Asks a skill for its next step, and makes of it what the customer reads and what the task is then."""

from dataclasses import replace
from typing import Any

from assistant.records.contract import RecordsDownError
from assistant.skills import prompts
from assistant.skills.configured import Configured
from assistant.skills.contract import (
    Act,
    Ask,
    Choice,
    Confirm,
    Do,
    Leave,
    Prove,
    Scene,
    Slot,
    Step,
    Tell,
    Why,
)
from assistant.skills.outcomes import Dialogue, Left, Served
from assistant.skills.task import Task
from assistant.words import Words

MOST_TRIES = 2  # a question and one more; then a person
MOST_CODES = 5  # that may be wrong; as many as one code bears
MOST_TOLD = 2  # of the same words
CODE = "code"  # what is asked for while an address is to be proven
PROVES = "proven_email"  # the slot in which whoever is asked for it names their address
CONFIRM = "confirm"  # the form of a card with yes and no
EMAIL_SLOT = Slot(
    PROVES,
    "email",
    label=prompts.EMAIL_LABEL,
    asks=prompts.YOUR_EMAIL,
    again=prompts.EMAIL_AGAIN,
    purpose="The e-mail address that the customer is known under.",
)


def onwards(dialogue: Dialogue, one: Configured, task: Task) -> Served | Left:
    """The next step of the skill with what the task knows."""
    if one.broken:
        reason = f"The policy of “{one.skill.label}” cannot be read, so a person does it. {one.broken}"
        return left(task, Why.GAVE_UP, reason)
    try:
        step = next_step(dialogue, one, task)
    except RecordsDownError as error:
        reason = f"The records could not be asked, so a person does it. {error}".strip()
        return left(task, Why.DOWN, reason)
    return told(dialogue, one, task, step)


def next_step(dialogue: Dialogue, one: Configured, task: Task) -> Step:
    """What the skill itself says comes next; nothing personal before the customer proved who they are."""
    standing = dialogue.standing
    if one.skill.personal and not standing.known.proven:
        return _prove_first(dialogue, one, task)
    scene: Scene[Any] = Scene(
        policy=one.policy,
        records=standing.records(),
        known=standing.known,
        now=standing.now,
        zone=standing.zone,
        language=dialogue.reading.language,
        conversation_id=standing.conversation_id,
        newest=dialogue.newest(),
        past=standing.past,
        weeks=standing.weeks,
        offered=task.choices,
        said=tuple(line.text for line in dialogue.lines if line.role == "customer" and line.seq >= task.begun_at),
    )
    names = {slot.name for slot in one.skill.slots}
    return one.skill.step({name: value for name, value in task.slots.items() if name in names}, scene)


def _prove_first(dialogue: Dialogue, one: Configured, task: Task) -> Step:
    own = next((slot for slot in one.skill.slots if slot.kind == "email"), EMAIL_SLOT)
    said = task.slots.get(own.name)
    email = said.value if said else dialogue.standing.known.email
    if email:
        return Prove(email.lower())
    return Ask(own.name, prompts.say(own.asks, dialogue.reading.language))


def told(dialogue: Dialogue, one: Configured, task: Task, step: Step) -> Served | Left:
    """What becomes of a step."""
    match step:
        case Ask():
            return _asked(one, task, step)
        case Tell():
            return _telling(dialogue, one, task, step)
        case Confirm(say=say, act=act):
            return to_confirm(dialogue, one, task, say=say, act=act)
        case Do(act=act):
            return done(one, task, act)
        case Prove(email=email):
            return _to_prove(dialogue, one, task, email.strip().lower())
        case Leave(why=why, reason=reason, say=say):
            return left(task, why, reason, say=say)


def _telling(dialogue: Dialogue, one: Configured, task: Task, tell: Tell) -> Served | Left:
    if _said_often(dialogue, tell.say):
        return left(task, Why.GAVE_UP, "The customer asks again for what they were told twice.")
    known = replace(task, learned={**task.learned, **tell.facts})
    open_still = replace(_asking(known, "", tell.say, tell.choices), prompt="")
    after = open_still if tell.goes_on else replace(known.ended(), choices=tell.choices)
    return Served(tell.say, one.skill.name, after, sources=tell.sources, choices=tell.choices, ends=not tell.goes_on)


def left(task: Task, why: Why, reason: str, *, say: str = "") -> Left:
    """A person gets the task, and all that it knows."""
    return Left(why, reason, task.skill, task.ended(), say)


def done(one: Configured, task: Task, act: Act) -> Served:
    """The act is to be carried out with these words."""
    return Served(act.says, one.skill.name, task.ended(), act=act, ends=True)


def to_confirm(dialogue: Dialogue, one: Configured, task: Task, *, say: str, act: Act) -> Served:
    """Ask for a yes to exactly this act."""
    language = dialogue.reading.language
    yes, no = (prompts.say(words, language) for words in (prompts.YES, prompts.NO))
    choices = (Choice(yes, yes), Choice(no, no))
    asking = replace(_asking(task, "", say, choices, form=CONFIRM), confirming=act)
    return Served(say, one.skill.name, asking, choices=choices, form=CONFIRM)


def asked_again(one: Configured, task: Task, say: str) -> Served | Left:
    """The same question once more, in other words; a person after that."""
    if task.tries >= MOST_TRIES:
        return _unproven(task) if task.asked == CODE else left(task, Why.GAVE_UP, _gave_up(one, task))
    again = replace(task, tries=task.tries + 1)
    return Served(say, one.skill.name, again, choices=task.choices, form=task.form)


def code_again(dialogue: Dialogue, one: Configured, task: Task) -> Served | Left:
    """A code was typed, and it is not the right one, or too old: then a new one goes out."""
    if dialogue.standing.code_is_over():
        return _to_prove(dialogue, one, task, task.proving, words=prompts.CODE_OVER)
    wrong = task.wrong_codes + 1
    if wrong >= MOST_CODES:
        return _unproven(task)
    say = prompts.say(prompts.CODE_WRONG, dialogue.reading.language).format(email=prompts.masked(task.proving))
    return Served(say, one.skill.name, replace(task, tries=1, wrong_codes=wrong), form=task.form)


def _unproven(task: Task) -> Left:
    to = prompts.masked(task.proving)
    return left(task, Why.UNPROVEN, f"The customer did not type the right code, which was sent to {to}.")


def again_words(dialogue: Dialogue, one: Configured, task: Task) -> str:
    """How the open question is put for the second time."""
    language = dialogue.reading.language
    if task.confirming is not None:
        return f"{prompts.say(prompts.YES_OR_NO, language)} {task.prompt}"
    if task.asked == CODE:
        return prompts.say(prompts.CODE_AGAIN, language).format(email=prompts.masked(task.proving))
    slot = next((slot for slot in (*one.skill.slots, EMAIL_SLOT) if slot.name == task.asked), None)
    return task.prompt if slot is None else prompts.say(slot.again, language)


def _asked(one: Configured, task: Task, ask: Ask) -> Served | Left:
    if ask.wrong:
        task = replace(task.without(ask.slot), tries=max(task.tries, 1) if task.asked == ask.slot else 1)
    tries = task.tries if (task.asked == ask.slot and not ask.anew) or ask.wrong else 0
    if tries >= MOST_TRIES:
        return left(task, Why.GAVE_UP, _gave_up(one, replace(task, asked=ask.slot)))
    asking = replace(_asking(task, ask.slot, ask.say, ask.choices, form=ask.form), tries=tries + 1)
    return Served(ask.say, one.skill.name, asking, choices=ask.choices, form=ask.form)


def _asking(task: Task, slot: str, say: str, choices: tuple[Choice, ...], *, form: str = "") -> Task:
    return replace(
        task,
        asked=slot,
        tries=1,
        confirming=None,
        agreed=False,
        proving="",
        wrong_codes=0,
        prompt=say,
        choices=choices,
        form=form,
        over=False,
    )


def _to_prove(
    dialogue: Dialogue, one: Configured, task: Task, email: str, *, words: Words = prompts.CODE_SENT
) -> Served:
    say = prompts.say(words, dialogue.reading.language).format(email=prompts.masked(email))
    asking = replace(_asking(task, CODE, say, (), form=CODE), proving=email)
    return Served(say, one.skill.name, asking, form=CODE, proving=email)


def _said_often(dialogue: Dialogue, say: str) -> bool:
    """Whether the very words were said twice before: a third time would be a circle."""
    return sum(line.role == "assistant" and line.text.startswith(say) for line in dialogue.lines) >= MOST_TOLD


def _gave_up(one: Configured, task: Task) -> str:
    slot = next((slot for slot in (*one.skill.slots, EMAIL_SLOT) if slot.name == task.asked), None)
    what = "a clear yes or no" if slot is None else f"“{slot.label['en']}”"
    return f"The assistant asked twice for {what} and could not go on with what came."
