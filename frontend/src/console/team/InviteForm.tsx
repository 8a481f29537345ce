/** One or many addresses, a role and teams: each gets a letter with a link of their own. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Role } from "../desk/wire";
import { listed } from "../shell/locale";
import { FormProblem } from "../ui/FormProblem";
import { tell } from "../ui/notices";
import { type Addresses, readAddresses } from "./addresses";
import { RoleChoice } from "./RoleChoice";
import { SeatsNote } from "./SeatsNote";
import { seatsLeft } from "./seats";
import { type Sent, sendAll, type Unsent, written } from "./sending";
import classes from "./Team.module.css";
import { TeamChoice } from "./TeamChoice";
import { useReadInvitationsAgain, useSeats } from "./usePeople";

interface InviteFormProps {
  /** All letters are on their way. */
  onSent?: () => void;
  /** Without it there is nothing to leave. */
  onCancel?: () => void;
}

function complaint({ good, bad }: Addresses): string | null {
  const wrong = listed(bad);
  if (bad.length > 0) return t`This is no e-mail address: ${wrong}`;
  return good.length === 0 ? t`Write at least one e-mail address.` : null;
}

export function InviteForm({ onSent, onCancel }: InviteFormProps) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const [role, setRole] = useState<Role>("agent");
  const [teams, setTeams] = useState<string[]>([]);
  const readAgain = useReadInvitationsAgain();
  const found = readAddresses(typed);
  const wrong = complaint(found);
  const seats = useSeats();
  const full = role !== "viewer" && seats !== null && seatsLeft(seats) === 0;
  const send = useMutation({
    mutationFn: () => sendAll(found.good, { role, team_ids: teams }),
    onSuccess: ({ sent, unsent }: Sent) => {
      readAgain();
      if (sent.length > 0) tell(plural(sent.length, { one: "Invited # person", other: "Invited # people" }));
      setTyped(unsent.map(({ address }) => written(address)).join("\n"));
      setAsked(false);
      if (unsent.length === 0) onSent?.();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!wrong) send.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Textarea
        data-autofocus
        label={t`E-mail addresses`}
        description={t`One or many: one on each line, or with commas between.`}
        placeholder={"maya@example.com\nNoor Haddad <noor@example.com>"}
        autosize={false}
        rows={3}
        value={typed}
        error={asked && wrong}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NotSent unsent={send.data?.unsent ?? []} />
      <RoleChoice value={role} onChange={setRole} />
      {role !== "viewer" && <SeatsNote seats={seats} more={found.good.length} />}
      <TeamChoice value={teams} onChange={setTeams} />
      <FormProblem problem={send.error} />
      <div className={classes.foot}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <Button type="submit" loading={send.isPending} disabled={full}>
          {found.good.length > 1
            ? plural(found.good.length, { one: "Invite # person", other: "Invite # people" })
            : t`Send invitation`}
        </Button>
      </div>
    </form>
  );
}

function NotSent({ unsent }: { unsent: readonly Unsent[] }) {
  if (unsent.length === 0) return null;
  return (
    <ul className={classes.unsent} role="alert">
      {unsent.map(({ address, message }) => (
        <li key={address.email}>
          <strong>{address.email}</strong> {message}
        </li>
      ))}
    </ul>
  );
}
