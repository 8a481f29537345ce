/** Writes a question for the bench: what a customer asks, and what should come of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, useId, useState } from "react";
import type { CaseFields, Expected, ListedCase } from "../../api/learning";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import { useArticleList } from "../articles/useArticles";
import classes from "./Bench.module.css";
import { useKeepCase } from "./useBench";
import { TRIGGERS } from "./words";

interface CaseDialogProps {
  /** The case to change; without one a new one is written. */
  row?: ListedCase;
  opened: boolean;
  onClose: () => void;
}

const OUTCOMES: { value: Expected; label: string }[] = [
  { value: "article", label: t`An article` },
  { value: "unsure", label: t`“I don't know”` },
  { value: "handover", label: t`A person` },
];

const begin = (row: ListedCase | undefined): CaseFields => ({
  question: row?.question ?? "",
  expected: row?.expected ?? "article",
  article_id: row?.article?.id ?? null,
  trigger: row?.trigger ?? "",
  note: row?.note ?? "",
});

export function CaseDialog({ row, opened, onClose }: CaseDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={row ? t`Change the question` : t`Add a question`}
      size={540}
    >
      <CaseForm {...(row && { row })} onClose={onClose} />
    </Modal>
  );
}

function CaseForm({ row, onClose }: Omit<CaseDialogProps, "opened">) {
  const [fields, setFields] = useState(() => begin(row));
  const keep = useKeepCase(row?.id ?? null);
  const label = useId();
  const change = (some: Partial<CaseFields>) => setFields({ ...fields, ...some });
  const single = !row || row.lines.length === 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { question, ...rest } = fields;
    keep.mutate((single ? fields : rest) as CaseFields, { onSuccess: onClose });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={t`What a customer writes`}
        placeholder={t`When will my order arrive?`}
        autosize
        minRows={2}
        maxLength={4000}
        required
        data-autofocus
        readOnly={!single}
        {...(!single && { description: t`It follows on a talk, and stays as it was said.` })}
        value={fields.question}
        error={atField(keep.error, "question")}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      <div>
        <span id={label} className={classes.label}>
          <Trans>What should come of it</Trans>
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby={label}
          value={fields.expected}
          data={OUTCOMES}
          onChange={(value) => change({ expected: value as Expected })}
        />
      </div>
      {fields.expected === "article" && (
        <ArticleSelect
          known={row?.article ?? null}
          value={fields.article_id}
          error={atField(keep.error, "article_id")}
          onPick={(article_id) => change({ article_id })}
        />
      )}
      {fields.expected === "handover" && (
        <Select
          label={t`Because of what`}
          data={TRIGGERS}
          value={fields.trigger}
          allowDeselect={false}
          onChange={(trigger) => change({ trigger: trigger ?? "" })}
        />
      )}
      <TextInput
        label={t`Note`}
        placeholder={t`Why this question matters`}
        maxLength={300}
        value={fields.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <FormProblem problem={keep.error} fields={["question", "article_id"]} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          type="submit"
          loading={keep.isPending}
          disabled={!fields.question.trim() || (fields.expected === "article" && !fields.article_id)}
        >
          {row ? t`Save` : t`Add`}
        </Button>
      </div>
    </form>
  );
}

interface ArticleSelectProps {
  known: { id: string; title: string } | null;
  value: string | null;
  error: string | null;
  onPick: (id: string | null) => void;
}

function ArticleSelect({ known, value, error, onPick }: ArticleSelectProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const [picked, setPicked] = useState(known);
  const asked = search === picked?.title ? "" : search;
  const { data } = useArticleList({ search: asked, state: "", language: "", audience: "everyone", tag: "" });
  const found = data?.pages.flatMap((page) => page.data) ?? [];
  const choices = new Map([...(picked ? [picked] : []), ...found].map(({ id, title }) => [id, title]));
  return (
    <Select
      label={t`Which article should answer`}
      placeholder={t`Search your articles`}
      searchable
      data={[...choices].map(([id, title]) => ({ value: id, label: title }))}
      value={value}
      error={error}
      nothingFoundMessage={t`No article has these words`}
      onSearchChange={setTyped}
      onChange={(id) => {
        if (id) setPicked({ id, title: choices.get(id) ?? "" });
        onPick(id);
      }}
    />
  );
}
