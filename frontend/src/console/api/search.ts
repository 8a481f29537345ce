/** The call behind the palette: the best few of each kind, for words. */

import { api } from "./typed";

export type {
  ArticleTitle as FoundArticle,
  CustomerBrief as FoundCustomer,
  SearchResults as FoundAll,
} from "../../shared/api";

export const searchAll = (q: string, signal: AbortSignal) => api.get("/search", { query: { q }, signal });
