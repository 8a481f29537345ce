/** The steps of the guide in words, and the way from one to the next; pure. */

import { t } from "@lingui/core/macro";
import type { Guide, StepKey } from "../api/guide";

export interface StepWords {
  key: StepKey;
  name: string;
  title: string;
  says: string;
}

export const STEPS: readonly StepWords[] = [
  {
    key: "knowledge",
    name: t`Knowledge`,
    title: t`Bring in what your company knows`,
    says: t`The assistant answers only from what you give it here, and quotes it. Start with your most asked questions.`,
  },
  {
    key: "tone",
    name: t`Tone`,
    title: t`Choose how the assistant sounds`,
    says: t`It changes how the assistant greets, asks back and passes on. Your articles stay word for word as you wrote them.`,
  },
  {
    key: "try",
    name: t({ message: "Try it", context: "step" }),
    title: t`Ask it three questions`,
    says: t`Ask as a customer would. Nothing of this reaches your inbox or your reports.`,
  },
  {
    key: "embed",
    name: t`Widget`,
    title: t`Put the widget on your site`,
    says: t`One line of code. It loads after your page and never slows it down.`,
  },
  {
    key: "invite",
    name: t`Team`,
    title: t`Invite your team`,
    says: t`The people to whom the assistant passes the baton when it should not answer by itself.`,
  },
];

export const GUIDE = "/console/welcome";
export const DONE = "done";

export type Place = StepKey | typeof DONE;

export const placePath = (place: Place): string => `${GUIDE}/${place}`;

const isStep = (word: string): word is StepKey => STEPS.some(({ key }) => key === word);

/** The step that an address names; null for the bare address and for anything unknown. */
export function placeIn(path: string): Place | null {
  const word = path.slice(GUIDE.length + 1).split("/")[0] ?? "";
  return isStep(word) || word === DONE ? word : null;
}

/** Where somebody goes on who comes back: where they were, else the first step that is not done. */
export function placeToOpen({ place, steps }: Guide): Place {
  if (isStep(place) || place === DONE) return place;
  return steps.find(({ done }) => !done)?.key ?? DONE;
}

const order: readonly Place[] = [...STEPS.map(({ key }) => key), DONE];

export const after = (place: Place): Place => order[order.indexOf(place) + 1] ?? DONE;

export function previous(place: Place): Place | null {
  return order[order.indexOf(place) - 1] ?? null;
}

export const isDone = (guide: Guide, key: StepKey): boolean =>
  guide.steps.some((step) => step.key === key && step.done);
