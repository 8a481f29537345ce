"""What the skill of hours and location says."""

from assistant.words import Words

DAY = {
    "en": "Which day", "de": "Welcher Tag", "fr": "Quel jour", "es": "Qué día", "it": "Quale giorno",
    "pt": "Que dia", "nl": "Welke dag",
}  # fmt: skip
WHICH_DAY: Words = {
    "en": "Which day do you mean?", "de": "Welchen Tag meinen Sie?", "fr": "Quel jour voulez-vous dire ?",
    "es": "¿A qué día se refiere?", "it": "Quale giorno intende?", "pt": "A que dia se refere?",
    "nl": "Welke dag bedoelt u?",
}  # fmt: skip
OPEN_ON: Words = {
    "en": "On {day} we are open {times}.",
    "de": "Am {day} haben wir {times} geöffnet.",
    "fr": "Le {day}, nous sommes ouverts {times}.",
    "es": "El {day} abrimos {times}.",
    "it": "{day}: siamo aperti {times}.",
    "pt": "{day}: estamos abertos {times}.",
    "nl": "Op {day} zijn we open {times}.",
}
CLOSED_ON: Words = {
    "en": "On {day} we are closed.",
    "de": "Am {day} haben wir geschlossen.",
    "fr": "Le {day}, nous sommes fermés.",
    "es": "El {day} está cerrado.",
    "it": "{day}: siamo chiusi.",
    "pt": "{day}: estamos fechados.",
    "nl": "Op {day} zijn we gesloten.",
}
OPEN_AGAIN: Words = {
    "en": "We are open again on {day}, {times}.",
    "de": "Wieder geöffnet ist am {day}, {times}.",
    "fr": "Nous rouvrons le {day}, {times}.",
    "es": "Volvemos a abrir el {day}, {times}.",
    "it": "Riapriamo {day}, {times}.",
    "pt": "Voltamos a abrir: {day}, {times}.",
    "nl": "We zijn weer open op {day}, {times}.",
}
FROM_TO: Words = {
    "en": "from {opens} to {closes}",
    "de": "von {opens} bis {closes} Uhr",
    "fr": "de {opens} à {closes}",
    "es": "de {opens} a {closes}",
    "it": "dalle {opens} alle {closes}",
    "pt": "das {opens} às {closes}",
    "nl": "van {opens} tot {closes} uur",
}
AND: Words = {
    "en": " and ", "de": " und ", "fr": " et ", "es": " y ", "it": " e ", "pt": " e ", "nl": " en ",
}  # fmt: skip
HOURS: Words = {
    "en": "Opening hours", "de": "Öffnungszeiten", "fr": "Heures d'ouverture", "es": "Horario", "it": "Orari",
    "pt": "Horário", "nl": "Openingstijden",
}  # fmt: skip
PLACE: Words = {
    "en": "Where we are", "de": "Unser Ort", "fr": "Notre adresse", "es": "Dónde estamos", "it": "Dove siamo",
    "pt": "Onde estamos", "nl": "Waar we zijn",
}  # fmt: skip
WEEK: Words = {
    "en": "Our opening hours:",
    "de": "Unsere Öffnungszeiten:",
    "fr": "Nos heures d'ouverture :",
    "es": "Nuestro horario:",
    "it": "I nostri orari:",
    "pt": "O nosso horário:",
    "nl": "Onze openingstijden:",
}
CLOSED: Words = {
    "en": "closed", "de": "geschlossen", "fr": "fermé", "es": "cerrado", "it": "chiuso", "pt": "fechado",
    "nl": "gesloten",
}  # fmt: skip
WHERE: Words = {
    "en": "This is where you find us:",
    "de": "Hier finden Sie uns:",
    "fr": "Voici où nous trouver :",
    "es": "Aquí nos encuentra:",
    "it": "Ci trova qui:",
    "pt": "Encontra-nos aqui:",
    "nl": "Hier vindt u ons:",
}
