"""Where the tenant's model is and what may be spent there, out of the settings; the key is sealed at rest."""

from assistant.engines.budgets import Budgets
from assistant.engines.charging import Charged
from assistant.engines.exchange import PATIENCE, Endpoint, Patience
from assistant.models import AssistantSettings, Engine
from tenants import sealing

PLACE = "assistant_settings.model_key.1"


def wants_model(settings: AssistantSettings) -> bool:
    """Whether a language model was chosen and is set up."""
    return settings.engine == Engine.LANGUAGE_MODEL and bool(settings.model_address and settings.model_name)


def charged(settings: AssistantSettings, *, patience: Patience = PATIENCE) -> Charged:
    """The endpoint and the budgets; SealBrokenError when the key cannot be read any more."""
    key = sealing.unseal(settings.model_key, place=PLACE) if settings.model_key else ""
    return Charged(Endpoint(settings.model_address, settings.model_name, key), Budgets.of(settings), patience)
