"""The pages and interfaces of a tenant's host."""

from django.urls import include, path

from agents.entrance import company, joining, resetting, second_step, signing_in, ticket
from config import interface, pages
from config.operators.data import site
from config.reference import pages as reference
from conversations.attachments import serving
from conversations.exporting import handing_out
from conversations.platform import reporting
from conversations.polls import DESCRIBED
from conversations.settings import logo
from conversations.surveys import page as survey_page
from conversations.webhooks.catalogue import TYPES

webhooks = TYPES  # what goes out, for the document of the interface
polls = DESCRIBED  # and what the event loop serves

handler400 = "config.refusals.bad_request"
handler403 = "config.refusals.forbidden"
handler404 = "config.refusals.not_found"
handler500 = "config.refusals.failed"

urlpatterns = [
    path("", pages.home),
    path(reporting.PATH, reporting.security),
    path("sign-in/", signing_in.sign_in),
    path("sign-out/", signing_in.sign_out),
    path("second-step/", second_step.second_step),
    path("second-step/leave/", second_step.leave),
    path("second-step/set-up/", second_step.set_up),
    path("reset/", resetting.ask),
    path("reset/sent/", resetting.sent),
    path("reset/<str:agent_id>/<str:token>/", resetting.choose),
    path("join/<str:token>/", joining.join),
    path("sso/", company.begin),
    path("sso/callback/", company.callback, name="openid_connect_callback"),
    path("enter/<str:ticket>", ticket.enter),
    path("console/", pages.console),
    path("console/<path:rest>", pages.console),
    path("operators/admin/", site.urls),
    path("operators/", include("config.operators.urls")),
    path("widget/", pages.widget),
    path("logo/<str:name>", logo.logo),
    path("files/<str:token>/<str:name>", serving.file),
    path("exports/<str:token>/<str:name>", handing_out.export),
    path("r/<str:token>", survey_page.rate),
    path("r/<str:token>/stop", survey_page.stop),
    path("docs/api/", reference.from_a_company),
    path("docs/api/<slug:name>/", reference.from_a_company),
    path("docs/", reference.guide_from_a_company),
    path("docs/<slug:name>/", reference.guide_from_a_company),
    path("api/v1/openapi.json", interface.openapi),
    path("api/v1/", include("agents.urls")),
    path("api/v1/", include("conversations.actions.urls")),
    path("api/v1/", include("conversations.alerts.urls")),
    path("api/v1/", include("conversations.allowance.urls")),
    path("api/v1/", include("conversations.assessments.urls")),
    path("api/v1/", include("conversations.attachments.urls")),
    path("api/v1/", include("conversations.business.urls")),
    path("api/v1/", include("conversations.migrating.urls")),
    path("api/v1/", include("conversations.calendars.urls")),
    path("api/v1/", include("conversations.channels.urls")),
    path("api/v1/", include("conversations.commitments.urls")),
    path("api/v1/", include("conversations.control_room.urls")),
    path("api/v1/", include("conversations.canned.urls")),
    path("api/v1/", include("conversations.desk_tasks.urls")),
    path("api/v1/", include("conversations.inbound.urls")),
    path("api/v1/", include("conversations.inbox.urls")),
    path("api/v1/", include("conversations.insights.urls")),
    path("api/v1/", include("conversations.knowledge.urls")),
    path("api/v1/", include("conversations.insights.klarna.urls")),
    path("api/v1/", include("conversations.insights.sending.urls")),
    path("api/v1/", include("conversations.known_already.urls")),
    path("api/v1/", include("conversations.learning.urls")),
    path("api/v1/", include("conversations.macros.urls")),
    path("api/v1/", include("conversations.metering.urls")),
    path("api/v1/", include("conversations.outside.urls")),
    path("api/v1/", include("conversations.quality.urls")),
    path("api/v1/", include("conversations.reply_drafts.urls")),
    path("api/v1/", include("conversations.rewriting.urls")),
    path("api/v1/", include("conversations.rules_replay.urls")),
    path("api/v1/", include("conversations.rules.urls")),
    path("api/v1/", include("conversations.settings.urls")),
    path("api/v1/", include("conversations.skills.urls")),
    path("api/v1/", include("conversations.customers.urls")),
    path("api/v1/", include("conversations.sla.urls")),
    path("api/v1/", include("conversations.subscribing.urls")),
    path("api/v1/", include("conversations.surveys.urls")),
    path("api/v1/", include("conversations.transcripts.urls")),
    path("api/v1/", include("conversations.translating.urls")),
    path("api/v1/", include("conversations.trust.urls")),
    path("api/v1/", include("conversations.waiting.urls")),
    path("api/v1/", include("conversations.webhooks.urls")),
    path("api/v1/widget/", include("conversations.widget.urls")),
]
