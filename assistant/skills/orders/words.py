"""What the skills about orders say to find the order and to tell of it."""

from collections.abc import Mapping

from assistant.words import Words

ORDER: Words = {
    "en": "Order number", "de": "Bestellnummer", "fr": "Numéro de commande", "es": "Número de pedido",
    "it": "Numero d'ordine", "pt": "Número da encomenda", "nl": "Bestelnummer",
}  # fmt: skip

WHICH_ORDER: Words = {
    "en": "Which order is it about? Pick one, or tell me its number.",
    "de": "Um welche Bestellung geht es? Wählen Sie eine aus oder nennen Sie mir die Nummer.",
    "fr": "De quelle commande s'agit-il ? Choisissez-en une ou donnez-moi son numéro.",
    "es": "¿De qué pedido se trata? Elija uno o dígame su número.",
    "it": "Di quale ordine si tratta? Ne scelga uno o mi dica il numero.",
    "pt": "De que encomenda se trata? Escolha uma ou diga-me o número.",
    "nl": "Om welke bestelling gaat het? Kies er een of geef me het nummer.",
}

NO_SUCH_ORDER: Words = {
    "en": "I find no order {order} under your e-mail address. Which one do you mean?",
    "de": "Unter Ihrer E-Mail-Adresse finde ich keine Bestellung {order}. Welche meinen Sie?",
    "fr": "Je ne trouve pas de commande {order} sous votre adresse e-mail. Laquelle voulez-vous dire ?",
    "es": "No encuentro ningún pedido {order} con su correo electrónico. ¿Cuál quiere decir?",
    "it": "Non trovo nessun ordine {order} con il suo indirizzo e-mail. Quale intende?",
    "pt": "Não encontro nenhuma encomenda {order} com o seu endereço de e-mail. A qual se refere?",
    "nl": "Onder uw e-mailadres vind ik geen bestelling {order}. Welke bedoelt u?",
}

EMAIL: Words = {
    "en": "E-mail address", "de": "E-Mail-Adresse", "fr": "Adresse e-mail", "es": "Correo electrónico",
    "it": "Indirizzo e-mail", "pt": "Endereço de e-mail", "nl": "E-mailadres",
}  # fmt: skip

WHICH_EMAIL: Words = {
    "en": "Which e-mail address did you order with? I send a code there, so that nobody else learns about your orders.",
    "de": "Mit welcher E-Mail-Adresse haben Sie bestellt? Ich schicke einen Code dorthin, damit sonst niemand etwas "
    "über Ihre Bestellungen erfährt.",
    "fr": "Avec quelle adresse e-mail avez-vous commandé ? J'y envoie un code, pour que personne d'autre n'apprenne "
    "rien de vos commandes.",
    "es": "¿Con qué correo electrónico hizo el pedido? Le envío allí un código, para que nadie más sepa de sus "
    "pedidos.",
    "it": "Con quale indirizzo e-mail ha ordinato? Le mando lì un codice, così nessun altro viene a sapere dei suoi "
    "ordini.",
    "pt": "Com que endereço de e-mail fez a encomenda? Envio para lá um código, para que mais ninguém saiba das suas "
    "encomendas.",
    "nl": "Met welk e-mailadres hebt u besteld? Ik stuur daar een code naartoe, zodat niemand anders iets over uw "
    "bestellingen hoort.",
}

EMAIL_AGAIN: Words = {
    "en": "That does not look like an e-mail address. Please write it as in name@example.com.",
    "de": "Das sieht nicht nach einer E-Mail-Adresse aus. Bitte schreiben Sie sie wie name@example.com.",
    "fr": "Cela ne ressemble pas à une adresse e-mail. Écrivez-la comme nom@example.com.",
    "es": "Eso no parece un correo electrónico. Escríbalo como nombre@example.com.",
    "it": "Non sembra un indirizzo e-mail. Lo scriva come nome@example.com.",
    "pt": "Isso não parece um endereço de e-mail. Escreva-o como nome@example.com.",
    "nl": "Dat lijkt geen e-mailadres. Schrijf het zoals naam@example.com.",
}

