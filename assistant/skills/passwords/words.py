"""What the skill for passwords says, in the seven languages."""

from assistant.words import Words

EMAIL_LABEL: Words = {
    "en": "E-mail address", "de": "E-Mail-Adresse", "fr": "Adresse e-mail", "es": "Correo electrónico",
    "it": "Indirizzo e-mail", "pt": "Endereço de e-mail", "nl": "E-mailadres",
}  # fmt: skip
MAILBOX_LABEL: Words = {
    "en": "Mailbox out of reach", "de": "Kein Zugriff auf das Postfach", "fr": "Boîte mail inaccessible",
    "es": "Sin acceso al correo", "it": "Casella non accessibile", "pt": "Sem acesso ao e-mail",
    "nl": "Geen toegang tot de mailbox",
}  # fmt: skip
WORKED_LABEL: Words = {
    "en": "Did the steps to a new password help", "de": "Haben die Schritte zum neuen Passwort geholfen",
    "fr": "Les étapes pour un nouveau mot de passe ont aidé", "es": "Sirvieron los pasos para la contraseña nueva",
    "it": "I passaggi per la nuova password sono serviti", "pt": "Os passos para a nova palavra-passe ajudaram",
    "nl": "Hielpen de stappen naar een nieuw wachtwoord",
}  # fmt: skip
YES: Words = {
    "en": "Yes, it worked", "de": "Ja, es hat geklappt", "fr": "Oui, c'est bon", "es": "Sí, ha funcionado",
    "it": "Sì, ha funzionato", "pt": "Sim, funcionou", "nl": "Ja, het is gelukt",
}  # fmt: skip
NO: Words = {
    "en": "No, it did not", "de": "Nein, hat es nicht", "fr": "Non, pas encore", "es": "No, no ha funcionado",
    "it": "No, non ha funzionato", "pt": "Não, não funcionou", "nl": "Nee, het is niet gelukt",
}  # fmt: skip
ASK_EMAIL: Words = {
    "en": "Which e-mail address do you sign in with?",
    "de": "Mit welcher E-Mail-Adresse melden Sie sich an?",
    "fr": "Avec quelle adresse e-mail vous connectez-vous ?",
    "es": "¿Con qué dirección de correo inicia sesión?",
    "it": "Con quale indirizzo e-mail accede?",
    "pt": "Com que endereço de e-mail inicia sessão?",
    "nl": "Met welk e-mailadres logt u in?",
}
ASK_EMAIL_AGAIN: Words = {
    "en": "I need the whole address, as in name@example.com. Which one do you sign in with?",
    "de": "Ich brauche die ganze Adresse, wie name@example.com. Mit welcher melden Sie sich an?",
    "fr": "Il me faut l'adresse complète, comme nom@example.com. Laquelle utilisez-vous pour vous connecter ?",
    "es": "Necesito la dirección completa, como nombre@example.com. ¿Con cuál inicia sesión?",
    "it": "Mi serve l'indirizzo completo, come nome@example.com. Con quale accede?",
    "pt": "Preciso do endereço completo, como nome@example.com. Com qual inicia sessão?",
    "nl": "Ik heb het hele adres nodig, zoals naam@example.com. Met welk adres logt u in?",
}
USUAL: Words = {
    "en": "You can set a new password yourself:\n\n1. Open {page}.\n2. Choose “Forgot your password?” and enter your "
    "e-mail address.\n3. Open the link in the letter that comes within a few minutes. Please look in the spam folder "
    "too.\n4. Choose a new password.",
    "de": "Sie können selbst ein neues Passwort setzen:\n\n1. Öffnen Sie {page}.\n2. Wählen Sie „Passwort vergessen?“ "
    "und geben Sie Ihre E-Mail-Adresse ein.\n3. Öffnen Sie den Link in der E-Mail, die in wenigen Minuten kommt. Bitte "
    "sehen Sie auch im Spam-Ordner nach.\n4. Wählen Sie ein neues Passwort.",
    "fr": "Vous pouvez définir vous-même un nouveau mot de passe :\n\n1. Ouvrez {page}.\n2. Choisissez « Mot de passe "
    "oublié ? » et saisissez votre adresse e-mail.\n3. Ouvrez le lien de l'e-mail qui arrive en quelques minutes. "
    "Regardez aussi dans les indésirables.\n4. Choisissez un nouveau mot de passe.",
    "es": "Puede crear usted mismo una contraseña nueva:\n\n1. Abra {page}.\n2. Elija «¿Ha olvidado la contraseña?» y "
    "escriba su correo.\n3. Abra el enlace del mensaje que llega en unos minutos. Mire también en el correo no "
    "deseado.\n4. Elija una contraseña nueva.",
    "it": "Può impostare una nuova password da solo:\n\n1. Apra {page}.\n2. Scelga «Password dimenticata?» e inserisca "
    "il suo indirizzo e-mail.\n3. Apra il link nell'e-mail che arriva entro pochi minuti. Guardi anche nella posta "
    "indesiderata.\n4. Scelga una nuova password.",
    "pt": "Pode definir uma nova palavra-passe:\n\n1. Abra {page}.\n2. Escolha “Esqueceu-se da palavra-passe?” e "
    "escreva o seu e-mail.\n3. Abra a ligação da mensagem que chega em poucos minutos. Veja também no spam.\n"
    "4. Escolha uma nova palavra-passe.",
    "nl": "U kunt zelf een nieuw wachtwoord instellen:\n\n1. Open {page}.\n2. Kies “Wachtwoord vergeten?” en vul uw "
    "e-mailadres in.\n3. Open de link in de e-mail die binnen enkele minuten komt. Kijk ook in de spammap.\n"
    "4. Kies een nieuw wachtwoord.",
}
SIGN_IN_PAGE: Words = {
    "en": "our sign-in page", "de": "unsere Anmeldeseite", "fr": "notre page de connexion",
    "es": "nuestra página de acceso", "it": "la nostra pagina di accesso", "pt": "a nossa página de início de sessão",
    "nl": "onze inlogpagina",
}  # fmt: skip
ON_ITS_WAY: Words = {
    "en": "If there is an account under {email}, a letter with a link for a new password is on its way. Please look in "
    "the spam folder too; it can take a few minutes.",
    "de": "Wenn es ein Konto unter {email} gibt, ist eine E-Mail mit einem Link für ein neues Passwort unterwegs. "
    "Bitte sehen Sie auch im Spam-Ordner nach; es kann einige Minuten dauern.",
    "fr": "S'il existe un compte pour {email}, un e-mail avec un lien pour un nouveau mot de passe est en route. "
    "Regardez aussi dans les indésirables ; cela peut prendre quelques minutes.",
    "es": "Si hay una cuenta con {email}, va de camino un mensaje con un enlace para una contraseña nueva. Mire "
    "también en el correo no deseado; puede tardar unos minutos.",
    "it": "Se esiste un account con {email}, è in arrivo un'e-mail con un link per una nuova password. Guardi anche "
    "nella posta indesiderata; possono volerci alcuni minuti.",
    "pt": "Se existir uma conta com {email}, vai a caminho uma mensagem com uma ligação para uma nova palavra-passe. "
    "Veja também no spam; pode demorar alguns minutos.",
    "nl": "Als er een account is met {email}, is er een e-mail onderweg met een link voor een nieuw wachtwoord. "
    "Kijk ook in de spammap; het kan een paar minuten duren.",
}
DID_IT_WORK: Words = {
    "en": "Did it work?", "de": "Hat es geklappt?", "fr": "Cela a-t-il fonctionné ?", "es": "¿Ha funcionado?",
    "it": "Ha funzionato?", "pt": "Funcionou?", "nl": "Is het gelukt?",
}  # fmt: skip
GLAD: Words = {
    "en": "Good, you are in again. Is there anything else?",
    "de": "Schön, dann sind Sie wieder drin. Kann ich sonst noch helfen?",
    "fr": "Très bien, vous avez de nouveau accès. Puis-je encore vous aider ?",
    "es": "Bien, ya tiene acceso otra vez. ¿Puedo ayudarle en algo más?",
    "it": "Bene, ha di nuovo accesso. Posso aiutarla in altro?",
    "pt": "Ótimo, já tem acesso outra vez. Posso ajudar em mais alguma coisa?",
    "nl": "Mooi, u kunt er weer in. Kan ik nog ergens mee helpen?",
}
MAILBOX_LOST: Words = {
    "en": "Without your mailbox a letter for a new password would not reach you.",
    "de": "Ohne Ihr Postfach käme eine E-Mail für ein neues Passwort nicht bei Ihnen an.",
    "fr": "Sans votre boîte mail, un message pour un nouveau mot de passe ne vous parviendrait pas.",
    "es": "Sin su correo no le llegaría un mensaje para una contraseña nueva.",
    "it": "Senza la sua casella, un messaggio per una nuova password non le arriverebbe.",
    "pt": "Sem o seu e-mail, uma mensagem para uma nova palavra-passe não lhe chegaria.",
    "nl": "Zonder uw mailbox zou een bericht voor een nieuw wachtwoord u niet bereiken.",
}
NOT_HELPED: Words = {
    "en": "I'm sorry that the steps did not help.",
    "de": "Schade, dass die Schritte nicht geholfen haben.",
    "fr": "Je suis désolé que ces étapes n'aient pas aidé.",
    "es": "Siento que los pasos no hayan servido.",
    "it": "Mi dispiace che i passaggi non siano serviti.",
    "pt": "Lamento que os passos não tenham ajudado.",
    "nl": "Jammer dat de stappen niet hielpen.",
}
MANY_LETTERS: Words = {
    "en": "Several letters for a new password were asked for within the last hour, so I ask for no further one now.",
    "de": "In der letzten Stunde wurden schon mehrere E-Mails für ein neues Passwort angefordert, deshalb fordere ich "
    "jetzt keine weitere an.",
    "fr": "Plusieurs messages pour un nouveau mot de passe ont été demandés dans l'heure, je n'en demande donc pas "
    "d'autre maintenant.",
    "es": "En la última hora ya se pidieron varios mensajes para una contraseña nueva, así que ahora no pido otro.",
    "it": "Nell'ultima ora sono già stati richiesti più messaggi per una nuova password, quindi ora non ne chiedo un "
    "altro.",
    "pt": "Na última hora já foram pedidas várias mensagens para uma nova palavra-passe, por isso agora não peço mais.",
    "nl": "Het afgelopen uur zijn al meerdere berichten voor een nieuw wachtwoord gevraagd, dus ik vraag er nu geen "
    "meer.",
}
