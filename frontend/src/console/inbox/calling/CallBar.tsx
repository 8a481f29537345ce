/** A call that this customer was promised: whom to call, by when, and one press for what came of it. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fetchWindows, listCalls, type Outcome, type PromisedCall, sayOutcome } from "../../api/queue";
import { useMay } from "../../shell/useMay";
import { tellFailure } from "../../ui/notices";
import { useInboxKeys } from "../useInboxKeys";
import { useNow } from "../useNow";
import { untilInWords } from "../waiting";
import classes from "./CallBar.module.css";

export default function CallBar({ conversationId }: { conversationId: string }) {
  const { data } = useQuery({
    queryKey: ["queue", "calls", conversationId],
    queryFn: ({ signal }) => listCalls({ conversation_id: conversationId }, signal),
    staleTime: 0,
  });
  const call = data?.data[0];
  return call ? <Bar call={call} /> : null;
}

function Bar({ call }: { call: PromisedCall }) {
  const now = useNow();
  const may = useMay("conversations.write");
  const first = useRef<HTMLButtonElement>(null);
  useInboxKeys({ call: may ? () => first.current?.focus() : undefined });
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ outcome, at }: { outcome: Outcome; at: string | null }) =>
      sayOutcome(call.id, outcome, at),
    onError: tellFailure,
    onSettled: () => void client.invalidateQueries({ queryKey: ["queue"] }),
  });
  const say = (outcome: Outcome, at: string | null = null) => mutate({ outcome, at });
  return (
    <section className={classes.bar} aria-label={t`A call was promised`} data-late={call.late || undefined}>
      <p>
        <strong>
          <Trans>
            Call <a href={`tel:${call.phone.e164}`}>{call.phone.text}</a>
          </Trans>
        </strong>
        <span>
          {call.late ? t`late, the customer was told so` : untilInWords(call.begins_at, now)}
          {call.tries > 0 && ` · ${plural(call.tries, { one: "tried once", other: "tried # times" })}`}
        </span>
      </p>
      {may && (
        <div className={classes.acts}>
          <Button
            ref={first}
            size="xs"
            loading={isPending}
            aria-keyshortcuts="c"
            title={t`Key c, then Enter`}
            onClick={() => say("done")}
          >
            <Trans>Reached</Trans>
          </Button>
          <Button size="xs" variant="default" disabled={isPending} onClick={() => say("failed")}>
            <Trans>Not reached</Trans>
          </Button>
          <Again call={call} disabled={isPending} onPick={(at) => say("again", at)} />
        </div>
      )}
    </section>
  );
}

interface AgainProps {
  call: PromisedCall;
  disabled: boolean;
  onPick: (at: string) => void;
}

function Again({ call, disabled, onPick }: AgainProps) {
  const now = useNow();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({
    queryKey: ["queue", "windows", call.id],
    queryFn: ({ signal }) => fetchWindows(call.id, signal),
    enabled: opened,
  });
  return (
    <Menu position="top-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button size="xs" variant="default" disabled={disabled}>
          <Trans>Try again…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: "auto" }}>
        {!data && (
          <Menu.Label>
            <Trans>Looking for times…</Trans>
          </Menu.Label>
        )}
        {data?.windows.length === 0 && (
          <Menu.Label>
            <Trans>The team is not at work in the next days.</Trans>
          </Menu.Label>
        )}
        {data?.windows.map((one) => (
          <Menu.Item key={one.begins_at} onClick={() => onPick(one.begins_at)}>
            {untilInWords(one.begins_at, now)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
