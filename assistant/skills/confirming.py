"""What a short reply means in a task: yes, no, stop, or which of several; decided here, never by a language model.

A yes is a yes only when nothing else is said: "yes, but to my other card" changes something and confirms nothing.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from assistant.skills.contract import Act, Choice

SHORTEST_TELLING = 4  # letters
_NEGATIONS = frozenset(("no", "not", "nein", "nicht", "kein", "non", "pas", "ne", "ni", "não", "nem", "geen", "niet"))
MOST_WORDS = 9

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|👍|✅|👌|❌|👎")
_YES = """
    yes|yeah|yep|yup|yea|ya|sure|ok|okay|okey|k|y|correct|right|exactly|absolutely|definitely|certainly|of course|
    (?:yes )?(?:please )?(?:do|confirm|book|take|send|cancel|change|refund|make) (?:it|that|this|so|them)|go ahead|
    confirm|confirmed|i confirm|i agree|agreed|that(?:'s| is|s)? (?:right|correct|fine|good|ok|okay|perfect|it)|
    sounds good|please do|fine|alright|all right|perfect|go for it|that works|works for me|👍|✅|👌|
    ja|jawohl|jo|jup|klar|genau|richtig|stimmt|gerne|gern|in ordnung|einverstanden|passt|natürlich|bestätigt|
    ich bestätige|mach das|machen sie das|das stimmt|das passt|so ist es|
    oui|ouais|d'accord|exact|exactement|c'est (?:ça|bon|correct|exact)|bien sûr|volontiers|je confirme|allez y|vas y|
    sí|si|sì|claro|vale|correcto|exacto|de acuerdo|por supuesto|adelante|confirmo|perfecto|está bien|eso es|
    certo|va bene|esatto|giusto|corretto|d'accordo|volentieri|confermo|procedi|proceda|perfetto|
    sim|isso|certo|correto|exato|está bem|de acordo|pode ser|confirmo|perfeito|
    ja graag|graag|klopt|prima|akkoord|inderdaad|natuurlijk|ga uw gang|doe maar|bevestigd|goed
"""
_NO = """
    no|nope|nah|n|not really|not now|don't|do not|please don't|no way|wrong|incorrect|that(?:'s| is|s)? (?:not right|
    wrong|not correct)|i don't (?:want|need) (?:that|it|this)|❌|👎|
    nein|nee|nö|nicht|lieber nicht|auf keinen fall|falsch|stimmt nicht|
    non|pas du tout|surtout pas|ce n'est pas (?:ça|bon|correct)|
    no gracias|no quiero|mejor no|para nada|incorrecto|
    no grazie|meglio di no|non voglio|sbagliato|
    não|não quero|melhor não|errado|
    nee|nee dank je|nee dank u|liever niet|niet doen|klopt niet
"""
_CANCEL = """
    cancel|cancel (?:that|this|it all|everything|the (?:request|whole thing))|never ?mind|nevermind|nvm|
    forget (?:it|that|about it|about that|this|the whole thing)|stop|stop (?:it|that|this)|abort|quit|exit|leave it|
    don't bother|i(?:'ve| have)? changed my mind|(?:actually )?(?:i )?(?:don't|do not) (?:want|need) (?:it|that|this|
    to) anymore|    it doesn't matter|doesn't matter|no longer needed|let's (?:stop|leave it)|
    abbrechen|abbruch|vergiss es|vergessen sie es|vergessen sie das|egal|doch nicht|lass gut sein|lassen sie es|
    schon gut|hat sich erledigt|stopp|ich habe es mir anders überlegt|brauche ich nicht mehr|
    annuler|annule|annulez|laisse tomber|laissez tomber|oublie|oubliez|oubliez ça|tant pis|peu importe|arrête|arrêtez|
    j'ai changé d'avis|
    cancelar|cancela|cancele|déjalo|déjelo|olvídalo|olvídelo|no importa|da igual|para|he cambiado de idea|
    annulla|lascia perdere|lasci perdere|lascia stare|non importa|fa niente|ho cambiato idea|basta|
    deixa|deixa para lá|deixe|deixe para lá|esquece|esqueça|não importa|mudei de ideias|mudei de ideia|
    annuleer|annuleren|laat maar|laat maar zitten|vergeet het|maakt niet uit|toch niet|hoeft niet meer|
    ik heb me bedacht
