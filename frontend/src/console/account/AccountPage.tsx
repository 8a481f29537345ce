/** One's own account: profile, password, second factor, sessions. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useMay } from "../shell/useMay";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { Notifications } from "./Notifications";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { RecoveryCodes } from "./RecoveryCodes";
import { SecondFactor } from "./SecondFactor";
import { Sessions } from "./Sessions";
import { useAccount, useReadAccountAgain } from "./useAccount";

export default function AccountPage() {
  return (
    <Page title={t`Your account`} says={t`Only you see this page.`}>
      <Parts />
    </Page>
  );
}

function Parts() {
  const { data: account, error, refetch } = useAccount();
  const [codes, setCodes] = useState<string[] | null>(null);
  const readAgain = useReadAccountAgain();
  // Before all else, whatever the line or the account do meanwhile: these are told only once.
  if (codes) {
    const stored = () => {
      setCodes(null);
      readAgain();
    };
    return <RecoveryCodes codes={codes} email={account?.email ?? ""} onStored={stored} />;
  }
  if (error) {
    return (
      <Failure problem={error} what={t`Your account could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!account) {
    return (
      <div role="status" aria-label={t`Loading your account`}>
        <SectionSkeleton />
        <SectionSkeleton fields={1} />
        <SectionSkeleton fields={1} />
      </div>
    );
  }
  const { required, on } = account.totp;
  if (required && !on) {
    return (
      <>
        <div className={classes.required} role="note">
          <h2>
            <Trans>One step before you go on</Trans>
          </h2>
          <p>
            <Trans>
              Your company asks owners and admins for a second factor: a code from your phone beside your
              password. It takes a minute. The rest of Baton opens as soon as it is on.
            </Trans>
          </p>
        </div>
        <SecondFactor account={account} onCodes={setCodes} />
        <Sessions />
      </>
    );
  }
  return (
    <>
      <Profile account={account} />
      <Notifications />
      <Password account={account} />
      <SecondFactor account={account} onCodes={setCodes} />
      <Sessions />
      <WelcomeGuide />
    </>
  );
}

function WelcomeGuide() {
  if (!useMay("settings.manage")) return null;
  return (
    <Section
      title={t`Welcome guide`}
      says={t`The first steps with Baton, and how far your company has come.`}
    >
      <Link href="/console/welcome" className={classes.link}>
        <Trans>Open the welcome guide</Trans>
      </Link>
    </Section>
  );
}
