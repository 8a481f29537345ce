"""The dialogue of the skills: what becomes of the customer's newest words, in a task and where one begins.

Both engines come here. It is pure but for what skills ask of the records: what is to be done comes back as an act.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant import social
from assistant.records.contract import RecordsDownError
from assistant.skills import confirming, filling, prompts, stepping
from assistant.skills.configured import Configured
from assistant.skills.confirming import Reply
from assistant.skills.contract import Act, Confirm, Do, Skill, Slot, Value
from assistant.skills.outcomes import Aside, Dialogue, Heard, Left, Served
from assistant.skills.slots import Around
from assistant.skills.task import Task

FEW_WORDS = 4  # up to which words in a task are taken for a reply, understood or not

_DIGITS = re.compile(r"(?<![\w#-])\d(?:[ -]?\d){5}(?![\w-])")
_SEND_AGAIN = re.compile(
    r"(?i)\b(?:again|resend|re-send|another code|new code|didn't (?:get|receive)|did not (?:get|receive)|no code|"
    r"not received|hasn't (?:come|arrived)|nochmal|noch einmal|erneut|neuen code|keinen code|"
    r"nicht (?:bekommen|erhalten)|"
    r"renvoy\w*|encore une fois|nouveau code|pas reçu|otra vez|de nuevo|reenv\w*|no (?:me )?ha llegado|"
    r"no he recibido|di nuovo|ancora|non (?:è arrivato|ho ricevuto)|nuovo codice|novamente|não recebi|novo código|"
    r"opnieuw|nog (?:een keer|eens)|niet (?:gekregen|ontvangen))\b"
)
_QUESTION = re.compile(
    r"(?i)\?\s*$|^\W*(?:(?:and|but|wait|und|aber|moment|et|mais|y|pero|e|ma|mas|en|maar)\W+)*(?:what|when|where|why|how|which|who|"
    r"do you|can you|are you|is it|does|was|wann|wo|warum|wie|welche|haben sie|kann|quand|où|pourquoi|comment|quel|"
    r"est-ce|qué|cuándo|dónde|cómo|cuál|quando|dove|perché|come|quale|onde|porque|como|qual|wat|wanneer|waar|"
    r"waarom|hoe|welke)\b"
)


def hear(dialogue: Dialogue) -> Heard:
    """What the skills make of the newest words; None when they are nothing to any skill."""
    standing = dialogue.standing
    task, one = standing.task, None
    if task is not None and not task.over:
        one = standing.skills.get(task.skill)
    if task is None or one is None or not one.on:
        return _from_anew(dialogue)
    if standing.rested:
        return _resumed(dialogue, _whole(one), task) or _from_anew(dialogue)
    return _in_task(dialogue, _whole(one), task)


def answers(dialogue: Dialogue) -> bool:
    """Whether the newest words answer the question of the task under way, deny or stop it, or ask for a task."""
    task, newest = dialogue.standing.task, dialogue.newest()
    if dialogue.chosen is not None:
        return True
    one = None if task is None or task.over or dialogue.standing.rested else dialogue.standing.skills.get(task.skill)
    if task is None or one is None or not one.on:
        return False
    if confirming.read(newest) is not None or confirming.opens_with_no(newest) or len(newest.split()) <= FEW_WORDS:
        return True
    return bool(filling.heard(_whole(one).skill, task, dialogue.burst(), _around(dialogue)))


def takes(dialogue: Dialogue) -> str:
    """The name of the skill that is under way, else of the one that the newest words ask for; "" for none."""
    task = dialogue.standing.task
    if task is not None and not task.over and not dialogue.standing.rested:
        return task.skill
    if social.is_polite(dialogue.newest()):
        return ""
    chosen = dialogue.chosen
    return "" if chosen is None else chosen.skill.name


def meant(text: str, task: Task | None) -> str:
    """The customer's newest words, or those of the only choice that they were offered, to which they say yes."""
    one = task.choices if task is not None and task.confirming is None else ()
    return one[0].says if len(one) == 1 and confirming.read(text) is Reply.YES else text


def begin(dialogue: Dialogue, name: str, given: Mapping[str, str]) -> Served | Left:
    """A language model chose this skill, with values that it read; those of a task under way stay known."""
    one = _whole(dialogue.standing.skills[name])
    task = dialogue.standing.task
    told = filling.checked(one.skill, given, dialogue.lines, _around(dialogue))
    if task is not None and task.skill == name and not task.over:
        fresh = {slot: value for slot, value in told.items() if _held(task, slot) != value.value}
        if not fresh and task.prompt:
            return stepping.asked_again(one, task, stepping.again_words(dialogue, one, task))
        return _learned(dialogue, one, replace(task, confirming=None), fresh)
    return _and_back(dialogue, task, _begun(dialogue, one, told))


def bridge(dialogue: Dialogue, task: Task) -> str:
    """The words that lead back to the task's open question, without what was explained with it."""
    asked, mark, more = task.prompt.partition("?")
    question = task.prompt if "?" in more else asked + mark
    return prompts.say(prompts.BACK_TO, dialogue.reading.language).format(question=question)


