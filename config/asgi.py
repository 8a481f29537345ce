"""The application that daphne (or another ASGI server) serves: files, pages, interfaces, sockets."""

import gc
import os
import sys
from typing import Any

import django
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
django.setup()

from config.handler import OneHop  # noqa: E402  the applications are loaded by now
from config.static import StaticFiles  # noqa: E402
from conversations.inbox.consumer import DeskConsumer  # noqa: E402
from conversations.inbox.polling import updates  # noqa: E402
from conversations.polling import LongPoll, WithPolls  # noqa: E402
from conversations.widget.consumer import WidgetConsumer  # noqa: E402
from conversations.widget.polling import events  # noqa: E402
from tenants.observing import logs, sampling  # noqa: E402
from tenants.observing.minutes import Keeper  # noqa: E402
from tenants.observing.vitals import Vitals  # noqa: E402
from tenants.websocket import TenantByHost, refuse  # noqa: E402

SOCKETS: dict[str, Any] = {
    "ws/widget/": TenantByHost(WidgetConsumer.as_asgi()),
    "ws/desk/": TenantByHost(DeskConsumer.as_asgi()),
    "<path:other>": refuse,
}
POLLS = {"/api/v1/widget/events": LongPoll(events), "/api/v1/updates": LongPoll(updates)}
application = ProtocolTypeRouter(
    {
        "http": Vitals(StaticFiles(WithPolls(OneHop(), POLLS), settings.FRONTEND_DIST, settings.STATIC_FOLDERS)),
        "websocket": URLRouter([path(address, app) for address, app in SOCKETS.items()]),
    }
)

logs.catch_uncaught()
Keeper(sampling.database_pool, sampling.sockets.sample).start()
gc.collect()
gc.freeze()  # what start-up made stays, and need not be looked through again and again
gc.set_threshold(20_000, 20, 20)
sys.setswitchinterval(0.001)  # seconds, of 0.005: so long sockets wait for each request that is at work beside them
