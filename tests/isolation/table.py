"""Who may call what: every address, every method. An address or a method that is not here is refused to everybody.

`who` is the least that opens it: anyone, a visitor with their token, a role or above, an operator, the mail server, or
a program's token and nobody's session.
`scope` is the one that opens it to an API token. In addresses and bodies {names} stand for things of the company's own,
see `tests.isolation.stage`; with another company's, or another person's where it is personal, the call is refused.
"""

from tests.isolation import (
    allowance_table,
    assessments_table,
    business_table,
    calendars_table,
    channels_table,
    composer_table,
    control_table,
    customers_table,
    figures_table,
    handing_on_table,
    knowledge_table,
    lists_table,
    metering_table,
    migrating_table,
    operators_money_table,
    outside_table,
    quality_table,
    replay_table,
    routing_table,
    rules_table,
    sending_table,
    skills_table,
    subscribing_table,
    surveys_table,
    transcripts_table,
    waiting_table,
    webhooks_table,
)
from tests.isolation.row import Row, Who

ANYONE, VISITOR, VIEWER, AGENT, SUPERVISOR = Who.ANYONE, Who.VISITOR, Who.VIEWER, Who.AGENT, Who.SUPERVISOR
VERIFIED = Who.VERIFIED
ADMIN, OWNER, OPERATOR, MAIL_SERVER = Who.ADMIN, Who.OWNER, Who.OPERATOR, Who.MAIL_SERVER


def pages() -> list[Row]:
    """The pages of a company's host."""
    sign_in = {"email": "nobody@example.com", "password": "wrong password"}
    code, password = {"code": "123456"}, {"name": "New", "password": "a long new password"}
    return [
        Row("GET", "/", ANYONE),
        Row("GET", "/.well-known/security.txt", ANYONE),
        Row("GET", "/sign-in/", ANYONE),
        Row("POST", "/sign-in/", ANYONE, form=sign_in, answers=(302, 422)),
        Row("POST", "/sign-out/", ANYONE),
        Row("GET", "/second-step/", ANYONE),
        Row("POST", "/second-step/", ANYONE, form=code),
        Row("POST", "/second-step/leave/", ANYONE),
        Row("GET", "/second-step/set-up/", VIEWER),
        Row("POST", "/second-step/set-up/", VIEWER, form=code, answers=(422,)),
        Row("GET", "/reset/", ANYONE),
        Row("POST", "/reset/", ANYONE, form={"email": "nobody@example.com"}),
        Row("GET", "/reset/sent/", ANYONE),
        Row("GET", "/reset/{colleague}/{reset_link}/", ANYONE),
        Row("POST", "/reset/{colleague}/{reset_link}/", ANYONE, form=password),
        Row("GET", "/join/{invitation_link}/", ANYONE),
        Row("POST", "/join/{invitation_link}/", ANYONE, form=password),
        Row("GET", "/sso/", ANYONE, answers=(404,)),  # no provider is set up here
        Row("GET", "/sso/callback/", ANYONE, answers=(404,)),
        Row("GET", "/enter/{ticket}", ANYONE),
        Row("GET", "/console/", VIEWER),
        Row("GET", "/console/{rest}", VIEWER),
        Row("GET", "/widget/", ANYONE),
        Row("GET", "/logo/{logo}", ANYONE),
        Row("GET", "/files/{file_link}/{rest}", ANYONE),
        Row("GET", "/exports/{export_link}/{rest}", ANYONE),
        Row("GET", "/docs/api/", ANYONE),
        Row("GET", "/docs/api/{rest}/", ANYONE),
        Row("GET", "/docs/", ANYONE),
        Row("GET", "/docs/{rest}/", ANYONE),
        Row("GET", "/api/v1/openapi.json", ANYONE),
    ]


