import { expect, test } from "vitest";
import { speak } from "../../src/console/shell/language";

test("in German the places, money, numbers and times are German", async () => {
  await speak("de");
  const { COMPANY_PAGES } = await import("../../src/console/shell/pages");
  const { listed, number } = await import("../../src/console/shell/locale");
  const { money } = await import("../../src/console/billing/money");
  const { seatsInWords } = await import("../../src/console/team/seats");
  const { ago } = await import("../../src/console/ui/moments");
  const { clock } = await import("../../src/shared/time");
  const names = COMPANY_PAGES.map(({ name }) => name);
  expect(names).toContain("Abrechnung");
  expect(names).not.toContain("Billing");
  expect(seatsInWords({ limit: 5, taken: 3, invited: 0 })).toBe("3 von 5 Plätzen belegt.");
  expect(money(124_050)).toBe("1.240,50\u00a0€");
  expect(number(0.125, { style: "percent" })).toBe("13\u00a0%");
  expect(listed(["Maya", "Hannah", "Priya"])).toBe("Maya, Hannah und Priya");
  expect(ago("2026-01-01T10:00:00Z", Date.parse("2026-01-01T10:05:00Z"))).toBe("vor 5 Minuten");
  expect(clock("2026-01-01T20:05:00")).toBe("20:05");
});
