/** Name, logo, time zone and languages of the company. */

import { t } from "@lingui/core/macro";
import { TextInput } from "@mantine/core";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeWorkspace } from "../workspace";
import { LogoField } from "./LogoField";
import { Region } from "./Region";

export function Company({ workspace }: { workspace: Workspace }) {
  const draft = useDraft("company", { name: workspace.name });
  const { mutate, isPending, error, reset } = useChangeWorkspace();
  const empty = draft.fields.name.trim() === "";
  return (
    <>
      <Section title={t`Name and logo`} says={t`Your customers see both at the head of the widget.`}>
        <Fields>
          <TextInput
            label={t`Company name`}
            required
            maxLength={120}
            autoComplete="organization"
            value={draft.fields.name}
            error={empty ? t`Your company needs a name.` : atField(error, "name")}
            onChange={(event) => draft.change({ name: event.currentTarget.value })}
          />
          <LogoField workspace={workspace} />
        </Fields>
      </Section>
      <Region workspace={workspace} />
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["name"]}
        hindrance={empty ? t`Your company needs a name.` : null}
        onSave={() => mutate(draft.changes, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
