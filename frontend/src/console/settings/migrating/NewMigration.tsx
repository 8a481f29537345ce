/** The source, how to get the file there, and the file. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Radio } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import { beginArticles, beginMigration } from "../../api/migrations";
import { importPath } from "../../knowledge/addresses";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import { sectionPath } from "../sections";
import classes from "./Migrating.module.css";
import { store } from "./useMigrations";
import { SOURCES, type Source, sourceOf } from "./words";

export function NewMigration() {
  const [source, setSource] = useState<Source>("chatwoot");
  const [drafts, setDrafts] = useState(false);
  const begin = useBegin(source, drafts);
  const words = sourceOf(source);
  if (!words) return null;
  return (
    <Section title={t`Where it comes from`}>
      <Radio.Group
        aria-label={t`Where it comes from`}
        value={source}
        onChange={(value) => {
          setSource(value as Source);
          begin.reset();
        }}
      >
        <div className={classes.sources}>
          {SOURCES.map(({ value, name, brings }) => (
            <Radio.Card key={value} value={value} className={classes.source}>
              <Radio.Indicator />
              <span>
                <strong>{name}</strong>
                <small>{brings}</small>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <ol className={classes.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {source !== "customers" && (
        <p className={classes.hint}>
          <Trans>
            <a href="/docs/api/migrating/" target="_blank" rel="noopener">
              The guide
            </a>{" "}
            has the programs, and says what comes along and what does not.
          </Trans>
        </p>
      )}
      {source === "zendesk" && (
        <Checkbox
          label={t`Bring drafts too`}
          checked={drafts}
          onChange={(event) => setDrafts(event.currentTarget.checked)}
        />
      )}
      <FileField
        accept={words.accept}
        several={source === "zendesk"}
        busy={begin.isPending}
        onFiles={(files) => begin.mutate(files)}
      />
      <FormProblem problem={begin.error} />
    </Section>
  );
}

/** Sends the files, and goes where they are looked through. */
function useBegin(source: Source, drafts: boolean) {
  const client = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (files: readonly File[]): Promise<string> => {
      if (source === "zendesk") return importPath((await beginArticles(files, drafts)).id);
      const made = await beginMigration(source, files[0] as File);
      store(client, made);
      return `${sectionPath("migrating")}/${made.id}`;
    },
    onSuccess: (path) => go(path),
  });
}

interface FileFieldProps {
  accept: string;
  several: boolean;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
}

function FileField({ accept, several, busy, onFiles }: FileFieldProps) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => files && files.length > 0 && onFiles([...files]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button loading={busy} onClick={() => field.current?.click()}>
        {several ? t`Choose files` : t`Choose a file`}
      </Button>
      <p className={classes.hint}>
        {several ? t`Or drop them here.` : t`Or drop it here.`}{" "}
        <Trans>At most 10 MB at a time; bring more in several files, one after the other.</Trans>
      </p>
      <input
        ref={field}
        className="sr"
        type="file"
        accept={accept}
        multiple={several}
        aria-label={t`File to bring`}
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file can be chosen again after something was mended.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
