/** The keyboard of the control room: one table for the keys and for the sheet that explains them. */

import { t } from "@lingui/core/macro";
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
  { keys: ["j"], action: "next", says: t`Next conversation`, group: "around" },
  { keys: ["k"], action: "previous", says: t`Previous conversation`, group: "around" },
  { keys: ["u"], action: "show", says: t`Show the new order`, group: "around" },
  { keys: ["Esc"], action: "close", says: t`Close the preview`, group: "around" },
  { keys: ["g"], action: "guide", says: t`Guide the assistant privately`, group: "deed" },
  { keys: ["l"], action: "hold", says: t`Hold the next reply, or let it go`, group: "deed" },
  { keys: ["y"], action: "approve", says: t`Approve the answer that waits`, group: "deed" },
  { keys: ["m"], action: "edit", says: t`Mend the answer before it is sent`, group: "deed" },
  { keys: ["x"], action: "reject", says: t`Reject the answer and take over`, group: "deed" },
  { keys: ["a"], action: "takeOver", says: t`Take over`, group: "deed" },
  { keys: ["h"], action: "handBack", says: t`Hand back to the assistant`, group: "deed" },
  { keys: ["d"], action: "dismiss", says: t`Dismiss the risk, or bring it back`, group: "deed" },
  { keys: ["v"], action: "inbox", says: t`View it in the inbox`, group: "deed" },
];
