/** How the assistant is to be: its mode, how sure it has to be, what makes its answers, and its tone. */

import { t } from "@lingui/core/macro";
import type { Workspace } from "../../api/workspace";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { EngineSection } from "./engine/EngineSection";
import { TranslationSection } from "./engine/TranslationSection";
import { ModeSection } from "./ModeSection";
import { OrderNumbers } from "./OrderNumbers";
import { ToneSection } from "./ToneSection";
import { ThresholdSection } from "./threshold/ThresholdSection";
import { useModesQuery } from "./useModes";

export function Assistant({ workspace }: { workspace: Workspace }) {
  const { data: modes, error, refetch } = useModesQuery();
  return (
    <>
      {modes ? (
        <>
          <ModeSection key={modes.draft_minutes} modes={modes} />
          <ThresholdSection modes={modes} />
        </>
      ) : error ? (
        <Failure problem={error} what={t`The modes could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
      <EngineSection />
      <TranslationSection />
      <ToneSection workspace={workspace} />
      {modes && <OrderNumbers key={modes.order_numbers} modes={modes} />}
    </>
  );
}
