"""Fixed words of mails to customers, in the seven languages of the widget."""

FROM_PERSON = {
    "en": "{name} from {company}",
    "de": "{name} von {company}",
    "fr": "{name} de {company}",
    "es": "{name} de {company}",
    "pt": "{name} da {company}",
    "it": "{name} di {company}",
    "nl": "{name} van {company}",
}
FROM_ASSISTANT = {
    "en": "AI assistant of {company}",
    "de": "KI-Assistent von {company}",
    "fr": "Assistant IA de {company}",
    "es": "Asistente de IA de {company}",
    "pt": "Assistente de IA da {company}",
    "it": "Assistente IA di {company}",
    "nl": "AI-assistent van {company}",
}
NO_SUBJECT = {
    "en": "Your message",
    "de": "Ihre Nachricht",
    "fr": "Votre message",
    "es": "Su mensaje",
    "pt": "A sua mensagem",
    "it": "Il suo messaggio",
    "nl": "Uw bericht",
}
BY_AI = {
    "en": "The AI assistant wrote this. If you would rather talk to a person, just say so in your reply.",
    "de": "Das schrieb der KI-Assistent. Möchten Sie lieber einen Menschen, schreiben Sie es in Ihrer Antwort.",
    "fr": "Ceci a été écrit par l'assistant IA. Si vous préférez une personne, dites-le dans votre réponse.",
    "es": "Esto lo ha escrito el asistente de IA. Si prefiere hablar con una persona, dígalo en su respuesta.",
    "pt": "Isto foi escrito pelo assistente de IA. Se preferir falar com uma pessoa, diga-o na sua resposta.",
    "it": "Questo testo è dell'assistente IA. Se preferisce parlare con una persona, lo scriva nella risposta.",
    "nl": "Dit schreef de AI-assistent. Spreekt u liever met een mens, laat het dan weten in uw antwoord.",
}
JUST_REPLY = {
    "en": "To answer, simply reply to this e-mail.",
    "de": "Zum Antworten genügt eine Antwort auf diese E-Mail.",
    "fr": "Pour répondre, répondez simplement à cet e-mail.",
    "es": "Para contestar, basta con responder a este correo.",
    "pt": "Para responder, basta responder a este e-mail.",
    "it": "Per rispondere basta rispondere a questa e-mail.",
    "nl": "Om te antwoorden kunt u gewoon op deze e-mail reageren.",
}
SOURCE = {
    "en": "Source: {titles}",
    "de": "Quelle: {titles}",
    "fr": "Source : {titles}",
    "es": "Fuente: {titles}",
    "pt": "Fonte: {titles}",
    "it": "Fonte: {titles}",
    "nl": "Bron: {titles}",
}
FILES = {
    "en": "Files: {names}. They are not sent along, because links to them expire; reply if you need one.",
    "de": "Dateien: {names}. Sie liegen nicht bei, weil Links auf sie ablaufen; antworten Sie, wenn Sie eine brauchen.",
    "fr": "Fichiers : {names}. Ils ne sont pas joints, car leurs liens expirent ; répondez s'il vous en faut un.",
    "es": "Archivos: {names}. No van adjuntos, porque sus enlaces caducan; responda si necesita alguno.",
    "pt": "Ficheiros: {names}. Não vão em anexo, porque as ligações expiram; responda se precisar de algum.",
    "it": "File: {names}. Non sono allegati, perché i link scadono; risponda se ne ha bisogno.",
    "nl": "Bestanden: {names}. Ze zijn niet bijgevoegd, omdat links ernaar verlopen; reageer als u er een nodig hebt.",
}
YOU_WROTE = {
    "en": "On {at}, you wrote:",
    "de": "Am {at} schrieben Sie:",
    "fr": "Le {at}, vous avez écrit :",
    "es": "El {at}, usted escribió:",
    "pt": "Em {at}, escreveu:",
    "it": "Il {at} ha scritto:",
    "nl": "Op {at} schreef u:",
}
