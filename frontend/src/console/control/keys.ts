/** The keyboard of the control room: one table for the keys and for the sheet that explains them. */

import type { Shortcut } from "../inbox/keys";

export type Deed =
  | "next"
  | "previous"
  | "show"
  | "close"
  | "guide"
  | "hold"
  | "approve"
  | "edit"
  | "reject"
  | "takeOver"
  | "handBack"
  | "dismiss"
  | "inbox";

/** Where the inbox has the same deed it has the same key. */
export const CONTROL_SHORTCUTS: Shortcut<Deed>[] = [
  { keys: ["j"], action: "next", says: "Next conversation", group: "around" },
  { keys: ["k"], action: "previous", says: "Previous conversation", group: "around" },
  { keys: ["u"], action: "show", says: "Show the new order", group: "around" },
  { keys: ["Esc"], action: "close", says: "Close the preview", group: "around" },
  { keys: ["g"], action: "guide", says: "Guide the assistant privately", group: "deed" },
  { keys: ["l"], action: "hold", says: "Hold the next reply, or let it go", group: "deed" },
  { keys: ["y"], action: "approve", says: "Approve the answer that waits", group: "deed" },
  { keys: ["m"], action: "edit", says: "Mend the answer before it is sent", group: "deed" },
  { keys: ["x"], action: "reject", says: "Reject the answer and take over", group: "deed" },
  { keys: ["a"], action: "takeOver", says: "Take over", group: "deed" },
  { keys: ["h"], action: "handBack", says: "Hand back to the assistant", group: "deed" },
  { keys: ["d"], action: "dismiss", says: "Dismiss the risk, or bring it back", group: "deed" },
  { keys: ["v"], action: "inbox", says: "View it in the inbox", group: "deed" },
];
