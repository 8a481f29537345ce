/** The second factor: a code from an app on the phone, beside the password. */

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Account } from "../api/account";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { Enrol } from "./Enrol";
import { PasswordDialog } from "./PasswordDialog";
import { useEndTotp, useRenewCodes } from "./useAccount";

/** Fewer than these, and new ones are worth a minute. */
const FEW_CODES = 3;

interface SecondFactorProps {
  account: Account;
  /** New recovery codes, which the page has to show now or never. */
  onCodes: (codes: string[]) => void;
}

export function SecondFactor({ account, onCodes }: SecondFactorProps) {
  const { on, required } = account.totp;
  const [enrolling, setEnrolling] = useState(required && !on);
  return (
    <Section
      title="Second factor"
      says={
        on
          ? "On: signing in asks for a code from your authenticator app after the password."
          : "A code from an app on your phone beside your password: a stolen password alone opens nothing."
      }
      actions={
        !on && !enrolling && <Button onClick={() => setEnrolling(true)}>Set up a second factor</Button>
      }
    >
      {!on && enrolling && (
        <Enrol onCodes={onCodes} {...(!required && { onCancel: () => setEnrolling(false) })} />
      )}
      {on && <WhenOn account={account} onCodes={onCodes} />}
    </Section>
  );
}

function WhenOn({ account, onCodes }: SecondFactorProps) {
  const [asked, setAsked] = useState<"codes" | "off" | null>(null);
  const renew = useRenewCodes();
  const end = useEndTotp();
  const left = account.totp.recovery_codes_left;
  const close = () => {
    setAsked(null);
    renew.reset();
    end.reset();
  };
  return (
    <>
      <p className={classes.left} data-few={left < FEW_CODES || undefined}>
        {left === 1 ? "1 recovery code is left." : `${left} recovery codes are left.`}{" "}
        {left < FEW_CODES && "Make new ones, so that a lost phone does not lock you out."}
      </p>
      <div className={classes.row}>
        <Button variant="default" onClick={() => setAsked("codes")}>
          New recovery codes
        </Button>
        {!account.totp.required && (
          <Button variant="default" onClick={() => setAsked("off")}>
            Turn off
          </Button>
        )}
      </div>
      {account.totp.required && (
        <p className={classes.quiet}>Your company asks for it, so it cannot be turned off.</p>
      )}
      <PasswordDialog
        opened={asked === "codes"}
        title="New recovery codes"
        says="The codes that you have now stop working, and you get ten new ones."
        does="Make new codes"
        busy={renew.isPending}
        problem={renew.error}
        onClose={close}
        onPassword={(password) =>
          renew.mutate(password, {
            onSuccess: ({ recovery_codes }) => {
              close();
              onCodes(recovery_codes);
            },
          })
        }
      />
      <PasswordDialog
        opened={asked === "off"}
        title="Turn the second factor off?"
        says="From then on your password alone opens your account. Your recovery codes stop working."
        does="Turn off"
        busy={end.isPending}
        problem={end.error}
        onClose={close}
        onPassword={(password) => end.mutate(password, { onSuccess: close })}
      />
    </>
  );
}
