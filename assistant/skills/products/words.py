"""What the assistant says when it recommends products."""

from collections.abc import Mapping

from assistant.words import Words

WISH_LABEL: Words = {
    "en": "Looks for", "de": "Sucht", "fr": "Cherche", "es": "Busca", "it": "Cerca", "pt": "Procura", "nl": "Zoekt",
}  # fmt: skip
ASK_WISH: Words = {
    "en": "Gladly. What should it be, what for, and about what may it cost?",
    "de": "Gern. Was soll es sein, wofür, und was darf es ungefähr kosten?",
    "fr": "Avec plaisir. Que cherchez-vous, pour quel usage, et à quel prix environ ?",
    "es": "Con gusto. ¿Qué busca, para qué, y cuánto puede costar más o menos?",
    "it": "Volentieri. Che cosa cerca, per quale uso, e quanto può costare all'incirca?",
    "pt": "Com gosto. O que procura, para quê, e quanto pode custar mais ou menos?",
    "nl": "Graag. Wat zoekt u, waarvoor, en wat mag het ongeveer kosten?",
}
WISH_AGAIN: Words = {
    "en": "Name a kind of product or what it should be able to do, and I look for what fits.",
    "de": "Nennen Sie eine Art von Produkt oder was es können soll, dann suche ich Passendes.",
    "fr": "Indiquez un type de produit ou ce qu'il doit savoir faire, et je cherche ce qui convient.",
    "es": "Diga un tipo de producto o lo que debe poder hacer, y busco lo que encaje.",
    "it": "Indichi un tipo di prodotto o che cosa deve saper fare, e cerco quello adatto.",
    "pt": "Diga um tipo de produto ou o que deve conseguir fazer, e procuro o que serve.",
    "nl": "Noem een soort product of wat het moet kunnen, dan zoek ik wat past.",
}
ASK_BUDGET: Words = {
    "en": "About what may it cost?",
    "de": "Was darf es ungefähr kosten?",
    "fr": "Quel prix environ ?",
    "es": "¿Cuánto puede costar más o menos?",
    "it": "Quanto può costare all'incirca?",
    "pt": "Quanto pode custar mais ou menos?",
    "nl": "Wat mag het ongeveer kosten?",
}
BUDGET_LABEL: Words = {
    "en": "Budget", "de": "Budget", "fr": "Budget", "es": "Presupuesto", "it": "Budget", "pt": "Orçamento",
    "nl": "Budget",
}  # fmt: skip
MORE_LABEL: Words = {
    "en": "Wishes further", "de": "Wünscht auch", "fr": "Souhaite aussi", "es": "También desea", "it": "Desidera anche",
    "pt": "Deseja também", "nl": "Wenst ook",
}  # fmt: skip
FITS: Words = {
    "en": "This fits what you told me:",
    "de": "Das passt zu dem, was Sie suchen:",
    "fr": "Voici ce qui correspond à votre demande :",
    "es": "Esto encaja con lo que busca:",
    "it": "Questo corrisponde a quello che cerca:",
    "pt": "Isto corresponde ao que procura:",
    "nl": "Dit past bij wat u zoekt:",
}
BEYOND: Words = {
    "en": "At that price I have nothing that fits. The nearest would be:",
    "de": "Zu diesem Preis habe ich nichts Passendes. Am nächsten kommt:",
    "fr": "À ce prix, je n'ai rien qui convienne. Le plus proche serait :",
    "es": "A ese precio no tengo nada que encaje. Lo más cercano sería:",
    "it": "A quel prezzo non ho nulla di adatto. Il più vicino sarebbe:",
    "pt": "A esse preço não tenho nada que sirva. O mais próximo seria:",
    "nl": "Voor die prijs heb ik niets passends. Het dichtst in de buurt komt:",
}
NOTHING: Words = {
    "en": "Among our products I find nothing like that. Shall I look for something else?",
    "de": "Unter unseren Produkten finde ich nichts dergleichen. Soll ich nach etwas anderem suchen?",
    "fr": "Parmi nos produits, je ne trouve rien de tel. Dois-je chercher autre chose ?",
    "es": "Entre nuestros productos no encuentro nada así. ¿Busco otra cosa?",
    "it": "Tra i nostri prodotti non trovo nulla del genere. Cerco qualcos'altro?",
    "pt": "Entre os nossos produtos não encontro nada assim. Procuro outra coisa?",
    "nl": "Tussen onze producten vind ik zoiets niet. Zal ik naar iets anders zoeken?",
}
IN_STOCK: Words = {
    "en": "in stock", "de": "auf Lager", "fr": "en stock", "es": "en existencias", "it": "disponibile",
    "pt": "em stock", "nl": "op voorraad",
}  # fmt: skip
SOLD_OUT: Words = {
    "en": "sold out at the moment", "de": "zurzeit ausverkauft", "fr": "épuisé pour le moment",
    "es": "agotado por ahora", "it": "al momento esaurito", "pt": "esgotado de momento", "nl": "nu uitverkocht",
}  # fmt: skip
WITHIN: Words = {
    "en": "within your budget of {most}",
    "de": "innerhalb Ihres Budgets von {most}",
    "fr": "dans votre budget de {most}",
    "es": "dentro de su presupuesto de {most}",
    "it": "entro il suo budget di {most}",
    "pt": "dentro do seu orçamento de {most}",
    "nl": "binnen uw budget van {most}",
}
ABOVE: Words = {
    "en": "{by} above your budget",
    "de": "{by} über Ihrem Budget",
    "fr": "{by} au-dessus de votre budget",
    "es": "{by} por encima de su presupuesto",
    "it": "{by} oltre il suo budget",
    "pt": "{by} acima do seu orçamento",
    "nl": "{by} boven uw budget",
}
NARROW: Words = {
    "en": "Name one to hear more of it, or tell me what should be different.",
    "de": "Nennen Sie eines, um mehr zu erfahren, oder sagen Sie mir, was anders sein soll.",
    "fr": "Nommez-en un pour en savoir plus, ou dites-moi ce qui doit changer.",
    "es": "Nombre uno para saber más, o dígame qué debe ser distinto.",
    "it": "Ne nomini uno per saperne di più, o mi dica che cosa deve cambiare.",
    "pt": "Diga um para saber mais, ou o que deve ser diferente.",
    "nl": "Noem er een om meer te horen, of zeg wat er anders moet.",
}
NO_SUCH: Words = {
    "en": "I'm sorry, of this kind I know {what}. Is there something else that matters to you?",
    "de": "Leider kenne ich davon {what}. Gibt es noch etwas, das Ihnen wichtig ist?",
    "fr": "Je suis désolé, de ce type je ne connais {what}. Y a-t-il autre chose qui compte pour vous ?",
    "es": "Lo siento, de este tipo no conozco {what}. ¿Hay algo más que le importe?",
    "it": "Mi dispiace, di questo tipo non conosco {what}. C'è qualcos'altro che conta per lei?",
    "pt": "Lamento, deste tipo não conheço {what}. Há mais alguma coisa que seja importante para si?",
    "nl": "Het spijt me, hiervan ken ik {what}. Is er nog iets dat voor u telt?",
}
WITH: Words = {
    "en": "nothing with “{words}”", "de": "nichts mit „{words}“", "fr": "rien avec « {words} »",
    "es": "nada con «{words}»", "it": "nulla con «{words}»", "pt": "nada com “{words}”", "nl": "niets met “{words}”",
}  # fmt: skip
WHAT: Mapping[str, Words] = {
    "cheaper": {
        "en": "nothing cheaper", "de": "nichts Günstigeres", "fr": "rien de moins cher", "es": "nada más barato",
        "it": "nulla di più economico", "pt": "nada mais barato", "nl": "niets goedkopers",
    },
    "dearer": {
        "en": "nothing more expensive", "de": "nichts Teureres", "fr": "rien de plus cher", "es": "nada más caro",
        "it": "nulla di più caro", "pt": "nada mais caro", "nl": "niets duurders",
    },
    "lighter": {
        "en": "nothing lighter", "de": "nichts Leichteres", "fr": "rien de plus léger", "es": "nada más ligero",
        "it": "nulla di più leggero", "pt": "nada mais leve", "nl": "niets lichters",
    },
    "heavier": {
        "en": "nothing heavier", "de": "nichts Schwereres", "fr": "rien de plus lourd", "es": "nada más pesado",
        "it": "nulla di più pesante", "pt": "nada mais pesado", "nl": "niets zwaarders",
    },
    "bigger": {
        "en": "nothing bigger", "de": "nichts Größeres", "fr": "rien de plus grand", "es": "nada más grande",
        "it": "nulla di più grande", "pt": "nada maior", "nl": "niets groters",
    },
    "smaller": {
        "en": "nothing smaller", "de": "nichts Kleineres", "fr": "rien de plus petit", "es": "nada más pequeño",
        "it": "nulla di più piccolo", "pt": "nada mais pequeno", "nl": "niets kleiners",
    },
    "colour": {
        "en": "nothing in another colour", "de": "nichts in einer anderen Farbe", "fr": "rien d'une autre couleur",
        "es": "nada de otro color", "it": "nulla di un altro colore", "pt": "nada de outra cor",
        "nl": "niets in een andere kleur",
    },
    "other": {
        "en": "nothing else that fits", "de": "nichts anderes, das passt", "fr": "rien d'autre qui convienne",
        "es": "nada más que encaje", "it": "nient'altro di adatto", "pt": "mais nada que sirva",
        "nl": "niets anders dat past",
    },
}  # fmt: skip
