/** What skills did to the business. */

import { api } from "./typed";

/** The newest of one conversation. */
export const listDeeds = (conversation: string, signal: AbortSignal) =>
  api.get("/actions", { query: { conversation, limit: 20 }, signal });