def desk() -> list[Row]:
    """Conversations; 409 says that the state of the conversation does not allow it."""
    talk, new, epoch = (
        "/api/v1/conversations/{conversation}",
        {"client_id": "{uuid}", "text": "Hello"},
        {"epoch": "{epoch}"},
    )
    file, moves = {**new, "attachments": ["{agent_upload}"]}, (200, 409)
    writes, hands_over = "conversations:write", "handover:write"
    snooze = {**epoch, "until": "2099-01-01T00:00:00Z"}
    to_somebody, to_a_team = {**epoch, "agent_id": "{colleague}"}, {**epoch, "team_id": "{team}"}
    return [
        Row("GET", "/api/v1/me", VIEWER),
        Row("GET", "/api/v1/agents", VIEWER, "people:read"),
        Row("POST", "/api/v1/socket_tickets", VIEWER, "conversations:read"),
        Row("GET", "/api/v1/conversations", VIEWER, "conversations:read"),
        Row("GET", "/api/v1/conversations/counts", VIEWER, "conversations:read"),
        Row("GET", talk, VIEWER, "conversations:read"),
        Row("GET", f"{talk}/events", VIEWER, "conversations:read"),
        Row("POST", f"{talk}/messages", AGENT, "conversations:write", body=new),
        Row(
            "POST",
            f"{talk}/messages",
            AGENT,
            "conversations:write",
            body=file,
            answers=(201, 422),
            personal=("agent_upload",),
        ),
        Row("POST", f"{talk}/notes", AGENT, writes, body=new),
        Row("PUT", f"{talk}/tags", AGENT, writes, body={"tags": ["new"]}),
        Row("GET", f"{talk}/summary", VIEWER, "conversations:read"),
        Row("POST", f"{talk}/takeover", AGENT, hands_over, body=epoch, answers=moves),
        Row("POST", f"{talk}/handback", AGENT, hands_over, body=epoch, answers=moves),
        Row("POST", f"{talk}/resolve", AGENT, writes, body=epoch, answers=moves),
        Row("POST", f"{talk}/reopen", AGENT, writes, body=epoch, answers=moves),
        Row("POST", f"{talk}/snooze", AGENT, writes, body=snooze, answers=(*moves, 422)),
        Row("POST", f"{talk}/assignments", AGENT, hands_over, body=to_somebody, answers=moves),
        Row("POST", f"{talk}/assignments", AGENT, hands_over, body=to_a_team, answers=moves),
        Row("GET", "/api/v1/alerts", VIEWER),
        Row("POST", "/api/v1/alerts/seen", VIEWER),
        Row("PUT", "/api/v1/alerts/{alert}", VIEWER, body={"seen": True}, personal=("alert",)),
        Row("GET", "/api/v1/drafts", VIEWER, "conversations:read"),
        Row("POST", "/api/v1/drafts/{draft}/approve", AGENT, writes, body={}, answers=moves),
        Row("POST", "/api/v1/drafts/{draft}/reject", AGENT, writes, body={}, answers=moves),
        Row("POST", f"{talk}/suggestion", AGENT, writes, answers=(200, 202, 409)),
        Row("POST", "/api/v1/attachments", AGENT, writes, form={"file": "{file}"}),
        Row("GET", "/api/v1/attachments/{sent_upload}", VIEWER, "conversations:read"),
        Row("POST", "/api/v1/mail/inbound", MAIL_SERVER, csrf=False),
    ]


def widget() -> list[Row]:
    """The visitor's side."""
    new = {"client_id": "{uuid}", "text": "Hello"}
    mine = {**new, "attachments": ["{visitor_upload}"]}
    at = "/api/v1/widget"
    return [
        Row("POST", f"{at}/hello", ANYONE, body={}, csrf=False),
        Row("GET", f"{at}/page", ANYONE),
        Row("POST", f"{at}/form", VISITOR, body={"values": {"name": "Robin"}}, csrf=False),
        Row("POST", f"{at}/messages", VISITOR, body=new, csrf=False),
        Row("POST", f"{at}/messages", VISITOR, body=mine, personal=("visitor_upload",), csrf=False),
        Row("POST", f"{at}/person", VISITOR, body={"client_id": "{uuid}"}, csrf=False),
        Row("POST", f"{at}/corrections", VISITOR, body={**new, "seq": 1, "line": 0}, answers=(404,), csrf=False),
        Row("POST", f"{at}/attributes", VISITOR, body={"attributes": {"plan": "pro"}}, csrf=False),
        Row("GET", f"{at}/conversations", VERIFIED),
        Row("GET", f"{at}/conversations/{{earlier_talk}}", VERIFIED, personal=("earlier_talk",)),
        Row("POST", f"{at}/typing", VISITOR, body={"active": True}, csrf=False),
        Row("POST", f"{at}/seen", VISITOR, body={"seq": 1}, csrf=False),
        Row("POST", f"{at}/attachments", VISITOR, form={"file": "{file}"}, csrf=False),
        Row("GET", f"{at}/attachments/{{visitor_upload}}", VISITOR, personal=("visitor_upload",)),
    ]


