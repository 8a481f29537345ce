/** Knowledge as text that was written or pasted. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { importText } from "../../api/imports";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Knowledge.module.css";
import { useBegin } from "./useImports";

const EXAMPLE = t`# Returns
You can return anything within 30 days of delivery.

# When do you deliver?
Orders placed before 14:00 leave the same day.`;

export function PasteForm({ atOnce = false }: { atOnce?: boolean }) {
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const begin = useBegin((words: { text: string; title: string }) =>
    importText(words.text, words.title, atOnce),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(
      { text, title: title.trim() },
      {
        onSuccess: () => {
          setText("");
          setTitle("");
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={t`Text to import`}
        description={t`Each heading that begins with # becomes an article; without headings, each line that is a question.`}
        placeholder={EXAMPLE}
        required
        rows={8}
        value={text}
        error={atField(begin.error, "text")}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label={t`Title`}
        description={t`Only for text without headings.`}
        placeholder={t`Returns and refunds`}
        maxLength={200}
        value={title}
        error={atField(begin.error, "title")}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FormProblem problem={begin.error} fields={["text", "title"]} />
      <div className={classes.foot}>
        <Button type="submit" loading={begin.isPending}>
          <Trans>Import text</Trans>
        </Button>
      </div>
    </form>
  );
}
