"""Words about money and policy, which need a citation, and words that promise or claim a deed, which nothing allows."""

import re

from assistant.engines.checks import quantities

_MONEY = (
    "refund* money-back reimburs* compensat* credit credits credited voucher* discount* price* priced pricing cost* "
    "fee* charge* free-of-charge for-free invoice* payment* pay pays paying paid deposit* "
    "erstatt* rückerstatt* geld-zurück gutschein* rabatt* preis* kosten kostet kostenlos* gebühr* rechnung* "
    "zahlen zahlt zahlung* entschädig* gratis "
    "rembours* remise* réduction* prix coût* frais gratuit* factur* paie* payer indemni* "
    "reembols* descuento* precio* coste* cuesta* tarifa* pago pagos pagar "
    "rimbors* sconto sconti prezz* costo costi fattur* pagament* pagare "
    "desconto* preço* custo* custa* grátis fatura* "
    "terugbetal* korting* prijs prijzen factuur facturen betal*"
)
_POLICY = (
    "policy policies warrant* guarante* terms contract* legal* liab* entitle* eligib* cancel* return returns returned "
    "returning exchange* complain* exception* right-to withdraw* privacy "
    "garantie* gewährleist* vertrag* kündig* storn* widerruf* umtausch* rückgabe* zurücksend* rücksend* anspruch* "
    "ausnahme* bedingung* "
    "contrat* annul* résili* rétract* retour* échang* droit conditions politique "
    "garant* devolu* devolv* cambio cambios cambiar derecho* condiciones polític* "
    "contratt* annull* reso resi restitu* recesso diritto condizioni "
    "troca* direito* condições "
    "voorwaard* opzeg* annuler* ruil* recht-op"
)
_ENGLISH = (
    "refund cancel credit issue book rebook reschedul appl upgrad reimburs send sent ship delet chang updat grant waiv "
    "approv confirm offer give promis guarante arrang process reset transfer extend"
)
_GERMAN = "erstatt storn gutgeschrieben gebucht gelöscht geändert verlängert genehmigt schenken gewähr"
_ROMANCE = (
    "rembours annul crédit offr accord modifi réserv reembols cancel acredit regal aprob reserv devolver rimbors "
    "accredit prenot approv credit aprov oferec"
)
_DUTCH = "terugbeta geannuleer annuler geboekt gewijzigd goedgekeurd"


def _words(listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(listed)})(?!\w)", re.IGNORECASE)


def _any(listed: str) -> str:
    return "|".join(word.replace("*", r"\w*").replace("-", "[ -]") for word in listed.split())


_MONEY_WORDS, _POLICY_WORDS = _words(_MONEY), _words(_POLICY)
_I_OR_WE = r"\b(?P<who>i|we)(?:['’](?:ve|ll|m|re)| have| had| will| am| are)(?: going to|)"
_ROMANCE_I_OR_WE = (
    r"\b(?P<who>j['’]ai|nous avons|je vais vous|nous allons vous|he|hemos|voy a|vamos a|ho|abbiamo|vou|já)\b"
)
_IN_PASSING = "(?: just| now| already| gladly| personally| also| hereby)*"
_DEEDS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<who>i){_IN_PASSING} (?P<deed>{_any(_ENGLISH)})\w*",
        rf"{_I_OR_WE}{_IN_PASSING} (?P<deed>{_any(_ENGLISH)})\w*",
        rf"\b(?P<who>ich|wir) (?:habe|haben|werde|werden)\b.{{0,60}}\b(?P<deed>{_any(_GERMAN)})\w*",
        rf"{_ROMANCE_I_OR_WE}.{{0,30}}\b(?P<deed>{_any(_ROMANCE)})\w*",
        rf"\b(?P<who>ik|we) (?:heb|hebben|zal|zullen|ga|gaan)\b.{{0,40}}\b(?P<deed>{_any(_DUTCH)})\w*",
    )
]
_WE = {"we", "wir", "nous avons", "nous allons vous", "hemos", "vamos a", "abbiamo", "vamos"}


def need_citation(text: str) -> bool:
    """Whether `text` speaks of money or policy."""
    return _of_money(text) or _POLICY_WORDS.search(text) is not None


def covered(text: str, knowledge: str) -> bool:
    """Whether what `text` says of money or policy can stand in `knowledge`: that speaks of the same at all."""
    if _of_money(text) and not _of_money(knowledge):
        return False
    return not _POLICY_WORDS.search(text) or need_citation(knowledge)


def _of_money(text: str) -> bool:
    return quantities.is_amount(text) or _MONEY_WORDS.search(text) is not None


def claim_deed(text: str, knowledge: str) -> bool:
    """Whether `text` says that the assistant did something, or will; it can do nothing but answer.

    What the company does for everybody, as `knowledge` says in the same word, is no such deed.
    """
    known = knowledge.casefold()
    for pattern in _DEEDS:
        for found in pattern.finditer(text):
            of_all = found["who"].casefold() in _WE and found["deed"].casefold()[:5] in known
            if not of_all:
                return True
    return False
