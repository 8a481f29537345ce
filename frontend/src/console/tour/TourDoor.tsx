/** Lets the tour in where it is wanted; its own code comes only then. */

import { lazy, Suspense, useRef } from "react";
import { useLocation } from "wouter";
import { useFactorMissing } from "../account/useAccount";
import { useCell } from "../desk/cell";
import { useMe } from "../desk/DeskContext";
import { asked } from "./touring";

/** It begins by itself only here: elsewhere a guide leads already, or somebody is at what they came for. */
const BEGINS_AT = "/console/inbox";

const Tour = lazy(() => import("./Tour"));

export function TourDoor() {
  const wanted = useCell(asked);
  const due = useMe().tour_due;
  const [path] = useLocation();
  const held = useFactorMissing();
  const begun = useRef(false);
  begun.current = due && (begun.current || path.startsWith(BEGINS_AT));
  if (held || !(wanted || begun.current)) return null;
  return (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  );
}
