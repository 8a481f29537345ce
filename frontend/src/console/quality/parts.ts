/** The parts of the quality page: a tab each, with an address of its own. */

import { t } from "@lingui/core/macro";
import { type ComponentType, lazy } from "react";
import type { Right } from "../desk/rights";
import { AGREEMENT, CARDS, LISTS, MINE, QUEUE, SCORES } from "./addresses";

export interface Part {
  name: string;
  path: string;
  right: Right;
  Body: ComponentType;
}

export const PARTS: readonly Part[] = [
  { name: t`Scores`, path: SCORES, right: "quality.review", Body: lazy(() => import("./scores/ScoresPart")) },
  { name: t`To assess`, path: QUEUE, right: "quality.review", Body: lazy(() => import("./queue/QueuePart")) },
  {
    name: t`Agreement`,
    path: AGREEMENT,
    right: "quality.review",
    Body: lazy(() => import("./agreement/AgreementPart")),
  },
  { name: t`Lists`, path: LISTS, right: "quality.review", Body: lazy(() => import("./lists/ListsPart")) },
  {
    name: t`Scorecards`,
    path: CARDS,
    right: "quality.review",
    Body: lazy(() => import("./cards/CardsPart")),
  },
  { name: t`My work`, path: MINE, right: "conversations.write", Body: lazy(() => import("./mine/MinePart")) },
];

const isIn = (part: Part, path: string): boolean => path === part.path || path.startsWith(`${part.path}/`);

/** The part that an address means: the one with the longest beginning. */
export const partAt = (parts: readonly Part[], path: string): Part | undefined =>
  parts.filter((part) => isIn(part, path)).sort((a, b) => b.path.length - a.path.length)[0];
