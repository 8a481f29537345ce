/** Canned replies and macros: what the whole desk uses, kept by supervisors. */

import { CannedSection } from "./CannedSection";
import { MacroSection } from "./MacroSection";

export function Replies() {
  return (
    <>
      <CannedSection />
      <MacroSection />
    </>
  );
}