def _from_anew(dialogue: Dialogue) -> Served | Left | None:
    """Begin the task that the newest words ask for, if any."""
    if not dialogue.chooses or social.is_polite(dialogue.newest()):
        return None
    chosen = dialogue.chosen
    return None if chosen is None else _begun(dialogue, _whole(chosen), {})


def _begun(dialogue: Dialogue, one: Configured, told: Mapping[str, Value]) -> Served | Left:
    """A new task, with all that was said before; who means another one than before is not taken at the old word."""
    burst, before = dialogue.burst(), dialogue.standing.task
    task = Task(one.skill.name, begun_at=burst[0].seq if burst else 0)
    another = confirming.says_other(dialogue.newest())
    if before is not None and not another:
        names = {slot.name for slot in one.skill.slots}
        kept = {name: value for name, value in before.slots.items() if name in names and before.skill == task.skill}
        task = replace(task, slots=kept, wrong=before.wrong if before.skill == task.skill else ())
    lines = burst if another else dialogue.lines
    found = filling.gathered(one.skill, lines, _around(dialogue), task=task)
    return stepping.onwards(dialogue, one, task.with_slots({**found, **told}))


def _resumed(dialogue: Dialogue, one: Configured, task: Task) -> Served | Left | None:
    """After a person had the conversation: on with the task if the words answer its plain question."""
    if not task.asked or task.asked == stepping.CODE or _is_free(one.skill, task.asked):
        return None
    told = filling.heard(one.skill, task, dialogue.burst(), _around(dialogue))
    if task.asked not in told:
        return None
    return stepping.onwards(dialogue, one, replace(task, tries=0).with_slots(told))


def _in_task(dialogue: Dialogue, one: Configured, task: Task) -> Heard:
    meaning = confirming.read(dialogue.newest())
    if task.confirming is not None:
        return _to_confirmation(dialogue, one, task, task.confirming)
    if meaning is Reply.CANCEL:
        return called_off(dialogue, one, task)
    if task.asked == stepping.CODE:
        return _to_code(dialogue, one, task)
    told = filling.heard(one.skill, task, dialogue.burst(), _around(dialogue))
    if not told:
        return _instead(dialogue, one, task) or _beside(dialogue, one, task)
    after = _learned(dialogue, one, task, told)
    if set(told) == {task.asked} and _is_free(one.skill, task.asked) and _QUESTION.search(dialogue.newest()):
        return _aside(task, after)  # free words that look like a question: an answer to it comes first
    return _and_answered(dialogue, one, told, after)


def _and_answered(dialogue: Dialogue, one: Configured, told: Mapping[str, Value], after: Served | Left) -> Heard:
    """Who said what was asked and put a question beside it gets both."""
    question = filling.question_beside(told, dialogue.newest())
    if not question or not isinstance(after, Served) or after.act is not None or not _QUESTION.search(question):
        return after
    alone = dialogue.only(question)
    aside = Aside(one.skill.name, after.task, after, onwards=after, question=alone)
    chosen = alone.chosen if dialogue.chooses else None
    return aside if chosen is None else aside.beside(_begun(alone, _whole(chosen), {}))


def _learned(dialogue: Dialogue, one: Configured, task: Task, told: Mapping[str, Value]) -> Served | Left:
    """On with what the words told; another thing than what was asked is progress, and counts as no try."""
    if not task.asked or task.asked in told:
        return stepping.onwards(dialogue, one, task.with_slots(told))
    after = stepping.onwards(dialogue, one, replace(task, tries=0).with_slots(told))
    if not isinstance(after, Served) or after.task.asked != task.asked or after.task.proving != task.proving:
        return after
    noted = prompts.say(prompts.NOTED, dialogue.reading.language)
    return replace(after, text=f"{noted} {after.text}", proving="")  # the code that went out is good still


def _to_confirmation(dialogue: Dialogue, one: Configured, task: Task, act: Act) -> Heard:
    """A yes does exactly what was shown; anything else does nothing. Who agreed already may still call it off."""
    said = confirming.to_act(dialogue.newest(), act)
    if task.agreed and said not in (Reply.NO, Reply.CANCEL):
        return _agreed(dialogue, one, task, act)
    match said:
        case Reply.YES:
            return _agreed(dialogue, one, task, act)
        case Reply.NO | Reply.CANCEL:
            return called_off(dialogue, one, task)
    told = filling.heard(one.skill, task, dialogue.burst(), _around(dialogue))
    if told:
        return stepping.onwards(dialogue, one, replace(task, confirming=None).with_slots(told))
    return _instead(dialogue, one, task) or _beside(dialogue, one, task)


def _agreed(dialogue: Dialogue, one: Configured, task: Task, act: Act) -> Served | Left:
    """The records may have changed since: only what the skill says now, and was shown before, is done."""
    if one.broken:
        return stepping.onwards(dialogue, one, task)
    try:
        step = stepping.next_step(dialogue, one, task)
    except RecordsDownError:
        return stepping.onwards(dialogue, one, task)
    if isinstance(step, Confirm | Do) and _same(step.act, act):
        return stepping.done(one, task, step.act)
    return stepping.told(dialogue, one, task, step)


