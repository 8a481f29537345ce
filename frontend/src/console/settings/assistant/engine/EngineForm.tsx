/** Chooses what makes the answers, and says where that is and what it may cost. */

import { t } from "@lingui/core/macro";
import { Radio } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeEngine, type Engine, type EngineKind } from "../../../api/engine";
import { atField } from "../../../api/problems";
import { useDraft } from "../../../ui/drafts";
import { SaveBar } from "../../../ui/SaveBar";
import { Fields } from "../../Fields";
import cards from "../Assistant.module.css";
import { Budgets } from "./Budgets";
import { engineKey } from "./engineKey";
import { ModelFields } from "./ModelFields";
import { ModelTest } from "./ModelTest";
import { OutsideFields } from "./OutsideFields";
import { changeOf, FIELDS, hindrance, modelOf, typedOf } from "./typed";

const ENGINES: { value: EngineKind; name: string; says: string; means: string }[] = [
  {
    value: "embedded",
    name: t`Baton's own`,
    says: t`Quotes your articles.`,
    means: t`Answers within milliseconds, and nothing leaves this server.`,
  },
  {
    value: "language_model",
    name: t`Language model`,
    says: t`Words answers from your articles.`,
    means: t`What customers write, and the passages that fit, go to the address below. Each sentence is checked before anybody reads it; when the model fails, Baton's own engine answers.`,
  },
  {
    value: "outside",
    name: t`An AI of your own`,
    says: t`Answers over the API.`,
    means: t`Your program is asked, and answers under the same rules: it rests on your articles, each sentence is checked, and people take over as ever. When it is silent, Baton's own engine answers.`,
  },
];

export function EngineForm({ saved }: { saved: Engine }) {
  const client = useQueryClient();
  const draft = useDraft("engine", typedOf(saved));
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: changeEngine,
    onSuccess: (stored) => client.setQueryData(engineKey, stored),
  });
  const { fields, change } = draft;
  return (
    <Fields legend={t`Engine`}>
      <Radio.Group
        aria-label={t`Engine`}
        value={fields.engine}
        onChange={(value) => change({ engine: value as EngineKind })}
        error={atField(error, "engine")}
      >
        <div className={cards.tones}>
          {ENGINES.map((engine) => (
            <Radio.Card
              key={engine.value}
              value={engine.value}
              className={cards.card}
              aria-label={`${engine.name}. ${engine.says} ${engine.means}`}
            >
              <div className={cards.name}>
                <Radio.Indicator />
                <strong>{engine.name}</strong>
                <span>{engine.says}</span>
              </div>
              <p className={cards.means}>{engine.means}</p>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {fields.engine === "language_model" && (
        <>
          <ModelFields typed={fields} hasKey={saved.has_key} problem={error} onChange={change} />
          <ModelTest model={modelOf(fields)} />
          <Budgets typed={fields} saved={saved} problem={error} onChange={change} />
        </>
      )}
      {fields.engine === "outside" && (
        <OutsideFields typed={fields} saved={saved} problem={error} onChange={change} />
      )}
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        hindrance={hindrance(fields, saved)}
        onSave={() => mutate(changeOf(fields), { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </Fields>
  );
}
