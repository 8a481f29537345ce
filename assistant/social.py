"""Recognises what asks for no knowledge: greetings, thanks, goodbyes, "are you a robot?"."""

import re

from assistant import words
from assistant.words import Words

MOST_WORDS = 9

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_GREETING = """
    hi|hello|hey|heya|hiya|yo|greetings|howdy|good (?:morning|afternoon|evening|day)|hallo|hi|moin|servus|grüezi|
    guten (?:morgen|tag|abend)|grüß (?:gott|dich)|bonjour|bonsoir|salut|coucou|hola|buenas|
    buen(?:os|as) (?:días|dias|tardes|noches)|ciao|salve|buongiorno|buonasera|buon giorno|olá|ola|oi|bom dia|
    boa (?:tarde|noite)|hoi|dag|goede(?:morgen|middag|navond| morgen| middag| avond)
"""
_ASKS_FOR_HELP = """
    (?:i need |can you |could you |please )?help(?: me)?(?: please)?|i have (?:a|another) question|hilfe|
    ich habe eine frage|j'ai une question|tengo una pregunta|ho una domanda|tenho uma pergunta|ik heb een vraag
"""
_THANKS = """
    (?:many )?thanks?(?: you| u)?(?: (?:so|very) much| a lot| a bunch)?|thx|ty|tysm|cheers|much appreciated|
    i appreciate it|danke(?: schön| sehr| dir| ihnen)?|vielen dank|herzlichen dank|besten dank|merci(?: beaucoup)?|
    (?:muchas )?gracias|mil gracias|grazie(?: mille| tante)?|(?:muito )?obrigad[oa]|valeu|dank(?: je| u)(?: wel)?|
    bedankt|hartelijk dank
"""
_GOODBYE = """
    bye(?: bye)?|goodbye|good bye|
    see (?:you|ya)(?: later| soon| then| (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day| tomorrow)?|cya|
    have a (?:nice|good|great|lovely) (?:day|evening|weekend|one)|
    good night|take care|that(?:'s| is| was|s) (?:all|it)|tschüss?|tschüß|auf wiedersehen|schönen (?:tag|
    abend)(?: noch)?|das war(?:'s| es| alles)|au revoir|bonne (?:journée|soirée)|à bientôt|adiós|adios|hasta (?:luego|
    pronto)|arrivederci|buona (?:giornata|serata)|adeus|até logo|tchau|tot ziens|doei|fijne dag(?: nog)?
"""
_ACKNOWLEDGED = """
    ok|okay|okey|k|kk|alright|all right|got it|gotcha|i see|understood|makes sense|perfect|great|cool|nice one|nice|
    awesome|wonderful|excellent|super|brilliant|lovely|fantastic|(?:i )?will do|i'll (?:try|do) (?:that|it|so)|
    i'll (?:come|drop|pop) (?:by|in)(?: tomorrow| then| later)?|good to know|
    that(?:'s| is|s) (?:good|great|perfect|helpful|fine)|that help(?:s|ed)|
    very helpful|sounds good|alles klar|verstanden|gut|prima|in ordnung|d'accord|parfait|compris|vale|entendido|
    perfecto|de acuerdo|va bene|capito|perfetto|d'accordo|entendi|certo|perfeito|prima|duidelijk|oké|begrepen
"""
_WHAT_I_AM = """
    (?:am i|are you|is this|r u)(?: talking to| chatting with| speaking to)? (?:an? )?(?:real )?(?:ro)?
    (?:bot|chatbot|robot|ai|machine|computer|human|person|real person)|who are you|what are you|
    bist du (?:ein )?(?:bot|roboter|mensch|eine ki)|sind sie (?:ein )?(?:bot|roboter|mensch|eine ki)|
    (?:êtes vous|es tu|tu es|vous êtes) un (?:robot|humain|bot)|eres (?:un )?(?:robot|bot|humano)|
    sei (?:un )?(?:robot|bot|umano)|(?:você )?é (?:um )?(?:robô|bot|humano)|ben je (?:een )?(?:robot|bot|mens)
"""
_NO = """
    no|nope|nah|no thanks?(?: you)?|not really|not now|nothing(?: else)?|nein(?: danke)?|non(?: merci)?|no gracias|
    no grazie|não(?: obrigad[oa])?|nee(?: dank je| dank u| bedankt)?
"""
_YES = "yes|yep|yeah|yup|sure|yes please|please|ja|ja bitte|ja graag|oui|sí|si|sim|certo"
_FILLER = """
    there|again|everyone|all|team|sir|madam|mate|guys|folks|dear|you|so|much|very|and|then|well|oh|ah|for|your|the|
    help|that|this|it|today|now|just|a|really|no|nope|none|nothing|else|und|für|ihre|die|hilfe|et|y|e|en|pour|votre|
    aide|por|su|ayuda|per|il|suo|aiuto|pela|ajuda|voor|uw|hulp|nein|non|nee|não|zusammen|à|tous
"""

# In this order: "thanks, bye" is a goodbye, "hi, are you a robot" a question about the assistant.
_KINDS: tuple[tuple[str, Words], ...] = (
    (_WHAT_I_AM, words.WHAT_I_AM),
    (_GOODBYE, words.GOODBYE),
    (_THANKS, words.THANKS),
    (_GREETING, words.GREETING),
    (_ASKS_FOR_HELP, words.GREETING),
    (_ACKNOWLEDGED, words.ACKNOWLEDGED),
)


def _joined(alternatives: str) -> str:
    return "".join(line.strip() for line in alternatives.splitlines())


def _pattern(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_joined(alternatives)})(?!\S)")


_PATTERNS = tuple((_pattern(alternatives), reply) for alternatives, reply in _KINDS)
# These only when they are all that was said. A "yes" to the offer of a person never comes here: the rules see it first.
_ALONE = ((_pattern(_NO), words.AS_YOU_LIKE), (_pattern(_YES), words.TELL_MORE))
_FILLERS = _pattern(_FILLER)
_NODS = frozenset("👍👌🙏😊🙂😀👏❤🎉✅")
_OPENING = re.compile(
    rf"^\s*(?:{_joined(_GREETING)})(?:\s+(?:there|all|team|zusammen|à tous))?\s*[,.!;:–-]*\s+(?=\S)",
    re.IGNORECASE,
)


def reply_to(text: str) -> Words | None:
    """What to say to `text`, when all of it is politeness; else None."""
    said = _WORD.findall(text.lower().replace("’", "'"))
    if not said and _NODS & set(text):
        return words.ACKNOWLEDGED
    if not said or len(said) > MOST_WORDS:
        return None
    left = " ".join(said)
    for pattern, reply in _ALONE:
        if pattern.fullmatch(left):
            return reply
    found: Words | None = None
    for pattern, reply in _PATTERNS:
        shorter = pattern.sub(" ", left)
        if shorter != left and found is None:
            found = reply
        left = shorter
    left = _FILLERS.sub(" ", left)
    return found if not left.strip() else None


def is_polite(text: str) -> bool:
    """Whether all of `text` is politeness, which asks for nothing and tells nothing."""
    return reply_to(text) is not None


def without_greeting(text: str) -> str:
    """`text` without the greeting it opens with, when something follows."""
    shorter = _OPENING.sub("", text, count=1)
    return shorter if any(char.isalpha() for char in shorter) else text
