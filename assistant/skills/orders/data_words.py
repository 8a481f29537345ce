"""What the skills say that change an address or a customer's own data."""

from collections.abc import Mapping

from assistant.words import Words

ADDRESS: Words = {
    "en": "New address", "de": "Neue Adresse", "fr": "Nouvelle adresse", "es": "Nueva dirección",
    "it": "Nuovo indirizzo", "pt": "Nova morada", "nl": "Nieuw adres",
}  # fmt: skip
ADDRESS_ASKS: Words = {
    "en": "What is the new address? Street and number, postcode and town, please.",
    "de": "Wie lautet die neue Adresse? Bitte Straße und Hausnummer, Postleitzahl und Ort.",
    "fr": "Quelle est la nouvelle adresse ? Rue et numéro, code postal et ville, s'il vous plaît.",
    "es": "¿Cuál es la nueva dirección? Calle y número, código postal y localidad, por favor.",
    "it": "Qual è il nuovo indirizzo? Via e numero, CAP e località, per favore.",
    "pt": "Qual é a nova morada? Rua e número, código postal e localidade, por favor.",
    "nl": "Wat is het nieuwe adres? Straat en huisnummer, postcode en plaats graag.",
}
ADDRESS_AGAIN: Words = {
    "en": "I need all of it: street and number, postcode and town, parted by commas. "
    "For example: 14 Mill Lane, HB1 4LC Hartsbridge.",
    "de": "Ich brauche sie vollständig: Straße und Hausnummer, Postleitzahl und Ort, durch Kommas getrennt. "
    "Zum Beispiel: Mühlgasse 14, 12345 Musterstadt.",
    "fr": "Il me la faut entière : rue et numéro, code postal et ville, séparés par des virgules. "
    "Par exemple : 14 rue du Moulin, 69001 Lyon.",
    "es": "La necesito completa: calle y número, código postal y localidad, separados por comas. "
    "Por ejemplo: Calle del Molino 14, 28001 Madrid.",
    "it": "Mi serve completo: via e numero, CAP e località, separati da virgole. "
    "Per esempio: Via del Mulino 14, 20121 Milano.",
    "pt": "Preciso dela completa: rua e número, código postal e localidade, separados por vírgulas. "
    "Por exemplo: Rua do Moinho 14, 1100-001 Lisboa.",
    "nl": "Ik heb het hele adres nodig: straat en huisnummer, postcode en plaats, met komma's ertussen. "
    "Bijvoorbeeld: Molenstraat 14, 1011 AB Amsterdam.",
}
ADDRESS_CONFIRM: Words = {
    "en": "I can send order {order} to this address: {address}.",
    "de": "Ich kann die Bestellung {order} an diese Adresse schicken: {address}.",
    "fr": "Je peux faire livrer la commande {order} à cette adresse : {address}.",
    "es": "Puedo enviar el pedido {order} a esta dirección: {address}.",
    "it": "Posso spedire l'ordine {order} a questo indirizzo: {address}.",
    "pt": "Posso enviar a encomenda {order} para esta morada: {address}.",
    "nl": "Ik kan bestelling {order} naar dit adres sturen: {address}.",
}
ADDRESS_DONE: Words = {
    "en": "Order {order} now goes to: {address}.",
    "de": "Die Bestellung {order} geht jetzt an: {address}.",
    "fr": "La commande {order} sera livrée à : {address}.",
    "es": "El pedido {order} irá ahora a: {address}.",
    "it": "L'ordine {order} ora va a: {address}.",
    "pt": "A encomenda {order} vai agora para: {address}.",
    "nl": "Bestelling {order} gaat nu naar: {address}.",
}

