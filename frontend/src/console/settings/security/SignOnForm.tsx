/** What Baton has to know of the identity provider; the secret is written and never read back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { PasswordInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { atField } from "../../api/problems";
import { putSignOn, type SignOn, type SignOnChange } from "../../api/signOn";
import { CopyBox } from "../../ui/CopyBox";
import { useDraft } from "../../ui/drafts";
import { SaveBar } from "../../ui/SaveBar";
import classes from "./Security.module.css";
import { signOnKey } from "./signOnKey";

const FIELDS = ["issuer", "client_id", "client_secret", "only"] as const;

interface Typed {
  issuer: string;
  client_id: string;
  client_secret: string;
  only: boolean;
}

const typedOf = (saved: SignOn | null): Typed => ({
  issuer: saved?.issuer ?? "",
  client_id: saved?.client_id ?? "",
  client_secret: "",
  only: saved?.only ?? false,
});

const asked = ({ client_secret, ...others }: Typed): SignOnChange => ({
  ...others,
  ...(client_secret && { client_secret }),
});

function hindrance(typed: Typed, saved: SignOn | null): string | null {
  if (!typed.issuer.trim() || !typed.client_id.trim()) return t`Issuer and client id are needed.`;
  return saved?.has_secret || typed.client_secret ? null : t`The client secret is needed.`;
}

export function SignOnForm({ saved }: { saved: SignOn | null }) {
  const client = useQueryClient();
  const draft = useDraft("single sign-on", typedOf(saved));
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: putSignOn,
    onSuccess: (stored) => client.setQueryData(signOnKey, stored),
  });
  const { fields, change } = draft;
  return (
    <>
      <div>
        <p className={classes.label}>
          <Trans>Redirect address</Trans>
        </p>
        <p className={classes.hint}>
          <Trans>Enter it at your identity provider, where it asks for a redirect or callback URI.</Trans>
        </p>
        <CopyBox
          text={saved?.callback_url ?? `${window.location.origin}/sso/callback/`}
          what={t`the redirect address`}
        />
      </div>
      <TextInput
        label={t`Issuer`}
        description={t`The address of your identity provider, as it names itself.`}
        placeholder={"https://login.example.com/realms/company"}
        inputMode="url"
        spellCheck={false}
        value={fields.issuer}
        error={atField(error, "issuer")}
        onChange={(event) => change({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label={t`Client id`}
        spellCheck={false}
        autoComplete="off"
        value={fields.client_id}
        error={atField(error, "client_id")}
        onChange={(event) => change({ client_id: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`Client secret`}
        description={
          saved?.has_secret
            ? t`One is stored. Leave this empty to keep it.`
            : t`Stored encrypted, and never shown again.`
        }
        autoComplete="new-password"
        value={fields.client_secret}
        error={atField(error, "client_secret")}
        onChange={(event) => change({ client_secret: event.currentTarget.value })}
      />
      <Switch
        label={t`Only single sign-on`}
        description={t`Passwords no longer work, except those of owners, so that nobody is locked out when the provider fails.`}
        checked={fields.only}
        error={atField(error, "only")}
        onChange={(event) => change({ only: event.currentTarget.checked })}
      />
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        hindrance={hindrance(fields, saved)}
        onSave={() => mutate(asked(fields), { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}
