/** What can be done with a webhook: try it, change it, another secret, switch it off, remove it. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { moment } from "../../../shared/time";
import { makeWebhookSecret, removeWebhook, testWebhook, type Webhook } from "../../api/webhooks";
import { Confirm } from "../../ui/Confirm";
import { FormProblem } from "../../ui/FormProblem";
import { tellFailure } from "../../ui/notices";
import { EndpointDialog } from "./EndpointDialog";
import { SecretShown } from "./SecretShown";
import { TestReply } from "./TestReply";
import { useChangeWebhook, useLookAgain, webhooksPath } from "./useWebhooks";
import classes from "./Webhooks.module.css";

type Asking = "change" | "secret" | "off" | "remove" | null;

export function Acts({ webhook }: { webhook: Webhook }) {
  const [asking, setAsking] = useState<Asking>(null);
  const again = useLookAgain();
  const test = useMutation({ mutationFn: () => testWebhook(webhook.id), onSuccess: again });
  const close = () => setAsking(null);
  return (
    <>
      <div className={classes.buttons}>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          <Trans>Send test event</Trans>
        </Button>
        <Button variant="default" onClick={() => setAsking("change")}>
          <Trans>Change</Trans>
        </Button>
        <Button variant="default" onClick={() => setAsking("secret")}>
          <Trans>New secret</Trans>
        </Button>
        {webhook.state === "enabled" && (
          <Button variant="default" onClick={() => setAsking("off")}>
            <Trans>Switch off</Trans>
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => setAsking("remove")}>
          <Trans>Remove</Trans>
        </Button>
      </div>
      <FormProblem problem={test.error} />
      {test.data && !test.isPending && <TestReply sent={test.data} />}
      <EndpointDialog
        key={asking === "change" ? "open" : "shut"}
        opened={asking === "change"}
        webhook={webhook}
        onClose={close}
      />
      {asking === "secret" && <NewSecret webhook={webhook} onClose={close} />}
      <SwitchOff webhook={webhook} opened={asking === "off"} onClose={close} />
      <Remove webhook={webhook} opened={asking === "remove"} onClose={close} />
    </>
  );
}

function NewSecret({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const again = useLookAgain();
  const make = useMutation({ mutationFn: () => makeWebhookSecret(webhook.id), onSuccess: again });
  const made = make.data;
  if (made) {
    const until = made.previous_secret_until;
    const time = until ? moment(until) : "";
    return (
      <Modal
        opened
        onClose={onClose}
        title={t`Your webhook's secret`}
        size={520}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <SecretShown
          secret={made.secret}
          {...(until && {
            also: t`Until ${time} requests carry a second signature, by the secret before this one: you have time to change over.`,
          })}
          onKept={onClose}
        />
      </Modal>
    );
  }
  return (
    <Confirm
      opened
      harmless
      title={t`Make a new secret?`}
      does={t`Make a new secret`}
      busy={make.isPending}
      problem={make.error}
      onClose={onClose}
      onConfirm={() => make.mutate()}
    >
      <p>
        <Trans>
          It is shown once. For 24 hours requests are signed with the one before too, so that your program
          misses nothing while you change it.
        </Trans>
      </p>
    </Confirm>
  );
}

interface AskedProps {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}

function SwitchOff({ webhook, opened, onClose }: AskedProps) {
  const change = useChangeWebhook(webhook.id);
  const { open } = webhook.last_day;
  return (
    <Confirm
      opened={opened}
      title={t`Switch this webhook off?`}
      does={t`Switch off`}
      busy={change.isPending}
      problem={change.error}
      onClose={onClose}
      onConfirm={() => change.mutate({ state: "disabled" }, { onSuccess: onClose })}
    >
      <p>
        <Trans>
          Nothing is sent there until you switch it on again, and what happens meanwhile is not kept for it.
        </Trans>{" "}
        {open > 0 &&
          plural(open, {
            one: "# event that waits is given up; you can send it again later.",
            other: "# events that wait are given up; you can send them again later.",
          })}
      </p>
    </Confirm>
  );
}

function Remove({ webhook, opened, onClose }: AskedProps) {
  const again = useLookAgain();
  const [, go] = useLocation();
  const remove = useMutation({
    mutationFn: () => removeWebhook(webhook.id),
    onSuccess: () => {
      go(webhooksPath);
      again();
    },
    onError: tellFailure,
  });
  const { url } = webhook;
  return (
    <Confirm
      opened={opened}
      title={t`Remove this webhook?`}
      does={t`Remove`}
      busy={remove.isPending}
      problem={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      <p>
        <Trans>
          <strong>{url}</strong> gets nothing any more, its secret is forgotten, and so is the log of what it
          was sent. This cannot be undone.
        </Trans>
      </p>
    </Confirm>
  );
}
