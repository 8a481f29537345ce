/** The keys of an assessment, for the sheet behind `?`. */

export const ASSESSING_KEYS: { keys: string[]; says: string }[] = [
  { keys: ["1", "…", "9"], says: "Answer the marked question" },
  { keys: ["0"], says: "It does not apply" },
  { keys: ["j", "k"], says: "Next question, the one before" },
  { keys: ["q"], says: "Quote a message; Esc leaves it" },
];
