/** The accent: chosen here, darkened where words would be hard to read, and seen at once in the widget. */

import { t } from "@lingui/core/macro";
import { ColorInput } from "@mantine/core";
import { accentFrom, contrast, DEFAULT_ACCENT, WHITE } from "../../../shared/contrast";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeWorkspace } from "../workspace";
import classes from "./Appearance.module.css";
import { ContrastNote } from "./ContrastNote";
import { WidgetPreview } from "./WidgetPreview";

const HEX = /^#[0-9a-f]{6}$/i;
const SWATCHES = ["#4f46c8", "#2563a8", "#0f766e", "#23774c", "#8a5a06", "#b4402e", "#a3306f", "#3b3a37"];

export function Appearance({ workspace }: { workspace: Workspace }) {
  const draft = useDraft("appearance", { accent: workspace.accent });
  const { mutate, isPending, error, reset } = useChangeWorkspace();
  const given = draft.fields.accent;
  const readable = HEX.test(given);
  const shown = readable ? given : workspace.accent || DEFAULT_ACCENT;
  return (
    <>
      <Section
        title={t`Accent colour`}
        says={t`The head of the widget, your customers’ bubbles and the button on your site wear it.`}
      >
        <div className={classes.sides}>
          <Fields>
            <ColorInput
              label={t`Colour`}
              format="hex"
              swatches={SWATCHES}
              swatchesPerRow={8}
              eyeDropperButtonProps={{ "aria-label": t`Pick a colour from the screen` }}
              value={given}
              error={
                readable
                  ? atField(error, "accent")
                  : t`Write it as # and six digits or letters a to f, such as #4f46c8.`
              }
              onChange={(accent) => draft.change({ accent })}
            />
            <ContrastNote given={shown} ratio={contrast(shown, WHITE)} used={accentFrom(shown).fill} />
          </Fields>
          <WidgetPreview accent={shown} workspace={workspace} />
        </div>
      </Section>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={["accent"]}
        hindrance={readable ? null : t`The colour is not complete yet.`}
        onSave={() => mutate(draft.changes, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
