/** The second factor: a code from an app on the phone, beside the password. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
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
      title={t`Second factor`}
      says={
        on
          ? t`On: signing in asks for a code from your authenticator app after the password.`
          : t`A code from an app on your phone beside your password: a stolen password alone opens nothing.`
      }
      actions={
        !on &&
        !enrolling && (
          <Button onClick={() => setEnrolling(true)}>
            <Trans>Set up a second factor</Trans>
          </Button>
        )
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
        <Plural value={left} one="# recovery code is left." other="# recovery codes are left." />{" "}
        {left < FEW_CODES && t`Make new ones, so that a lost phone does not lock you out.`}
      </p>
      <div className={classes.row}>
        <Button variant="default" onClick={() => setAsked("codes")}>
          <Trans>New recovery codes</Trans>
        </Button>
        {!account.totp.required && (
          <Button variant="default" onClick={() => setAsked("off")}>
            <Trans>Turn off</Trans>
          </Button>
        )}
      </div>
      {account.totp.required && (
        <p className={classes.quiet}>
          <Trans>Your company asks for it, so it cannot be turned off.</Trans>
        </p>
      )}
      <PasswordDialog
        opened={asked === "codes"}
        title={t`New recovery codes`}
        says={t`The codes that you have now stop working, and you get ten new ones.`}
        does={t`Make new codes`}
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
        title={t`Turn the second factor off?`}
        says={t`From then on your password alone opens your account. Your recovery codes stop working.`}
        does={t`Turn off`}
        busy={end.isPending}
        problem={end.error}
        onClose={close}
        onPassword={(password) => end.mutate(password, { onSuccess: close })}
      />
    </>
  );
}
