/** Sends the events of a time again, after saying how many they are. */

import { plural, t } from "@lingui/core/macro";
import { NativeSelect, Radio } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { countReplay, replayRange, type Webhook } from "../../api/webhooks";
import { Confirm } from "../../ui/Confirm";
import { tell } from "../../ui/notices";
import { useLookAgain, webhooksKey } from "./useWebhooks";
import classes from "./Webhooks.module.css";

const HOUR = 3_600_000;
const SPANS = [
  { value: "1", label: t`The last hour` },
  { value: "24", label: t`The last day` },
  { value: "72", label: t`The last three days` },
  { value: "168", label: t`The last week` },
  { value: "720", label: t`The last 30 days` },
];
const MOST = 5000;

export function ReplayDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [hours, setHours] = useState("24");
  const [missed, setMissed] = useState(true);
  const [opened] = useState(() => Date.now());
  const asked = {
    since: new Date(opened - Number(hours) * HOUR).toISOString(),
    missed_only: missed,
  };
  const again = useLookAgain();
  const count = useQuery({
    queryKey: [...webhooksKey, "replay", webhook.id, hours, missed],
    queryFn: ({ signal }) => countReplay(webhook.id, asked, signal),
    placeholderData: keepPreviousData,
  });
  const replay = useMutation({
    mutationFn: () => replayRange(webhook.id, asked),
    onSuccess: ({ events }) => {
      again();
      tell(plural(events, { one: "# event is sent again.", other: "# events are sent again." }));
      onClose();
    },
  });
  const events = count.data?.events;
  return (
    <Confirm
      opened
      harmless
      title={t`Send events again?`}
      does={
        events === undefined ? t`Send again` : plural(events, { one: "Send # again", other: "Send # again" })
      }
      busy={replay.isPending || count.isPending}
      problem={replay.error ?? count.error}
      onClose={onClose}
      onConfirm={() => (events ? replay.mutate() : onClose())}
    >
      <div className={classes.form}>
        <NativeSelect
          label={t`Of which time`}
          data={SPANS}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <Radio.Group
          label={t`Which of them`}
          value={missed ? "missed" : "all"}
          onChange={(value) => setMissed(value === "missed")}
        >
          <div className={classes.form}>
            <Radio value="missed" label={t`What it has not got`} />
            <Radio value="all" label={t`All, also what it has already`} />
          </div>
        </Radio.Group>
        <p aria-live="polite">
          {events === undefined
            ? t`Counting …`
            : events === 0
              ? t`There is nothing to send.`
              : plural(events, {
                  one: "# event goes out, under the id that it had.",
                  other: "# events go out, the oldest first, under the ids that they had.",
                })}{" "}
          {events === MOST && t`More than these fit into another go.`}
        </p>
      </div>
    </Confirm>
  );
}