def account() -> list[Row]:
    """One's own account."""
    at, proof = "/api/v1/account", {"password": "{password}"}
    return [
        Row("GET", at, VIEWER),
        Row("PATCH", at, VIEWER, body={"languages": ["en"]}),
        Row("POST", f"{at}/password", VIEWER, body={"current": "{password}", "new": "another long password"}),
        Row("POST", f"{at}/totp", VIEWER),
        Row("PUT", f"{at}/totp", VIEWER, body={"code": "123456"}, answers=(409, 422)),
        Row("DELETE", f"{at}/totp", VIEWER, body=proof),
        Row("POST", f"{at}/recovery_codes", VIEWER, body=proof, answers=(409,)),
        Row("GET", f"{at}/sessions", VIEWER),
        Row("DELETE", f"{at}/sessions", VIEWER),
        Row("DELETE", f"{at}/sessions/{{session}}", VIEWER, personal=("session",)),
    ]


def people() -> list[Row]:
    """People, teams, tokens, single sign-on."""
    at = "/api/v1"
    invited = {"email": "new@example.com", "team_ids": ["{team}"]}
    provider = {"issuer": "https://id.example", "client_id": "x", "client_secret": "y"}
    return [
        Row("GET", f"{at}/people", AGENT, "people:read"),
        Row("PATCH", f"{at}/people/{{colleague}}", ADMIN, "people:write", body={"capacity": 3}),
        Row("PATCH", f"{at}/people/{{colleague}}", ADMIN, "people:write", body={"team_ids": ["{team}"]}),
        Row("POST", f"{at}/people/{{colleague}}/deactivate", ADMIN, "people:write"),
        Row("POST", f"{at}/people/{{colleague}}/reactivate", ADMIN, "people:write"),
        Row("POST", f"{at}/people/{{colleague}}/sign_out", ADMIN, "people:write"),
        # They have none.
        Row("POST", f"{at}/people/{{colleague}}/reset_second_factor", ADMIN, "people:write", answers=(409,)),
        Row("GET", f"{at}/invitations", ADMIN, "people:read"),
        Row("POST", f"{at}/invitations", ADMIN, "people:write", body=invited),
        Row("DELETE", f"{at}/invitations/{{invitation}}", ADMIN, "people:write"),
        Row("POST", f"{at}/invitations/{{invitation}}/resend", ADMIN, "people:write"),
        Row("GET", f"{at}/teams", VIEWER, "people:read"),
        Row("POST", f"{at}/teams", ADMIN, "people:write", body={"name": "A new team"}),
        Row("PATCH", f"{at}/teams/{{team}}", ADMIN, "people:write", body={"name": "Renamed"}),
        Row("DELETE", f"{at}/teams/{{team}}", ADMIN, "people:write"),
        Row("GET", f"{at}/tokens", ADMIN),
        Row("POST", f"{at}/tokens", ADMIN, body={"name": "A new token", "scopes": ["people:read"]}),
        Row("DELETE", f"{at}/tokens/{{token}}", ADMIN),
        Row("GET", f"{at}/sso", OWNER),
        Row("PUT", f"{at}/sso", OWNER, body=provider),
        Row("DELETE", f"{at}/sso", OWNER),
        Row("POST", f"{at}/sso/test", OWNER, answers=(409, 422)),
    ]


