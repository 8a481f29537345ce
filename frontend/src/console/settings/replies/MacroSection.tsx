/** The macros: several acts under one name. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { atField } from "../../api/problems";
import { type Act, changeMacro, listMacros, type Macro, removeMacro, writeMacro } from "../../api/writing";
import { macrosKey } from "../../inbox/composer/tools/keys";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import { ActRow } from "./ActRow";
import { actInWords, editOf, newAct, removed, sentence } from "./acts";
import { EditFoot } from "./EditFoot";
import classes from "./Replies.module.css";

export function MacroSection() {
  const may = useMay("replies.write");
  const [edited, setEdited] = useState<Macro | "new" | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: macrosKey,
    queryFn: ({ signal }) => listMacros(signal),
  });
  return (
    <Section
      title={t`Macros`}
      says={t`Several steps at once. Whoever uses one sees first what it will do, and can undo it.`}
      actions={
        may && (
          <Button onClick={() => setEdited("new")}>
            <Trans>New macro</Trans>
          </Button>
        )
      }
    >
      {error && (
        <Failure problem={error} what={t`The macros could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={80} />}
      {data?.data.length === 0 && (
        <Empty title={t`No macros yet`}>
          <p>
            <Trans>A macro can reply, tag, pass on, snooze and resolve in one step.</Trans>
          </p>
        </Empty>
      )}
      <ul className={classes.list}>
        {data?.data.map((macro) => (
          <li key={macro.id} className={classes.row}>
            <div className={classes.what}>
              <div className={classes.name}>{macro.name}</div>
              <p className={classes.words}>{sentence(macro.acts.map(actInWords))}</p>
            </div>
            {may && (
              <Button
                variant="default"
                size="xs"
                onClick={() => setEdited(macro)}
                aria-label={editOf(macro.name)}
              >
                <Trans>Edit</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && <MacroForm edited={edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function MacroForm({ edited, onClose }: { edited: Macro | "new"; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(edited === "new" ? "" : edited.name);
  const [acts, setActs] = useState<readonly Act[]>(edited === "new" ? [newAct("reply")] : edited.acts);
  const done = () => {
    void client.invalidateQueries({ queryKey: macrosKey });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => {
      const body = { name, acts: [...acts] };
      return edited === "new" ? writeMacro(body) : changeMacro(edited.id, body);
    },
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Macro) => removeMacro(id),
    onSuccess: (_, { id, ...gone }) => {
      done();
      const undo = () => writeMacro({ name: gone.name, acts: gone.acts }).then(done, tellFailure);
      offerUndo({ id: `macro-${id}`, says: removed(gone.name), undo: () => void undo() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const change = (at: number, act: Act | null) =>
    setActs(acts.flatMap((one, index) => (index === at ? (act ?? []) : one)));
  return (
    <Modal opened onClose={onClose} title={edited === "new" ? t`New macro` : t`Edit the macro`} size={560}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t`Name`}
          data-autofocus
          value={name}
          error={atField(save.error, "name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {acts.map((act, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a step is known by
          <ActRow key={index} act={act} number={index + 1} onChange={(changed) => change(index, changed)} />
        ))}
        <Button
          variant="default"
          disabled={acts.length >= 10}
          onClick={() => setActs([...acts, newAct("tag")])}
        >
          <Trans>Add a step</Trans>
        </Button>
        <FormProblem problem={save.error} fields={["name"]} />
        <FormProblem problem={remove.error} />
        <EditFoot
          removes={
            edited === "new"
              ? null
              : { name: edited.name, busy: remove.isPending, act: () => remove.mutate(edited) }
          }
          saving={save.isPending}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