WHAT: Words = {
    "en": "What changes", "de": "Was sich ändert", "fr": "Ce qui change", "es": "Qué cambia", "it": "Che cosa cambia",
    "pt": "O que muda", "nl": "Wat er verandert",
}  # fmt: skip
WHAT_ASKS: Words = {
    "en": "What shall I change?", "de": "Was soll ich ändern?", "fr": "Que dois-je modifier ?",
    "es": "¿Qué quiere que cambie?", "it": "Che cosa devo cambiare?", "pt": "O que devo alterar?",
    "nl": "Wat zal ik wijzigen?",
}  # fmt: skip
PARTS: Mapping[str, Words] = {
    "phone": {
        "en": "Phone number", "de": "Telefonnummer", "fr": "Numéro de téléphone", "es": "Número de teléfono",
        "it": "Numero di telefono", "pt": "Número de telefone", "nl": "Telefoonnummer",
    },
    "address": {
        "en": "Postal address", "de": "Postanschrift", "fr": "Adresse postale", "es": "Dirección postal",
        "it": "Indirizzo postale", "pt": "Morada", "nl": "Postadres",
    },
    "name": {"en": "Name", "de": "Name", "fr": "Nom", "es": "Nombre", "it": "Nome", "pt": "Nome", "nl": "Naam"},
    "email": {
        "en": "E-mail address", "de": "E-Mail-Adresse", "fr": "Adresse e-mail", "es": "Correo electrónico",
        "it": "Indirizzo e-mail", "pt": "Endereço de e-mail", "nl": "E-mailadres",
    },
}  # fmt: skip
YOUR_EMAIL: Words = {
    "en": "Which e-mail address do we know you by? I send a code there, so that nobody else can change your data.",
    "de": "Unter welcher E-Mail-Adresse kennen wir Sie? Ich schicke einen Code dorthin, damit sonst niemand Ihre Daten "
    "ändern kann.",
    "fr": "Sous quelle adresse e-mail vous connaissons-nous ? J'y envoie un code, pour que personne d'autre ne puisse "
    "modifier vos données.",
    "es": "¿Con qué correo electrónico le conocemos? Le envío allí un código, para que nadie más pueda cambiar sus "
    "datos.",
    "it": "Con quale indirizzo e-mail la conosciamo? Le mando lì un codice, così nessun altro può cambiare i suoi "
    "dati.",
    "pt": "Com que endereço de e-mail o conhecemos? Envio para lá um código, para que mais ninguém possa alterar os "
    "seus dados.",
    "nl": "Onder welk e-mailadres kennen we u? Ik stuur daar een code naartoe, zodat niemand anders uw gegevens kan "
    "wijzigen.",
}
PHONE_ASKS: Words = {
    "en": "What is the new phone number?", "de": "Wie lautet die neue Telefonnummer?",
    "fr": "Quel est le nouveau numéro de téléphone ?", "es": "¿Cuál es el nuevo número de teléfono?",
    "it": "Qual è il nuovo numero di telefono?", "pt": "Qual é o novo número de telefone?",
    "nl": "Wat is het nieuwe telefoonnummer?",
}  # fmt: skip
PHONE_AGAIN: Words = {
    "en": "I cannot read that as a phone number. Please write it with its country code, such as +44 1632 960142.",
    "de": "Das kann ich nicht als Telefonnummer lesen. Bitte mit Landesvorwahl, etwa +49 30 901820.",
    "fr": "Je n'y reconnais pas de numéro de téléphone. Écrivez-le avec l'indicatif du pays, par exemple "
    "+33 1 99 00 12 34.",
    "es": "No lo reconozco como número de teléfono. Escríbalo con el prefijo del país, por ejemplo +34 910 123 456.",
    "it": "Non lo riconosco come numero di telefono. Lo scriva con il prefisso del paese, per esempio +39 02 1234567.",
    "pt": "Não o reconheço como número de telefone. Escreva-o com o indicativo do país, por exemplo +351 21 123 4567.",
    "nl": "Ik herken daar geen telefoonnummer in. Schrijf het met het landnummer, zoals +31 20 123 4567.",
}
NAME_ASKS: Words = {
    "en": "What is the new name?", "de": "Wie lautet der neue Name?", "fr": "Quel est le nouveau nom ?",
    "es": "¿Cuál es el nuevo nombre?", "it": "Qual è il nuovo nome?", "pt": "Qual é o novo nome?",
    "nl": "Wat is de nieuwe naam?",
}  # fmt: skip
NEW_EMAIL: Words = {
    "en": "New e-mail address", "de": "Neue E-Mail-Adresse", "fr": "Nouvelle adresse e-mail",
    "es": "Nuevo correo electrónico", "it": "Nuovo indirizzo e-mail", "pt": "Novo endereço de e-mail",
    "nl": "Nieuw e-mailadres",
}  # fmt: skip
NEW_EMAIL_ASKS: Words = {
    "en": "What is the new e-mail address? I send a code there too.",
    "de": "Wie lautet die neue E-Mail-Adresse? Auch dorthin schicke ich einen Code.",
    "fr": "Quelle est la nouvelle adresse e-mail ? J'y envoie aussi un code.",
    "es": "¿Cuál es el nuevo correo electrónico? También le envío allí un código.",
    "it": "Qual è il nuovo indirizzo e-mail? Anche lì le mando un codice.",
    "pt": "Qual é o novo endereço de e-mail? Envio também um código para lá.",
    "nl": "Wat is het nieuwe e-mailadres? Ook daar stuur ik een code naartoe.",
}
CONTACT_CONFIRM: Words = {
    "en": "I can change this: {part} – {value}.", "de": "Ich kann das ändern: {part} – {value}.",
    "fr": "Je peux modifier ceci : {part} – {value}.", "es": "Puedo cambiar esto: {part} – {value}.",
    "it": "Posso cambiare questo: {part} – {value}.", "pt": "Posso alterar isto: {part} – {value}.",
    "nl": "Ik kan dit wijzigen: {part} – {value}.",
}  # fmt: skip
CONTACT_DONE: Words = {
    "en": "Changed: {part} is now {value}.", "de": "Geändert: {part} ist jetzt {value}.",
    "fr": "C'est modifié : {part} est désormais {value}.", "es": "Cambiado: {part} es ahora {value}.",
    "it": "Modificato: {part} è ora {value}.", "pt": "Alterado: {part} é agora {value}.",
    "nl": "Gewijzigd: {part} is nu {value}.",
}  # fmt: skip