def company() -> list[Row]:
    """Settings, guide, audit log, exports, customers."""
    at = "/api/v1"
    hours = {"time_zone": "", "weekly": [], "holidays": []}
    return [
        Row("GET", f"{at}/workspace", SUPERVISOR, "settings:read"),
        Row("PATCH", f"{at}/workspace", ADMIN, "settings:write", body={"name": "Renamed"}),
        Row("POST", f"{at}/workspace/close", OWNER, body={"name": "wrong", "password": "{password}"}, answers=(422,)),
        Row("POST", f"{at}/workspace/reopen", OWNER, answers=(200, 204, 409)),
        Row("PUT", f"{at}/workspace/logo", ADMIN, "settings:write", form={"file": "{picture}"}),
        Row("DELETE", f"{at}/workspace/logo", ADMIN, "settings:write"),
        Row("GET", f"{at}/domains", SUPERVISOR, "settings:read"),
        Row("POST", f"{at}/domains", ADMIN, "settings:write", body={"domain": "help.example.com"}),
        Row("DELETE", f"{at}/domains/{{domain}}", ADMIN, "settings:write"),
        Row("POST", f"{at}/domains/{{domain}}/check", ADMIN, "settings:write"),
        Row("GET", f"{at}/teams/{{team}}/hours", AGENT, "people:read"),
        Row("PUT", f"{at}/teams/{{team}}/hours", ADMIN, "people:write", body=hours),
        Row("GET", f"{at}/holidays", AGENT, "people:read"),
        Row("PUT", f"{at}/holidays", ADMIN, "people:write", body={"holidays": []}),
        Row("GET", f"{at}/identity", SUPERVISOR, "settings:read"),
        Row("PATCH", f"{at}/identity", ADMIN, "settings:write", body={"enforce": True}, answers=(409,)),
        Row("POST", f"{at}/identity/secret", ADMIN, "settings:write", body={}),
        Row("DELETE", f"{at}/identity/old_secret", ADMIN, "settings:write"),
        Row("POST", f"{at}/identity/test", ADMIN, "settings:write", body={"token": "x"}),
        Row("GET", f"{at}/greetings", SUPERVISOR, "settings:read"),
        Row("PUT", f"{at}/greetings", ADMIN, "settings:write", body={"greetings": [{"words": {"en": "Hello"}}]}),
        Row("GET", f"{at}/pre_chat_form", SUPERVISOR, "settings:read"),
        Row("PUT", f"{at}/pre_chat_form", ADMIN, "settings:write", body={"when": "first", "name": "optional"}),
        Row("GET", f"{at}/guide", SUPERVISOR, "settings:read"),
        Row("PATCH", f"{at}/guide", SUPERVISOR, "settings:write", body={"place": "tone"}),
        Row("GET", f"{at}/assistant/modes", SUPERVISOR, "assistant:read"),
        Row("PATCH", f"{at}/assistant/modes", ADMIN, "assistant:write", body={"mode": "supervised"}),
        Row("GET", f"{at}/assistant/threshold", SUPERVISOR, "assistant:read"),
        Row("GET", f"{at}/assistant/engine", SUPERVISOR, "assistant:read"),
        Row("PATCH", f"{at}/assistant/engine", ADMIN, "assistant:write", body={"tokens_per_day": 1000}),
        Row("POST", f"{at}/assistant/engine/test", ADMIN, "assistant:write", body={}, answers=(422,)),
        Row("GET", f"{at}/audit", ADMIN, "audit:read"),
        Row("GET", f"{at}/audit/actions", ADMIN, "audit:read"),
        Row("GET", f"{at}/audit/export", ADMIN, "audit:read"),
        Row("GET", f"{at}/customers", VIEWER, "customers:read"),
        Row("GET", f"{at}/customers/{{customer}}", VIEWER, "customers:read"),
        Row("POST", f"{at}/customers/{{customer}}/erase", ADMIN, "customers:erase", body={"confirm": "{customer}"}),
        Row("GET", f"{at}/exports", ADMIN, "exports:write"),
        Row("POST", f"{at}/exports", ADMIN, "exports:write", body={"kind": "workspace"}),
        Row("POST", f"{at}/exports", ADMIN, "exports:write", body={"kind": "customer", "customer_id": "{customer}"}),
        Row("GET", f"{at}/exports/{{export}}", ADMIN, "exports:write"),
    ]


ONLY_IN_DEMO = (404,)
TABLES = ("tenant", "domain", "domainclaim", "signup", "pooledschema", "job", "heartbeat")


def operators() -> list[Row]:
    """The operators' pages, and Django admin's, of which most tables are only to be read."""
    at = "/operators"
    rows = [
        Row("GET", f"{at}/", OPERATOR),
        Row("GET", f"{at}/companies/", OPERATOR),
        Row("GET", f"{at}/companies/{{other_company}}/", OPERATOR),
        Row("POST", f"{at}/companies/{{other_company}}/suspend/", OPERATOR, form={"reason": "They did not pay."}),
        Row("POST", f"{at}/companies/{{other_company}}/resume/", OPERATOR),
        Row("GET", f"{at}/jobs/", OPERATOR),
        Row("POST", f"{at}/jobs/replay/", OPERATOR),
        Row("POST", f"{at}/jobs/{{dead_letter}}/replay/", OPERATOR),
        Row("POST", f"{at}/jobs/{{dead_letter}}/discard/", OPERATOR),
        *operators_money_table.rows(),
        Row("GET", f"{at}/migrations/", OPERATOR),
        Row("GET", f"{at}/watching/", OPERATOR),
        Row("GET", f"{at}/admin/", OPERATOR),
        Row("GET", f"{at}/admin/jsi18n/", OPERATOR),
        Row("GET", f"{at}/admin/tenants/", OPERATOR),
    ]
    for table in TABLES:
        of, only_read = f"{at}/admin/tenants/{table}", () if table == "domain" else (403,)
        rows += [
            Row("GET", f"{of}/", OPERATOR),
            Row("POST", f"{of}/", OPERATOR, form={}),
            Row("GET", f"{of}/add/", OPERATOR, answers=only_read),
            Row("POST", f"{of}/add/", OPERATOR, form={}, answers=only_read),
            Row("GET", f"{of}/{{row}}/change/", OPERATOR),
            Row("POST", f"{of}/{{row}}/change/", OPERATOR, form={}, answers=only_read),
            Row("GET", f"{of}/{{row}}/delete/", OPERATOR, answers=only_read),
            Row("POST", f"{of}/{{row}}/delete/", OPERATOR, form={}, answers=only_read),
            Row("GET", f"{of}/{{row}}/history/", OPERATOR, answers=(404,)),
            Row("GET", f"{of}/{{row}}/", OPERATOR),
        ]
    return rows


