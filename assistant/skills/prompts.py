"""What the dialogue itself says, whatever the skill, in the seven languages."""

from assistant.words import Words, say

__all__ = ["say"]

YES: Words = {
    "en": "Yes", "de": "Ja", "fr": "Oui", "es": "Sí", "it": "Sì", "pt": "Sim", "nl": "Ja",
}  # fmt: skip
NO: Words = {
    "en": "No", "de": "Nein", "fr": "Non", "es": "No", "it": "No", "pt": "Não", "nl": "Nee",
}  # fmt: skip
CALLED_OFF: Words = {
    "en": "All right, I have changed nothing. Is there anything else?",
    "de": "In Ordnung, ich habe nichts geändert. Kann ich sonst noch helfen?",
    "fr": "Entendu, je n'ai rien modifié. Puis-je encore vous aider ?",
    "es": "De acuerdo, no he cambiado nada. ¿Puedo ayudarle en algo más?",
    "it": "Va bene, non ho cambiato nulla. Posso aiutarla in altro?",
    "pt": "Está bem, não alterei nada. Posso ajudar em mais alguma coisa?",
    "nl": "Goed, ik heb niets veranderd. Kan ik nog ergens mee helpen?",
}
YES_OR_NO: Words = {
    "en": "Sorry, I need a clear yes or no before I do this.",
    "de": "Entschuldigung, dafür brauche ich ein klares Ja oder Nein.",
    "fr": "Désolé, il me faut un oui ou un non clair avant de le faire.",
    "es": "Perdone, necesito un sí o un no claro antes de hacerlo.",
    "it": "Mi scusi, prima di procedere mi serve un sì o un no chiaro.",
    "pt": "Desculpe, preciso de um sim ou de um não claro antes de o fazer.",
    "nl": "Sorry, ik heb een duidelijk ja of nee nodig voordat ik dit doe.",
}
WHAT_INSTEAD: Words = {
    "en": "I have changed nothing yet. What should be different?",
    "de": "Ich habe noch nichts geändert. Was soll anders sein?",
    "fr": "Je n'ai encore rien modifié. Que faut-il changer ?",
    "es": "Todavía no he cambiado nada. ¿Qué debe ser distinto?",
    "it": "Non ho ancora cambiato nulla. Che cosa deve essere diverso?",
    "pt": "Ainda não alterei nada. O que deve ser diferente?",
    "nl": "Ik heb nog niets veranderd. Wat moet er anders?",
}
BACK_TO: Words = {
    "en": "Back to your request: {question}",
    "de": "Zurück zu Ihrem Anliegen: {question}",
    "fr": "Revenons à votre demande : {question}",
    "es": "Volviendo a su petición: {question}",
    "it": "Torniamo alla sua richiesta: {question}",
    "pt": "Voltando ao seu pedido: {question}",
    "nl": "Terug naar uw vraag: {question}",
}
NOTED: Words = {
    "en": "Thank you, I have noted that.",
    "de": "Danke, das habe ich notiert.",
    "fr": "Merci, c'est noté.",
    "es": "Gracias, queda anotado.",
    "it": "Grazie, ne ho preso nota.",
    "pt": "Obrigado, já tomei nota.",
    "nl": "Dank u, dat heb ik genoteerd.",
}
CODE_SENT: Words = {
    "en": "Before I go on I need to be sure that it is you. I have sent a code of six digits to {email}. "
    "Please write it here. It is good for 10 minutes.",
    "de": "Bevor es weitergeht, muss ich sicher sein, dass Sie es sind. Ich habe einen sechsstelligen Code an {email} "
    "geschickt. Bitte schreiben Sie ihn hier. Er gilt 10 Minuten.",
    "fr": "Avant de continuer, je dois être sûr que c'est bien vous. J'ai envoyé un code à six chiffres à {email}. "
    "Écrivez-le ici, s'il vous plaît. Il est valable 10 minutes.",
    "es": "Antes de seguir tengo que estar seguro de que es usted. He enviado un código de seis cifras a {email}. "
    "Escríbalo aquí, por favor. Vale durante 10 minutos.",
    "it": "Prima di continuare devo essere certo che sia lei. Ho inviato un codice di sei cifre a {email}. "
    "Lo scriva qui, per favore. Vale per 10 minuti.",
    "pt": "Antes de continuar preciso de ter a certeza de que é a própria pessoa. Enviei um código de seis dígitos "
    "para {email}. Escreva-o aqui, por favor. É válido durante 10 minutos.",
    "nl": "Voordat ik verderga, moet ik zeker weten dat u het bent. Ik heb een code van zes cijfers gestuurd naar "
    "{email}. Schrijf die hier alstublieft. De code geldt 10 minuten.",
}
CODE_WRONG: Words = {
    "en": "That is not the code that I sent to {email}. Please look once more and write the six digits here.",
    "de": "Das ist nicht der Code, den ich an {email} geschickt habe. Bitte sehen Sie noch einmal nach und schreiben "
    "Sie die sechs Ziffern hier.",
    "fr": "Ce n'est pas le code que j'ai envoyé à {email}. Regardez encore une fois et écrivez ici les six chiffres.",
    "es": "Ese no es el código que envié a {email}. Mírelo otra vez y escriba aquí las seis cifras.",
    "it": "Non è il codice che ho inviato a {email}. Guardi ancora una volta e scriva qui le sei cifre.",
    "pt": "Não é o código que enviei para {email}. Veja mais uma vez e escreva aqui os seis dígitos.",
    "nl": "Dat is niet de code die ik naar {email} heb gestuurd. Kijk nog eens en schrijf hier de zes cijfers.",
}
CODE_OVER: Words = {
    "en": "That code was good for 10 minutes, which are over. I have sent a new one to {email}. Please write its six "
    "digits here.",
    "de": "Der Code galt 10 Minuten, und die sind vorbei. Ich habe einen neuen an {email} geschickt. Bitte schreiben "
    "Sie dessen sechs Ziffern hier.",
    "fr": "Ce code était valable 10 minutes, et elles sont passées. J'en ai envoyé un nouveau à {email}. Écrivez ici "
    "ses six chiffres.",
    "es": "Ese código valía durante 10 minutos, que ya han pasado. He enviado uno nuevo a {email}. Escriba aquí sus "
    "seis cifras.",
    "it": "Quel codice valeva 10 minuti, che sono passati. Ne ho inviato uno nuovo a {email}. Scriva qui le sue sei "
    "cifre.",
    "pt": "Esse código era válido durante 10 minutos, que já passaram. Enviei um novo para {email}. Escreva aqui os "
    "seis dígitos.",
    "nl": "Die code gold 10 minuten, en die zijn voorbij. Ik heb een nieuwe gestuurd naar {email}. Schrijf de zes "
    "cijfers ervan hier.",
}
CODE_AGAIN: Words = {
    "en": "I need the six digits that I sent to {email} before I go on. Please write them here. If nothing came, say "
    "“send it again”, or write another address.",
    "de": "Bevor es weitergeht, brauche ich die sechs Ziffern, die ich an {email} geschickt habe. Bitte schreiben Sie "
    "sie hier. Kam nichts an, schreiben Sie „noch einmal“ oder eine andere Adresse.",
    "fr": "Avant de continuer, il me faut les six chiffres envoyés à {email}. Écrivez-les ici. Si rien n'est arrivé, "
    "écrivez « encore une fois » ou une autre adresse.",
    "es": "Antes de seguir necesito las seis cifras que envié a {email}. Escríbalas aquí. Si no ha llegado nada, "
    "escriba «otra vez» u otra dirección.",
    "it": "Prima di continuare mi servono le sei cifre che ho inviato a {email}. Le scriva qui. Se non è arrivato "
    "nulla, scriva «di nuovo» o un altro indirizzo.",
    "pt": "Antes de continuar preciso dos seis dígitos que enviei para {email}. Escreva-os aqui. Se nada chegou, "
    "escreva «novamente» ou outro endereço.",
    "nl": "Voordat ik verderga, heb ik de zes cijfers nodig die ik naar {email} heb gestuurd. Schrijf ze hier. Kwam er "
    "niets aan, schrijf dan “nog een keer” of een ander adres.",
}
MY_ORDER: Words = {
    "en": "my order", "de": "meine Bestellung", "fr": "ma commande", "es": "mi pedido", "it": "il mio ordine",
    "pt": "a minha encomenda", "nl": "mijn bestelling",
}  # fmt: skip
YOUR_EMAIL: Words = {
    "en": "Which e-mail address are you known under with us?",
    "de": "Unter welcher E-Mail-Adresse kennen wir Sie?",
    "fr": "Sous quelle adresse e-mail êtes-vous connu chez nous ?",
    "es": "¿Con qué dirección de correo le conocemos?",
    "it": "Con quale indirizzo e-mail la conosciamo?",
    "pt": "Com que endereço de e-mail o conhecemos?",
    "nl": "Onder welk e-mailadres bent u bij ons bekend?",
}
EMAIL_AGAIN: Words = {
    "en": "I could not read an e-mail address in that. Please write it like name@example.com.",
    "de": "Darin konnte ich keine E-Mail-Adresse lesen. Bitte schreiben Sie sie wie name@example.com.",
    "fr": "Je n'ai pas pu y lire une adresse e-mail. Écrivez-la comme nom@example.com.",
    "es": "No he podido leer ahí una dirección de correo. Escríbala así: nombre@example.com.",
    "it": "Non sono riuscito a leggere un indirizzo e-mail. Lo scriva come nome@example.com.",
    "pt": "Não consegui ler aí um endereço de e-mail. Escreva-o como nome@example.com.",
    "nl": "Daar kon ik geen e-mailadres in lezen. Schrijf het als naam@example.com.",
}
EMAIL_LABEL: Words = {
    "en": "E-mail", "de": "E-Mail", "fr": "E-mail", "es": "Correo", "it": "E-mail", "pt": "E-mail", "nl": "E-mail",
}  # fmt: skip
PASSED_ON: Words = {
    "en": "I have passed this on and will tell you here as soon as it is done.",
    "de": "Ich habe das weitergegeben und sage Ihnen hier Bescheid, sobald es erledigt ist.",
    "fr": "J'ai transmis votre demande et je vous préviens ici dès que c'est fait.",
    "es": "Lo he transmitido y le avisaré aquí en cuanto esté hecho.",
    "it": "Ho inoltrato la richiesta e la avviso qui appena è fatto.",
    "pt": "Transmiti o pedido e aviso aqui assim que estiver feito.",
    "nl": "Ik heb het doorgegeven en laat het u hier weten zodra het gedaan is.",
}


def masked(email: str) -> str:
    """The address so that its owner knows it and nobody else learns it: "c•••@example.org"."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}"
