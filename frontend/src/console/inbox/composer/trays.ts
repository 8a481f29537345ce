/** The files beside each reply that is being written; they wait while another conversation is open. */

import { Tray } from "../../../shared/tray";
import { uploadAsAgent } from "../../api/conversations";

const trays = new Map<string, Tray>();

export function trayOf(conversationId: string): Tray {
  const known = trays.get(conversationId);
  if (known) return known;
  const tray = new Tray(uploadAsAgent);
  trays.set(conversationId, tray);
  return tray;
}
