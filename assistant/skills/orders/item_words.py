"""Where the name of an item ends in a customer's sentence."""

import re

MOST_WORDS = 6

_WORD = re.compile(r"[^\W_][\w'’-]*")
_AND = frozenset(("and", "und", "et", "y", "e", "en", "plus"))
# after an "and" these begin another wish, where anything else is a second item
_NEW_WISH = frozenset(
    _WORD.findall(
        """
    get have receive want would need like i i'd i'll we please money cash refund refunded send also then can
    could credit haben bekommen erhalten möchte will brauche ich wir bitte geld erstattung récupérer recevoir
    avoir voudrais veux je j'ai nous argent remboursement être obtener recibir tener quiero querría necesito dinero
    reembolso me ricevere avere vorrei voglio soldi rimborso denaro riavere receber ter quero queria preciso dinheiro
    reaver krijgen ontvangen hebben wil ik wij graag terugbetaling
    """
    )
)
_ENDS = frozenset(
    _WORD.findall(
        """
    because since as from for please which that it they but when if after before with today tomorrow now back again
    thanks is are was were does doesn't don't isn't has have in at to on you
    weil denn aus bitte aber wenn heute morgen jetzt zurück danke ist sind war hat habe im mit ich
    zurückschicken zurückgeben zurücksenden retournieren umtauschen erstatten
    parce car depuis puis s'il svp merci mais quand que qui est sont était dans pour aujourd'hui
    porque ya por pero cuando está están era ha para hoy gracias
    perché poiché ma quando che è sono era ha per oggi grazie favore
    pois desde mas quando que está estão era tem para hoje obrigado obrigada
    omdat want uit maar als dat is zijn was heeft voor vandaag alstublieft alsjeblieft bedankt terug
    terugsturen teruggeven retourneren
    """
    )
)
_ARTICLES = frozenset(
    _WORD.findall(
        """
    the a an my this these our die das der den dem ein eine einen mein meine meinen le la les l' un une des mon ma mes
    el los las una mi mis il lo gli i mio mia miei o os as um uma meu minha het een mijn
    """
    )
)


def cut(said: str) -> str:
    """The item's name alone: "gloves" of "gloves and get the money back", "hat and the gloves" as it is."""
    words = [match.group(0) for match in _WORD.finditer(said)]
    kept: list[str] = []
    for place, word in enumerate(words[: MOST_WORDS + 1]):
        plain = word.casefold()
        ends = plain in _ENDS and bool(kept)
        if ends or (plain in _AND and _is_new_wish(words[place + 1 :])) or len(kept) == MOST_WORDS:
            break
        kept.append(word)
    while kept and kept[-1].casefold() in _AND | _ARTICLES:
        kept.pop()
    return " ".join(kept)


def _is_new_wish(rest: list[str]) -> bool:
    """Whether what stands after the "and" is no item: its first word beside articles begins another wish."""
    first = next((word.casefold() for word in rest if word.casefold() not in _ARTICLES), "")
    return not first or first in _NEW_WISH or first in _ENDS
