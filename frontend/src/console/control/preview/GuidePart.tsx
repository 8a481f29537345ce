/** A private instruction for the assistant: what kind, and its words; the next answer obeys it, nobody else sees it. */

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
    label: "What shall the next answer do?",
    says: "The assistant follows it where it can; else the reply waits for you.",
    example: "Offer the loan bike while theirs is in the workshop.",
  },
  say: {
    label: "What shall it say?",
    says: "The customer gets these words, as the assistant's.",
    example: "Your refund was sent this morning and arrives by Thursday.",
  },
  article: {
    label: "A word for the assistant",
    says: "The next answer comes from the article that you choose.",
    example: "Optional",
  },
  ask_for: {
    label: "What shall it ask the customer for?",
    says: "The next answer asks for it.",
    example: "A photo of the cracked rim",
  },
  pass_on: {
    label: "Why, for the team",
    says: "With the customer's next message the conversation goes to the team.",
    example: "Optional",
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
    <form className={classes.panel} aria-label="Guide the assistant" onSubmit={submit} onKeyDown={onKeyDown}>
      <NativeSelect
        size="xs"
        label="Guide the assistant, privately"
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
          Guide
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
        <span className={classes.hint}>
          <kbd>Ctrl Enter</kbd> sends, <kbd>Esc</kbd> leaves
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
      label="Article"
      placeholder="Search articles"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched: what it found is shown, in its order.
      filter={({ options }) => options}
      nothingFoundMessage={isError ? "The articles could not be loaded." : "No article fits."}
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
      label="Team"
      error={isError && "The teams could not be loaded."}
      value={value ?? ""}
      data={[
        { value: "", label: "Choose a team" },
        ...(data?.data.map((team) => ({ value: team.id, label: team.name })) ?? []),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
