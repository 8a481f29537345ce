"""The skill that helps with a forgotten password."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.translation import gettext_noop

from assistant.skills.contract import Act, Ask, Choice, Do, Leave, Scene, Skill, Slot, Step, Tell, Value, Why
from assistant.skills.passwords import words
from assistant.skills.passwords.policy import SYSTEM, PasswordPolicy, describe
from assistant.words import say

KIND = "password_reset"
MOST_LETTERS, WITHIN = 3, timedelta(hours=1)  # to one address, whoever asks

EMAIL = Slot(
    "email",
    "email",
    label=words.EMAIL_LABEL,
    asks=words.ASK_EMAIL,
    again=words.ASK_EMAIL_AGAIN,
    purpose="The e-mail address that the customer signs in with",
    required=False,
)
MAILBOX = Slot(
    "mailbox",
    "lost_mailbox",
    label=words.MAILBOX_LABEL,
    asks=words.DID_IT_WORK,
    again=words.DID_IT_WORK,
    purpose="The customer's own words where they say that they cannot get into their mailbox any more",
    required=False,
)
WORKED = Slot(
    "worked",
    "worked",
    label=words.WORKED_LABEL,
    asks=words.DID_IT_WORK,
    again=words.DID_IT_WORK,
    purpose="Whether the steps worked: yes or no",
    required=False,
)


def step(slots: Mapping[str, Value], scene: Scene[PasswordPolicy]) -> Step:
    """Tell the steps or ask the tenant's system; a person where the mailbox is lost or it did not work."""
    if "mailbox" in slots:
        reason = "The customer cannot get into their mailbox, so no letter for a new password helps."
        return Leave(Why.GAVE_UP, reason, say(words.MAILBOX_LOST, scene.language))
    if scene.policy.how == SYSTEM:
        return _through_system(slots, scene)
    worked = slots.get("worked")
    if worked is None or not scene.policy.asks:
        return _steps(scene)
    if worked.value == "yes":
        return Tell(say(words.GLAD, scene.language))
    reason = "The customer has tried the steps to a new password, and they did not work."
    return Leave(Why.GAVE_UP, reason, say(words.NOT_HELPED, scene.language))


def _steps(scene: Scene[PasswordPolicy]) -> Step:
    page = scene.policy.page or say(words.SIGN_IN_PAGE, scene.language)
    own = scene.policy.steps.strip()
    told = own or say(words.USUAL, scene.language).format(page=page)
    if not scene.policy.asks:
        return Tell(told)
    yes, no = (say(one, scene.language) for one in (words.YES, words.NO))
    asks = f"{told}\n\n{say(words.DID_IT_WORK, scene.language)}"
    return Ask("worked", asks, choices=(Choice(yes, yes), Choice(no, no)))


def _through_system(slots: Mapping[str, Value], scene: Scene[PasswordPolicy]) -> Step:
    told = slots.get("email")
    if told is None:
        return Ask("email", say(words.ASK_EMAIL, scene.language))
    email = told.value.lower()
    if scene.past.count(KIND, email=email, since=scene.now - WITHIN) >= MOST_LETTERS:
        reason = f"{MOST_LETTERS} letters for a new password went to {email} within the hour."
        return Leave(Why.OUTSIDE_POLICY, reason, say(words.MANY_LETTERS, scene.language))
    act = Act(
        kind=KIND,
        key=f"password_reset:{email}:{scene.conversation_id}:{told.seq}",
        subject=email,
        request={"email": email, "language": scene.language},
        says=say(words.ON_ITS_WAY, scene.language).format(email=email),
        because="A letter goes to the address itself; nothing is told about whether there is an account.",
    )
    return Do(act)


PASSWORD_RESET: Skill[PasswordPolicy] = Skill(
    name="password_reset",
    label=gettext_noop("Help with a forgotten password"),
    purpose=gettext_noop("Help a customer who cannot sign in to get a new password; never asks for a password."),
    slots=(EMAIL, MAILBOX, WORKED),
    policy=PasswordPolicy,
    step=step,
    describe=describe,
    examples=(
        "I forgot my password",
        "forgot password",
        "How do I reset my password?",
        "I can't log in to my account",
        "my password doesn't work anymore",
        "can you send me a password reset link",
        "locked out of my account, need a new password",
        "The password reset email never arrived",
        "Ich habe mein Passwort vergessen",
        "Wie kann ich mein Passwort zurücksetzen?",
        "ich komme nicht mehr in mein konto",
        "J'ai oublié mon mot de passe",
        "Comment réinitialiser mon mot de passe ?",
        "He olvidado mi contraseña",
        "no puedo iniciar sesión en mi cuenta",
        "Ho dimenticato la password",
        "Esqueci-me da palavra-passe",
        "Ik ben mijn wachtwoord vergeten",
    ),
    near_misses=(
        "I want to delete my account",
        "How do I create an account?",
        "How do I change the e-mail address of my account?",
        "Somebody hacked my account and ordered something",
        "Is my account data safe with you?",
        "I can't open the bicycle lock",
        "I forgot to enter my discount code",
        "Do I need an account to order?",
    ),
    writes=(KIND,),
)
