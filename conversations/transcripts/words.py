"""Fixed words of a transcript, in the languages of the widget."""

SUBJECT = {
    "en": "Your conversation with {company}",
    "ar": "محادثتك مع {company}",
    "de": "Ihr Gespräch mit {company}",
    "fr": "Votre conversation avec {company}",
    "es": "Su conversación con {company}",
    "pt": "A sua conversa com {company}",
    "it": "La sua conversazione con {company}",
    "nl": "Uw gesprek met {company}",
}
OPENING = {
    "en": "You asked for this copy of your conversation with {company}. Times are those of {zone}.",
    "ar": "طلبت هذه النسخة من محادثتك مع {company}. الأوقات بتوقيت {zone}.",
    "de": "Sie haben um diese Abschrift Ihres Gesprächs mit {company} gebeten. Zeiten gelten für {zone}.",
    "fr": "Vous avez demandé cette copie de votre conversation avec {company}. Heures : {zone}.",
    "es": "Ha pedido esta copia de su conversación con {company}. Las horas son de {zone}.",
    "pt": "Pediu esta cópia da sua conversa com {company}. As horas são de {zone}.",
    "it": "Ha chiesto questa copia della sua conversazione con {company}. Gli orari sono di {zone}.",
    "nl": "U vroeg om deze kopie van uw gesprek met {company}. Tijden gelden voor {zone}.",
}
YOU = {"en": "You", "ar": "أنت", "de": "Sie", "fr": "Vous", "es": "Usted", "pt": "Você", "it": "Lei", "nl": "U"}
ASSISTANT = {
    "en": "Assistant",
    "ar": "المساعد",
    "de": "Assistent",
    "fr": "Assistant",
    "es": "Asistente",
    "pt": "Assistente",
    "it": "Assistente",
    "nl": "Assistent",
}
AI = {"en": "AI", "ar": "ذكاء اصطناعي", "de": "KI", "fr": "IA", "es": "IA", "pt": "IA", "it": "IA", "nl": "AI"}
SOURCES = {
    "en": "Sources: {names}",
    "ar": "المصادر: {names}",
    "de": "Quellen: {names}",
    "fr": "Sources : {names}",
    "es": "Fuentes: {names}",
    "pt": "Fontes: {names}",
    "it": "Fonti: {names}",
    "nl": "Bronnen: {names}",
}
FILES = {
    "en": "Files: {names}",
    "ar": "الملفات: {names}",
    "de": "Dateien: {names}",
    "fr": "Fichiers : {names}",
    "es": "Archivos: {names}",
    "pt": "Ficheiros: {names}",
    "it": "File: {names}",
    "nl": "Bestanden: {names}",
}
NO_REPLY = {
    "en": "Nobody reads answers to this letter. To go on, write in the chat again.",
    "ar": "لا أحد يقرأ الردود على هذه الرسالة. للمتابعة، اكتب في المحادثة مجدداً.",
    "de": "Antworten auf diesen Brief liest niemand. Um fortzufahren, schreiben Sie wieder im Chat.",
    "fr": "Personne ne lit les réponses à ce message. Pour continuer, écrivez à nouveau dans le chat.",
    "es": "Nadie lee las respuestas a este correo. Para continuar, vuelva a escribir en el chat.",
    "pt": "Ninguém lê as respostas a este e-mail. Para continuar, volte a escrever no chat.",
    "it": "Nessuno legge le risposte a questa e-mail. Per continuare, scriva di nuovo nella chat.",
    "nl": "Antwoorden op deze mail leest niemand. Schrijf om verder te gaan weer in de chat.",
}
CODE_FOR = {
    "en": "Type this code into the chat with {company} to have a copy of your conversation sent here:",
    "ar": "اكتب هذا الرمز في المحادثة مع {company} لتصلك هنا نسخة من محادثتك:",
    "de": "Tippen Sie diesen Code in den Chat mit {company}, damit eine Abschrift Ihres Gesprächs hierher kommt:",
    "fr": "Saisissez ce code dans le chat avec {company} pour recevoir ici une copie de votre conversation :",
    "es": "Escriba este código en el chat con {company} para recibir aquí una copia de su conversación:",
    "pt": "Escreva este código no chat com {company} para receber aqui uma cópia da sua conversa:",
    "it": "Scriva questo codice nella chat con {company} per ricevere qui una copia della sua conversazione:",
    "nl": "Typ deze code in de chat met {company} om hier een kopie van uw gesprek te krijgen:",
}
