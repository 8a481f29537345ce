"""The addresses of the company's settings under /api/v1/."""

from django.urls import path

from conversations.settings import (
    assistant,
    before_chat,
    connector_views,
    engine_views,
    greetings,
    identity,
    opening,
    views,
)

urlpatterns = [
    path("workspace", views.WorkspaceView.as_view()),
    path("workspace/logo", views.LogoView.as_view()),
    path("assistant/modes", assistant.ModesView.as_view()),
    path("assistant/threshold", assistant.ThresholdView.as_view()),
    path("assistant/engine", engine_views.EngineView.as_view()),
    path("assistant/engine/test", engine_views.EngineTestView.as_view()),
    path("connector", connector_views.ConnectorView.as_view()),
    path("connector/secret", connector_views.SecretView.as_view()),
    path("connector/test", connector_views.TestView.as_view()),
    path("connector/calls", connector_views.CallsView.as_view()),
    path("connector/calls/<str:call_id>", connector_views.CallView.as_view()),
    path("connector/actions", connector_views.ActionsView.as_view()),
    path("connector/actions/<str:action_id>/retry", connector_views.RetryView.as_view()),
    path("identity", identity.IdentityView.as_view()),
    path("identity/secret", identity.SecretView.as_view()),
    path("identity/old_secret", identity.OldSecretView.as_view()),
    path("identity/test", identity.TestView.as_view()),
    path("greetings", greetings.GreetingsView.as_view()),
    path("pre_chat_form", before_chat.FormView.as_view()),
    path("guide", views.GuideView.as_view()),
    path("teams/<str:team_id>/hours", opening.HoursView.as_view()),
    path("holidays", opening.HolidaysView.as_view()),
    path("domains", views.DomainsView.as_view()),
    path("domains/<str:domain_id>", views.DomainView.as_view()),
    path("domains/<str:domain_id>/check", views.DomainCheckView.as_view()),
]
