/** What can be learnt from an answer of the assistant: put it right, or let the test bench ask for it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Message } from "../../../shared/wire";
import { useMe } from "../../desk/DeskContext";
import { MoreIcon } from "../../shell/icons";
import { may } from "../../shell/useMay";
import classes from "./AnswerMenu.module.css";

const CorrectDialog = lazy(() => import("../learning/CorrectDialog"));

interface AnswerMenuProps {
  conversationId: string;
  message: Message;
  /** The customer's message that it answers; unknown where nothing was decided. */
  askedSeq: number | undefined;
}

export function AnswerMenu({ conversationId, message, askedSeq }: AnswerMenuProps) {
  const me = useMe();
  const [correcting, setCorrecting] = useState(false);
  const mayCorrect = may(me, "conversations.write");
  const mayAdd = askedSeq !== undefined && may(me, "knowledge.write");
  if (!mayCorrect && !mayAdd) return null;
  // The calls and their words come when they are needed.
  const add = () =>
    void import("../learning/toBench").then(({ toBench }) => toBench(conversationId, askedSeq ?? 0));
  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={classes.target}
            aria-label={t`More about this answer`}
          >
            <MoreIcon size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayCorrect && (
            <Menu.Item onClick={() => setCorrecting(true)}>
              <Trans>Correct this answer…</Trans>
            </Menu.Item>
          )}
          {mayAdd && (
            <Menu.Item onClick={add}>
              <Trans>Add to the bench</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {correcting && (
        <Suspense fallback={null}>
          <CorrectDialog
            conversationId={conversationId}
            message={message}
            onClose={() => setCorrecting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
