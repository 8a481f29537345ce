/** Before a draft is put in force: what differs, what to think of, what it would have changed, and a note. */

import { Button, Loader, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { useBuilder, useDraft } from "../book/BuilderContext";
import { inShort } from "../panel/counting";
import { useCount } from "../panel/useCount";
import { refreshRules } from "../useRules";
import { Differences } from "./Differences";
import classes from "./Publish.module.css";

const MONTH = 30;
const LONGEST = 300;

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { keeper, rules } = useBuilder();
  const { saving, checked, theirs } = useDraft();
  const client = useQueryClient();
  const count = useCount(MONTH);
  const [note, setNote] = useState("");
  useEffect(() => void keeper.flush(), [keeper]);
  const publish = useMutation({
    mutationFn: () => keeper.publish(note.trim()),
    onSuccess: async () => {
      tell("The rules are in force. They decide from the next message on.");
      onClose();
      await refreshRules(client);
    },
  });
  const ready = saving === "saved" && !theirs;
  const { problems, warnings, diff } = checked;
  const may = ready && problems.length === 0 && diff.length > 0 && !publish.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (may) publish.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={`Publish as version ${rules.version + 1}`} size={600}>
      <form onSubmit={submit}>
        {ready ? (
          <div className={classes.body}>
            {problems.length > 0 ? (
              <Problems problems={problems} />
            ) : (
              <>
                <Differences diff={diff} />
                {count.data && !count.error && (
                  <p className={classes.counted}>
                    Over the last {MONTH} days: {inShort(count.data).toLocaleLowerCase()}.
                  </p>
                )}
                {warnings.map(({ kind, rule, words }) => (
                  <p key={`${kind} ${rule} ${words}`} className={classes.warning}>
                    {words}
                  </p>
                ))}
                <TextInput
                  label="Note"
                  description="For whoever reads the versions later: why this change?"
                  maxLength={LONGEST}
                  data-autofocus
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
              </>
            )}
          </div>
        ) : (
          <p className={classes.waiting} role="status">
            <Loader size="xs" />{" "}
            {theirs ? "Somebody else changed the draft: choose whose goes on." : "Saving the draft…"}
          </p>
        )}
        <FormProblem problem={publish.error} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={!may}>
            Publish
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Problems({ problems }: { problems: ReturnType<typeof useDraft>["checked"]["problems"] }) {
  const { book } = useDraft();
  const nameOf = (place: string): string => {
    const number = /^rules\[(\d+)\]/.exec(place)?.[1];
    return number === undefined
      ? "The rules"
      : book[Number(number)]?.rule.name || `Rule ${Number(number) + 1}`;
  };
  return (
    <>
      <p className={classes.same}>Something is to be mended first. The rules in force stay as they are.</p>
      <ul className={classes.differences}>
        {problems.map(({ place, problem }) => (
          <li key={`${place} ${problem}`} data-kind="wrong">
            <span className={classes.kind}>Mend</span>
            <div>
              <strong>{nameOf(place)}</strong>
              <p>{problem}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
