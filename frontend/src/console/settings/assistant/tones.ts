/** The tones of the assistant's own words, each with the same two moments said in it. */

import type { Tone } from "../../api/workspace";

export interface ToneEntry {
  value: Tone;
  name: string;
  says: string;
  /** When it cannot answer, and when it passes somebody on. */
  examples: [string, string];
}

export const TONES: readonly [ToneEntry, ToneEntry, ToneEntry] = [
  {
    value: "warm",
    name: "Warm",
    says: "Friendly and close, as from a helpful neighbour.",
    examples: [
      "I'm not sure about that one, and I'd rather not guess. Shall I bring in one of my colleagues?",
      "Of course! I'm passing you on to a person now, and they'll see everything you've told me.",
    ],
  },
  {
    value: "neutral",
    name: "Neutral",
    says: "Plain and brief, without small talk.",
    examples: [
      "I have no certain answer to that. Would you like to talk to a person?",
      "I am passing you on to a person. They can read everything above.",
    ],
  },
  {
    value: "formal",
    name: "Formal",
    says: "Polite and reserved, for a house that says “Dear Sir or Madam”.",
    examples: [
      "I regret that I cannot answer this with certainty. May I refer you to a member of our staff?",
      "Certainly. I am referring you to a member of our staff, who will have read this conversation.",
    ],
  },
];
