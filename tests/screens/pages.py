"""Every page that people see in the demo, who sees it, and what has to be done before it shows what it is for."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Page, expect

DEMO, PLATFORM = "demo.localhost", "localhost"
A_MOMENT = 250  # milliseconds
OWNER, SUPERVISOR, AGENT, OPERATOR = "hannah", "maya", "priya", "operator"


@dataclass(frozen=True)
class Screen:
    """A page: its name, where it is, who looks (nobody: it is public), and the way from there to what is to be seen."""

    name: str
    path: str
    who: str | None = None
    host: str = DEMO
    then: Callable[[Page], None] | None = None


def settled(page: Page) -> None:
    """Wait until all that the page loads is there."""
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true]:visible, [class*=_bone_]:visible")).to_have_count(0)


def _first(selector: str) -> Callable[[Page], None]:
    def follow(page: Page) -> None:
        page.locator(selector).first.click()
        page.mouse.move(0, 0)
        page.wait_for_timeout(A_MOMENT)  # until what it opens has begun to load

    return follow


def _press(*keys: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return press


def _search(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("wheel")
    expect(page.get_by_role("option").nth(1)).to_be_visible()


def _chat(page: Page) -> FrameLocator:
    page.locator("#baton .launcher").click()
    chat = page.frame_locator("#baton iframe")
    expect(chat.get_by_role("textbox").last).to_be_visible()
    return chat


def _say(chat: FrameLocator, words: str) -> None:
    box = chat.get_by_role("textbox").last
    box.fill(words)
    box.press("Enter")


def _opened(page: Page) -> None:
    _chat(page)


def _answered(page: Page) -> None:
    chat = _chat(page)
    _say(chat, "How long does delivery take?")
    expect(chat.get_by_role("log").get_by_role("button").first).to_be_visible()  # the source below the answer


def _handed_over(page: Page) -> None:
    chat = _chat(page)
    _say(chat, "My bell rusted in a week. I want to talk to a person!")
    expect(chat.get_by_role("status").first).to_be_visible()  # the place in the queue


INBOX = [
    Screen(f"inbox-{view}", f"/console/inbox/{view}", AGENT)
    for view in ("waiting", "mine", "unassigned", "team", "mentions", "tasks", "sla", "snoozed", "held", "resolved")
]
CONVERSATION = [
    Screen("conversation-waiting", "/console/inbox/waiting", AGENT, then=_first("a[href*='/waiting/conv']")),
    Screen("conversation", "/console/inbox/all", AGENT, then=_first("a[href*='/all/conv']")),
    Screen(
        "conversation-supervisor", "/console/inbox/assistant", SUPERVISOR, then=_first("a[href*='/assistant/conv']")
    ),
    Screen("keys", "/console/inbox/all", AGENT, then=_press("?")),
    Screen("palette", "/console/inbox/all", AGENT, then=_search),
]
DESK = [
    Screen("control", "/console/control", SUPERVISOR),
    Screen("control-preview", "/console/control", SUPERVISOR, then=_first("a[href*='/control/conv']")),
    Screen("queue", "/console/queue", SUPERVISOR),
    Screen("queue-report", "/console/queue/report", SUPERVISOR),
    Screen("customers", "/console/customers", AGENT),
    Screen("customer", "/console/customers", AGENT, then=_first("main a[href*='/customers/cus_']")),
    Screen("ratings", "/console/customers/ratings", SUPERVISOR),
    Screen("quality", "/console/quality", SUPERVISOR),
    *(
        Screen(f"quality-{part}", f"/console/quality/{part}", SUPERVISOR)
        for part in ("assess", "agreement", "lists", "scorecards", "mine")
    ),
    Screen("account", "/console/account", AGENT),
    Screen("team", "/console/team", OWNER),
    Screen("team-teams", "/console/team/teams", OWNER),
    Screen("team-skills", "/console/team/skills", OWNER),
]
ASSISTANT = [
    Screen("knowledge", "/console/knowledge/articles", OWNER),
    Screen("article", "/console/knowledge/articles", OWNER, then=_first("main a[href*='/articles/art']")),
    Screen("article-new", "/console/knowledge/articles/new", OWNER),
    *(
        Screen(f"knowledge-{part}", f"/console/knowledge/{part}", OWNER)
        for part in ("topics", "gaps", "proposals", "bench", "imports", "overlaps")
    ),
    Screen("skills", "/console/skills/all", OWNER),
    Screen("skill", "/console/skills/all", OWNER, then=_first("main a[href*='/skills/all/']")),
    Screen("skills-guides", "/console/skills/guides", OWNER),
    Screen("skills-guide", "/console/skills/guides", OWNER, then=_first("main a[href*='/guides/']:not([href$=new])")),
    Screen("skills-calendars", "/console/skills/calendars", OWNER),
    Screen("skills-leads", "/console/skills/leads", OWNER),
    Screen("rules", "/console/rules/book", OWNER),
    *(Screen(f"rules-{part}", f"/console/rules/{part}", OWNER) for part in ("versions", "replay", "quality")),
]
FIGURES = [
    Screen("reports", "/console/reports", SUPERVISOR),
    *(
        Screen(f"reports-{part}", f"/console/reports/{part}", SUPERVISOR)
        for part in ("volume", "by", "klarna", "scheduled")
    ),
    Screen("metric", "/console/reports", SUPERVISOR, then=_first("main a[href*='/reports/metric/']")),
]
COMPANY = [
    *(
        Screen(f"settings-{section}", f"/console/settings/{section}", OWNER)
        for section in (
            "company",
            "appearance",
            "widget",
            "identity",
            "assistant",
            "connector",
            "webhooks",
            "hours",
            "routing",
            "promises",
            "replies",
            "surveys",
            "domains",
            "security",
            "migrating",
        )
    ),
    Screen("records-orders", "/console/records/orders", OWNER),
    Screen("records-products", "/console/records/products", OWNER),
    Screen("records-imports", "/console/records/imports", OWNER),
    Screen("billing", "/console/billing", OWNER),
    Screen("billing-usage", "/console/billing/usage", OWNER),
    Screen("billing-invoices", "/console/billing/invoices", OWNER),
    Screen("data", "/console/data", OWNER),
    Screen("data-exports", "/console/data/exports", OWNER),
    Screen("data-customers", "/console/data/customers", OWNER),
    Screen("audit", "/console/audit", OWNER),
    Screen("tokens", "/console/tokens", OWNER),
    Screen("welcome", "/console/welcome", OWNER),
]
PUBLIC = [
    Screen("landing", "/", host=PLATFORM),
    Screen("pricing", "/pricing/", host=PLATFORM),
    Screen("sign-up", "/sign-up/", host=PLATFORM),
    Screen("find-workspace", "/sign-in/", host=PLATFORM),
    Screen("docs", "/docs/", host=PLATFORM),
    Screen("docs-agents", "/docs/agents/", host=PLATFORM),
    Screen("docs-api", "/docs/api/", host=PLATFORM),
    Screen("docs-api-section", "/docs/api/conversations/", host=PLATFORM),
    Screen("demo-start", "/demo/", host=PLATFORM),
    Screen("sign-in", "/"),
    Screen("forgotten-password", "/reset/"),
]
WIDGET = [
    Screen("widget-closed", "/shop/", host=PLATFORM),
    Screen("widget-opened", "/shop/", host=PLATFORM, then=_opened),
    Screen("widget-answered", "/shop/", host=PLATFORM, then=_answered),
    Screen("widget-handed-over", "/shop/", host=PLATFORM, then=_handed_over),
]
CONSOLE = [*INBOX, *CONVERSATION, *DESK, *ASSISTANT, *FIGURES, *COMPANY]
ALL = [*CONSOLE, *PUBLIC, *WIDGET]
