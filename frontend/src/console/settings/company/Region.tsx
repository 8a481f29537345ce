/** Where the company is and what it speaks: safe to change, so it is saved at once. */

import { t } from "@lingui/core/macro";
import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useNow } from "../../inbox/useNow";
import { languageChoices } from "../../ui/languages";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { clockIn } from "../timeZones";
import { useSaveAtOnce } from "../workspace";
import { ZoneSelect } from "../ZoneSelect";

export function Region({ workspace }: { workspace: Workspace }) {
  const { save, problem } = useSaveAtOnce(workspace);
  const [emptied, setEmptied] = useState(false);
  const now = useNow();
  const time = clockIn(workspace.time_zone, now);
  return (
    <Section title={t`Region`} says={t`Saved as soon as you choose.`}>
      <Fields>
        <ZoneSelect
          label={t`Time zone`}
          description={t`Opening hours and reports follow it. There it is ${time}.`}
          value={workspace.time_zone}
          error={atField(problem, "time_zone")}
          onChoose={(zone) => save({ time_zone: zone }, t`Time zone saved`)}
        />
        <MultiSelect
          label={t`Languages`}
          description={t`What your company answers in. The first is used when a customer’s language is not among them.`}
          data={languageChoices(workspace.languages)}
          value={workspace.languages}
          error={emptied ? t`Keep at least one language.` : atField(problem, "languages")}
          onChange={(languages) => {
            setEmptied(languages.length === 0);
            if (languages.length > 0) save({ languages }, t`Languages saved`);
          }}
        />
      </Fields>
    </Section>
  );
}
