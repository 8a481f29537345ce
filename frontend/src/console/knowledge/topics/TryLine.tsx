/** A line as a customer might write it, and which topic it would have. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Topics.module.css";
import { useTry } from "./useTopics";

export function TryLine() {
  const [text, setText] = useState("");
  const asked = useTry();
  const topic = asked.data?.topic?.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) asked.mutate(text.trim());
  };
  return (
    <form className={classes.try} onSubmit={submit}>
      <TextInput
        className={classes.tryField}
        label={t`Try what a customer might write`}
        placeholder={t`Where is my parcel?`}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={asked.isPending}>
        <Trans>Try</Trans>
      </Button>
      <p role="status" className={classes.tried}>
        {asked.data &&
          (topic ? (
            <Trans>
              Its topic is <strong>{topic}</strong>.
            </Trans>
          ) : (
            t`It is none of the topics.`
          ))}
      </p>
      <FormProblem problem={asked.error} />
    </form>
  );
}
