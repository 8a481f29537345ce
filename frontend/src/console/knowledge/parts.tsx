/** The parts of the knowledge page: a tab each, with an address of its own and what stands beside the title there. */

import { t } from "@lingui/core/macro";
import type { ComponentType } from "react";
import type { Right } from "../desk/rights";
import { ARTICLES, BENCH, GAPS, IMPORTS, OVERLAPS, PROPOSALS, TOPICS } from "./addresses";
import { ArticlesPart } from "./articles/ArticlesPart";
import { NewArticle } from "./articles/NewArticle";
import { AddCase } from "./bench/AddCase";
import { BenchPart } from "./bench/BenchPart";
import { GapsPart } from "./gaps/GapsPart";
import { ImportsPart } from "./imports/ImportsPart";
import { OpenOverlaps } from "./overlaps/OpenOverlaps";
import { OverlapsPart } from "./overlaps/OverlapsPart";
import { OpenProposals } from "./proposals/OpenProposals";
import { ProposalsPart } from "./proposals/ProposalsPart";
import { AddTopic, TopicsPart } from "./topics/TopicsPart";

export interface Part {
  name: string;
  /** The start of all addresses of the part. */
  path: string;
  right: Right;
  Body: ComponentType;
  /** Buttons beside the title. */
  Actions?: ComponentType;
  /** A number beside the tab's name. */
  Count?: ComponentType;
}

export const PARTS: readonly Part[] = [
  { name: t`Articles`, path: ARTICLES, right: "knowledge.read", Body: ArticlesPart, Actions: NewArticle },
  { name: t`Imports`, path: IMPORTS, right: "knowledge.read", Body: ImportsPart },
  { name: t`Topics`, path: TOPICS, right: "knowledge.read", Body: TopicsPart, Actions: AddTopic },
  { name: t`Overlaps`, path: OVERLAPS, right: "knowledge.read", Body: OverlapsPart, Count: OpenOverlaps },
  { name: t`Gaps`, path: GAPS, right: "knowledge.read", Body: GapsPart },
  { name: t`Proposals`, path: PROPOSALS, right: "knowledge.read", Body: ProposalsPart, Count: OpenProposals },
  { name: t`Test bench`, path: BENCH, right: "knowledge.read", Body: BenchPart, Actions: AddCase },
];
