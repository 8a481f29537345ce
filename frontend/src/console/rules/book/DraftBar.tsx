/** Above the rules: what is in force, whether the draft is saved, undo, and the way to publish. */

import { plural, t } from "@lingui/core/macro";
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
const UNDO = MAC ? "⌘Z" : t`Ctrl+Z`;
const REDO = MAC ? "⇧⌘Z" : t`Ctrl+Shift+Z`;

export function DraftBar({ onPublish }: { onPublish: () => void }) {
  const { keeper, rules, mayWrite } = useBuilder();
  const { saved, saving, canUndo, canRedo, checked } = useDraft();
  useHotkeys([
    ["mod+Z", () => keeper.undo()],
    ["mod+shift+Z", () => keeper.redo()],
  ]);
  const changed = checked.diff.length;
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
          <Tooltip label={t`Undo (${UNDO})`}>
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
          <Tooltip label={t`Redo (${REDO})`}>
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
            {changed > 0
              ? plural(changed, { one: "Publish # change", other: "Publish # changes" })
              : t`Publish`}
          </Button>
        </div>
      )}
    </div>
  );
}

function SaveState() {
  const me = useMe();
  const { rules } = useBuilder();
  const { saved, saving, failure } = useDraft();
  if (saving === "saving") return t`Draft, saving…`;
  if (saving === "failed") {
    const why = failure instanceof Error ? failure.message : t`It is tried again.`;
    return t`The draft is not saved yet. ${why}`;
  }
  if (saving === "waiting") return t`Draft, changed`;
  if (!saved && rules.version === 0) return t`No rules were published yet`;
  if (!saved) {
    const { version, published_by } = rules;
    const since = rules.published_at && <Ago at={rules.published_at} past />;
    return (
      <Trans>
        Version {version}, in force since {since}, by {published_by}
      </Trans>
    );
  }
  const ago = <Ago at={saved.changed_at} past />;
  if (saved.changed_by_id === me.id) return <Trans>Draft, saved {ago} by you</Trans>;
  const { changed_by: who } = saved;
  return (
    <Trans>
      Draft, saved {ago} by {who}
    </Trans>
  );
}
