/** Lets the tour in where it is wanted; its own code comes only then. */

import { lazy, Suspense } from "react";
import { useFactorMissing } from "../account/useAccount";
import { useCell } from "../desk/cell";
import { useMe } from "../desk/DeskContext";
import { asked } from "./touring";

const Tour = lazy(() => import("./Tour"));

export function TourDoor() {
  const wanted = useCell(asked);
  const due = useMe().tour_due;
  const held = useFactorMissing();
  if (held || !(wanted || due)) return null;
  return (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  );
}
