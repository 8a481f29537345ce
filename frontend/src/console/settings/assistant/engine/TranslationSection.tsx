/** Whether the language model translates between customers and agents. */

import { t } from "@lingui/core/macro";
import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeEngine, fetchEngine } from "../../../api/engine";
import { FormProblem } from "../../../ui/FormProblem";
import { Section } from "../../../ui/Section";
import { Fields } from "../../Fields";
import { engineKey } from "./engineKey";

export function TranslationSection() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: engineKey, queryFn: ({ signal }) => fetchEngine(signal) });
  const keep = useMutation({
    mutationFn: (translates: boolean) => changeEngine({ translates }),
    onSuccess: (stored) => {
      client.setQueryData(engineKey, stored);
      void client.invalidateQueries({ queryKey: ["composer"] });
      void client.invalidateQueries({ queryKey: ["translations"] });
    },
  });
  if (!data) return null; // the section of the engine says why
  const model = data.engine === "language_model";
  return (
    <Section
      title={t`Translation`}
      says={t`For conversations in a language that the agent does not speak. What was written is always kept, and one press away.`}
    >
      <Fields legend={t`Translation`}>
        <Switch
          label={t`Translate between customer and agent`}
          description={
            model
              ? t`Messages go to your language model and come back in the agent's language. Agents see the translation of a reply before it is sent. It counts towards the budgets above.`
              : t`This needs a language model as the engine.`
          }
          checked={keep.isPending ? keep.variables : data.translates}
          disabled={!model || keep.isPending}
          onChange={(event) => keep.mutate(event.currentTarget.checked)}
        />
        <FormProblem problem={keep.error} />
      </Fields>
    </Section>
  );
}