"""
_FILLER = """
    please|thanks?|thank you|thx|well|oh|um|uh|so|then|now|just|actually|it|that|this|really|very much|much|i|do|
    i think|hi|hello|hey|great|cool|nice|sorry|again|is|the|everything|all|good|looks|bitte|danke|schön|also|dann|das|
    es|doch|mal|sehr|so|vielen dank|na|s'il vous plaît|s'il te plaît|svp|merci|alors|bien|tout|por favor|gracias|
    entonces|pues|bueno|todo|per favore|grazie|allora|tutto|obrigad[oa]|então|tudo|alstublieft|alsjeblieft|dank u|
    dank je|bedankt|dan|nou|hoor|met|den|dat|het
"""
_OTHER = re.compile(
    r"\b(?:others?|another|different|wrong|not that|instead|rather|andere[nrs]?|falsche?[nrs]?|nicht d(?:ie|er|as|en)|"
    r"sondern|stattdessen|autres?|pas celui|pas celle|plutôt|otr[oa]s?|est[ea] no|es[ea] no|altr[oae]|non quell[oa]|"
    r"outr[oa]s?|ess[ea] não|ander[es]?|niet d(?:ie|at)|verkeerde?)\b",
    re.IGNORECASE,
)
_PLACES = """
    first 1st erste ersten erster erstes premier première primer primero primera primo prima primeiro primeira eerste
    second 2nd zweite zweiten zweiter zweites deuxième second seconde segundo segunda secondo seconda tweede
    third 3rd dritte dritten dritter drittes troisième tercer tercero tercera terzo terza terceiro terceira derde
    fourth 4th vierte vierten quatrième cuarto cuarta quarto quarta vierde
    fifth 5th fünfte fünften cinquième quinto quinta vijfde
    sixth 6th sechste sechsten sixième sexto sexta sesto sesta zesde
"""
_ORDINALS: Mapping[str, int] = {
    word: place for place, words in enumerate(_PLACES.strip().splitlines()) for word in words.split()
}
_LAST = re.compile(r"last|letzte[nrs]?|dernière?|últim[oa]|ultim[oa]|laatste")


_CANCEL_IT = """
    (?:please )?(?:do )?cancel (?:it|that|this|them|both|(?:the|my|this|that) (?:order|appointment|booking))|
    storniere(?:n sie)? (?:es|das|sie|die bestellung)|sagen? (?:sie )?(?:ihn|es|das|den termin) ab|
    annul(?:e|ez) (?:la|le|ça|cela|la commande|le rendez vous)|
    canc[eé]l[ae]l[oa]|an[uú]l[ae]l[oa]|cancel[ae] (?:el pedido|la cita)|
    l[oa] annulli|annullal[oa]|annulla (?:l'ordine|l'appuntamento)|
    cancele [oa]|cancel[ae] (?:a encomenda|o pedido|a marcação)|
    annuleer (?:het|hem|de bestelling|de afspraak)
"""
_CANCEL_ONLY = """
    cancel|cancell?ing|stornieren|stornierung|absagen|annule|annulez|annuler|cancela|cancele|cancelar|anular|
    annulla|annullare|annulli|annuleer|annuleren
