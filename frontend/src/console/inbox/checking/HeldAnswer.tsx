/** The answer that the assistant holds until somebody decides: read it, let it go, change it, or answer instead. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Draft } from "../../desk/wire";
import { percent } from "../../shell/locale";
import { Markup } from "../../ui/Markup";
import { SourceChip } from "../thread/SourceChip";
import { useNow } from "../useNow";
import { timeLeft } from "../waiting";
import { HeldAct } from "./HeldAct";
import classes from "./HeldAnswer.module.css";
import type { HeldAnswerActions } from "./useHeldAnswer";

export type Deciding = "read" | "edit" | "reject";

interface HeldAnswerProps {
  draft: Draft;
  actions: HeldAnswerActions;
  mayDecide: boolean;
  /** What is being done with it, where the page around it has keys for that. */
  deciding?: readonly [Deciding, (next: Deciding) => void];
}

export default function HeldAnswer({ draft, actions, mayDecide, deciding }: HeldAnswerProps) {
  const now = useNow();
  const own = useState<Deciding>("read");
  const [doing, setDoing] = deciding ?? own;
  return (
    <section className={classes.held} aria-label={t`Answer to check`}>
      <div className={classes.head}>
        <strong>{draft.act ? t`Check what is to be done` : t`Check this answer`}</strong>
        {draft.due_at && (
          <span className={classes.due}>
            <Trans>A person gets the conversation {{ when: timeLeft(draft.due_at, now) }}</Trans>
          </span>
        )}
      </div>
      {draft.act && <HeldAct act={draft.act} />}
      {doing === "edit" ? (
        <Edit draft={draft} busy={actions.busy} onSend={actions.approve} onCancel={() => setDoing("read")} />
      ) : (
        <Markup
          className={classes.words}
          role="document"
          aria-label={t`The answer`}
          tabIndex={0}
          html={draft.html}
        />
      )}
      {doing !== "edit" && !draft.act && (
        <div className={classes.about}>
          {draft.sources.map((source) => (
            <SourceChip
              key={`${source.article_id}-${source.passage}`}
              source={source}
              confidence={draft.confidence}
            />
          ))}
          {draft.confidence !== null && (
            <span>
              <Trans>{{ sure: percent(draft.confidence) }} confident.</Trans>
            </span>
          )}
          <span>{draft.reason}</span>
        </div>
      )}
      {mayDecide && doing === "read" && (
        <div className={classes.acts}>
          <Button size="xs" loading={actions.busy} aria-keyshortcuts="y" onClick={() => actions.approve()}>
            {draft.act ? t`Approve and do it` : t`Approve and send`}
          </Button>
          <Button size="xs" variant="default" disabled={actions.busy} onClick={() => setDoing("edit")}>
            <Trans>Edit</Trans>
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            disabled={actions.busy}
            onClick={() => setDoing("reject")}
          >
            {draft.act ? t`Decline` : t`Reject`}
          </Button>
          <span className={classes.hint}>
            <Trans>
              <kbd>y</kbd> approves
            </Trans>
          </span>
        </div>
      )}
      {doing === "reject" && (
        <Reject
          act={draft.act}
          busy={actions.busy}
          onReject={actions.reject}
          onCancel={() => setDoing("read")}
        />
      )}
    </section>
  );
}

interface EditProps {
  draft: Draft;
  busy: boolean;
  onSend: (text: string) => void;
  onCancel: () => void;
}

function Edit({ draft, busy, onSend, onCancel }: EditProps) {
  const [text, setText] = useState(draft.text);
  const ready = text.trim() !== "" && !busy;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && ready) onSend(text);
  };
  return (
    <div className={classes.edit}>
      <textarea
        className={classes.field}
        aria-label={t`The answer in your words`}
        rows={Math.min(12, text.split("\n").length + 2)}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked to write here
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.acts}>
        <Button size="xs" disabled={!ready} loading={busy} onClick={() => onSend(text)}>
          <Trans>Send the edited answer</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <span className={classes.hint}>
          <Trans>
            <kbd>Ctrl Enter</kbd> sends
          </Trans>
        </span>
      </div>
    </div>
  );
}

interface RejectProps {
  act: Draft["act"];
  busy: boolean;
  onReject: (reason: string) => void;
  onCancel: () => void;
}

function Reject({ act, busy, onReject, onCancel }: RejectProps) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReject(reason.trim());
  };
  return (
    <form className={classes.reject} onSubmit={submit}>
      <TextInput
        size="xs"
        label={act ? t`Why not?` : t`What is wrong with it?`}
        description={
          act
            ? t`Nothing is done or sent. You take the conversation and answer yourself.`
            : t`Nothing of it is sent. You take the conversation and answer yourself.`
        }
        placeholder={t`Optional, for your team`}
        maxLength={300}
        value={reason}
        data-autofocus
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
      <div className={classes.acts}>
        <Button size="xs" type="submit" loading={busy}>
          {act ? t`Decline and take over` : t`Reject and take over`}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
