"""What the skills say that give money back, take goods back, or cancel an order."""

from collections.abc import Mapping

from assistant.words import Words

ITEM: Words = {
    "en": "Item", "de": "Artikel", "fr": "Article", "es": "Artículo", "it": "Articolo", "pt": "Artigo", "nl": "Artikel",
}  # fmt: skip
EVERYTHING: Words = {
    "en": "Everything", "de": "Alles", "fr": "Tout", "es": "Todo", "it": "Tutto", "pt": "Tudo", "nl": "Alles",
}  # fmt: skip
REFUND_WHICH: Words = {
    "en": "What of order {order} is the refund for?",
    "de": "Was aus der Bestellung {order} soll erstattet werden?",
    "fr": "Que faut-il rembourser de la commande {order} ?",
    "es": "¿Qué artículo del pedido {order} hay que reembolsar?",
    "it": "Che cosa dell'ordine {order} va rimborsato?",
    "pt": "O que é para reembolsar da encomenda {order}?",
    "nl": "Wat uit bestelling {order} moet worden terugbetaald?",
}
RETURN_WHICH: Words = {
    "en": "What of order {order} would you like to send back?",
    "de": "Was aus der Bestellung {order} möchten Sie zurückschicken?",
    "fr": "Que souhaitez-vous renvoyer de la commande {order} ?",
    "es": "¿Qué quiere devolver del pedido {order}?",
    "it": "Che cosa vuole rendere dell'ordine {order}?",
    "pt": "O que quer devolver da encomenda {order}?",
    "nl": "Wat uit bestelling {order} wilt u terugsturen?",
}
ITEM_AGAIN: Words = {
    "en": "I cannot tell which item you mean. Please pick one, or write its name.",
    "de": "Ich erkenne nicht, welchen Artikel Sie meinen. Bitte wählen Sie einen aus oder schreiben Sie den Namen.",
    "fr": "Je ne vois pas de quel article il s'agit. Choisissez-en un ou écrivez son nom.",
    "es": "No sé a qué artículo se refiere. Elija uno o escriba su nombre.",
    "it": "Non capisco quale articolo intende. Ne scelga uno o scriva il nome.",
    "pt": "Não percebo a que artigo se refere. Escolha um ou escreva o nome.",
    "nl": "Ik zie niet welk artikel u bedoelt. Kies er een of schrijf de naam.",
}
REASON: Words = {
    "en": "Reason", "de": "Grund", "fr": "Motif", "es": "Motivo", "it": "Motivo", "pt": "Motivo", "nl": "Reden",
}  # fmt: skip
WHICH_REASON: Words = {
    "en": "What is the reason?", "de": "Was ist der Grund?", "fr": "Quelle en est la raison ?",
    "es": "¿Cuál es el motivo?", "it": "Qual è il motivo?", "pt": "Qual é o motivo?", "nl": "Wat is de reden?",
}  # fmt: skip
REASONS: Mapping[str, Words] = {
    "faulty": {
        "en": "It is faulty or damaged", "de": "Es ist defekt oder beschädigt", "fr": "Il est défectueux ou abîmé",
        "es": "Está defectuoso o dañado", "it": "È difettoso o danneggiato", "pt": "Tem defeito ou está danificado",
        "nl": "Het is kapot of beschadigd",
    },
    "wrong": {
        "en": "It is not what I ordered", "de": "Es ist nicht das, was ich bestellt habe",
        "fr": "Ce n'est pas ce que j'ai commandé", "es": "No es lo que pedí", "it": "Non è quello che ho ordinato",
        "pt": "Não é o que encomendei", "nl": "Het is niet wat ik besteld heb",
    },
    "changed_mind": {
        "en": "It does not fit, or I changed my mind", "de": "Es passt nicht, oder ich habe es mir anders überlegt",
        "fr": "Il ne va pas, ou j'ai changé d'avis", "es": "No me queda bien, o he cambiado de idea",
        "it": "Non va bene, o ho cambiato idea", "pt": "Não serve, ou mudei de ideias",
        "nl": "Het past niet, of ik heb me bedacht",
    },
    "other": {
        "en": "Another reason", "de": "Ein anderer Grund", "fr": "Une autre raison", "es": "Otro motivo",
        "it": "Un altro motivo", "pt": "Outro motivo", "nl": "Een andere reden",
    },
}  # fmt: skip

