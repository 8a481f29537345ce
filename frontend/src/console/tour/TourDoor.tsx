/** Lets the tour in where it is wanted; its own code comes only then. */

import { lazy, Suspense } from "react";
import { useLocation } from "wouter";
import { useFactorMissing } from "../account/useAccount";
import { useCell } from "../desk/cell";
import { useMe } from "../desk/DeskContext";
import { asked } from "./touring";

/** Where somebody who just signed up is led by a guide, or asked for a plan: one voice at a time. */
const LED_ALREADY = ["/console/welcome", "/console/billing"];

const Tour = lazy(() => import("./Tour"));

export function TourDoor() {
  const wanted = useCell(asked);
  const due = useMe().tour_due;
  const [path] = useLocation();
  const held = useFactorMissing();
  const waits = LED_ALREADY.some((place) => path.startsWith(place));
  if (held || !(wanted || (due && !waits))) return null;
  return (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  );
}
