/** What skills did to the business. */

import type { Page } from "../../shared/wire";
import type { Deed } from "../desk/wire";
import { call } from "./client";

/** The newest of one conversation. */
export const listDeeds = (conversationId: string, signal: AbortSignal): Promise<Page<Deed>> =>
  call(`actions?${new URLSearchParams({ conversation: conversationId, limit: "20" })}`, { signal });