"""


class Reply(Enum):
    """What a short reply means."""

    YES = "yes"
    NO = "no"
    CANCEL = "cancel"


def _pattern(alternatives: str) -> re.Pattern[str]:
    """Finds one of the alternatives as whole words, the longer before those that they begin with."""
    joined = " ".join(line.strip() for line in alternatives.split("\n")).replace("| ", "|").replace(" |", "|").strip()
    longest_first = sorted(_apart(joined), key=lambda one: one.count(" "), reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)")


def _apart(joined: str) -> list[str]:
    """The alternatives, those within brackets left together."""
    found, depth = [""], 0
    for char in joined:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append("")
        else:
            found[-1] += char
    return [one for one in found if one]


_MEANINGS = ((Reply.CANCEL, _pattern(_CANCEL)), (Reply.NO, _pattern(_NO)), (Reply.YES, _pattern(_YES)))
_FILLERS = _pattern(_FILLER)
_CANCELS_IT, _CANCELS = _pattern(_CANCEL_IT), _pattern(_CANCEL_ONLY)


def read(text: str) -> Reply | None:
    """Yes, no or stop, when all of the text says that and nothing more; else None."""
    said = _said(text)
    if not said or "?" in text or len(said.split()) > MOST_WORDS:
        return None
    heard = []
    for meaning, pattern in _MEANINGS:
        shorter = pattern.sub(" ", said)
        if shorter.split() != said.split():
            heard.append(meaning)
            said = shorter
    if _FILLERS.sub(" ", said).strip():
        return None
    if Reply.YES in heard and len(heard) > 1:
        return None  # "yes no"
    return heard[0] if heard else None


def to_act(text: str, act: Act) -> Reply | None:
    """What the text says to this act: "cancel it" is a yes to cancelling something, and "cancel" alone is unclear."""
    if "cancel" not in act.kind or "?" in text:
        return read(text)
    said = _said(text)
    named = _CANCELS_IT.sub(" ", said)
    rest = _CANCELS.sub(" ", named)
    if rest.split() == said.split():
        return read(text)
    if not _FILLERS.sub(" ", rest).strip():
        return None if named.split() == said.split() else Reply.YES
    return read(rest)


def says_other(text: str) -> bool:
    """Whether another one is meant than the one under discussion."""
    return _OTHER.search(text) is not None


def opens_with_no(text: str) -> bool:
    """Whether the text begins by denying, as in "no, the red one"."""
    first = _said(text.split(",", 1)[0].split(".", 1)[0])
    return read(first) is Reply.NO


def picked(text: str, choices: Sequence[Choice], *, current: str = "") -> Choice | None:
    """Which of the choices the text names: by its words, its place, or as the other of two.

    `current` is the value under discussion, which "the other one" is not.
    """
    named = _named(text, choices)
    if named is not None:
        return named
    said = _said(text).split()
    if len(said) > MOST_WORDS:
        return None
    places = {_ORDINALS[word] for word in said if word in _ORDINALS}
    if len(said) <= 2:
        places |= {int(word) - 1 for word in said if word.isdecimal() and len(word) == 1}
    if any(_LAST.fullmatch(word) for word in said):
        places.add(len(choices) - 1)
    if len(places) == 1 and 0 <= min(places) < len(choices):
        return choices[places.pop()]
    others = [choice for choice in choices if current and _value(choice) != current]
    return others[0] if says_other(text) and len(others) == 1 else None


def _named(text: str, choices: Sequence[Choice]) -> Choice | None:
    said = " ".join(_said(text).split())
    for choice in choices:
        if said and said in (_said(choice.says), _said(choice.label)):
            return choice
    inside = [one for one in choices if _within(one.label, said) or _within(one.says, said)]
    return inside[0] if len(inside) == 1 else None if "?" in text else _known_by(said, choices)


def _known_by(said: str, choices: Sequence[Choice]) -> Choice | None:
    """The only choice with other words for it that has all that any has of the telling words said: "the volta 500"."""
    words = set(said.split())
    known = {choice: telling(choice.label, *choice.also) for choice in choices if choice.also}
    named = words & set[str]().union(*known.values())
    if not named or len(words) > MOST_WORDS or words & _NEGATIONS:
        return None
    named |= {word for word in words if any(map(str.isdigit, word))}
    fitting = [choice for choice, own in known.items() if named <= own]
    return fitting[0] if len(fitting) == 1 else None


def telling(*names: str) -> set[str]:
    """The words of names by which customers tell things apart: longer ones, and those with a digit."""
    words = {word for name in names for word in _said(name).split()}
    return {word for word in words if len(word) >= SHORTEST_TELLING or any(map(str.isdigit, word))}


def _within(name: str, said: str) -> bool:
    plain = " ".join(_said(name).split())
    return len(plain) > 1 and re.search(rf"(?<!\S){re.escape(plain)}(?!\S)", said) is not None


def _value(choice: Choice) -> str:
    return choice.value or choice.says


def _said(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'")))
