/** Puts the rule that gives a topic to people into the draft of the rules, and shows what that changes. */

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
    <Modal opened={topic !== null} onClose={onClose} title={`Give “${topic ?? ""}” to people`} size={520}>
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
        <p>In the draft of the rules, not in force yet:</p>
        <ul className={classes.diff}>
          {added.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>There you see whom it would have given to people in the past weeks, and can change it.</p>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button component={Link} href="/console/rules">
            Look at the draft
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.dialog}>
      <p>
        {`A rule is added to the draft of the rules: whenever the topic is “${topic}”, a person gets the conversation. `}
        Nothing changes for customers before somebody publishes the draft.
      </p>
      <FormProblem problem={draft.error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button data-autofocus loading={draft.isPending} onClick={() => draft.mutate(topic)}>
          Draft the rule
        </Button>
      </div>
    </div>
  );
}
