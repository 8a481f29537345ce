/** In which conversation a task is being added; the key and the button both open the form. */

import { Cell } from "../../desk/cell";

export const adding = new Cell<string | null>(null);
