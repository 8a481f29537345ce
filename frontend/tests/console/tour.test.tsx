import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Me } from "../../src/console/desk/wire";
import { placeBeside } from "../../src/console/tour/place";
import { stepsFor } from "../../src/console/tour/steps";
import { TourDoor } from "../../src/console/tour/TourDoor";
import { asked, startTour } from "../../src/console/tour/touring";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, click, says, show, until } from "./stage";

const api = fakeApi();
const AGENT = me({ tour_due: true });
const SUPERVISES: Me["rights"] = [...AGENT.rights, "assistant.supervise", "reports.read"];
const OWNS: Me["rights"] = [...SUPERVISES, "settings.manage", "knowledge.read", "rules.read"];
const keysOf = (change: Partial<Me>) => stepsFor(me(change)).map(({ key }) => key);

beforeEach(() => asked.set(false));

const press = (key: string) =>
  act(async () => {
    const pressed = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(pressed);
  });

const begun = (as: Me) => show(<TourDoor />, { as, path: "/console/inbox/waiting" });

test("each sees what they do here, and nothing that is not theirs", () => {
  expect(keysOf({})).toEqual(["list", "card", "presence", "alerts", "palette", "account"]);
  expect(keysOf({ rights: SUPERVISES })).toEqual([
    "control",
    "list",
    "queue",
    "reports",
    "palette",
    "account",
  ]);
  expect(keysOf({ rights: OWNS })).toEqual(["knowledge", "rules", "list", "control", "account"]);
  expect(keysOf({ rights: ["conversations.read"] })).not.toContain("presence");
});

test("somebody new is led on and back, each title has the focus, and the end is kept on the server", async () => {
  api.on("PATCH account", { body: {} });
  const desk = await begun(AGENT);
  await until(() => says("Your inbox"));
  expect(document.activeElement?.textContent).toBe("Your inbox");
  expect(button("Back")).toBeUndefined();
  await click("Next");
  expect(document.activeElement?.textContent).toBe("Nobody has to tell it twice");
  await click("Back");
  for (let step = 1; step < 6; step += 1) await click("Next");
  expect(says("6 of 6") && !button("Skip the tour")).toBe(true);
  await click("Done");
  expect(document.querySelector("#tour-title")).toBeNull();
  expect(api.sent("PATCH account")).toEqual([{ tour_due: false }]);
  expect(desk.me.get().tour_due).toBe(false);
});

test("Escape skips it, and who asks for it again sees it without being asked by the server", async () => {
  api.on("PATCH account", { body: {} });
  await begun(AGENT);
  await until(() => says("Your inbox"));
  await press("j");
  expect(says("Your inbox")).toBe(true);
  await press("Escape");
  expect(says("Your inbox")).toBe(false);
  await act(async () => startTour());
  await until(() => says("Your inbox"));
  await click("Skip the tour");
  expect(says("Your inbox")).toBe(false);
  expect(api.sent("PATCH account")).toHaveLength(1);
});

test("where a guide leads already it waits, and comes when it is asked for", async () => {
  await show(<TourDoor />, { as: AGENT, path: "/console/welcome/knowledge" });
  await act(async () => {});
  expect(says("Your inbox")).toBe(false);
  await act(async () => startTour());
  await until(() => says("Your inbox"));
});

test("who had it is left alone", async () => {
  await begun(me());
  expect(says("Your inbox")).toBe(false);
});

test("the card stands beside what it points out, and inside of the window", () => {
  const [card, window] = [
    { width: 340, height: 200 },
    { width: 1440, height: 900 },
  ];
  const beside = (left: number, top: number, width: number, height: number) =>
    placeBeside({ left, top, width, height }, card, window);
  expect(beside(8, 300, 40, 40)).toEqual({ left: 64, top: 300 });
  expect(beside(8, 880, 40, 16).top).toBe(684);
  expect(beside(412, 0, 1028, 900)).toEqual({ left: 1084, top: 684 });
  expect(beside(1000, 100, 420, 700)).toEqual({ left: 644, top: 100 });
  expect(beside(56, 0, 1384, 900)).toEqual({ left: 1084, top: 684 });
  expect(placeBeside(null, card, window)).toEqual({ left: 550, top: 350 });
});
