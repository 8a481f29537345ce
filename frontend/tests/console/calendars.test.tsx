import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Appointment, Calendar } from "../../src/console/api/calendars";
import type { Right } from "../../src/console/desk/rights";
import {
  byDay,
  dayIn,
  hoursInWords,
  mondayOf,
  plusDays,
  weekOf,
} from "../../src/console/skills/calendars/days";
import { hoursOn } from "../../src/console/skills/calendars/Week";
import SkillsPage from "../../src/console/skills/SkillsPage";
import { fakeApi, wrong } from "./api";
import { me } from "./cast";
import { button, click, field, says, show, type, until } from "./stage";

const api = fakeApi();
const ADMIN: Right[] = ["records.read", "skills.read", "skills.write", "conversations.write"];
const ZONE = "Europe/Berlin";
const FULL = { id: "svc_1", name: "Full service", also: [], minutes: 60, pause_minutes: 0, on: true };
const CALENDAR: Calendar = {
  id: "cal_1",
  name: "Workshop",
  place: "12 Mill Lane",
  zone: ZONE,
  hours: [{ weekday: 0, opens: "09:00", closes: "17:00" }],
  seats: 1,
  step_minutes: 30,
  lead_hours: 2,
  horizon_days: 60,
  change_hours: 24,
  remind_hours: 24,
  on: true,
  services: [FULL],
  exceptions: [],
};
let calendars: Calendar[];
let booked: Appointment[];

function appointment(id: string, starts_at: string, change: Partial<Appointment> = {}): Appointment {
  const ends_at = new Date(Date.parse(starts_at) + 60 * 60_000).toISOString();
  return {
    id,
    calendar_id: "cal_1",
    seat: 1,
    service_id: "svc_1",
    service_name: "Full service",
    starts_at,
    ends_at,
    state: "booked",
    version: 1,
    name: "Carol",
    email: "carol@example.org",
    note: "",
    remind: false,
    reminded: false,
    conversation_id: null,
    created_at: "2026-11-01T00:00:00Z",
    ...change,
  };
}

const soon = (): string => new Date(Date.now() + 60_000).toISOString();

beforeEach(() => {
  calendars = [CALENDAR];
  booked = [appointment("apt_1", soon())];
  api.on("GET calendars", () => ({ body: { data: calendars } }));
  api.on("GET appointments", () => ({ body: { data: booked, has_more: false } }));
  api.on("GET services/svc_1/openings", { body: { data: [{ starts_at: "2027-03-01T09:00:00Z" }] } });
});

const open = (rights = ADMIN) =>
  show(<SkillsPage />, { as: me({ rights }), path: "/console/skills/calendars" });

const entry = () => document.querySelector<HTMLButtonElement>('button[data-state="booked"]');

test("days and weeks are those of the calendar's own zone", () => {
  expect(dayIn("2026-11-23T23:30:00Z", ZONE)).toBe("2026-11-24");
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(plusDays("2026-10-25", 1)).toBe("2026-10-26");
  const late = appointment("apt_1", "2026-11-22T23:30:00Z");
  const days = byDay([late], weekOf("2026-11-23"), ZONE);
  expect(days[0]?.[1]).toEqual([late]);
});

test("hours that touch are told as one", () => {
  const day = (opens: string, closes: string) => ({ opens, closes });
  expect(hoursInWords([day("10:30", "13:00"), day("08:30", "10:30")], "de")).toBe("8:30 – 13:00");
  expect(hoursInWords([day("09:00", "12:00"), day("13:00", "24:00")], "en-GB").split(", ")).toHaveLength(2);
});

test("an exception goes before the week, and a short one before a long one", () => {
  const exceptions = [
    { id: "a", first: "2026-11-20", last: "2026-11-30", hours: [], reason: "Holiday" },
    {
      id: "b",
      first: "2026-11-23",
      last: "2026-11-23",
      hours: [{ opens: "10:00", closes: "12:00" }],
      reason: "",
    },
  ];
  expect(hoursOn(CALENDAR, "2026-11-23")).toMatch(/^9:00.*5:00/);
  expect(hoursOn({ ...CALENDAR, exceptions }, "2026-11-23")).toMatch(/^10:00.*12:00/);
  expect(hoursOn({ ...CALENDAR, exceptions }, "2026-11-24")).toBe("Closed (Holiday)");
});

test("an appointment is cancelled, and brought back by the notice", async () => {
  api.on("POST appointments/apt_1/cancel", ({ body }) => {
    const { version } = body as { version: number };
    booked = [appointment("apt_1", soon(), { state: "cancelled", version: version + 1 })];
    return { body: booked[0] };
  });
  api.on("POST appointments/apt_1/restore", ({ body }) => {
    const { version } = body as { version: number };
    booked = [appointment("apt_1", soon(), { version: version + 1 })];
    return { body: booked[0] };
  });
  await open();
  const row = await until(entry);
  await act(async () => row.click());
  await click("Cancel the appointment");
  await until(() => says("Cancelled: Full service for Carol"));
  await click("Undo");
  await until(entry);
  expect(booked[0]?.version).toBe(3);
});

test("a time that was taken meanwhile is told at the times", async () => {
  api.on("POST appointments", wrong("starts_at", "This time is not free any more."));
  await open();
  await click("Book");
  const radio = await until(() => document.querySelector<HTMLInputElement>('input[type="radio"]'));
  await act(async () => radio.click());
  await type("Name", "Dora");
  await type("E-mail", "dora@example.org");
  const submit = await until(() => document.querySelector<HTMLButtonElement>('button[type="submit"]'));
  await act(async () => submit.click());
  await until(() => says("This time is not free any more."));
  expect(field("Name")?.value).toBe("Dora");
});

test("without a calendar the page says what one is for, and who may not set up sees no button", async () => {
  calendars = [];
  await open(["records.read", "skills.read"]);
  await until(() => says("No calendars yet"));
  expect(button("Add a calendar")).toBeUndefined();
});

test("a new service is added to the calendar", async () => {
  api.on("POST calendars/cal_1/services", ({ body }) => {
    const made = { id: "svc_2", ...(body as Omit<typeof FULL, "id">) };
    calendars = [{ ...CALENDAR, services: [FULL, made] }];
    return { status: 201, body: made };
  });
  await show(<SkillsPage />, { as: me({ rights: ADMIN }), path: "/console/skills/calendars/cal_1" });
  await type("Another service", "Flat tyre");
  await type("Other words for it", "puncture, flat");
  await click("Add");
  await until(() => says("Also: puncture, flat"));
});
