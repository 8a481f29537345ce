import { beforeEach, expect, test } from "vitest";
import { Bell } from "../../src/console/alerts/Bell";
import type { Alert } from "../../src/console/api/alerts";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, until } from "./stage";

const api = fakeApi();
let alerts: Alert[];

function alert(more: Partial<Alert>): Alert {
  const at = new Date().toISOString();
  const plain = {
    kind: "job_failed" as const,
    grave: false,
    subject: "Look",
    text: "",
    conversation_id: null,
  };
  return { ...plain, id: "alr_1", link: null, count: 1, first_at: at, raised_at: at, seen: false, ...more };
}

const page = () => ({
  body: {
    data: alerts,
    has_more: false,
    next_cursor: null,
    unseen: alerts.filter((one) => !one.seen).length,
  },
});

beforeEach(() => {
  alerts = [];
  api.on("GET alerts", page);
  api.on("GET alerts?limit=1", page);
  api.on("GET alerts?", page);
  api.on("PUT alerts/alr_1", () => {
    alerts = alerts.map((one) => ({ ...one, seen: true }));
    return { body: alerts[0] };
  });
  api.on("POST alerts/seen", () => {
    alerts = alerts.map((one) => ({ ...one, seen: true }));
    return { body: { seen: alerts.length } };
  });
});

const open = () => show(<Bell />, { as: me({}), path: "/console/inbox" });

test("without any, the list says what will stand there", async () => {
  await open();
  await click("Alerts");
  await until(() => says("Nothing to tell."));
});

test("the bell counts what was not seen, and the list says how often it happened and where it leads", async () => {
  const link = "/console/settings/assistant";
  alerts = [alert({ subject: "The model is silent", text: "Since noon.", grave: true, count: 3, link })];
  await open();
  await click((await until(() => button("Alerts, 1 not seen"))).getAttribute("aria-label") ?? "");
  await until(() => says("The model is silent"));
  expect(says("Since noon.")).toBe(true);
  expect(says("3 times")).toBe(true);
  expect(document.querySelector(`a[href="${link}"]`)).not.toBeNull();
});

test("all can be marked as seen at once, and one by one", async () => {
  alerts = [alert({}), alert({ id: "alr_2", subject: "Look elsewhere" })];
  await open();
  await click("Alerts, 2 not seen");
  await click("Mark all as seen");
  await until(() => button("Alerts"));
  expect(api.sent("POST alerts/seen")).toHaveLength(1);
  expect(says("Look elsewhere")).toBe(true);
});
