/** Before a draft is put in force: what differs, what to think of, what it would have changed, and a note. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Loader, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import type { RuleProblem } from "../../api/rules";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { useBuilder, useDraft } from "../book/BuilderContext";
import { problemsByRule } from "../document/book";
import { changesInShort } from "../panel/counting";
import { useCount } from "../panel/useCount";
import { refreshRules } from "../useRules";
import { offerFormer } from "../versions/useVersions";
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
      onClose();
      await refreshRules(client);
      const says = t`The rules are in force. They decide from the next message on.`;
      if (rules.version > 0) offerFormer(client, { says, former: rules.version });
      else tell(says);
    },
  });
  const next = rules.version + 1;
  const ready = saving === "saved" && !theirs;
  const sum = count.data && !count.error ? changesInShort(count.data) : null;
  const { problems, warnings, diff } = checked;
  const may = ready && problems.length === 0 && diff.length > 0 && !publish.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (may) publish.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t`Publish as version ${next}`} size={600}>
      <form onSubmit={submit}>
        {ready ? (
          <div className={classes.body}>
            {problems.length > 0 ? (
              <Problems problems={problems} />
            ) : (
              <>
                <Differences diff={diff} />
                {sum !== null && (
                  <p className={classes.counted}>
                    {sum ? (
                      <Trans>
                        Over the last {MONTH} days: {sum}.
                      </Trans>
                    ) : (
                      <Trans>Over the last {MONTH} days nothing would have gone otherwise.</Trans>
                    )}
                  </p>
                )}
                {warnings.map(({ kind, rule, words }) => (
                  <p key={`${kind} ${rule} ${words}`} className={classes.warning}>
                    {words}
                  </p>
                ))}
                <TextInput
                  label={t`Note`}
                  description={t`For whoever reads the versions later: why this change?`}
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
            {theirs ? t`Somebody else changed the draft: choose whose goes on.` : t`Saving the draft…`}
          </p>
        )}
        <FormProblem problem={publish.error} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={!may}>
            <Trans>Publish</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Problems({ problems }: { problems: readonly RuleProblem[] }) {
  const { book } = useDraft();
  const told = [...problemsByRule(problems)].flatMap(([rule, found]) => {
    const number = rule + 1;
    const name = rule < 0 ? t`The rules` : book[rule]?.rule.name || t`Rule ${number}, without a name`;
    return found.map(({ place, problem }) => ({ name, place, problem }));
  });
  return (
    <>
      <p className={classes.same}>
        <Trans>Something is to be mended first. The rules in force stay as they are.</Trans>
      </p>
      <ul className={classes.differences}>
        {told.map(({ name, place, problem }) => (
          <li key={`${name} ${place} ${problem}`} data-kind="wrong">
            <span className={classes.kind}>
              <Trans>Mend</Trans>
            </span>
            <div>
              <strong>{name}</strong>
              <p>{problem}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
