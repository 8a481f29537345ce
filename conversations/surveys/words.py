"""What customers read in the letter and on its page, in the seven languages of the widget."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import formats, translation

from tenants import current

Words = Mapping[str, str]

SUBJECT: Words = {
    "en": "How was our help? A question from {company}",
    "de": "Wie war unsere Hilfe? Eine Frage von {company}",
    "fr": "Comment s'est passée notre aide ? Une question de {company}",
    "es": "¿Qué tal fue nuestra ayuda? Una pregunta de {company}",
    "pt": "Como foi a nossa ajuda? Uma pergunta de {company}",
    "it": "Com'è stato il nostro aiuto? Una domanda di {company}",
    "nl": "Hoe was onze hulp? Een vraag van {company}",
}
ABOUT: Words = {
    "en": "It is about your conversation of {date}.",
    "de": "Es geht um Ihr Gespräch vom {date}.",
    "fr": "Il s'agit de votre conversation du {date}.",
    "es": "Se trata de su conversación del {date}.",
    "pt": "Trata-se da sua conversa de {date}.",
    "it": "Si tratta della sua conversazione del {date}.",
    "nl": "Het gaat over uw gesprek van {date}.",
}
QUESTION: Words = {
    "en": "How was our help?",
    "de": "Wie war unsere Hilfe?",
    "fr": "Comment s'est passée notre aide ?",
    "es": "¿Qué tal fue nuestra ayuda?",
    "pt": "Como foi a nossa ajuda?",
    "it": "Com'è stato il nostro aiuto?",
    "nl": "Hoe was onze hulp?",
}
EASE: Words = {
    "en": "How easy was it to get this done?",
    "de": "Wie leicht war es, das zu klären?",
    "fr": "À quel point était-ce facile à régler ?",
    "es": "¿Fue fácil resolverlo?",
    "pt": "Foi fácil resolver isto?",
    "it": "È stato facile risolvere?",
    "nl": "Hoe makkelijk was het om dit te regelen?",
}
SATISFACTION: Mapping[str, Sequence[str]] = {
    "en": ("Very bad", "Bad", "Okay", "Good", "Very good"),
    "de": ("Sehr schlecht", "Schlecht", "Mittel", "Gut", "Sehr gut"),
    "fr": ("Très mal", "Mal", "Correct", "Bien", "Très bien"),
    "es": ("Muy mala", "Mala", "Regular", "Buena", "Muy buena"),
    "pt": ("Muito má", "Má", "Razoável", "Boa", "Muito boa"),
    "it": ("Pessimo", "Scarso", "Discreto", "Buono", "Ottimo"),
    "nl": ("Heel slecht", "Slecht", "Matig", "Goed", "Heel goed"),
}
EFFORT: Mapping[str, Sequence[str]] = {
    "en": ("Very hard", "Hard", "So-so", "Easy", "Very easy"),
    "de": ("Sehr schwer", "Schwer", "Mittel", "Leicht", "Sehr leicht"),
    "fr": ("Très difficile", "Difficile", "Moyen", "Facile", "Très facile"),
    "es": ("Muy difícil", "Difícil", "Regular", "Fácil", "Muy fácil"),
    "pt": ("Muito difícil", "Difícil", "Mais ou menos", "Fácil", "Muito fácil"),
    "it": ("Molto difficile", "Difficile", "Così così", "Facile", "Molto facile"),
    "nl": ("Heel moeilijk", "Moeilijk", "Gaat wel", "Makkelijk", "Heel makkelijk"),
}
CHOOSE: Words = {
    "en": "One click opens a page; nothing is sent before you press the button there.",
    "de": "Ein Klick öffnet eine Seite; gesendet wird erst, wenn Sie dort auf die Schaltfläche drücken.",
    "fr": "Un clic ouvre une page ; rien n'est envoyé tant que vous n'y appuyez pas sur le bouton.",
    "es": "Un clic abre una página; no se envía nada hasta que pulse allí el botón.",
    "pt": "Um clique abre uma página; nada é enviado antes de carregar no botão.",
    "it": "Un clic apre una pagina; nulla viene inviato prima che lei prema il pulsante.",
    "nl": "Eén klik opent een pagina; er wordt niets verstuurd voordat u daar op de knop drukt.",
}
STILL_OPEN: Words = {
    "en": "Is something still open? Simply reply to this e-mail.",
    "de": "Ist noch etwas offen? Dann antworten Sie einfach auf diese E-Mail.",
    "fr": "Reste-t-il quelque chose à régler ? Répondez simplement à cet e-mail.",
    "es": "¿Queda algo pendiente? Basta con responder a este correo.",
    "pt": "Ficou alguma coisa por resolver? Basta responder a este e-mail.",
    "it": "È rimasto qualcosa in sospeso? Basta rispondere a questa e-mail.",
    "nl": "Is er nog iets niet opgelost? Beantwoord dan gewoon deze e-mail.",
}
COMMENT: Words = {
    "en": "What should we know? (optional)",
    "de": "Was sollten wir wissen? (freiwillig)",
    "fr": "Que devrions-nous savoir ? (facultatif)",
    "es": "¿Qué deberíamos saber? (opcional)",
    "pt": "O que devemos saber? (opcional)",
    "it": "Che cosa dovremmo sapere? (facoltativo)",
    "nl": "Wat moeten we weten? (niet verplicht)",
}
SEND: Words = {
    "en": "Send",
    "de": "Senden",
    "fr": "Envoyer",
    "es": "Enviar",
    "pt": "Enviar",
    "it": "Invia",
    "nl": "Versturen",
}
PICK: Words = {
    "en": "Choose one of the five first.",
    "de": "Wählen Sie zuerst eine der fünf Antworten.",
    "fr": "Choisissez d'abord l'une des cinq réponses.",
    "es": "Elija primero una de las cinco respuestas.",
    "pt": "Escolha primeiro uma das cinco respostas.",
    "it": "Scelga prima una delle cinque risposte.",
    "nl": "Kies eerst een van de vijf antwoorden.",
}
TOO_LONG: Words = {
    "en": "At most 2000 letters fit here.",
    "de": "Hier passen höchstens 2000 Zeichen hinein.",
    "fr": "2000 caractères au plus tiennent ici.",
    "es": "Caben como máximo 2000 letras.",
    "pt": "Cabem no máximo 2000 letras.",
    "it": "Qui ci stanno al massimo 2000 lettere.",
    "nl": "Hier passen hoogstens 2000 tekens.",
}
THANKS: Words = {
    "en": "Thank you. Your answer has arrived.",
    "de": "Vielen Dank. Ihre Antwort ist angekommen.",
    "fr": "Merci. Votre réponse est bien arrivée.",
    "es": "Gracias. Hemos recibido su respuesta.",
    "pt": "Obrigado. Recebemos a sua resposta.",
    "it": "Grazie. La sua risposta è arrivata.",
    "nl": "Dank u. Uw antwoord is aangekomen.",
}
CHANGE: Words = {
    "en": "You can change it for ten minutes.",
    "de": "Zehn Minuten lang können Sie sie noch ändern.",
    "fr": "Vous pouvez la modifier pendant dix minutes.",
    "es": "Puede cambiarla durante diez minutos.",
    "pt": "Pode alterá-la durante dez minutos.",
    "it": "Può modificarla per dieci minuti.",
    "nl": "U kunt het nog tien minuten wijzigen.",
}
OVER: Words = {
    "en": "This question was answered already, or is too long ago. Thank you all the same.",
    "de": "Diese Frage ist schon beantwortet oder zu lange her. Trotzdem vielen Dank.",
    "fr": "Cette question a déjà sa réponse, ou date de trop longtemps. Merci quand même.",
    "es": "Esta pregunta ya tiene respuesta o es de hace demasiado tiempo. Gracias de todos modos.",
    "pt": "Esta pergunta já foi respondida ou é antiga de mais. Obrigado na mesma.",
    "it": "A questa domanda è già stata data risposta, o è passato troppo tempo. Grazie comunque.",
    "nl": "Deze vraag is al beantwoord of te lang geleden. Toch bedankt.",
}
STOP: Words = {
    "en": "Do not ask me again",
    "de": "Fragen Sie mich nicht mehr",
    "fr": "Ne plus me poser cette question",
    "es": "No me pregunten más",
    "pt": "Não me perguntem mais",
    "it": "Non chiedetemelo più",
    "nl": "Vraag mij dit niet meer",
}
STOP_WHAT: Words = {
    "en": "{company} will not ask you again how its help was. Answers to your messages still come.",
    "de": "{company} fragt Sie nicht mehr, wie die Hilfe war. Antworten auf Ihre Nachrichten kommen weiterhin.",
    "fr": "{company} ne vous demandera plus votre avis. Les réponses à vos messages arrivent toujours.",
    "es": "{company} no volverá a pedirle su opinión. Las respuestas a sus mensajes siguen llegando.",
    "pt": "{company} não voltará a pedir a sua opinião. As respostas às suas mensagens continuam a chegar.",
    "it": "{company} non le chiederà più un parere. Le risposte ai suoi messaggi arrivano comunque.",
    "nl": "{company} vraagt u niet meer hoe de hulp was. Antwoorden op uw berichten blijven komen.",
}
STOPPED: Words = {
    "en": "All right, we will not ask again.",
    "de": "In Ordnung, wir fragen nicht mehr.",
    "fr": "C'est noté, nous ne demanderons plus.",
    "es": "De acuerdo, no volveremos a preguntar.",
    "pt": "Muito bem, não voltaremos a perguntar.",
    "it": "Va bene, non chiederemo più.",
    "nl": "Goed, we vragen het niet meer.",
}
GONE: Words = {
    "en": "This link is not good any more",
    "de": "Dieser Link gilt nicht mehr",
    "fr": "Ce lien n'est plus valable",
    "es": "Este enlace ya no es válido",
    "pt": "Esta ligação já não é válida",
    "it": "Questo link non è più valido",
    "nl": "Deze link is niet meer geldig",
}
GONE_WHY: Words = {
    "en": "The conversation that it asked about is not there any more, or the link was cut off on its way.",
    "de": "Das Gespräch, um das es ging, gibt es nicht mehr, oder der Link kam nicht vollständig an.",
    "fr": "La conversation dont il s'agissait n'existe plus, ou le lien est arrivé incomplet.",
    "es": "La conversación ya no existe, o el enlace llegó incompleto.",
    "pt": "A conversa já não existe, ou a ligação chegou incompleta.",
    "it": "La conversazione non c'è più, oppure il link è arrivato incompleto.",
    "nl": "Het gesprek bestaat niet meer, of de link is onvolledig aangekomen.",
}
WAIT: Words = {
    "en": "That was a lot at once. Please try again in ten minutes.",
    "de": "Das war viel auf einmal. Bitte versuchen Sie es in zehn Minuten noch einmal.",
    "fr": "C'était beaucoup d'un coup. Réessayez dans dix minutes.",
    "es": "Ha sido mucho de una vez. Inténtelo de nuevo en diez minutos.",
    "pt": "Foi muito de uma vez. Tente novamente dentro de dez minutos.",
    "it": "Erano troppe richieste insieme. Riprovi tra dieci minuti.",
    "nl": "Dat was veel ineens. Probeer het over tien minuten opnieuw.",
}


def of(labels: Mapping[str, Sequence[str]], language: str) -> Sequence[str]:
    """The five answers in the language, English where there is none."""
    return labels.get(language, labels["en"])


def day(at: datetime, language: str) -> str:
    """The day on which it was at the company's place, as the language writes it: "22 Nov 2026"."""
    with translation.override("en-gb" if language == "en" else language):
        return formats.date_format(at.astimezone(ZoneInfo(current.tenant().time_zone)), "DATE_FORMAT")
