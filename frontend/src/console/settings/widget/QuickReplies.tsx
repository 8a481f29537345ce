/** Questions that a customer can ask with one click, in the order in which they are shown. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Input, TextInput } from "@mantine/core";
import { useRef } from "react";
import { CloseIcon, PlusIcon } from "../../shell/icons";
import classes from "./Widget.module.css";

const MOST = 6;
const LONGEST = 80;

interface QuickRepliesProps {
  replies: string[];
  problem: string | null;
  onChange: (replies: string[]) => void;
}

export function QuickReplies({ replies, problem, onChange }: QuickRepliesProps) {
  const list = useRef<HTMLDivElement>(null);
  const write = (place: number, words: string) =>
    onChange(replies.map((reply, at) => (at === place ? words : reply)));
  const add = () => {
    onChange([...replies, ""]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>("div:last-of-type input")?.focus(),
    );
  };
  return (
    <Input.Wrapper
      label={t`Quick replies`}
      labelElement="div"
      description={t`Up to ${MOST} questions that a customer can ask with one click.`}
      error={problem}
    >
      <div ref={list} className={classes.replies}>
        {replies.map((reply, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reply is its place; its words change with every key
          <div key={place} className={classes.reply}>
            <TextInput
              aria-label={quickReply(place + 1)}
              maxLength={LONGEST}
              value={reply}
              placeholder={t`Where is my order?`}
              onChange={(event) => write(place, event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={removal(place + 1)}
              onClick={() => onChange(replies.filter((_, at) => at !== place))}
            >
              <CloseIcon />
            </ActionIcon>
          </div>
        ))}
      </div>
      {replies.length < MOST && (
        <Button variant="default" size="xs" leftSection={<PlusIcon size={14} />} onClick={add}>
          <Trans>Add a quick reply</Trans>
        </Button>
      )}
    </Input.Wrapper>
  );
}

const quickReply = (number: number): string => t`Quick reply ${number}`;
const removal = (number: number): string => t`Remove quick reply ${number}`;
