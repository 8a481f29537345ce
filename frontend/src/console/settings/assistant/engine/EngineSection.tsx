/** What makes the answers, what it may cost, and how it has fared. */

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { fetchEngine } from "../../../api/engine";
import { Failure } from "../../../ui/Failure";
import { SectionSkeleton } from "../../../ui/PageSkeleton";
import { Section } from "../../../ui/Section";
import { EngineFailures } from "./EngineFailures";
import { EngineForm } from "./EngineForm";
import { engineKey } from "./engineKey";

const LOOK_AGAIN = 30_000;

export function EngineSection() {
  const { data, error, refetch } = useQuery({
    queryKey: engineKey,
    queryFn: ({ signal }) => fetchEngine(signal),
    refetchInterval: LOOK_AGAIN,
  });
  if (!data && error) {
    return (
      <Failure problem={error} what={t`The engine could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SectionSkeleton fields={2} />;
  return (
    <Section
      title={t`Engine`}
      says={t`What makes the answers. Each answers from your articles alone and names its sources.`}
    >
      <EngineForm saved={data} />
      {(data.engine === "language_model" || data.failures.length > 0) && <EngineFailures engine={data} />}
    </Section>
  );
}
