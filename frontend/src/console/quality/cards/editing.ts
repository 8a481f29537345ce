/** A scorecard while it is written: changes as values; pure. */

import { t } from "@lingui/core/macro";
import type { CardFields, CardSection, Choice, Question, Scorecard } from "../../api/assessments";

export const NEW_QUESTION: Question = {
  id: "",
  text: "",
  help: "",
  kind: "yes_no",
  weight: 1,
  critical: false,
  may_not_apply: true,
  good: "yes",
  steps: 5,
  choices: [],
};

export const NEW_CHOICES: Choice[] = [
  { id: "", label: t`Fully`, worth: 1 },
  { id: "", label: t`In part`, worth: 0.5 },
  { id: "", label: t`Not at all`, worth: 0 },
];

/** Something to begin with: few questions, each about something that can be seen in the thread. */
export const EXAMPLE: CardFields = {
  name: t`Good support`,
  describes: t`What a customer should be able to expect of us`,
  looks_at: "both",
  sections: [
    {
      id: "",
      title: t`What was said`,
      questions: [
        { ...NEW_QUESTION, text: t`Was the problem understood?`, weight: 2 },
        { ...NEW_QUESTION, text: t`Was what we said right and complete?`, weight: 3 },
        {
          ...NEW_QUESTION,
          text: t`Was something said that is untrue, or promised that we cannot keep?`,
          help: t`Then nothing else makes up for it.`,
          critical: true,
          good: "no",
          may_not_apply: false,
        },
      ],
    },
    {
      id: "",
      title: t`How it was for the customer`,
      questions: [
        { ...NEW_QUESTION, text: t`How kind and clear was it?`, kind: "scale", may_not_apply: false },
        { ...NEW_QUESTION, text: t`Was it solved?`, kind: "choice", choices: NEW_CHOICES, weight: 2 },
        { ...NEW_QUESTION, text: t`Did the customer have to say something twice?`, good: "no" },
      ],
    },
  ],
};

export const fieldsOf = ({ name, describes, looks_at, sections }: Scorecard): CardFields => ({
  name,
  describes,
  looks_at,
  sections,
});

export const withChange = <One>(all: readonly One[], at: number, change: Partial<One>): One[] =>
  all.map((one, place) => (place === at ? { ...one, ...change } : one));

export const without = <One>(all: readonly One[], at: number): One[] =>
  all.filter((_, place) => place !== at);

/** One place up or down; at the edge as it was. */
export function shifted<One>(all: readonly One[], at: number, by: 1 | -1): One[] {
  const [one, other] = [all[at], all[at + by]];
  if (one === undefined || other === undefined) return [...all];
  return all.map((each, place) => (place === at ? other : place === at + by ? one : each));
}

/** Of how much of the whole a question decides, in percent. */
export function shareOf(sections: readonly CardSection[], question: Question): number {
  const whole = sections.flatMap(({ questions }) => questions).reduce((sum, { weight }) => sum + weight, 0);
  return whole ? Math.round((100 * question.weight) / whole) : 0;
}

/** What keeps it from being saved, in words; null when nothing does. */
export function hindrance({ name, sections }: CardFields): string | null {
  if (!name.trim()) return t`Give the scorecard a name.`;
  if (sections.some(({ title }) => !title.trim())) return t`Each section needs a title.`;
  if (sections.some(({ questions }) => questions.length === 0)) return t`Each section needs a question.`;
  const questions = sections.flatMap((section) => section.questions);
  if (questions.some(({ text }) => !text.trim())) return t`A question has no words yet.`;
  if (questions.some(({ kind, choices }) => kind === "choice" && choices.some(({ label }) => !label.trim())))
    return t`A choice has no words yet.`;
  return null;
}
