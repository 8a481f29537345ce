/** An agent says what the assistant should have answered; it becomes a proposal for the knowledge. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Message } from "../../../shared/wire";
import { correctAnswer } from "../../api/learning";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import classes from "./CorrectDialog.module.css";

interface CorrectDialogProps {
  conversationId: string;
  message: Message;
  onClose: () => void;
}

export default function CorrectDialog({ conversationId, message, onClose }: CorrectDialogProps) {
  const quoted = message.sources.find((source) => source.article_id);
  const [text, setText] = useState(quoted?.passage ?? message.text);
  const client = useQueryClient();
  const correct = useMutation({
    mutationFn: () => correctAnswer(conversationId, message.seq, text.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["proposals"] });
      tell(t`Thank you. It waits among the proposals until somebody publishes it.`);
      onClose();
    },
  });
  const ready = text.trim() !== "" && text.trim() !== (quoted?.passage ?? message.text).trim();
  const send = () => ready && !correct.isPending && correct.mutate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <Modal opened onClose={onClose} title={t`Correct this answer`} size={560}>
      <form className={classes.form} onSubmit={submit}>
        <div>
          <p className={classes.label}>
            <Trans>The assistant said</Trans>
          </p>
          <blockquote className={classes.said}>{message.text}</blockquote>
        </div>
        <Textarea
          label={t`What it should have said`}
          description={
            quoted
              ? t`Proposed as new words for “${{ title: quoted.title }}”. The customer is not told; write to them yourself if it matters.`
              : t`Proposed as a new article. The customer is not told; write to them yourself if it matters.`
          }
          autosize
          minRows={4}
          maxRows={14}
          maxLength={5000}
          data-autofocus
          value={text}
          error={atField(correct.error, "text")}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <FormProblem problem={correct.error} fields={["text"]} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" disabled={!ready} loading={correct.isPending}>
            <Trans>Propose</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
