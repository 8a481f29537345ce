"""Why a wish about an order is not for the assistant, said to the customer."""

from collections.abc import Mapping

from assistant.words import Words

NOT_ROUTINE: Words = {
    "en": "I can't decide this for order {order} by myself.",
    "de": "Das kann ich bei der Bestellung {order} nicht selbst entscheiden.",
    "fr": "Je ne peux pas en décider seul pour la commande {order}.",
    "es": "Eso no puedo decidirlo por mi cuenta en el pedido {order}.",
    "it": "Per l'ordine {order} non posso deciderlo da solo.",
    "pt": "Não posso decidir isso sozinho na encomenda {order}.",
    "nl": "Dat kan ik voor bestelling {order} niet zelf beslissen.",
}

_NO_ADDRESS: Words = {
    "en": "So I can't change its address myself any more.",
    "de": "Die Adresse kann ich deshalb nicht mehr selbst ändern.",
    "fr": "Je ne peux donc plus changer son adresse moi-même.",
    "es": "Por eso ya no puedo cambiar la dirección por mi cuenta.",
    "it": "Per questo non posso più cambiare l'indirizzo da solo.",
    "pt": "Por isso já não posso mudar a morada sozinho.",
    "nl": "Daarom kan ik het adres niet meer zelf wijzigen.",
}
_ABROAD: Words = {
    "en": "The new address may be in another country, where delivery can differ, so I can't change it myself.",
    "de": "Die neue Adresse liegt vielleicht in einem anderen Land, wo die Lieferung anders ist; das kann ich nicht "
    "selbst ändern.",
    "fr": "La nouvelle adresse est peut-être dans un autre pays, où la livraison diffère ; je ne peux pas la changer "
    "moi-même.",
    "es": "La nueva dirección puede estar en otro país, donde el envío es distinto; no puedo cambiarla por mi cuenta.",
    "it": "Il nuovo indirizzo potrebbe essere in un altro paese, dove la consegna è diversa; non posso cambiarlo da "
    "solo.",
    "pt": "A nova morada pode ser noutro país, onde a entrega é diferente; não posso mudá-la sozinho.",
    "nl": "Het nieuwe adres ligt misschien in een ander land, waar de bezorging anders is; dat kan ik niet zelf "
    "wijzigen.",
}
_NO_CANCELLING: Words = {
    "en": "So I can't cancel it myself any more.",
    "de": "Deshalb kann ich sie nicht mehr selbst stornieren.",
    "fr": "Je ne peux donc plus l'annuler moi-même.",
    "es": "Por eso ya no puedo cancelarlo por mi cuenta.",
    "it": "Per questo non posso più annullarlo da solo.",
    "pt": "Por isso já não posso cancelá-la sozinho.",
    "nl": "Daarom kan ik hem niet meer zelf annuleren.",
}
_TOUCHED: Words = {
    "en": "Part of order {order} has been refunded already, so I can't cancel it myself.",
    "de": "Ein Teil der Bestellung {order} ist schon erstattet, deshalb kann ich sie nicht selbst stornieren.",
    "fr": "Une partie de la commande {order} est déjà remboursée, je ne peux donc pas l'annuler moi-même.",
    "es": "Una parte del pedido {order} ya está reembolsada, así que no puedo cancelarlo por mi cuenta.",
    "it": "Una parte dell'ordine {order} è già stata rimborsata, quindi non posso annullarlo da solo.",
    "pt": "Uma parte da encomenda {order} já foi reembolsada, por isso não posso cancelá-la sozinho.",
    "nl": "Een deel van bestelling {order} is al terugbetaald, dus ik kan hem niet zelf annuleren.",
}
_HOURS: Words = {
    "en": "I can cancel an order within {hours} hours, and for order {order} that time is over.",
    "de": "Stornieren kann ich innerhalb von {hours} Stunden, und bei der Bestellung {order} ist diese Zeit vorbei.",
    "fr": "Je peux annuler une commande dans les {hours} heures, et ce délai est passé pour la commande {order}.",
    "es": "Puedo cancelar un pedido en las primeras {hours} horas, y para el pedido {order} ese plazo ha pasado.",
    "it": "Posso annullare un ordine entro {hours} ore, e per l'ordine {order} questo tempo è passato.",
    "pt": "Posso cancelar uma encomenda dentro de {hours} horas, e para a encomenda {order} esse prazo passou.",
    "nl": "Ik kan een bestelling binnen {hours} uur annuleren, en voor bestelling {order} is die tijd voorbij.",
}
_NO_REFUND: Words = {
    "en": "So I can't give the money back myself.",
    "de": "Deshalb kann ich das Geld nicht selbst zurückgeben.",
    "fr": "Je ne peux donc pas rembourser moi-même.",
    "es": "Por eso no puedo devolver el dinero por mi cuenta.",
    "it": "Per questo non posso rimborsare da solo.",
    "pt": "Por isso não posso devolver o dinheiro sozinho.",
    "nl": "Daarom kan ik het geld niet zelf teruggeven.",
}
_REFUND_LATE: Words = {
    "en": "Order {order} arrived more than {days} days ago, and so late I can't give money back myself.",
    "de": "Die Bestellung {order} kam vor mehr als {days} Tagen an; so spät kann ich nicht selbst erstatten.",
    "fr": "La commande {order} est arrivée il y a plus de {days} jours ; si tard, je ne peux pas rembourser moi-même.",
    "es": "El pedido {order} llegó hace más de {days} días; tan tarde no puedo devolver dinero por mi cuenta.",
    "it": "L'ordine {order} è arrivato più di {days} giorni fa; così tardi non posso rimborsare da solo.",
    "pt": "A encomenda {order} chegou há mais de {days} dias; tão tarde não posso devolver dinheiro sozinho.",
    "nl": "Bestelling {order} kwam meer dan {days} dagen geleden aan; zo laat kan ik niet zelf terugbetalen.",
}
_TOO_MUCH: Words = {
    "en": "{amount} for order {order} is more than I may give back by myself.",
    "de": "{amount} für die Bestellung {order} sind mehr, als ich selbst erstatten darf.",
    "fr": "{amount} pour la commande {order}, c'est plus que ce que je peux rembourser moi-même.",
    "es": "{amount} por el pedido {order} es más de lo que puedo devolver por mi cuenta.",
    "it": "{amount} per l'ordine {order} è più di quanto possa rimborsare da solo.",
    "pt": "{amount} pela encomenda {order} é mais do que posso devolver sozinho.",
    "nl": "{amount} voor bestelling {order} is meer dan ik zelf mag terugbetalen.",
}
_OFTEN: Words = {
    "en": "You had other refunds not long ago, so a colleague looks at this one.",
    "de": "Sie haben vor Kurzem schon Erstattungen bekommen, deshalb sieht sich jemand aus dem Team diese an.",
    "fr": "Vous avez eu d'autres remboursements récemment, un collègue regarde donc celui-ci.",
    "es": "Hace poco recibió otros reembolsos, así que este lo mira una persona del equipo.",
    "it": "Ha avuto altri rimborsi di recente, quindi questo lo guarda una persona del team.",
    "pt": "Teve outros reembolsos há pouco tempo, por isso este é visto por uma pessoa da equipa.",
    "nl": "U kreeg kort geleden al terugbetalingen, dus een collega kijkt naar deze.",
}
_NEVER_REFUNDED: Words = {
    "en": "Among what you name is something that I can't refund myself.",
    "de": "Darunter ist etwas, das ich nicht selbst erstatten kann.",
    "fr": "Parmi ces articles, il y en a un que je ne peux pas rembourser moi-même.",
    "es": "Entre lo que nombra hay algo que no puedo reembolsar por mi cuenta.",
    "it": "Tra ciò che indica c'è qualcosa che non posso rimborsare da solo.",
    "pt": "Entre o que indica há algo que não posso reembolsar sozinho.",
    "nl": "Er is iets bij dat ik niet zelf kan terugbetalen.",
}
NOT_REFUNDED_YET: Words = {
    "en": "Order {order} is cancelled, and I see no money given back for it yet.",
    "de": "Die Bestellung {order} ist storniert, und ich sehe noch keine Erstattung dafür.",
    "fr": "La commande {order} est annulée, et je ne vois encore aucun remboursement.",
    "es": "El pedido {order} está cancelado, y aún no veo ningún reembolso.",
    "it": "L'ordine {order} è annullato, e non vedo ancora alcun rimborso.",
    "pt": "A encomenda {order} está cancelada, e ainda não vejo nenhum reembolso.",
    "nl": "Bestelling {order} is geannuleerd, en ik zie nog geen terugbetaling.",
}
_NO_RETURN: Words = {
    "en": "I can register a return myself once an order has arrived.",
    "de": "Eine Rücksendung kann ich selbst anmelden, sobald eine Bestellung angekommen ist.",
    "fr": "Je peux enregistrer un retour moi-même dès qu'une commande est arrivée.",
    "es": "Puedo registrar una devolución por mi cuenta cuando un pedido ha llegado.",
    "it": "Posso registrare un reso da solo quando un ordine è arrivato.",
    "pt": "Posso registar uma devolução sozinho quando uma encomenda já chegou.",
    "nl": "Een retour kan ik zelf aanmelden zodra een bestelling is aangekomen.",
}
_RETURN_LATE: Words = {
    "en": "Order {order} arrived more than {days} days ago, and so late I can't register a return myself.",
    "de": "Die Bestellung {order} kam vor mehr als {days} Tagen an; so spät kann ich keine Rücksendung selbst "
    "anmelden.",
    "fr": "La commande {order} est arrivée il y a plus de {days} jours ; si tard, je ne peux pas enregistrer de "
    "retour moi-même.",
    "es": "El pedido {order} llegó hace más de {days} días; tan tarde no puedo registrar una devolución por mi cuenta.",
    "it": "L'ordine {order} è arrivato più di {days} giorni fa; così tardi non posso registrare un reso da solo.",
    "pt": "A encomenda {order} chegou há mais de {days} dias; tão tarde não posso registar uma devolução sozinho.",
    "nl": "Bestelling {order} kwam meer dan {days} dagen geleden aan; zo laat kan ik geen retour zelf aanmelden.",
}
_NEVER_BACK: Words = {
    "en": "Among what you name is something that we usually don't take back.",
    "de": "Darunter ist etwas, das wir in der Regel nicht zurücknehmen.",
    "fr": "Parmi ces articles, il y en a un que nous ne reprenons généralement pas.",
    "es": "Entre lo que nombra hay algo que por lo general no aceptamos de vuelta.",
    "it": "Tra ciò che indica c'è qualcosa che di solito non riprendiamo.",
    "pt": "Entre o que indica há algo que em geral não aceitamos de volta.",
    "nl": "Er is iets bij dat we meestal niet terugnemen.",
}
ONLY_A_COLLEAGUE: Words = {
    "en": "This I can't change myself: {part}.",
    "de": "Das kann ich nicht selbst ändern: {part}.",
    "fr": "Je ne peux pas changer cela moi-même : {part}.",
    "es": "No puedo cambiar esto por mi cuenta: {part}.",
    "it": "Non posso cambiarlo da solo: {part}.",
    "pt": "Não posso mudar isto sozinho: {part}.",
    "nl": "Dit kan ik niet zelf wijzigen: {part}.",
}

# by the clause that is broken; those of "state" follow on the order's state
ADDRESS: Mapping[str, Words] = {"state": _NO_ADDRESS, "country": _ABROAD}
CANCELLING: Mapping[str, Words] = {"state": _NO_CANCELLING, "untouched": _TOUCHED, "hours": _HOURS}
REFUND: Mapping[str, Words] = {
    "state": _NO_REFUND, "window": _REFUND_LATE, "most": _TOO_MUCH, "often": _OFTEN, "never": _NEVER_REFUNDED,
}  # fmt: skip
RETURN: Mapping[str, Words] = {"state": _NO_RETURN, "window": _RETURN_LATE, "never": _NEVER_BACK}
