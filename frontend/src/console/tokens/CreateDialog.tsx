/** A new token: its name, scopes and end; then its secret, shown this once. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atField } from "../api/problems";
import type { Scope, Token } from "../api/tokens";
import { FormProblem } from "../ui/FormProblem";
import { EXPIRIES, EXPIRY_NAMES, type Expiry, endOf } from "./expiry";
import { ScopeChoice } from "./ScopeChoice";
import { Secret } from "./Secret";
import { known } from "./scopes";
import classes from "./Tokens.module.css";
import { useCreateToken } from "./useTokens";

interface CreateDialogProps {
  opened: boolean;
  scopes: readonly Scope[];
  /** Names of scopes that are ticked at first. */
  asked: readonly string[];
  onClose: () => void;
}

export function CreateDialog({ opened, scopes, asked, onClose }: CreateDialogProps) {
  const [made, setMade] = useState<(Token & { secret: string }) | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={made ? t`Your new token` : t`Create token`}
      size={made ? 520 : 720}
      // A slip of the finger must not cost a secret that is shown once.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <Secret secret={made.secret} scopes={made.scopes} onStored={close} />
      ) : (
        <CreateForm scopes={scopes} asked={asked} onMade={setMade} onCancel={close} />
      )}
    </Modal>
  );
}

interface CreateFormProps {
  scopes: readonly Scope[];
  asked: readonly string[];
  onMade: (token: Token & { secret: string }) => void;
  onCancel: () => void;
}

const FIELDS = ["name", "scopes", "expires_at"];

function CreateForm({ scopes, asked, onMade, onCancel }: CreateFormProps) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(() => known(scopes, asked));
  const [expiry, setExpiry] = useState<Expiry>("90");
  const [sent, setSent] = useState(false);
  const create = useCreateToken();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (chosen.length === 0) return;
    create.mutate(
      { name: name.trim(), scopes: chosen, expires_at: endOf(expiry, Date.now()) },
      { onSuccess: onMade },
    );
  };
  const none = sent && chosen.length === 0 ? t`Choose at least one.` : null;
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t`Name`}
        description={t`What uses it, so that you know later what to revoke.`}
        placeholder={t`Order sync`}
        required
        maxLength={80}
        value={name}
        error={atField(create.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ScopeChoice
        scopes={scopes}
        chosen={chosen}
        error={none ?? atField(create.error, "scopes") ?? null}
        onChange={setChosen}
      />
      <NativeSelect
        label={t`Expires`}
        description={
          expiry === "never"
            ? t`Then only revoking it ends it: note where it is kept.`
            : t`A week before its end it is marked here.`
        }
        data={EXPIRIES.map((value) => ({ value, label: EXPIRY_NAMES[value] }))}
        value={expiry}
        error={atField(create.error, "expires_at")}
        onChange={(event) => setExpiry(event.currentTarget.value as Expiry)}
      />
      <FormProblem problem={create.error} fields={FIELDS} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={create.isPending}>
          <Trans>Create token</Trans>
        </Button>
      </div>
    </form>
  );
}
