/** Questions worth trying, made from what was imported; pure. */

import { t } from "@lingui/core/macro";
import type { ArticleEntry } from "../api/guide";

const ASKS = /^(can|do|does|is|are|how|what|when|where|which|who|why|may|will)\b/i;
const HOW_TO = /^how to\s+/i;

const inMyWords = (words: string): string => words.replace(/\byour\b/gi, "my").replace(/\byou\b/gi, "I");

/** "Returns" in the middle of a sentence, but "EU shipping" and "PayPal" as they are. */
function inSentence(title: string): string {
  const [first = "", ...rest] = title.split(" ");
  const plain = first.slice(1) === first.slice(1).toLocaleLowerCase() && first.length > 1;
  return [plain ? first.toLocaleLowerCase() : first, ...rest].join(" ");
}

/** A title of more words is a sentence rather than a subject. */
const LONGEST_SUBJECT = 5;

/** How a customer might ask for an article; null when its title gives no question. */
export function questionFor({ title, questions }: Pick<ArticleEntry, "title" | "questions">): string | null {
  const [known] = questions;
  if (known) return known;
  const words = title.trim().replace(/[.:!\s]+$/, "");
  if (words.endsWith("?")) return words;
  if (HOW_TO.test(words)) return t`How do I ${inMyWords(words.replace(HOW_TO, ""))}?`;
  if (ASKS.test(words)) return `${words}?`;
  if (words.split(/\s+/).length > LONGEST_SUBJECT) return null;
  return t`What can you tell me about ${inSentence(words)}?`;
}

/** A few that were not asked yet, each once. */
export function suggestions(
  articles: readonly Pick<ArticleEntry, "title" | "questions">[],
  asked: readonly string[],
  most = 4,
): string[] {
  const all = new Set(articles.map(questionFor).filter((question) => question !== null));
  return [...all].filter((question) => !asked.includes(question)).slice(0, most);
}
