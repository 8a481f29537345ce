"""The words that no few sentences of a language go without; pure."""

import re
from collections.abc import Mapping

WORD = re.compile(r"[^\W\d_]+")
FEWEST = 4  # words; fewer say nothing about a language
USUAL: Mapping[str, str] = {
    "en": """
        a about an and any are as at be but by can could did do does for from get go had has have hello help hi
        how i if in is it me my need no not of on one or our please so thank thanks that the them there they
        this to up us was we what when where which who why will with would yes you your
    """,
    "de": """
        aber als am an auch auf aus bei bin bis bitte da danke das dass dem den der des die dies doch ein eine
        einen einer er es für gibt habe haben hallo hat ich ihr im in ist ja kann kein keine man mein meine mich
        mir mit nach nein nicht noch nur oder schon sein sich sie sind so um und uns von war warum was wann wenn
        wer wie wir wird wo zu zum zur
    """,
    "fr": """
        ai au aux avec bonjour c ça ce cette comme d dans de des du elle en est et été être fait il j je l la le
        les leur ma mais me merci mes moi mon n ne non nous on ou où oui par pas plus pour pourquoi qu quand que
        qui s sa se si son sont suis sur un une vous votre y
    """,
    "es": """
        a al algo buenas buenos como cómo con cuando cuándo de del dónde el ella en era es esta está este esto
        fue gracias ha hay he hola la las le lo los mas más me mi mis muy necesito no o para pero por porque
        puede puedo que qué quiero se sea ser si sí sin sobre su sus te tengo un una y ya yo
    """,
    "it": """
        a ad ai al alla anche avete buongiorno c che chi ci ciao come con cosa cui da dal dalla dei del della
        delle di dove e è gli grazie ha hai hanno ho i il in io l la le lo ma mi mia mio nel nella no non o per
        perché più posso qual quando quanto questo se sei si sì sono su sua suo tra un una vi vorrei
    """,
    "pt": """
        a ao aos as às até bom com como da das de do dos e é ela ele em era essa esse está este eu foi há isso
        já lhe mais mas me meu minha muito na não nas no nos o obrigada obrigado olá onde os ou para pela pelo
        por porque posso quando que quero se sem ser seu sua são também tem tenho um uma você
    """,
    "nl": """
        aan als bij ben dag dan dank dat de deze die dit door een en er geen goed haar heb hebben heeft hem het
        hij hoe hoi ik in is ja je jij jullie kan kunnen maar me meer met mij mijn naar nee niet nog nu of om
        ook op over te tot u uit uw van veel voor waar waarom wanneer was wat we wel wie wij wil zal ze zich
        zijn zo
    """,
}
COMMON = {code: frozenset(words.split()) for code, words in USUAL.items()}


def may_be_another(text: str, language: str) -> bool:
    """Whether the text may be in another language than this one: it is long enough, and has none of its common words,
    or more of another's.

    A cheap look that lets the ordinary message pass: who it stops is read by the model of languages.
    """
    words = WORD.findall(text.lower())
    if len(words) < FEWEST:
        return False
    found = {code: sum(word in common for word in words) for code, common in COMMON.items()}
    own = found.get(language, 0)
    return own == 0 or max(found.values()) > own
