/** The tones of the assistant's own words, each with the same two moments said in it. */

import { t } from "@lingui/core/macro";
import type { Tone } from "../../api/workspace";

export interface ToneEntry {
  value: Tone;
  name: string;
  says: string;
  /** Its greeting, and what it says when it has no answer: the same words as `assistant/tones.py`. */
  examples: [string, string];
}

export const TONES: readonly [ToneEntry, ToneEntry, ToneEntry] = [
  {
    value: "warm",
    name: t`Warm`,
    says: t`Friendly and close, as from a helpful neighbour.`,
    examples: [
      t`Hello! I am the AI assistant. What can I help you with?`,
      t`I could not find a reliable answer to that, and I would rather not guess. Shall I bring in a person? You can also ask in other words.`,
    ],
  },
  {
    value: "neutral",
    name: t`Neutral`,
    says: t`Plain and brief, without small talk.`,
    examples: [
      t`Hello, this is the AI assistant. What is your question?`,
      t`I found no reliable answer to that. A person can take over, or you can ask in other words.`,
    ],
  },
  {
    value: "formal",
    name: t`Formal`,
    says: t`Polite and reserved, for a house that says “Dear Sir or Madam”.`,
    examples: [
      t`Good day. I am the AI assistant of this company. How may I assist you?`,
      t`I regret that I have found no reliable answer to your question. Would you like me to refer you to a member of the team? You may also rephrase your question.`,
    ],
  },
];
