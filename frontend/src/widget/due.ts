/** Where the form before a chat stands now. */

import type { View } from "./conversation";

/**
 * `instead` of the field to write in, until it is filled in; `above` it, when a person was asked for or is waited for;
 * null where nothing is asked.
 */
export function placeOfForm(view: View): "instead" | "above" | null {
  const { company, form, thread, caughtUp, asking } = view;
  const resting = thread.id === null || thread.status === "resolved";
  if (company.asks === "first" && resting && thread.pending.length === 0) {
    if (form) return "instead";
    if (!caughtUp && thread.id === null) return "instead"; // what is asked of this visitor is not known yet
  }
  const waits = thread.control.holder === "queue" && thread.status !== "resolved";
  return form && (asking || (waits && form.when === "person")) ? "above" : null;
}
