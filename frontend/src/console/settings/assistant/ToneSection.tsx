/** The assistant's tone, chosen by what it would say. */

import { t } from "@lingui/core/macro";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useSaveAtOnce } from "../workspace";
import { ToneCards } from "./ToneCards";

export function ToneSection({ workspace }: { workspace: Workspace }) {
  const { save, problem } = useSaveAtOnce(workspace);
  return (
    <Section
      title={t`Tone`}
      says={t`It changes how the assistant greets, thanks and says that it is not sure. What it tells from your articles stays word for word as you wrote it.`}
    >
      <Fields legend={t`Tone`}>
        <ToneCards
          value={workspace.tone}
          error={atField(problem, "tone")}
          onChoose={({ value, name }) => save({ tone: value }, t`Tone saved: ${name}`)}
        />
      </Fields>
    </Section>
  );
}
