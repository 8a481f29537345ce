"""What somebody asks a customer for, in seven languages; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant import promising

_REQUESTS = re.compile(
    r"(?i)\?\s*$|\b(?:please|(?:could|can|would|may) (?:you|i)|tell me|send me|give me|provide|let me (?:know|have)|"
    r"share|i(?:['’]ll)? need|we need|bitte|können sie|könnten sie|nennen|teilen sie|schicken sie|geben sie|"
    r"ich (?:brauche|benötige)|wir (?:brauchen|benötigen)|pouvez|pourriez|veuillez|merci de|donnez|indiquez|envoyez|"
    r"j['’]ai besoin|puede|podría|por favor|indique|facilite|envíe|dígame|necesito|necesitamos|può|potrebbe|"
    r"per favore|mi (?:dia|dica|invii)|indichi|ho bisogno|ci serve|mi serve|pode|poderia|informe|envie|diga|preciso|"
    r"precisamos|kunt u|kun je|graag|geef|stuur|alstublieft|ik heb .{1,40} nodig|laat .{1,20} weten)\b"
)
LABELS: Mapping[str, str] = {
    "order": "Order number",
    "email": "E-mail address",
    "phone": "Phone number",
    "name": "Name",
    "address": "Address",
    "what": "What happened",
}  # what can be asked for, as the desk reads it
_WAYS: Mapping[str, str] = {
    "order": (
        r"order (?:number|no\.?|id|reference)|number of (?:your|the) order|which order|bestell(?:ungs)?nummer|"
        r"auftragsnummer|bestell-?nr|welche bestellung|num[ée]ro de (?:la |votre )?commande|quelle commande|"
        r"n[úu]mero d[eoa] (?:su |tu |la |o |seu )?(?:pedido|orden|encomenda|compra)|qu[ée] pedido|qual encomenda|"
        r"numero (?:d['’]|dell['’]|del suo )ordine|quale ordine|bestelnummer|ordernummer|welke bestelling"
    ),
    "email": (
        r"e-?mail(?: ?-?ad+ress\w*)?|mail ?-?ad+ress\w*|adresse (?:e-?mail|électronique|mail)|courriel|"
        r"correo(?: electr[óo]nico)?|indirizzo (?:e-?mail|di posta elettronica)|e-?mail-?adres|endere[çc]o de e-?mail"
    ),
    "phone": (
        r"(?:tele)?phone number|mobile(?: number)?|number (?:can|may|should) (?:i|we) (?:call|reach)|telefonnummer|"
        r"handynummer|rufnummer|num[ée]ro de (?:t[ée]l[ée]phone|portable)|n[úu]mero de (?:tel[ée]fono|telefone|"
        r"telem[óo]vel)|numero di (?:telefono|cellulare)|telefoonnummer|mobiele nummer"
    ),
    "name": (
        r"(?:your|the) (?:full |first |last )?name|who am i (?:speaking|talking|chatting) (?:to|with)|"
        r"(?:ihren?|ihr|deinen?) (?:vollst[äa]ndigen? )?namen?|wie hei[ßs]+en sie|votre nom|comment vous appelez|"
        r"(?:su|tu) nombre|c[óo]mo se llama|(?:il )?suo nome|come si chiama|(?:o )?seu nome|como se chama|"
        r"(?:uw|je) (?:volledige )?naam|hoe heet (?:u|je)"
    ),
    "address": (
        r"(?:postal|delivery|shipping|home|street|billing|mailing) address|(?<!mail )(?:your|the) address|"
        r"post ?code|zip ?code|lieferadresse|rechnungsadresse|postanschrift|anschrift|ihre adresse|postleitzahl|"
        r"adresse (?:postale|de livraison|de facturation)|votre adresse(?! (?:e-?mail|mail|[ée]lectronique))|"
        r"code postal|(?:su|la) direcci[óo]n(?! (?:de correo|electr|e-?mail))|c[óo]digo postal|"
        r"indirizzo(?! (?:e-?mail|di posta el))|(?:a sua )?morada|(?:o )?(?:seu )?endere[çc]o(?! (?:de )?e-?mail)|"
        r"bezorgadres|(?:uw|je) (?:post)?adres|postcode"
    ),
    "what": (
        r"what (?:exactly )?(?:has |had )?happened|"
        r"what(?:['’]s| is| seems to be) (?:the|your) (?:problem|issue|matter)|"
        r"(?:describe|explain) (?:the|your|what)|how can (?:i|we) help|what can (?:i|we) do for you|"
        r"was (?:genau )?(?:ist|war) (?:denn )?(?:passiert|geschehen|los|das problem|ihr anliegen)|worum geht es|"
        r"(?:problem|anliegen) (?:kurz |bitte |n[äa]her )*(?:schildern|beschreiben)|wie kann ich (?:ihnen )?helfen|"
        r"que s['’]est-il pass[ée]|quel est (?:le|votre) probl[èe]me|d[ée]crire (?:le|votre) probl[èe]me|"
        r"comment puis-je vous aider|qu[ée] (?:ha pasado|pas[óo]|ocurri[óo]|sucedi[óo])|cu[áa]l es (?:el|su) problema|"
        r"en qu[ée] puedo ayudar|(?:che )?cosa (?:[èe] successo|[èe] accaduto)|qual [èe] il problema|"
        r"come posso aiutar|o que (?:aconteceu|se passou)|qual [ée] o (?:seu )?problema|como posso ajudar|"
        r"wat is er (?:precies )?(?:gebeurd|aan de hand)|wat is (?:het|uw) probleem|waar(?:mee)? kan ik .{0,12}helpen"
    ),
}
_PATTERNS = {name: re.compile(rf"(?i)(?<!\w)(?:{way})(?!\w)") for name, way in _WAYS.items()}


@dataclass(frozen=True)
class Asked:
    """Something that is asked for, and the sentence that asks."""

    name: str
    sentence: str


def asked_for(text: str) -> Iterator[Asked]:
    """What a text asks the customer for, each once."""
    seen: set[str] = set()
    for sentence in promising.sentences(text):
        if not _REQUESTS.search(sentence):
            continue
        for name, pattern in _PATTERNS.items():
            if name not in seen and pattern.search(sentence):
                seen.add(name)
                yield Asked(name, sentence)
