/** What order numbers look like, so that the assistant finds them in what customers write. */

import { t } from "@lingui/core/macro";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { Modes } from "../../api/modes";
import { atField } from "../../api/problems";
import { listed } from "../../shell/locale";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeModes } from "./useModes";

export function OrderNumbers({ modes }: { modes: Modes }) {
  const { save, problem } = useChangeModes(modes);
  const [typed, setTyped] = useState(modes.order_numbers);
  const found = listed(modes.order_numbers_found);
  const keep = () => {
    const wanted = typed.trim();
    if (wanted === modes.order_numbers) return;
    save({ order_numbers: wanted }, wanted ? t`Order numbers saved` : t`Order numbers are learnt again`);
  };
  return (
    <Section
      title={t`Order numbers`}
      says={t`The assistant, the handover card and the inbox find your order numbers in what customers write.`}
    >
      <Fields legend={t`Order numbers`}>
        <TextInput
          label={t`Examples`}
          description={
            found
              ? t`Leave it empty and they are learnt from your orders, such as ${found}.`
              : t`Leave it empty and they are learnt from your orders, once there are any.`
          }
          placeholder={found || "LC-104233, R-2026-0001"}
          maxLength={200}
          value={typed}
          error={atField(problem, "order_numbers")}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === "Enter" && keep()}
        />
      </Fields>
    </Section>
  );
}