def called_off(dialogue: Dialogue, one: Configured, task: Task) -> Served:
    """The customer wants it no more: nothing was done."""
    say = prompts.say(prompts.CALLED_OFF, dialogue.reading.language)
    return Served(say, one.skill.name, task.ended())


def _to_code(dialogue: Dialogue, one: Configured, task: Task) -> Heard:
    """While a code is awaited: on as soon as the address is proven, whichever way."""
    if task.proving in dialogue.standing.known.proven:
        return stepping.onwards(dialogue, one, replace(task, asked="", tries=0, proving="", form=""))
    newest = dialogue.newest()
    if _DIGITS.search(newest):
        return stepping.code_again(dialogue, one, task)
    told = filling.heard(one.skill, task, dialogue.burst(), _around(dialogue))
    if told:
        return _learned(dialogue, one, task, told)
    if _SEND_AGAIN.search(newest) and task.tries < stepping.MOST_TRIES:
        again = replace(task, tries=task.tries + 1, wrong_codes=0)
        return Served(task.prompt, one.skill.name, again, form=task.form, proving=task.proving)
    return _beside(dialogue, one, task)


def _instead(dialogue: Dialogue, one: Configured, task: Task) -> Served | Left | None:
    """“No, the other order”: what the slot held is not meant; the skill asks for it anew."""
    newest = dialogue.newest()
    if not (confirming.says_other(newest) or confirming.opens_with_no(newest)):
        return None
    meant = next((slot.name for slot in one.skill.slots if slot.name in task.slots and _names(slot, newest)), None)
    if meant is not None:
        return stepping.onwards(dialogue, one, replace(task.without(meant), confirming=None))
    if task.confirming is None:
        return None
    say = prompts.say(prompts.WHAT_INSTEAD, dialogue.reading.language)
    return stepping.asked_again(one, task, say)


def _beside(dialogue: Dialogue, one: Configured, task: Task) -> Served | Left | Aside:
    """The words are no answer to the task's question: another wish, a question of its own, or not understood."""
    again = stepping.asked_again(one, task, stepping.again_words(dialogue, one, task))
    if confirming.read(dialogue.newest()) is Reply.YES:
        return again  # to a question that a yes does not answer
    chosen = dialogue.chosen if dialogue.chooses else None
    if chosen is not None and chosen.skill.name != one.skill.name:
        return _and_back(dialogue, task, _begun(dialogue, _whole(chosen), {}))
    return again if chosen is not None or _says_little(dialogue.newest()) else _aside(task, again)


def _says_little(text: str) -> bool:
    """Whether there is nothing in the text that could be answered, nor any politeness."""
    return len(text.split()) <= 2 and "?" not in text and social.reply_to(text) is None


def _and_back(dialogue: Dialogue, task: Task | None, other: Served | Left) -> Served | Left:
    """What another skill did at once leads back to the task's open question; one that asks takes its place."""
    open_still = task is not None and not task.over and not dialogue.standing.rested and task.prompt
    if task is None or not open_still or not isinstance(other, Served) or not other.ends or other.act is not None:
        return other
    text = f"{other.text}\n\n{bridge(dialogue, task)}"
    return replace(other, text=text, task=task, choices=task.choices, form=task.form, ends=False)


def _aside(task: Task, otherwise: Served | Left) -> Aside:
    return Aside(task.skill, task, otherwise, choices=task.choices, form=task.form)


def _whole(one: Configured) -> Configured:
    """The skill with the slot for an address to prove, where it is personal and has none of its own."""
    skill: Skill[Any] = one.skill
    if not skill.personal or any(slot.kind == "email" for slot in skill.slots):
        return one
    return replace(one, skill=replace(skill, slots=(*skill.slots, stepping.EMAIL_SLOT)))


def _around(dialogue: Dialogue) -> Around:
    standing = dialogue.standing
    return Around(dialogue.reading.language, standing.now, standing.zone, standing.numbers(), standing.records())


def _same(one: Act, other: Act) -> bool:
    """Whether a yes to the one is a yes to the other."""
    return (one.kind, one.key, one.subject, one.request, one.amount, one.currency) == (
        other.kind, other.key, other.subject, other.request, other.amount, other.currency,
    )  # fmt: skip


def _is_free(skill: Skill[Any], name: str) -> bool:
    return any(slot.name == name and slot.kind == "text" for slot in skill.slots)


def _names(slot: Slot, text: str) -> bool:
    """Whether the text names the slot, by a telling word of its label in any language."""
    plain = text.casefold()
    words = {word for label in slot.label.values() for word in re.findall(r"[^\W\d_]{4,}", label.casefold())}
    return any(re.search(rf"(?<!\w){re.escape(word)}", plain) for word in words - {"number", "nummer", "numéro"})


def _held(task: Task, slot: str) -> str:
    held = task.slots.get(slot)
    return held.value if held else ""