REFUND_CONFIRM: Words = {
    "en": "I can refund {amount} for {items} of order {order}. It goes back the way you paid.",
    "de": "Ich kann {amount} für {items} aus der Bestellung {order} erstatten, auf dem Weg, auf dem Sie bezahlt haben.",
    "fr": "Je peux rembourser {amount} pour {items} de la commande {order}, par le moyen de paiement utilisé.",
    "es": "Puedo reembolsar {amount} por {items} del pedido {order}, por el mismo medio con el que pagó.",
    "it": "Posso rimborsare {amount} per {items} dell'ordine {order}, con lo stesso mezzo con cui ha pagato.",
    "pt": "Posso reembolsar {amount} por {items} da encomenda {order}, pelo mesmo meio com que pagou.",
    "nl": "Ik kan {amount} terugbetalen voor {items} uit bestelling {order}, op de manier waarop u betaald hebt.",
}
FEE_OFF: Words = {
    "en": "{fee} for the return is taken off already.",
    "de": "{fee} für die Rücksendung sind schon abgezogen.",
    "fr": "{fee} de frais de retour sont déjà déduits.",
    "es": "Ya se han descontado {fee} por la devolución.",
    "it": "{fee} per la restituzione sono già detratti.",
    "pt": "Já foram descontados {fee} pela devolução.",
    "nl": "{fee} voor de retourzending is er al af.",
}
CHECKED_FIRST: Words = {
    "en": "A colleague looks at it before it is done.",
    "de": "Eine Kollegin oder ein Kollege sieht es sich vorher an.",
    "fr": "Un collègue le vérifie avant.",
    "es": "Antes lo revisa una persona del equipo.",
    "it": "Prima lo controlla una persona del team.",
    "pt": "Antes disso, uma pessoa da equipa verifica.",
    "nl": "Een collega kijkt er eerst naar.",
}
SHALL_I: Words = {
    "en": "Shall I do that?", "de": "Soll ich das tun?", "fr": "Dois-je le faire ?", "es": "¿Lo hago?",
    "it": "Procedo?", "pt": "Posso avançar?", "nl": "Zal ik dat doen?",
}  # fmt: skip
REFUND_DONE: Words = {
    "en": "Done: {amount} for {items} of order {order} is on its way back to you.",
    "de": "Erledigt: {amount} für {items} aus der Bestellung {order} gehen an Sie zurück.",
    "fr": "C'est fait : {amount} pour {items} de la commande {order} vous sont remboursés.",
    "es": "Hecho: le devolvemos {amount} por {items} del pedido {order}.",
    "it": "Fatto: {amount} per {items} dell'ordine {order} le vengono rimborsati.",
    "pt": "Feito: {amount} por {items} da encomenda {order} estão a ser-lhe devolvidos.",
    "nl": "Gedaan: {amount} voor {items} uit bestelling {order} komt naar u terug.",
}
IN_DAYS: Words = {
    "en": "It takes up to {days} working days to arrive.",
    "de": "Es dauert bis zu {days} Werktage, bis das Geld da ist.",
    "fr": "Il faut compter jusqu'à {days} jours ouvrables.",
    "es": "Puede tardar hasta {days} días laborables en llegar.",
    "it": "Può richiedere fino a {days} giorni lavorativi.",
    "pt": "Pode demorar até {days} dias úteis a chegar.",
    "nl": "Het duurt tot {days} werkdagen voor het er is.",
}
REFUNDED_ALREADY: Words = {
    "en": "What you mean of order {order} has been refunded already: {amount} in all.",
    "de": "Das ist bei der Bestellung {order} schon erstattet: insgesamt {amount}.",
    "fr": "C'est déjà remboursé pour la commande {order} : {amount} au total.",
    "es": "Eso ya está reembolsado en el pedido {order}: {amount} en total.",
    "it": "Per l'ordine {order} è già stato rimborsato: {amount} in tutto.",
    "pt": "Isso já foi reembolsado na encomenda {order}: {amount} no total.",
    "nl": "Dat is voor bestelling {order} al terugbetaald: in totaal {amount}.",
}
RETURN_FIRST: Words = {
    "en": "The refund for order {order} follows as soon as the goods are back with us. "
    "If you would like to send something back, I can register that.",
    "de": "Die Erstattung für die Bestellung {order} folgt, sobald die Ware wieder bei uns ist. "
    "Wenn Sie etwas zurückschicken möchten, kann ich das anmelden.",
    "fr": "Le remboursement de la commande {order} suivra dès que les articles nous seront revenus. "
    "Si vous souhaitez renvoyer quelque chose, je peux l'enregistrer.",
    "es": "El reembolso del pedido {order} se hace en cuanto los artículos estén de vuelta con nosotros. "
    "Si quiere devolver algo, puedo registrarlo.",
    "it": "Il rimborso dell'ordine {order} segue appena la merce è di nuovo da noi. "
    "Se vuole rendere qualcosa, posso registrarlo.",
    "pt": "O reembolso da encomenda {order} é feito assim que os artigos estiverem de volta connosco. "
    "Se quiser devolver algo, posso registá-lo.",
    "nl": "De terugbetaling van bestelling {order} volgt zodra de spullen weer bij ons zijn. "
    "Wilt u iets terugsturen, dan meld ik dat aan.",
}
SEND_BACK: Words = {
    "en": "I would like to return order {order}", "de": "Ich möchte die Bestellung {order} zurückschicken",
    "fr": "Je souhaite renvoyer la commande {order}", "es": "Quiero devolver el pedido {order}",
    "it": "Vorrei rendere l'ordine {order}", "pt": "Quero devolver a encomenda {order}",
    "nl": "Ik wil bestelling {order} terugsturen",
}  # fmt: skip

