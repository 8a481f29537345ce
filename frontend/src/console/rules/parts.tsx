/** The parts of the rules page: a tab each, with an address of its own. */

import { t } from "@lingui/core/macro";
import { type ComponentType, lazy } from "react";
import type { Right } from "../desk/rights";
import { BOOK, QUALITY, REPLAY, VERSIONS } from "./addresses";
import { BookPart } from "./book/BookPart";
import { VersionsPart } from "./versions/VersionsPart";

const ReplayPart = lazy(() => import("./replay/ReplayPart"));
const QualityPart = lazy(() => import("./quality/QualityPart"));

export interface Part {
  name: string;
  /** The start of all addresses of the part. */
  path: string;
  right: Right;
  /** May be lazy: the page waits for it under its tabs. */
  Body: ComponentType;
}

export const PARTS: readonly Part[] = [
  { name: t`Rules`, path: BOOK, right: "rules.read", Body: BookPart },
  { name: t`Versions`, path: VERSIONS, right: "rules.read", Body: VersionsPart },
  { name: t`Replay`, path: REPLAY, right: "rules.read", Body: ReplayPart },
  { name: t`Quality`, path: QUALITY, right: "rules.read", Body: QualityPart },
];
