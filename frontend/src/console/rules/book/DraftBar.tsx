/** Above the rules: what is in force, whether the draft is saved, undo, and the way to publish. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useMe } from "../../desk/DeskContext";
import { Ago } from "../../ui/Ago";
import { offerUndo, tellFailure } from "../../ui/notices";
import { RedoIcon, UndoIcon } from "../icons";
import classes from "./Book.module.css";
import { useBuilder, useDraft } from "./BuilderContext";

const MAC = /Mac|iP(hone|ad)/.test(navigator.platform);
const MOD = MAC ? "⌘" : t`Ctrl+`;

export function DraftBar({ onPublish }: { onPublish: () => void }) {
  const { keeper, rules, mayWrite } = useBuilder();
  const { saved, saving, canUndo, canRedo, checked } = useDraft();
  useHotkeys([
    ["mod+Z", () => keeper.undo()],
    ["mod+shift+Z", () => keeper.redo()],
  ]);
  const drafted = saved !== null || saving !== "saved";
  const discard = () =>
    keeper
      .discard(rules)
      .then(
        () => offerUndo({ id: "rules-draft", says: t`The draft was discarded.`, undo: () => keeper.undo() }),
        tellFailure,
      );
  return (
    <div className={classes.bar}>
      <p role="status">
        <SaveState />
      </p>
      {mayWrite && (
        <div className={classes.buttons}>
          <Tooltip label={t`Undo (${MOD}Z)`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Undo`}
              disabled={!canUndo}
              onClick={() => keeper.undo()}
            >
              <UndoIcon />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`Redo (${MAC ? "⇧⌘Z" : t`Ctrl+Shift+Z`})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Redo`}
              disabled={!canRedo}
              onClick={() => keeper.redo()}
            >
              <RedoIcon />
            </ActionIcon>
          </Tooltip>
          {drafted && (
            <Button variant="default" size="xs" onClick={() => void discard()}>
              <Trans>Discard draft</Trans>
            </Button>
          )}
          <Button size="xs" disabled={!drafted} onClick={onPublish}>
            {checked.diff.length > 0 ? t`Publish ${changes(checked.diff.length)}` : t`Publish`}
          </Button>
        </div>
      )}
    </div>
  );
}

const changes = (count: number): string => (count === 1 ? "1 change" : t`${count} changes`);

function SaveState() {
  const me = useMe();
  const { rules } = useBuilder();
  const { saved, saving, failure } = useDraft();
  if (saving === "saving") return t`Draft, saving…`;
  if (saving === "failed") {
    return `The draft is not saved yet. ${failure instanceof Error ? failure.message : t`It is tried again.`}`;
  }
  if (saving === "waiting") return t`Draft, changed`;
  if (!saved && rules.version === 0) return t`No rules were published yet`;
  if (!saved) {
    return (
      <>
        Version {rules.version}, in force since {rules.published_at && <Ago at={rules.published_at} past />},
        by {rules.published_by}
      </>
    );
  }
  const who = saved.changed_by_id === me.id ? "you" : saved.changed_by;
  return (
    <Trans>
      Draft, saved <Ago at={saved.changed_at} past /> by {who}
    </Trans>
  );
}