NO_ORDERS: Words = {
    "en": "Under this e-mail address I find no order. Did you perhaps order with another one?",
    "de": "Unter dieser E-Mail-Adresse finde ich keine Bestellung. Haben Sie vielleicht mit einer anderen bestellt?",
    "fr": "Je ne trouve aucune commande sous cette adresse e-mail. En avez-vous peut-être utilisé une autre ?",
    "es": "Con este correo electrónico no encuentro ningún pedido. ¿Quizá usó otro?",
    "it": "Con questo indirizzo e-mail non trovo ordini. Forse ne ha usato un altro?",
    "pt": "Com este endereço de e-mail não encontro encomendas. Terá usado outro?",
    "nl": "Onder dit e-mailadres vind ik geen bestelling. Hebt u misschien met een ander adres besteld?",
}

STATES: Mapping[str, Words] = {
    "placed": {
        "en": "Order {order} has reached us. We are waiting for the payment.",
        "de": "Die Bestellung {order} ist bei uns. Wir warten noch auf die Zahlung.",
        "fr": "La commande {order} nous est parvenue. Nous attendons le paiement.",
        "es": "El pedido {order} nos ha llegado. Esperamos el pago.",
        "it": "L'ordine {order} è arrivato da noi. Aspettiamo il pagamento.",
        "pt": "A encomenda {order} chegou até nós. Aguardamos o pagamento.",
        "nl": "Bestelling {order} is bij ons binnen. We wachten op de betaling.",
    },
    "payment_failed": {
        "en": "The payment of order {order} did not go through, so it is on hold.",
        "de": "Die Zahlung der Bestellung {order} hat nicht geklappt, deshalb ruht sie.",
        "fr": "Le paiement de la commande {order} n'a pas abouti ; elle est donc en attente.",
        "es": "El pago del pedido {order} no se completó, por eso está en espera.",
        "it": "Il pagamento dell'ordine {order} non è andato a buon fine, quindi è in sospeso.",
        "pt": "O pagamento da encomenda {order} não foi concluído, por isso está em espera.",
        "nl": "De betaling van bestelling {order} is niet gelukt, daarom wacht die nog.",
    },
    "paid": {
        "en": "Order {order} is paid, and we are getting it ready.",
        "de": "Die Bestellung {order} ist bezahlt und wird vorbereitet.",
        "fr": "La commande {order} est payée, nous la préparons.",
        "es": "El pedido {order} está pagado y lo estamos preparando.",
        "it": "L'ordine {order} è pagato e lo stiamo preparando.",
        "pt": "A encomenda {order} está paga e estamos a prepará-la.",
        "nl": "Bestelling {order} is betaald en wordt klaargemaakt.",
    },
    "packed": {
        "en": "Order {order} is packed and about to leave.",
        "de": "Die Bestellung {order} ist gepackt und geht gleich auf die Reise.",
        "fr": "La commande {order} est emballée et va partir.",
        "es": "El pedido {order} está embalado y a punto de salir.",
        "it": "L'ordine {order} è imballato e sta per partire.",
        "pt": "A encomenda {order} está embalada e prestes a sair.",
        "nl": "Bestelling {order} is ingepakt en vertrekt zo.",
    },
    "partly_shipped": {
        "en": "A part of order {order} is on its way. The rest follows.",
        "de": "Ein Teil der Bestellung {order} ist unterwegs. Der Rest folgt.",
        "fr": "Une partie de la commande {order} est en route. Le reste suivra.",
        "es": "Una parte del pedido {order} está en camino. El resto le seguirá.",
        "it": "Una parte dell'ordine {order} è in viaggio. Il resto segue.",
        "pt": "Uma parte da encomenda {order} está a caminho. O resto seguirá.",
        "nl": "Een deel van bestelling {order} is onderweg. De rest volgt.",
    },
    "shipped": {
        "en": "Order {order} is on its way to you.",
        "de": "Die Bestellung {order} ist auf dem Weg zu Ihnen.",
        "fr": "La commande {order} est en route vers vous.",
        "es": "El pedido {order} está en camino.",
        "it": "L'ordine {order} è in viaggio verso di lei.",
        "pt": "A encomenda {order} está a caminho.",
        "nl": "Bestelling {order} is naar u onderweg.",
    },
    "delivered": {
        "en": "Order {order} has been delivered.",
        "de": "Die Bestellung {order} ist zugestellt.",
        "fr": "La commande {order} a été livrée.",
        "es": "El pedido {order} ha sido entregado.",
        "it": "L'ordine {order} è stato consegnato.",
        "pt": "A encomenda {order} foi entregue.",
        "nl": "Bestelling {order} is bezorgd.",
    },
    "returned": {
        "en": "Order {order} is back with us.",
        "de": "Die Bestellung {order} ist wieder bei uns.",
        "fr": "La commande {order} nous est revenue.",
        "es": "El pedido {order} está de vuelta con nosotros.",
        "it": "L'ordine {order} è tornato da noi.",
        "pt": "A encomenda {order} está de volta connosco.",
        "nl": "Bestelling {order} is weer bij ons.",
    },
    "refunded": {
        "en": "Order {order} has been refunded.",
        "de": "Die Bestellung {order} ist erstattet.",
        "fr": "La commande {order} a été remboursée.",
        "es": "El pedido {order} ha sido reembolsado.",
        "it": "L'ordine {order} è stato rimborsato.",
        "pt": "A encomenda {order} foi reembolsada.",
        "nl": "Bestelling {order} is terugbetaald.",
    },
    "cancelled": {
        "en": "Order {order} is cancelled.",
        "de": "Die Bestellung {order} ist storniert.",
        "fr": "La commande {order} est annulée.",
        "es": "El pedido {order} está cancelado.",
        "it": "L'ordine {order} è annullato.",
        "pt": "A encomenda {order} está cancelada.",
        "nl": "Bestelling {order} is geannuleerd.",
    },
}