def on_company_hosts() -> list[Row]:
    """Every row of a company's host."""
    return [
        *pages(),
        *desk(),
        *widget(),
        *account(),
        *people(),
        *company(),
        *allowance_table.rows(),
        *metering_table.rows(),
        *business_table.rows(),
        *migrating_table.rows(),
        *calendars_table.rows(),
        *channels_table.rows(),
        *outside_table.rows(),
        *customers_table.rows(),
        *composer_table.rows(),
        *figures_table.rows(),
        *quality_table.rows(),
        *assessments_table.rows(),
        *handing_on_table.rows(),
        *surveys_table.rows(),
        *transcripts_table.rows(),
        *waiting_table.rows(),
        *webhooks_table.rows(),
        *rules_table.rows(),
        *sending_table.rows(),
        *replay_table.rows(),
        *lists_table.rows(),
        *control_table.rows(),
        *routing_table.rows(),
        *skills_table.rows(),
        *subscribing_table.rows(),
        *knowledge_table.rows(),
        *operators(),
    ]


def doors_of_customers() -> list[Row]:
    """The rows by which customers come in, which their company's owner may close."""
    return [row for row in on_company_hosts() if row.address.startswith(CUSTOMERS_COME_BY)]


CUSTOMERS_COME_BY = ("/widget/", "/api/v1/widget/", "/api/v1/mail/")


def on_the_platforms_host() -> list[Row]:
    """Every row of the platform's own host, where nobody is signed in and no company's data is."""
    return [
        Row("GET", "/", ANYONE),
        Row("GET", "/pricing/", ANYONE),
        Row("GET", "/docs/", ANYONE),
        Row("GET", "/docs/{name}/", ANYONE, answers=(404,)),
        Row("GET", "/docs/api/", ANYONE),
        Row("GET", "/docs/api/postman.json", ANYONE),
        Row("GET", "/docs/api/packages/{name}", ANYONE, answers=(404,)),
        Row("GET", "/docs/api/{name}/", ANYONE, answers=(404,)),
        Row("GET", "/sign-up/", ANYONE),
        Row("POST", "/sign-up/", ANYONE, form={}, answers=(200, 422)),
        Row("GET", "/.well-known/security.txt", ANYONE),
        Row("GET", "/sign-up/sent/", ANYONE),
        Row("GET", "/verify/{name}/", ANYONE, answers=(404,)),
        Row("POST", "/verify/{name}/", ANYONE, answers=(404,)),
        Row("GET", "/sign-in/", ANYONE),
        Row("POST", "/sign-in/", ANYONE, form={"host": "acme"}, answers=(200, 302, 422)),
        Row("GET", "/sign-in/sent/", ANYONE),
        Row("POST", "/stripe/events/", ANYONE, answers=(404,)),  # nobody is billed in these tests
        Row("GET", "/demo/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/shop/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/shop/delivery-and-returns/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/shop/workshop/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/shop/basket/", ANYONE, answers=ONLY_IN_DEMO),
        Row("POST", "/shop/basket/change/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/shop/{name}/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/mail/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/mail/new/", ANYONE, answers=ONLY_IN_DEMO),
        Row("POST", "/mail/new/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/mail/{name}/", ANYONE, answers=ONLY_IN_DEMO),
        Row("POST", "/mail/{name}/", ANYONE, answers=ONLY_IN_DEMO),
        Row("GET", "/mail/{name}/html/", ANYONE, answers=ONLY_IN_DEMO),
    ]
