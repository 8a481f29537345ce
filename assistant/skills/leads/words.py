"""What the assistant says to somebody who may become a customer."""

from collections.abc import Mapping

from assistant.words import Words

LABELS: Mapping[str, Words] = {
    "need": {
        "en": "Wish", "de": "Wunsch", "fr": "Souhait", "es": "Deseo", "it": "Richiesta", "pt": "Pedido", "nl": "Wens",
    },
    "quantity": {
        "en": "How many", "de": "Anzahl", "fr": "Quantité", "es": "Cantidad", "it": "Quantità", "pt": "Quantidade",
        "nl": "Aantal",
    },
    "budget": {
        "en": "Budget", "de": "Budget", "fr": "Budget", "es": "Presupuesto", "it": "Budget", "pt": "Orçamento",
        "nl": "Budget",
    },
    "when": {
        "en": "When", "de": "Wann", "fr": "Quand", "es": "Cuándo", "it": "Quando", "pt": "Quando", "nl": "Wanneer",
    },
    "company": {
        "en": "Company", "de": "Firma", "fr": "Entreprise", "es": "Empresa", "it": "Azienda", "pt": "Empresa",
        "nl": "Bedrijf",
    },
    "name": {"en": "Name", "de": "Name", "fr": "Nom", "es": "Nombre", "it": "Nome", "pt": "Nome", "nl": "Naam"},
    "email": {
        "en": "E-mail", "de": "E-Mail", "fr": "E-mail", "es": "Correo", "it": "E-mail", "pt": "E-mail", "nl": "E-mail",
    },
    "phone": {
        "en": "Phone", "de": "Telefon", "fr": "Téléphone", "es": "Teléfono", "it": "Telefono", "pt": "Telefone",
        "nl": "Telefoon",
    },
}  # fmt: skip
ASKS: Mapping[str, Words] = {
    "need": {
        "en": "Gladly. What do you need, in a sentence or two?",
        "de": "Gern. Was brauchen Sie, in ein, zwei Sätzen?",
        "fr": "Avec plaisir. De quoi avez-vous besoin, en une ou deux phrases ?",
        "es": "Con gusto. ¿Qué necesita, en una o dos frases?",
        "it": "Volentieri. Di che cosa ha bisogno, in una o due frasi?",
        "pt": "Com gosto. De que precisa, numa ou duas frases?",
        "nl": "Graag. Wat hebt u nodig, in een paar zinnen?",
    },
    "quantity": {
        "en": "How many do you need, roughly?",
        "de": "Wie viele brauchen Sie ungefähr?",
        "fr": "Combien vous en faut-il, à peu près ?",
        "es": "¿Cuántos necesita, más o menos?",
        "it": "Quanti gliene servono, più o meno?",
        "pt": "De quantos precisa, mais ou menos?",
        "nl": "Hoeveel hebt u er ongeveer nodig?",
    },
    "budget": {
        "en": "What budget do you have in mind?",
        "de": "An welches Budget denken Sie?",
        "fr": "Quel budget avez-vous en tête ?",
        "es": "¿Qué presupuesto tiene pensado?",
        "it": "Che budget ha in mente?",
        "pt": "Que orçamento tem em mente?",
        "nl": "Welk budget hebt u in gedachten?",
    },
    "when": {
        "en": "When would you need it?",
        "de": "Wann würden Sie es brauchen?",
        "fr": "Pour quand vous le faudrait-il ?",
        "es": "¿Para cuándo lo necesitaría?",
        "it": "Per quando le servirebbe?",
        "pt": "Para quando precisaria?",
        "nl": "Wanneer zou u het nodig hebben?",
    },
    "company": {
        "en": "For which company or organisation is it?",
        "de": "Für welche Firma oder Organisation ist es?",
        "fr": "Pour quelle entreprise ou organisation est-ce ?",
        "es": "¿Para qué empresa u organización es?",
        "it": "Per quale azienda o organizzazione è?",
        "pt": "Para que empresa ou organização é?",
        "nl": "Voor welk bedrijf of welke organisatie is het?",
    },
    "name": {
        "en": "What is your name?",
        "de": "Wie heißen Sie?",
        "fr": "Quel est votre nom ?",
        "es": "¿Cómo se llama?",
        "it": "Come si chiama?",
        "pt": "Como se chama?",
        "nl": "Wat is uw naam?",
    },
    "email": {
        "en": "At which e-mail address can our team reach you?",
        "de": "Unter welcher E-Mail-Adresse erreicht Sie unser Team?",
        "fr": "À quelle adresse e-mail notre équipe peut-elle vous joindre ?",
        "es": "¿En qué correo puede contactarle nuestro equipo?",
        "it": "A quale indirizzo e-mail può contattarla il nostro team?",
        "pt": "Em que e-mail pode a nossa equipa contactá-lo?",
        "nl": "Op welk e-mailadres kan ons team u bereiken?",
    },
    "phone": {
        "en": "At which number may our team call you?",
        "de": "Unter welcher Nummer darf unser Team Sie anrufen?",
        "fr": "À quel numéro notre équipe peut-elle vous appeler ?",
        "es": "¿A qué número puede llamarle nuestro equipo?",
        "it": "A quale numero può chiamarla il nostro team?",
        "pt": "Para que número pode a nossa equipa ligar-lhe?",
        "nl": "Op welk nummer mag ons team u bellen?",
    },
}
AGAIN: Words = {
    "en": "I could not read that. {asks}",
    "de": "Das konnte ich nicht lesen. {asks}",
    "fr": "Je n'ai pas pu lire cela. {asks}",
    "es": "No he podido leerlo. {asks}",
    "it": "Non sono riuscito a leggerlo. {asks}",
    "pt": "Não consegui ler isso. {asks}",
    "nl": "Dat kon ik niet lezen. {asks}",
}
KEPT: Words = {
    "en": "Thank you, {name}. I have noted: {what}. Our team will write to you.",
    "de": "Danke, {name}. Ich habe notiert: {what}. Unser Team schreibt Ihnen.",
    "fr": "Merci, {name}. J'ai noté : {what}. Notre équipe vous écrira.",
    "es": "Gracias, {name}. He anotado: {what}. Nuestro equipo le escribirá.",
    "it": "Grazie, {name}. Ho annotato: {what}. Il nostro team le scriverà.",
    "pt": "Obrigado, {name}. Anotei: {what}. A nossa equipa vai escrever-lhe.",
    "nl": "Dank u, {name}. Ik heb genoteerd: {what}. Ons team schrijft u.",
}
KEPT_WITHOUT_NAME: Words = {
    "en": "Thank you. I have noted: {what}. Our team will be in touch.",
    "de": "Danke. Ich habe notiert: {what}. Unser Team meldet sich.",
    "fr": "Merci. J'ai noté : {what}. Notre équipe vous contactera.",
    "es": "Gracias. He anotado: {what}. Nuestro equipo se pondrá en contacto.",
    "it": "Grazie. Ho annotato: {what}. Il nostro team si farà sentire.",
    "pt": "Obrigado. Anotei: {what}. A nossa equipa entrará em contacto.",
    "nl": "Dank u. Ik heb genoteerd: {what}. Ons team neemt contact op.",
}
PASSED_ON: Words = {
    "en": "I pass this on to a colleague right away.",
    "de": "Ich gebe das gleich an eine Kollegin oder einen Kollegen weiter.",
    "fr": "Je transmets tout de suite à un collègue.",
    "es": "Se lo paso ahora mismo a un compañero.",
    "it": "Lo passo subito a un collega.",
    "pt": "Passo já isto a um colega.",
    "nl": "Ik geef dit meteen door aan een collega.",
}
