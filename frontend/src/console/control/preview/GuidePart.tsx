/** A private instruction for the assistant: what kind, and its words; the next answer obeys it, nobody else sees it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, Select, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { listArticles } from "../../api/articles";
import { GUIDANCE, type GuidanceKind, type NewGuidance } from "../../api/control";
import { listTeams } from "../../api/conversations";
import { keys } from "../../desk/keys";
import { GUIDANCE_NAMES } from "../words";
import classes from "./Preview.module.css";

const HELP: Record<GuidanceKind, { label: string; says: string; example: string }> = {
  words: {
    label: t`What shall the next answer do?`,
    says: t`The assistant follows it where it can; else the reply waits for you.`,
    example: t`Offer the loan bike while theirs is in the workshop.`,
  },
  say: {
    label: t`What shall it say?`,
    says: t`The customer gets these words, as the assistant's.`,
    example: t`Your refund was sent this morning and arrives by Thursday.`,
  },
  article: {
    label: t`A word for the assistant`,
    says: t`The next answer comes from the article that you choose.`,
    example: t`Optional`,
  },
  ask_for: {
    label: t`What shall it ask the customer for?`,
    says: t`The next answer asks for it.`,
    example: t`A photo of the cracked rim`,
  },
  pass_on: {
    label: t`Why, for the team`,
    says: t`With the customer's next message the conversation goes to the team.`,
    example: t`Optional`,
  },
};

interface GuideProps {
  busy: boolean;
  onGuide: (guidance: NewGuidance) => void;
  onCancel: () => void;
}

export default function GuidePart({ busy, onGuide, onCancel }: GuideProps) {
  const [kind, setKind] = useState<GuidanceKind>("words");
  const [text, setText] = useState("");
  const [about, setAbout] = useState<string | null>(null);
  const help = HELP[kind];
  const chosen = kind === "article" || kind === "pass_on";
  const ready = !busy && (chosen ? about !== null : text.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onGuide({
      kind,
      text: text.trim(),
      ...(kind === "article" && about !== null && { article_id: about }),
      ...(kind === "pass_on" && about !== null && { team_id: about }),
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form
      className={classes.panel}
      aria-label={t`Guide the assistant`}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <NativeSelect
        size="xs"
        label={t`Guide the assistant, privately`}
        description={help.says}
        value={kind}
        data={GUIDANCE.map((value) => ({ value, label: GUIDANCE_NAMES[value] }))}
        onChange={(event) => {
          setKind(event.currentTarget.value as GuidanceKind);
          setAbout(null);
        }}
      />
      {kind === "article" && <ArticleField value={about} onChange={setAbout} />}
      {kind === "pass_on" && <TeamField value={about} onChange={setAbout} />}
      <Textarea
        key={chosen ? "word" : "words"}
        size="xs"
        label={help.label}
        placeholder={help.example}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={1000}
        value={text}
        data-autofocus
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button size="xs" type="submit" disabled={!ready} loading={busy}>
          <Trans context="the assistant">Guide</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <span className={classes.hint}>
          <Trans>
            <kbd>Ctrl Enter</kbd> sends, <kbd>Esc</kbd> leaves
          </Trans>
        </span>
      </div>
    </form>
  );
}

interface FieldProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

function ArticleField({ value, onChange }: FieldProps) {
  const [typed, setTyped] = useState("");
  const [sought] = useDebouncedValue(typed, 200);
  const { data, isError } = useQuery({
    queryKey: ["articles", "to-guide", sought],
    queryFn: ({ signal }) =>
      listArticles(
        { search: sought, state: "valid", language: "", audience: "everyone", tag: "" },
        null,
        signal,
      ),
    placeholderData: (before) => before,
  });
  return (
    <Select
      size="xs"
      label={t`Article`}
      placeholder={t`Search articles`}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched: what it found is shown, in its order.
      filter={({ options }) => options}
      nothingFoundMessage={isError ? t`The articles could not be loaded.` : t`No article fits.`}
      data={data?.data.map((article) => ({ value: article.id, label: article.title })) ?? []}
      value={value}
      onChange={onChange}
    />
  );
}

function TeamField({ value, onChange }: FieldProps) {
  const { data, isError } = useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => listTeams(signal),
  });
  return (
    <NativeSelect
      size="xs"
      label={t`Team`}
      error={isError && t`The teams could not be loaded.`}
      value={value ?? ""}
      data={[
        { value: "", label: t`Choose a team` },
        ...(data?.data.map((team) => ({ value: team.id, label: team.name })) ?? []),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
