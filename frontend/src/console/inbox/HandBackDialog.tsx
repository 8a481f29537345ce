/** Before the assistant takes the baton again: what was decided, what stays promised, and a word for the desk. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Brief, Commitments } from "../api/handing";
import { useCommitments } from "./context/useCommitments";
import classes from "./HandBackDialog.module.css";

interface HandBackDialogProps {
  id: string;
  name: string;
  opened: boolean;
  busy: boolean;
  onClose: () => void;
  onHandBack: (brief: Brief) => Promise<boolean>;
}

export default function HandBackDialog(props: HandBackDialogProps) {
  const { opened, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={t`Hand back to the assistant`} size={500}>
      <BriefForm {...props} />
    </Modal>
  );
}

type Kept = "open" | "kept" | "released";

/** A sentence that the person said, which may be changed before it is kept. */
interface Offered {
  key: string;
  text: string;
  seq: number;
  on: boolean;
}

const offeredOf = (found: Commitments | undefined): Offered[] =>
  found?.perhaps_decided.map((one) => ({ ...one, key: `${one.seq} ${one.text}`, on: false })) ?? [];

function BriefForm({ id, name, opened, busy, onClose, onHandBack }: HandBackDialogProps) {
  const { data } = useCommitments(id, opened);
  const [brief, setBrief] = useState("");
  const [own, setOwn] = useState("");
  const [changed, setChanged] = useState<ReadonlyMap<string, Offered>>(new Map());
  const [closing, setClosing] = useState<ReadonlyMap<string, Kept>>(new Map());
  const offered = offeredOf(data).map((one) => changed.get(one.key) ?? one);
  const open = data?.promises.filter((one) => one.state === "open") ?? [];
  const set = (one: Offered) => setChanged(new Map(changed).set(one.key, one));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = offered.filter((one) => one.on && one.text.trim());
    const facts = said.map(({ text, seq }) => ({ text: text.trim(), seq }));
    if (own.trim()) facts.push({ text: own.trim(), seq: 0 });
    const promises = open.flatMap((one) => {
      const state = closing.get(one.id);
      return state && state !== "open" ? [{ id: one.id, state }] : [];
    });
    if (await onHandBack({ brief: brief.trim(), facts, promises })) onClose();
  };
  const onKeyDown = (event: { key: string; ctrlKey: boolean; metaKey: boolean } & FormEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p>
        <Trans>
          The assistant answers {name} again from the next message on. It hands over again when it should.
        </Trans>
      </p>
      <fieldset>
        <legend>
          <Trans>
            Decided <span>The assistant says this with your name when {name} asks. It acts on nothing.</span>
          </Trans>
        </legend>
        {data?.facts.map((fact) => (
          <p key={fact.id} className={classes.known}>
            {fact.text}{" "}
            <span>
              <Trans>Decided by {{ who: fact.decided_by.name }}, known already</Trans>
            </span>
          </p>
        ))}
        {offered.map((one) => (
          <div key={one.key} className={classes.offered}>
            <input
              type="checkbox"
              aria-label={t`Decided: ${one.text}`}
              checked={one.on}
              onChange={(event) => set({ ...one, on: event.currentTarget.checked })}
            />
            <input
              type="text"
              aria-label={t`In these words`}
              maxLength={500}
              value={one.text}
              onChange={(event) => set({ ...one, text: event.currentTarget.value, on: true })}
            />
          </div>
        ))}
        <input
          type="text"
          aria-label={t`Something else that was decided`}
          maxLength={500}
          placeholder={t`Something else that was decided`}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
      </fieldset>
      {open.length > 0 && (
        <fieldset>
          <legend>
            <Trans>
              Promised <span>What stays open is in the brief, and somebody is reminded.</span>
            </Trans>
          </legend>
          {open.map((one) => (
            <label key={one.id} className={classes.promise}>
              <span>{one.text}</span>
              <select
                value={closing.get(one.id) ?? "open"}
                onChange={(event) =>
                  setClosing(new Map(closing).set(one.id, event.currentTarget.value as Kept))
                }
              >
                <option value="open">
                  <Trans>Stays open</Trans>
                </option>
                <option value="kept">
                  <Trans>Was kept</Trans>
                </option>
                <option value="released">
                  <Trans>Not needed any more</Trans>
                </option>
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor="handback-brief">
        <Trans>
          Brief <span>Optional. It stays with the conversation as a private note.</span>
        </Trans>
      </label>
      <textarea
        id="handback-brief"
        data-autofocus
        rows={3}
        maxLength={2000}
        value={brief}
        placeholder={t`A replacement is on its way and arrives on Friday.`}
        onChange={(event) => setBrief(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans context="the conversation stays with me">Keep it</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          <Trans>Hand back</Trans>
        </Button>
      </div>
    </form>
  );
}
