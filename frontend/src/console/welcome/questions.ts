/** Questions worth trying, made from what was imported; pure. */

import { t } from "@lingui/core/macro";
import type { ArticleEntry } from "../api/guide";

/** Titles are in the language of the article: what is known of English is said of English alone. */
const ASKS =
  /^(can|do|does|is|are|how|what|when|where|which|who|why|may|will|darf|gibt|ist|kann|muss|sind|wann|warum|was|welche[rs]?|wer|wie|wo)\b/i;
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

type Titled = Pick<ArticleEntry, "title" | "questions" | "language">;

/** How a customer might ask for an article; null when its title gives no question. */
export function questionFor({ title, questions, language }: Titled): string | null {
  const [known] = questions;
  if (known) return known;
  const words = title.trim().replace(/[.:!\s]+$/, "");
  if (words.endsWith("?")) return words;
  if (HOW_TO.test(words)) return `How do I ${inMyWords(words.replace(HOW_TO, ""))}?`;
  if (ASKS.test(words)) return `${words}?`;
  if (words.split(/\s+/).length > LONGEST_SUBJECT) return null;
  return language === "en"
    ? `What can you tell me about ${inSentence(words)}?`
    : t`What can you tell me about “${words}”?`;
}

/** A few that were not asked yet, each once. */
export function suggestions(articles: readonly Titled[], asked: readonly string[], most = 4): string[] {
  const all = new Set(articles.map(questionFor).filter((question) => question !== null));
  return [...all].filter((question) => !asked.includes(question)).slice(0, most);
}
