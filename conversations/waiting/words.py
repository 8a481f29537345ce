"""What waiting customers read in the log, in the seven languages of the widget."""

BY_MAIL = {
    "en": "The answer from {team} comes to {email}. Your place is kept, and you can close this window.",
    "de": "Die Antwort von {team} kommt an {email}. Ihr Platz bleibt erhalten; Sie können dieses Fenster schließen.",
    "fr": "La réponse de {team} arrivera à {email}. Votre place est gardée ; vous pouvez fermer cette fenêtre.",
    "es": "La respuesta de {team} llegará a {email}. Su turno se guarda y puede cerrar esta ventana.",
    "pt": "A resposta de {team} chega a {email}. O seu lugar fica guardado e pode fechar esta janela.",
    "it": "La risposta di {team} arriverà a {email}. Il suo posto resta riservato e può chiudere questa finestra.",
    "nl": "Het antwoord van {team} komt naar {email}. Uw plaats blijft bewaard en u kunt dit venster sluiten.",
}
BY_CALL = {
    "en": "{team} will call you at {phone} on {window}. You can close this window, and change this until then.",
    "de": "{team} ruft Sie unter {phone} an: {window}. Sie können dieses Fenster schließen und es bis dahin ändern.",
    "fr": "{team} vous appellera au {phone} : {window}. Vous pouvez fermer cette fenêtre et le modifier d'ici là.",
    "es": "{team} le llamará al {phone}: {window}. Puede cerrar esta ventana y cambiarlo hasta entonces.",
    "pt": "{team} liga-lhe para {phone}: {window}. Pode fechar esta janela e alterar até lá.",
    "it": "{team} la chiamerà al {phone}: {window}. Può chiudere questa finestra e cambiare fino ad allora.",
    "nl": "{team} belt u op {phone}: {window}. U kunt dit venster sluiten en het tot dan wijzigen.",
}
WITH_ASSISTANT = {
    "en": "Ask the assistant meanwhile. A person still comes, and your place is kept.",
    "de": "Fragen Sie solange den Assistenten. Ein Mensch kommt trotzdem, und Ihr Platz bleibt erhalten.",
    "fr": "Posez vos questions à l'assistant en attendant. Une personne vient quand même, votre place est gardée.",
    "es": "Pregunte mientras tanto al asistente. Una persona vendrá igualmente y su turno se guarda.",
    "pt": "Pergunte entretanto ao assistente. Uma pessoa vem na mesma e o seu lugar fica guardado.",
    "it": "Nel frattempo chieda all'assistente. Una persona arriva comunque e il suo posto resta riservato.",
    "nl": "Vraag het intussen aan de assistent. Er komt nog steeds een mens en uw plaats blijft bewaard.",
}
IN_CHAT = {
    "en": "You are waiting for {team} here in the chat. Your place was kept.",
    "de": "Sie warten hier im Chat auf {team}. Ihr Platz blieb erhalten.",
    "fr": "Vous attendez {team} ici, dans le chat. Votre place a été gardée.",
    "es": "Está esperando a {team} aquí en el chat. Su turno se ha guardado.",
    "pt": "Está à espera de {team} aqui no chat. O seu lugar foi guardado.",
    "it": "Sta aspettando {team} qui in chat. Il suo posto è rimasto riservato.",
    "nl": "U wacht hier in de chat op {team}. Uw plaats is bewaard gebleven.",
}
LEFT = {
    "en": "You left the queue. The assistant is here again; ask for a person whenever you like.",
    "de": "Sie haben die Warteschlange verlassen. Nach einem Menschen können Sie jederzeit wieder fragen.",
    "fr": "Vous avez quitté la file. L'assistant est de nouveau là ; demandez une personne quand vous le souhaitez.",
    "es": "Ha dejado la cola. El asistente vuelve a estar aquí; pida una persona cuando quiera.",
    "pt": "Saiu da fila. O assistente está aqui de novo; peça uma pessoa quando quiser.",
    "it": "Ha lasciato la coda. L'assistente è di nuovo qui; chieda una persona quando vuole.",
    "nl": "U hebt de wachtrij verlaten. De assistent is er weer; vraag om een mens wanneer u wilt.",
}
LEFT_TO_PERSON = {
    "en": "That is for {team}, who can read it. Your place is kept.",
    "de": "Das ist etwas für {team}; dort kann man es lesen. Ihr Platz bleibt erhalten.",
    "fr": "C'est pour {team}, qui peut le lire. Votre place est gardée.",
    "es": "Eso es para {team}, que puede leerlo. Su turno se guarda.",
    "pt": "Isso é para {team}, que o pode ler. O seu lugar fica guardado.",
    "it": "Questo è per {team}, che può leggerlo. Il suo posto resta riservato.",
    "nl": "Dat is iets voor {team}; daar kan men het lezen. Uw plaats blijft bewaard.",
}
CALLED = {
    "en": "{name} spoke with you on the phone.",
    "de": "{name} hat mit Ihnen telefoniert.",
    "fr": "{name} vous a parlé au téléphone.",
    "es": "{name} ha hablado con usted por teléfono.",
    "pt": "{name} falou consigo ao telefone.",
    "it": "{name} ha parlato con lei al telefono.",
    "nl": "{name} heeft u aan de telefoon gesproken.",
}
NOT_REACHED = {
    "en": "{name} called you and could not reach you. Write here, and somebody answers.",
    "de": "{name} hat Sie angerufen und nicht erreicht. Schreiben Sie hier, dann antwortet Ihnen jemand.",
    "fr": "{name} vous a appelé sans pouvoir vous joindre. Écrivez ici et quelqu'un vous répondra.",
    "es": "{name} le ha llamado sin poder localizarle. Escriba aquí y alguien le responderá.",
    "pt": "{name} ligou-lhe e não conseguiu falar consigo. Escreva aqui e alguém responde.",
    "it": "{name} l'ha chiamata senza riuscire a raggiungerla. Scriva qui e qualcuno le risponderà.",
    "nl": "{name} heeft u gebeld en niet bereikt. Schrijf hier en iemand antwoordt.",
}
CALLS_AGAIN = {
    "en": "{name} called you and could not reach you, and tries again: {window}.",
    "de": "{name} hat Sie angerufen und nicht erreicht. Der nächste Versuch: {window}.",
    "fr": "{name} vous a appelé sans pouvoir vous joindre et réessaiera : {window}.",
    "es": "{name} le ha llamado sin poder localizarle y lo intentará de nuevo: {window}.",
    "pt": "{name} ligou-lhe e não conseguiu falar consigo; volta a tentar: {window}.",
    "it": "{name} l'ha chiamata senza riuscire a raggiungerla e riproverà: {window}.",
    "nl": "{name} heeft u gebeld en niet bereikt, en probeert het opnieuw: {window}.",
}
NOT_CALLED = {
    "en": "We did not call you in time, and we are sorry. You are at the front now, and we still call.",
    "de": "Wir haben Sie nicht rechtzeitig angerufen; das tut uns leid. Sie sind jetzt vorn, und wir rufen noch an.",
    "fr": "Nous ne vous avons pas appelé à temps, et nous en sommes désolés. Vous êtes prioritaire, nous appelons.",
    "es": "No le hemos llamado a tiempo, lo sentimos. Ahora está al principio y le llamaremos.",
    "pt": "Não lhe ligámos a tempo, pedimos desculpa. Está agora à frente e ainda vamos ligar.",
    "it": "Non l'abbiamo chiamata in tempo, ci dispiace. Ora è in testa e la chiameremo ancora.",
    "nl": "We hebben u niet op tijd gebeld; dat spijt ons. U staat nu vooraan en we bellen nog.",
}
WINDOW = "{day} {begins}–{ends} ({zone})"
