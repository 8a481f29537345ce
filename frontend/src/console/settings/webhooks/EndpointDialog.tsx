/** A new webhook and then its secret, shown this once; or other values for one that there is. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { atField } from "../../api/problems";
import type { Webhook, WebhookForm, WebhookWithSecret } from "../../api/webhooks";
import { EVERYTHING } from "../../api/webhooks";
import { FormProblem } from "../../ui/FormProblem";
import { EventChoice } from "./EventChoice";
import { SecretShown } from "./SecretShown";
import { useChangeWebhook, useCreateWebhook, webhookPath } from "./useWebhooks";
import classes from "./Webhooks.module.css";

interface EndpointDialogProps {
  opened: boolean;
  /** None for a new one. */
  webhook?: Webhook;
  onClose: () => void;
}

export function EndpointDialog({ opened, webhook, onClose }: EndpointDialogProps) {
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const [, go] = useLocation();
  const kept = () => {
    setMade(null);
    onClose();
    if (made) go(webhookPath(made.id));
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={made ? t`Your webhook's secret` : webhook ? t`Change webhook` : t`Add webhook`}
      size={640}
      // A slip of the finger must not cost a secret that is shown once.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <SecretShown secret={made.secret} onKept={kept} />
      ) : webhook ? (
        <Change webhook={webhook} onClose={onClose} />
      ) : (
        <Create onMade={setMade} onClose={onClose} />
      )}
    </Modal>
  );
}

function Create({ onMade, onClose }: { onMade: (made: WebhookWithSecret) => void; onClose: () => void }) {
  const create = useCreateWebhook();
  return (
    <Form
      first={{ url: "", description: "", types: [EVERYTHING] }}
      does={t`Add webhook`}
      busy={create.isPending}
      problem={create.error}
      onSubmit={(fields) => create.mutate(fields, { onSuccess: onMade })}
      onCancel={onClose}
    />
  );
}

function Change({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { url, description, types } = webhook;
  const change = useChangeWebhook(webhook.id);
  return (
    <Form
      first={{ url, description, types: types as WebhookForm["types"] }}
      does={t`Save`}
      busy={change.isPending}
      problem={change.error}
      onSubmit={(fields) => change.mutate(fields, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}

interface FormProps {
  first: WebhookForm;
  does: string;
  busy: boolean;
  problem: unknown;
  onSubmit: (fields: WebhookForm) => void;
  onCancel: () => void;
}

const FIELDS = ["url", "description", "types"];

function Form({ first, does, busy, problem, onSubmit, onCancel }: FormProps) {
  const [fields, setFields] = useState(first);
  const [asked, setAsked] = useState(false);
  const none = asked && fields.types.length === 0 ? t`Choose at least one.` : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fields.types.length > 0) onSubmit({ ...fields, url: fields.url.trim() });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t`Address`}
        description={t`Of a program of yours; it begins with https:// and can be reached from the internet.`}
        placeholder={"https://shop.example/baton-events"}
        type="url"
        required
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={fields.url}
        error={atField(problem, "url")}
        onChange={(event) => setFields({ ...fields, url: event.currentTarget.value })}
      />
      <TextInput
        label={t`What it is for`}
        placeholder={t`Orders, staging`}
        maxLength={200}
        value={fields.description ?? ""}
        error={atField(problem, "description")}
        onChange={(event) => setFields({ ...fields, description: event.currentTarget.value })}
      />
      <EventChoice
        types={fields.types}
        error={none ?? atField(problem, "types") ?? null}
        onChange={(types) => setFields({ ...fields, types: types as WebhookForm["types"] })}
      />
      <FormProblem problem={problem} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          {does}
        </Button>
      </div>
    </form>
  );
}
