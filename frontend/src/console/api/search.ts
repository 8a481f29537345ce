/** The call behind the palette: the best few of each kind, for words. */

import type { Named, Status } from "../../shared/wire";
import { call } from "./client";

export interface FoundConversation {
  id: string;
  customer: Named;
  status: Status;
  /** The words that were found, or the last ones. */
  text: string;
}

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
  conversations: FoundConversation[];
  customers: FoundCustomer[];
  articles: FoundArticle[];
}

export const searchAll = (q: string, signal: AbortSignal): Promise<FoundAll> =>
  call(`search?${new URLSearchParams({ q })}`, { signal });
