/** What the signed-in person may do; the server holds the same rule and has the last word. */

import { useMe } from "../desk/DeskContext";
import type { Right } from "../desk/rights";
import type { Me } from "../desk/wire";

export const may = (me: Me, right: Right): boolean => new Set(me.rights).has(right);

export const useMay = (right: Right): boolean => may(useMe(), right);
