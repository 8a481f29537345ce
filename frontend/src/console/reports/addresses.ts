/** Where things of the reports are; what was chosen (days, filters) goes along from part to part. */

export const REPORTS = "/console/reports";
export const TRUST = REPORTS;
export const VOLUME = `${REPORTS}/volume`;
export const BY = `${REPORTS}/by`;
export const KLARNA = `${REPORTS}/klarna`;
export const SCHEDULED = `${REPORTS}/scheduled`;
export const METRIC = `${REPORTS}/metric`;

/** What belongs to one part alone, or to one moment, and stays behind. */
const STAYS = ["behind", "cell", "sort", "columns"];

/** An address with what was chosen here. */
export function carried(path: string, search: string, change: Record<string, string | null> = {}): string {
  const query = new URLSearchParams(search);
  for (const name of STAYS) query.delete(name);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const words = query.toString();
  return words ? `${path}?${words}` : path;
}

export const metricPath = (key: string): string => `${METRIC}/${encodeURIComponent(key)}`;

/** The key in the address of a metric's page. */
export function metricOf(path: string): string | null {
  const key = path.startsWith(`${METRIC}/`) ? path.slice(METRIC.length + 1) : "";
  return key ? decodeURIComponent(key) : null;
}
