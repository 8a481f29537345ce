/** Which signals matter most. */

import type { Signal } from "../../desk/wire";

export const fired = (signal: Signal): boolean => signal.value >= signal.threshold;

/** Those that fired first, the strongest of each kind at the top. */
export function inWeight(signals: readonly Signal[]): Signal[] {
  return [...signals].sort((a, b) => Number(fired(b)) - Number(fired(a)) || b.value - a.value);
}