RETURN_CONFIRM: Words = {
    "en": "I can register the return of {items} of order {order}.",
    "de": "Ich kann die Rücksendung von {items} aus der Bestellung {order} anmelden.",
    "fr": "Je peux enregistrer le retour de {items} de la commande {order}.",
    "es": "Puedo registrar la devolución de {items} del pedido {order}.",
    "it": "Posso registrare la restituzione di {items} dell'ordine {order}.",
    "pt": "Posso registar a devolução de {items} da encomenda {order}.",
    "nl": "Ik kan de retour van {items} uit bestelling {order} aanmelden.",
}
RETURN_DONE: Words = {
    "en": "The return of {items} of order {order} is registered.",
    "de": "Die Rücksendung von {items} aus der Bestellung {order} ist angemeldet.",
    "fr": "Le retour de {items} de la commande {order} est enregistré.",
    "es": "La devolución de {items} del pedido {order} está registrada.",
    "it": "La restituzione di {items} dell'ordine {order} è registrata.",
    "pt": "A devolução de {items} da encomenda {order} está registada.",
    "nl": "De retour van {items} uit bestelling {order} is aangemeld.",
}
RETURN_LABEL: Words = {
    "en": "Your return label", "de": "Ihr Rücksendeetikett", "fr": "Votre étiquette de retour",
    "es": "Su etiqueta de devolución", "it": "La sua etichetta di reso", "pt": "A sua etiqueta de devolução",
    "nl": "Uw retourlabel",
}  # fmt: skip
RETURN_KNOWN: Words = {
    "en": "The return of that from order {order} is registered already.",
    "de": "Die Rücksendung davon aus der Bestellung {order} ist schon angemeldet.",
    "fr": "Ce retour de la commande {order} est déjà enregistré.",
    "es": "Esa devolución del pedido {order} ya está registrada.",
    "it": "Questa restituzione dell'ordine {order} è già registrata.",
    "pt": "Essa devolução da encomenda {order} já está registada.",
    "nl": "Die retour uit bestelling {order} is al aangemeld.",
}

CANCEL_CONFIRM: Words = {
    "en": "I can cancel order {order} ({items}).",
    "de": "Ich kann die Bestellung {order} stornieren ({items}).",
    "fr": "Je peux annuler la commande {order} ({items}).",
    "es": "Puedo cancelar el pedido {order} ({items}).",
    "it": "Posso annullare l'ordine {order} ({items}).",
    "pt": "Posso cancelar a encomenda {order} ({items}).",
    "nl": "Ik kan bestelling {order} annuleren ({items}).",
}
CANCEL_MONEY: Words = {
    "en": "The {amount} that you paid goes back the way you paid.",
    "de": "Die bezahlten {amount} gehen auf demselben Weg zurück.",
    "fr": "Les {amount} payés vous sont rendus par le même moyen.",
    "es": "Los {amount} que pagó se devuelven por el mismo medio.",
    "it": "I {amount} pagati tornano con lo stesso mezzo.",
    "pt": "Os {amount} que pagou são devolvidos pelo mesmo meio.",
    "nl": "De betaalde {amount} gaat op dezelfde manier terug.",
}
CANCEL_DONE: Words = {
    "en": "Order {order} is cancelled.",
    "de": "Die Bestellung {order} ist storniert.",
    "fr": "La commande {order} est annulée.",
    "es": "El pedido {order} está cancelado.",
    "it": "L'ordine {order} è annullato.",
    "pt": "A encomenda {order} está cancelada.",
    "nl": "Bestelling {order} is geannuleerd.",
}
