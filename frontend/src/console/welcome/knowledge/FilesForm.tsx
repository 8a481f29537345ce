/** Knowledge from files, dropped or chosen. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, UnstyledButton } from "@mantine/core";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { importFiles } from "../../api/imports";
import { CloseIcon, FileIcon } from "../../shell/icons";
import { FormProblem } from "../../ui/FormProblem";
import { ACCEPT, goes, hindrance, joined } from "./files";
import classes from "./Knowledge.module.css";
import { useBegin } from "./useImports";

export function FilesForm({ atOnce = false }: { atOnce?: boolean }) {
  const [files, setFiles] = useState<File[]>([]);
  const begin = useBegin((chosen: File[]) => importFiles(chosen, atOnce));
  const wrong = hindrance(files);
  /** What has arrived leaves the list; what has not stays, with the reason. */
  const send = async () => {
    for (const go of goes(files)) {
      await begin.mutateAsync(go);
      setFiles((all) => all.filter((file) => !go.includes(file)));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is told by the form.
    send().catch(() => undefined);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <DropPlace onFiles={(dropped) => setFiles((before) => joined(before, dropped))} />
      {files.length > 0 && (
        <ul className={classes.files} aria-label={t`Chosen files`}>
          {files.map(({ name }) => (
            <li key={name}>
              <FileIcon size={14} />
              <span>{name}</span>
              <UnstyledButton
                aria-label={t`Leave out ${name}`}
                onClick={() => setFiles((all) => all.filter((one) => one.name !== name))}
              >
                <CloseIcon size={14} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <p className={classes.wrong} role="alert">
          {wrong}
        </p>
      )}
      <FormProblem problem={begin.error} />
      <div className={classes.foot}>
        <Button type="submit" loading={begin.isPending} disabled={files.length === 0 || wrong !== null}>
          {plural(Math.max(1, files.length), { one: "Import file", other: "Import # files" })}
        </Button>
      </div>
    </form>
  );
}

function DropPlace({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>
        <Trans>Drop Word, PDF, Markdown, HTML or CSV files here</Trans>
      </strong>
      <span>
        <Trans>
          The first line of a CSV names its columns: <code>question</code> and <code>answer</code>, or{" "}
          <code>title</code> and <code>body</code>; <code>tags</code> and <code>language</code> if you like.
        </Trans>
      </span>
      <Button variant="default" size="xs" onClick={() => field.current?.click()}>
        <Trans>Choose files</Trans>
      </Button>
      <input
        ref={field}
        className="sr"
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={t`Files to import`}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again after it was left out.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
