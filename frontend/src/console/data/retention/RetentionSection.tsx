/** How long conversations are kept; a shorter time asks first, since what is older goes for good. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { Fields } from "../../settings/Fields";
import { useChangeWorkspace } from "../../settings/workspace";
import { Confirm } from "../../ui/Confirm";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { type Days, daysProblem, FEWEST, inWords, isShorter, MOST, USUAL } from "./retention";

const CUSTOM = "custom";
const CUSTOM_BEGINS_AT = 60;

const optionOf = (days: Days): string => (USUAL.includes(days) ? String(days) : CUSTOM);

const CHOICES = [
  ...USUAL.map((days) => ({ value: String(days), label: inWords(days) })),
  { value: CUSTOM, label: t`Another number of days` },
];

export function RetentionSection({ workspace }: { workspace: Workspace }) {
  const draft = useDraft<{ days: Days }>("retention", { days: workspace.retention_days });
  const { mutate, isPending, error, reset } = useChangeWorkspace();
  const [asking, setAsking] = useState(false);
  const { days } = draft.fields;
  const time = inWords(days);
  const put = () =>
    mutate(
      { retention_days: days },
      {
        onSuccess: () => {
          draft.reset();
          setAsking(false);
        },
      },
    );
  return (
    <Section
      title={t`Keep conversations`}
      says={t`A resolved conversation in which nothing happened for so long is erased with its messages, notes and files, once a day.`}
    >
      <Fields>
        <HowLong
          days={days}
          problem={atField(error, "retention_days")}
          onChange={(chosen) => draft.change({ days: chosen })}
        />
      </Fields>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={asking ? null : error}
        fields={["retention_days"]}
        hindrance={daysProblem(days)}
        onSave={() => (isShorter(workspace.retention_days, days) ? setAsking(true) : put())}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
      <Confirm
        opened={asking}
        title={t`Keep conversations for ${time} only?`}
        does={t`Erase what is older`}
        keeps={t`Keep it as it is`}
        busy={isPending}
        problem={error}
        onClose={() => setAsking(false)}
        onConfirm={put}
      >
        <p>
          <Trans>
            Resolved conversations in which nothing happened for longer go within a day, with their messages,
            notes and files. <strong>Nobody can bring them back.</strong> Export the workspace first if you
            may need them.
          </Trans>
        </p>
      </Confirm>
    </Section>
  );
}

interface HowLongProps {
  days: Days;
  problem: string | null;
  onChange: (days: Days) => void;
}

function HowLong({ days, problem, onChange }: HowLongProps) {
  const [custom, setCustom] = useState(optionOf(days) === CUSTOM);
  const choose = (value: string | null) => {
    setCustom(value === CUSTOM);
    if (value === CUSTOM) onChange(days ?? CUSTOM_BEGINS_AT);
    else onChange(value === null || value === "null" ? null : Number(value));
  };
  return (
    <>
      <Select
        label={t`For how long`}
        data={CHOICES}
        value={custom ? CUSTOM : optionOf(days)}
        allowDeselect={false}
        error={problem}
        onChange={choose}
      />
      {custom && (
        <NumberInput
          label={t`Days`}
          min={FEWEST}
          max={MOST}
          allowDecimal={false}
          allowNegative={false}
          value={days || ""}
          error={daysProblem(days)}
          onChange={(value) => onChange(typeof value === "number" ? value : 0)}
        />
      )}
    </>
  );
}
