/** The call behind the palette: the best few of each kind, for words. */

import type { ConversationRow } from "../desk/wire";
import { call } from "./client";

export interface FoundCustomer {
  id: string;
  name: string;
  email: string | null;
}

export interface FoundArticle {
  id: string;
  title: string;
}

export interface FoundAll {
  conversations: ConversationRow[];
  customers: FoundCustomer[];
  articles: FoundArticle[];
}

export const searchAll = (q: string, signal: AbortSignal): Promise<FoundAll> =>
  call(`search?${new URLSearchParams({ q })}`, { signal });
