/** The canned replies: found, written, changed, removed, carried out and in as a table. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, FileButton, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { atField } from "../../api/problems";
import {
  CANNED_TABLE,
  type CannedReply,
  changeCanned,
  importCanned,
  listCanned,
  removeCanned,
  writeCanned,
} from "../../api/writing";
import { matchesWords } from "../../inbox/composer/tools/filling";
import { cannedKey } from "../../inbox/composer/tools/keys";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { languageChoices, languageName } from "../../ui/languages";
import { offerUndo, tell, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import { editOf, removed } from "./acts";
import { EditFoot } from "./EditFoot";
import classes from "./Replies.module.css";

type Fields = Omit<CannedReply, "id" | "updated_at">;
type Edited = CannedReply | "new" | null;

const NEW: Fields = { name: "", shortcut: "", folder: "", language: "", text: "" };

const EXAMPLE = "{{customer.first_name|there}}";

export function CannedSection() {
  const may = useMay("replies.write");
  const client = useQueryClient();
  const [edited, setEdited] = useState<Edited>(null);
  const [asked, setAsked] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: cannedKey,
    queryFn: ({ signal }) => listCanned(signal),
  });
  const { mutate, error: refused } = useMutation({
    mutationFn: importCanned,
    onSuccess: ({ created, changed }) => {
      tell(t`${created} new, ${changed} changed.`);
      void client.invalidateQueries({ queryKey: cannedKey });
    },
  });
  const found = data?.data.filter((reply) => matchesWords(reply, asked)) ?? [];
  return (
    <Section
      title={t`Canned replies`}
      says={t`Type / in an empty reply to use one. Variables are filled from the conversation; words after a bar stand where there is nothing, as in ${{ example: EXAMPLE }}.`}
      actions={
        may && (
          <>
            <Button component="a" variant="default" href={CANNED_TABLE} download>
              <Trans>Export</Trans>
            </Button>
            <FileButton accept=".csv,text/csv" onChange={(file) => file && mutate(file)}>
              {(props) => (
                <Button variant="default" {...props}>
                  <Trans>Import</Trans>
                </Button>
              )}
            </FileButton>
            <Button onClick={() => setEdited("new")}>
              <Trans>New reply</Trans>
            </Button>
          </>
        )
      }
    >
      <FormProblem problem={refused} />
      {error && (
        <Failure problem={error} what={t`The replies could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={120} />}
      {data?.data.length === 0 && (
        <Empty title={t`No canned replies yet`}>
          <p>
            <Trans>
              Write what your team says often, once. A CSV file with the columns name and text comes in, too.
            </Trans>
          </p>
        </Empty>
      )}
      {data && data.data.length > 8 && (
        <TextInput
          aria-label={t`Find a reply`}
          placeholder={t`Find by name, shortcut or words`}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      )}
      <ul className={classes.list}>
        {found.map((reply) => (
          <li key={reply.id} className={classes.row}>
            <div className={classes.what}>
              <div className={classes.name}>
                {reply.name}
                <span className={classes.aside}>
                  {[
                    reply.folder,
                    reply.shortcut && `/${reply.shortcut}`,
                    reply.language && languageName(reply.language),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
              <p className={classes.words}>{reply.text}</p>
            </div>
            {may && (
              <Button
                variant="default"
                size="xs"
                onClick={() => setEdited(reply)}
                aria-label={editOf(reply.name)}
              >
                <Trans>Edit</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <CannedForm edited={edited} variables={data?.variables ?? {}} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

interface FormProps {
  edited: CannedReply | "new";
  variables: Record<string, string>;
  onClose: () => void;
}

function CannedForm({ edited, variables, onClose }: FormProps) {
  const client = useQueryClient();
  const [fields, setFields] = useState<Fields>(edited === "new" ? NEW : edited);
  const done = () => {
    void client.invalidateQueries({ queryKey: cannedKey });
    onClose();
  };
  const save = useMutation({
    mutationFn: ({ name, shortcut, folder, language, text }: Fields) => {
      const body = { name, shortcut, folder, language, text };
      return edited === "new" ? writeCanned(body) : changeCanned(edited.id, body);
    },
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: ({ id }: CannedReply) => removeCanned(id),
    onSuccess: (_, { id, ...gone }) => {
      done();
      const undo = () => writeCanned(gone).then(done, tellFailure);
      offerUndo({ id: `canned-${id}`, says: removed(gone.name), undo: () => void undo() });
    },
  });
  const set = (part: Partial<Fields>) => setFields((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(fields);
  };
  return (
    <Modal opened onClose={onClose} title={edited === "new" ? t`New reply` : t`Edit the reply`} size={560}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t`Name`}
          data-autofocus
          value={fields.name}
          error={atField(save.error, "name")}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label={t`Shortcut`}
            placeholder={"refund-late"}
            value={fields.shortcut}
            error={atField(save.error, "shortcut")}
            onChange={(event) => set({ shortcut: event.currentTarget.value })}
          />
          <TextInput
            label={t`Folder`}
            value={fields.folder}
            error={atField(save.error, "folder")}
            onChange={(event) => set({ folder: event.currentTarget.value })}
          />
          <Select
            label={t`Language`}
            placeholder={t`Any`}
            clearable
            data={languageChoices(fields.language ? [fields.language] : [])}
            value={fields.language || null}
            error={atField(save.error, "language")}
            onChange={(language) => set({ language: language ?? "" })}
          />
        </div>
        <Textarea
          label={t`Words`}
          autosize
          minRows={4}
          maxRows={14}
          value={fields.text}
          error={atField(save.error, "text")}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <div className={classes.variables}>
          {Object.entries(variables).map(([name, says]) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              title={says}
              onClick={() => set({ text: `${fields.text}{{${name}}}` })}
            >
              {name}
            </Button>
          ))}
        </div>
        <FormProblem problem={save.error} fields={["name", "shortcut", "folder", "language", "text"]} />
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
