/** One's own account: profile, password, second factor, sessions. */

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
    <Page title="Your account" says="Only you see this page.">
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
      <Failure problem={error} what="Your account could not be loaded." onRetry={() => void refetch()} />
    );
  }
  if (!account) {
    return (
      <div role="status" aria-label="Loading your account">
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
          <h2>One step before you go on</h2>
          <p>
            Your company asks owners and admins for a second factor: a code from your phone beside your
            password. It takes a minute. The rest of Baton opens as soon as it is on.
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
    <Section title="Welcome guide" says="The first steps with Baton, and how far your company has come.">
      <Link href="/console/welcome" className={classes.link}>
        Open the welcome guide
      </Link>
    </Section>
  );
}
