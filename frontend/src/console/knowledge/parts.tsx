/** The parts of the knowledge page: a tab each, with an address of its own and what stands beside the title there. */

import type { ComponentType } from "react";
import type { Right } from "../../shared/wire";
import { ARTICLES } from "./addresses";
import { ArticlesPart } from "./articles/ArticlesPart";
import { NewArticle } from "./articles/NewArticle";

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
  { name: "Articles", path: ARTICLES, right: "knowledge.read", Body: ArticlesPart, Actions: NewArticle },
];
