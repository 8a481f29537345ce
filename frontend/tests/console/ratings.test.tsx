import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Part, Rated, RatingFigures, Share } from "../../src/console/api/surveys";
import type { Workspace } from "../../src/console/api/workspace";
import CustomersPage from "../../src/console/customers/CustomersPage";
import { Surveys } from "../../src/console/settings/surveys/Surveys";
import { fakeApi } from "./api";
import { me } from "./cast";
import { show, until } from "./stage";

const api = fakeApi();
const share = (value: number, of: number): Share => ({ value, low: value / 2, high: (1 + value) / 2, of });
const part = (asked: number, answered: number): Part => ({
  asked,
  answered,
  response: asked ? share(answered / asked, asked) : null,
  csat: answered ? share(0.5, answered) : null,
});
const FIGURES: RatingFigures = {
  asked: 10,
  answered: 4,
  unanswered: 6,
  satisfied: 2,
  low: 1,
  low_open: 1,
  commented: 1,
  refused: 0,
  low_from: 2,
  response: share(0.4, 10),
  csat: share(0.5, 4),
  mean: { satisfaction: 3.5, effort: 4.2, efforts: 3 },
  satisfaction: [1, 0, 1, 1, 1],
  effort: [0, 0, 1, 0, 2],
  by_channel: { widget: part(10, 4), mail: part(0, 0) },
  by_holder: { assistant: part(6, 2), agent: part(4, 2), queue: part(0, 0) },
};
const RATED: Rated = {
  id: "srv_1",
  conversation_id: "conv_1",
  episode: 1,
  customer: { id: "cus_1", name: "Carol", email: null },
  subject: "Parcel",
  status: "resolved",
  channel: "widget",
  holder: "agent",
  agent: { id: "agt_1", name: "Bob Example" },
  team: { id: "team_1", name: "Customer care" },
  asked_at: "2026-01-05T12:00:00Z",
  ended_at: "2026-01-05T12:00:00Z",
  answered_at: "2026-01-05T12:01:00Z",
  satisfaction: 1,
  effort: 2,
  comment: "Nobody read what I wrote.",
  low: true,
  dismissed: false,
  refused: false,
  replied_at: null,
  replied_by: null,
};

const text = () => document.body.textContent ?? "";
const button = (label: string) =>
  [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === label);
const page = () =>
  show(<CustomersPage />, {
    as: me({ rights: ["conversations.read", "conversations.write", "customers.read"] }),
    path: "/console/customers/ratings",
  });

beforeEach(() => {
  api.on("GET surveys/figures", { body: FIGURES });
  api.on("GET surveys", { body: { data: [RATED], has_more: false, next_cursor: null } });
});

test("the figures say how many and how sure, and each opens what is behind it", async () => {
  await page();
  await until(() => text().includes("Nobody read what I wrote."));
  expect(text()).toContain("Of 4; most likely between 25% and 75%.");
  expect(text()).toContain("Of 10; most likely between 20% and 70%.");
  expect(text()).toContain("1 of 5 · Very bad");
  expect(text()).toContain("Bob Example, Customer care");
  await act(async () => button("1 low, without a reply")?.click());
  await until(() => api.asked.some(({ path }) => path.includes("which=low_open")));
});

test("a low rating is answered in place", async () => {
  api.on("POST surveys/srv_1/reply", { status: 201, body: { ...RATED, replied_at: RATED.asked_at } });
  await page();
  await until(() => button("Reply") !== undefined);
  await act(async () => button("Reply")?.click());
  const field = document.querySelector("textarea") as HTMLTextAreaElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, "Sorry.");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => button("Send")?.click());
  await until(() => api.sent("POST surveys/srv_1/reply").length === 1);
  expect(api.sent("POST surveys/srv_1/reply")).toEqual([
    { text: "Sorry.", client_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
  await until(() => text().includes("You have the conversation of Carol now."));
});

test("where nobody was asked the page says when that happens", async () => {
  api.on("GET surveys/figures", { body: { ...FIGURES, asked: 0, response: null, csat: null } });
  await page();
  await until(() => text().includes("Nobody has been asked yet"));
});

test("only what was changed is saved, and letters need a mail server", async () => {
  const saved = {
    in_widget: true,
    by_mail: false,
    mail_after: 60,
    every_days: 30,
    asks_effort: true,
    low_from: 2,
    alerts: true,
    reopens: false,
    not_tagged: ["spam"],
    can_mail: false,
  };
  api.on("GET settings/survey", { body: saved });
  api.on("PATCH settings/survey", { body: { ...saved, reopens: true } });
  await show(<Surveys workspace={{ accent: "#4f46c8" } as Workspace} />, {
    as: me({ rights: ["settings.read", "settings.manage"] }),
    path: "/console/settings/surveys",
  });
  await until(() => document.querySelectorAll('input[role="switch"]').length === 4);
  const [, letters, , reopens] = document.querySelectorAll<HTMLInputElement>('input[role="switch"]');
  expect(letters?.disabled).toBe(true);
  expect(text()).toContain("EMAIL_URL");
  await act(async () => reopens?.click());
  await act(async () => button("Save")?.click());
  await until(() => api.sent("PATCH settings/survey").length === 1);
  expect(api.sent("PATCH settings/survey")).toEqual([{ reopens: true }]);
});
