/** Closes the open conversation into another live one of the same person. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, Radio } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { mergeConversation, type PastConversation } from "../../api/customers";
import { useReadPersonAgain } from "../../customers/usePerson";
import { keys } from "../../desk/keys";
import type { ConversationDetail } from "../../desk/wire";
import confirm from "../../ui/Confirm.module.css";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { inboxPath } from "../address";
import "../../ui/forms.css";

interface MergeThreadProps {
  detail: ConversationDetail;
  /** The person's other conversations that are live. */
  others: PastConversation[];
}

const told = (talk: PastConversation): string => talk.subject || talk.last_text || t`No words yet`;

export function MergeThread({ detail, others }: MergeThreadProps) {
  const [asking, setAsking] = useState(false);
  if (others.length === 0 || detail.status === "resolved") return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        <Trans>Close into another one</Trans>
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t`Where does this go on?`} size={460}>
        <Choice detail={detail} others={others} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
}

function Choice({ detail, others, onClose }: MergeThreadProps & { onClose: () => void }) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const readAgain = useReadPersonAgain();
  const [into, setInto] = useState(others[0]?.id ?? "");
  const merge = useMutation({
    mutationFn: () => mergeConversation(detail.id, into, detail.control.epoch),
    onSuccess: () => {
      tell(t`Closed. Its notes, tags and open question went along.`);
      void readAgain();
      void client.invalidateQueries({ queryKey: keys.conversation(into) });
      onClose();
      go(inboxPath("all", into));
    },
  });
  return (
    <>
      <Radio.Group value={into} onChange={setInto} label={t`The conversation in which it goes on`}>
        {others.map((talk) => (
          <Radio key={talk.id} value={talk.id} label={told(talk)} mt="xs" />
        ))}
      </Radio.Group>
      <p className={confirm.says}>
        <Trans>
          The customer reads that you go on there. Notes, tags and what waits for an answer go along. This one
          is resolved, and opens again if they write into it.
        </Trans>
      </p>
      <FormProblem problem={merge.error} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={merge.isPending} disabled={!into} onClick={() => merge.mutate()}>
          <Trans>Close this one</Trans>
        </Button>
      </div>
    </>
  );
}
