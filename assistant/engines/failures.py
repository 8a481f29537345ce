"""What went wrong with a model, in words for the people who set it up."""

from collections.abc import Mapping

from assistant.engines.calls import OVER
from assistant.engines.exchange import Failure

SAYS: Mapping[str, str] = {
    Failure.ADDRESS: "The address may not be asked: it is not on the public internet.",
    Failure.UNREACHABLE: "The address did not answer as a web server does. Is it spelled right?",
    Failure.FIRST_BYTE: "Nothing came within the time for the first word.",
    Failure.WHOLE: "The answer was not whole within the time.",
    Failure.KEY: "The key was refused. Enter it again.",
    Failure.MODEL: "There is no such model at this address. Check the address, which often ends in /v1, and the name.",
    Failure.BUSY: "The endpoint said that it is asked too often, or that your account there is used up.",
    Failure.REQUEST: "The endpoint refused the request. It may not be an OpenAI-compatible one.",
    Failure.BROKEN: "The endpoint broke down.",
    Failure.PROTOCOL: "What came back is not what an OpenAI-compatible endpoint sends.",
    Failure.CUT: "The answer broke off.",
    Failure.EMPTY: "The answer was empty.",
    Failure.ENDLESS: "The answer did not end.",
    Failure.FILTERED: "The endpoint's own filter stopped the answer.",
    Failure.TOOLS: "The model kept calling tools wrongly.",
    Failure.SHAPE: "The model answers, but not in the form asked for. Choose one that can do structured output.",
    f"{OVER}conversation": "The budget of this conversation is spent.",
    f"{OVER}visitor": "The budget of this visitor's day is spent.",
    f"{OVER}tenant": "The budget of the day is spent.",
    "outside_silent": "It gave no reply in time.",
    "outside_no_token": "No API token may answer as your AI, so it cannot be asked.",
    "left_alone": "It failed several times in a row, so it is left alone for a while.",
}


def says(why: str) -> str:
    """The words for a kind of failure."""
    return SAYS.get(why, "The model gave no answer.")
