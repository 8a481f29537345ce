"""What the assistant says around a guide; the guide's own words are the company's."""

from assistant.words import Words

STEP_LABEL: Words = {
    "en": "Answer", "de": "Antwort", "fr": "Réponse", "es": "Respuesta", "it": "Risposta", "pt": "Resposta",
    "nl": "Antwoord",
}  # fmt: skip
AGAIN: Words = {
    "en": "I could not tell which of the answers you mean. {says}",
    "de": "Ich konnte nicht erkennen, welche Antwort Sie meinen. {says}",
    "fr": "Je n'ai pas compris quelle réponse vous choisissez. {says}",
    "es": "No he entendido qué respuesta elige. {says}",
    "it": "Non ho capito quale risposta intende. {says}",
    "pt": "Não percebi que resposta escolhe. {says}",
    "nl": "Ik begreep niet welk antwoord u bedoelt. {says}",
}
BACK: Words = {
    "en": "One step back", "de": "Einen Schritt zurück", "fr": "Une étape en arrière", "es": "Un paso atrás",
    "it": "Un passo indietro", "pt": "Um passo atrás", "nl": "Een stap terug",
}  # fmt: skip
