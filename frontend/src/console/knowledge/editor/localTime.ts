/** Between the server's times and those of a field for date and time, which knows the reader's own alone; pure. */

const two = (number: number): string => String(number).padStart(2, "0");

/** "2026-11-22T10:30" in the reader's zone; empty for none. */
export function toLocal(iso: string | null): string {
  if (!iso) return "";
  const time = new Date(iso);
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** In UTC; null for an empty or unfinished field. */
export function fromLocal(typed: string): string | null {
  const time = new Date(typed);
  return typed === "" || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
