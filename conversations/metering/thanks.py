"""Whether a customer says that it helped, in seven languages; pure.

Told by the words alone, and strictly: a "but", a "not" or a question beside the thanks, and it is none. What is missed
here may still count by the customer's silence; what is taken for thanks and is none would be charged wrongly.
"""

import re

MOST_WORDS = 25
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

_HELPED = re.compile(
    r"(?<!\w)(?:"
    # English
    r"thanks?|thank (?:you|u)|thx|tysm|cheers|much appreciated|appreciate it|that(?: has|'s)? help(?:s|ed|ful)|"
    r"(?:it|that|this) works(?: now)?|works now|(?:very|super|really) helpful|solved|sorted|that did it|"
    # German
    r"danke(?:schön)?|vielen dank|herzlichen dank|besten dank|(?:hat|das) (?:mir )?(?:sehr )?(?:geholfen|hilft)|"
    r"hilft mir|klappt(?: jetzt)?|funktioniert(?: jetzt)?|hat geklappt|gelöst|erledigt|"
    # French
    r"merci|ça marche|ça fonctionne|ça m'aide|m'a (?:bien |beaucoup )?aidée?|résolue?|"
    # Spanish
    r"gracias|(?:ya |ahora )?funciona(?: ahora)?|me (?:ayudó|ayuda|sirve|sirvió)|resuelto|solucionado|"
    # Italian
    r"grazie|(?:ora |adesso )?funziona(?: ora)?|mi (?:è|e) stat[oa] (?:utile|d'aiuto)|mi aiuta|risolto|"
    # Portuguese
    r"obrigad[oa]|valeu|(?:já )?funcionou|ajudou|resolvido|"
    # Dutch
    r"bedankt|dank (?:je|u)(?: wel)?|dankjewel|werkt (?:nu|weer)|het werkt|geholpen|opgelost"
    r")(?!\w)"
)
_AGAINST = re.compile(
    r"\?|(?<!\w)(?:"
    r"not|no|never|nothing|but|still|however|although|wrong|"
    r"nicht|nein|kein\w*|nie|aber|immer noch|trotzdem|leider|nichts|falsch|"
    r"pas|mais|toujours|encore|jamais|rien|"
    r"pero|todavía|aún|nunca|nada|"
    r"non|ma|ancora|mai|niente|nulla|"
    r"não|nao|mas|ainda|"
    r"niet|nee|geen|maar|nog|nooit|niets|helaas"
    r")(?!\w)|n't(?!\w)"
)
# What is no complaint although a word above stands in it.
_HARMLESS = re.compile(
    r"(?<!\w)(?:no more questions|nothing else|no problem|no worries|nichts weiter|kein problem|keine weiteren fragen|"
    r"pas de problème|rien d'autre|pas de souci|nada más|ningún problema|nient'altro|nessun problema|mais nada|"
    r"sem problemas?|geen probleem|verder niets|nog een fijne \w+|noch einen schönen \w+)(?!\w)"
)


def says_it_helped(text: str) -> bool:
    """Whether these are a customer's short words of thanks, or that it works, and nothing against it."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    if len(_WORDS.findall(plain)) > MOST_WORDS or not _HELPED.search(plain):
        return False
    return _AGAINST.search(_HARMLESS.sub(" ", plain)) is None
