/** The assistant's tone, by what it would say in two moments. */

import { t } from "@lingui/core/macro";
import { atField } from "../api/problems";
import type { Tone } from "../api/workspace";
import { ToneCards } from "../settings/assistant/ToneCards";
import { useChangeWorkspace, useWorkspaceQuery } from "../settings/workspace";
import { Failure } from "../ui/Failure";
import { FormProblem } from "../ui/FormProblem";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { useReadGuideAgain } from "./useGuide";

export function ToneStep({ done }: { done: boolean }) {
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  const change = useChangeWorkspace();
  const readGuide = useReadGuideAgain();
  if (error) {
    return <Failure problem={error} what={t`The tone could not be loaded.`} onRetry={() => void refetch()} />;
  }
  if (!workspace) return <SectionSkeleton fields={3} />;
  const choose = (tone: Tone) => change.mutate({ tone }, { onSuccess: readGuide });
  // The tone that it has from the start is nobody's choice yet.
  const chosen = done ? workspace.tone : null;
  return (
    <>
      <ToneCards
        value={change.isIdle || change.isError ? chosen : (change.variables?.tone ?? chosen)}
        error={atField(change.error, "tone")}
        onChoose={({ value }) => choose(value)}
      />
      <FormProblem problem={change.error} fields={["tone"]} />
    </>
  );
}
