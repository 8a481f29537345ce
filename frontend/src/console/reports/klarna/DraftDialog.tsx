/** Puts the rule that gives a topic to people into the draft of the rules, and shows what that changes. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { Link } from "wouter";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Klarna.module.css";
import { useDraft } from "./useCheck";

interface DraftDialogProps {
  topic: string | null;
  onClose: () => void;
}

export function DraftDialog({ topic, onClose }: DraftDialogProps) {
  return (
    <Modal
      opened={topic !== null}
      onClose={onClose}
      title={topic === null ? "" : t`Give “${topic}” to people`}
      size={520}
    >
      {topic !== null && <Body key={topic} topic={topic} onClose={onClose} />}
    </Modal>
  );
}

function Body({ topic, onClose }: { topic: string; onClose: () => void }) {
  const draft = useDraft();
  const added = draft.data?.draft.diff.filter(({ rule }) => rule === draft.data?.rule) ?? [];
  if (draft.data) {
    return (
      <div className={classes.dialog}>
        <p>
          <Trans>In the draft of the rules, not in force yet:</Trans>
        </p>
        <ul className={classes.diff}>
          {added.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          <Trans>
            There you see whom it would have given to people in the past weeks, and can change it.
          </Trans>
        </p>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
          <Button component={Link} href="/console/rules">
            <Trans>Look at the draft</Trans>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.dialog}>
      <p>
        <Trans>
          A rule is added to the draft of the rules: whenever the topic is “{topic}”, a person gets the
          conversation. Nothing changes for customers before somebody publishes the draft.
        </Trans>
      </p>
      <FormProblem problem={draft.error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button data-autofocus loading={draft.isPending} onClick={() => draft.mutate(topic)}>
          <Trans>Draft the rule</Trans>
        </Button>
      </div>
    </div>
  );
}