SOURCE: Words = {
    "en": "Order {order}", "de": "Bestellung {order}", "fr": "Commande {order}", "es": "Pedido {order}",
    "it": "Ordine {order}", "pt": "Encomenda {order}", "nl": "Bestelling {order}",
}  # fmt: skip
PLACED: Words = {
    "en": "Ordered", "de": "Bestellt", "fr": "Commandée", "es": "Hecho", "it": "Ordinato", "pt": "Encomendada",
    "nl": "Besteld",
}  # fmt: skip
SENT: Words = {
    "en": "Sent", "de": "Verschickt", "fr": "Expédiée", "es": "Enviado", "it": "Spedito", "pt": "Enviada",
    "nl": "Verstuurd",
}  # fmt: skip
DELIVERED: Words = {
    "en": "Delivered", "de": "Zugestellt", "fr": "Livrée", "es": "Entregado", "it": "Consegnato", "pt": "Entregue",
    "nl": "Bezorgd",
}  # fmt: skip
TRACKING: Words = {
    "en": "Tracking", "de": "Sendungsnummer", "fr": "Suivi", "es": "Seguimiento", "it": "Tracciamento",
    "pt": "Seguimento", "nl": "Volgnummer",
}  # fmt: skip
ITEMS: Words = {
    "en": "In it", "de": "Inhalt", "fr": "Contenu", "es": "Contenido", "it": "Contenuto", "pt": "Conteúdo",
    "nl": "Inhoud",
}  # fmt: skip
REFUNDED_SO_FAR: Words = {
    "en": "Refunded so far", "de": "Bisher erstattet", "fr": "Déjà remboursé", "es": "Reembolsado hasta ahora",
    "it": "Già rimborsato", "pt": "Já reembolsado", "nl": "Tot nu toe terugbetaald",
}  # fmt: skip

LATE: Words = {
    "en": "That is longer than it should take. Shall a person look into it?",
    "de": "Das dauert länger, als es sollte. Soll ein Mensch nachsehen?",
    "fr": "C'est plus long que prévu. Voulez-vous qu'une personne s'en occupe ?",
    "es": "Está tardando más de lo debido. ¿Quiere que lo mire una persona?",
    "it": "Ci sta mettendo più del dovuto. Vuole che se ne occupi una persona?",
    "pt": "Está a demorar mais do que devia. Quer que uma pessoa veja o que se passa?",
    "nl": "Dat duurt langer dan het hoort. Zal een mens ernaar kijken?",
}
PERSON: Words = {
    "en": "I would like to talk to a person", "de": "Ich möchte mit einem Menschen sprechen",
    "fr": "Je voudrais parler à une personne", "es": "Quiero hablar con una persona",
    "it": "Vorrei parlare con una persona", "pt": "Quero falar com uma pessoa", "nl": "Ik wil een mens spreken",
}  # fmt: skip
