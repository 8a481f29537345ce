/** A scorecard being written: sections, questions, weights, and what fails the whole. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { type CardFields, changeCard, createCard, type LooksAt, type Scorecard } from "../../api/assessments";
import { atField } from "../../api/problems";
import { BackIcon } from "../../shell/icons";
import { tell } from "../../ui/notices";
import { SaveBar } from "../../ui/SaveBar";
import { CARDS } from "../addresses";
import assess from "../assess/Assess.module.css";
import classes from "../Quality.module.css";
import { useSettled } from "../useAssessments";
import { LOOKS_AT } from "../words";
import { EXAMPLE, fieldsOf, hindrance, NEW_QUESTION, withChange, without } from "./editing";
import { SectionFields } from "./SectionFields";

export function CardEditor({ card }: { card: Scorecard | null }) {
  const begins = card ? fieldsOf(card) : EXAMPLE;
  const [fields, setFields] = useState<CardFields>(begins);
  const settled = useSettled();
  const [, go] = useLocation();
  const save = useMutation({
    mutationFn: () => (card ? changeCard(card.id, fields) : createCard(fields)),
    onSuccess: (saved) => {
      const { version } = saved;
      settled();
      setFields(fieldsOf(saved));
      tell(t`Saved as version ${version}.`);
      if (!card) go(CARDS);
    },
  });
  const set = (change: Partial<CardFields>) => setFields({ ...fields, ...change });
  const changed = !card || JSON.stringify(fields) !== JSON.stringify(begins);
  return (
    <>
      <Link href={CARDS} className={assess.back}>
        <BackIcon size={18} />
        <Trans>Scorecards</Trans>
      </Link>
      <div className={classes.editor}>
        <div className={classes.two}>
          <TextInput
            label={t`Name`}
            maxLength={80}
            value={fields.name}
            error={atField(save.error, "name")}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t`Looks at`}
            value={fields.looks_at}
            data={Object.entries(LOOKS_AT).map(([value, label]) => ({ value, label }))}
            onChange={(event) => set({ looks_at: event.currentTarget.value as LooksAt })}
          />
        </div>
        <TextInput
          label={t`What it is for`}
          maxLength={300}
          value={fields.describes}
          onChange={(event) => set({ describes: event.currentTarget.value })}
        />
        {fields.sections.map((section, place) => (
          <SectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a new section has no id, and sections do not move
            key={place}
            section={section}
            all={fields.sections}
            onChange={(change) => set({ sections: withChange(fields.sections, place, change) })}
            onRemove={
              fields.sections.length > 1 ? () => set({ sections: without(fields.sections, place) }) : null
            }
          />
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              set({ sections: [...fields.sections, { id: "", title: "", questions: [NEW_QUESTION] }] })
            }
          >
            <Trans>Add a section</Trans>
          </Button>
        </div>
      </div>
      <SaveBar
        shown={changed}
        busy={save.isPending}
        problem={save.error}
        fields={["name"]}
        hindrance={hindrance(fields)}
        onSave={() => save.mutate()}
        onDiscard={() => (card ? setFields(begins) : go(CARDS))}
      />
    </>
  );
}
