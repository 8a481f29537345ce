/** Billing: what the plan is and costs, what was used of it with its evidence, and what was paid. */

import { t } from "@lingui/core/macro";
import { Suspense } from "react";
import { Redirect, useLocation } from "wouter";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { PageTabs } from "../ui/PageTabs";
import { PLAN, USAGE } from "./addresses";
import { CheckoutReturn } from "./checkout/CheckoutReturn";
import { NobodyIsBilled } from "./NobodyIsBilled";
import { PARTS } from "./parts";
import { Sandbox } from "./Sandbox";
import { useBilling } from "./useBilling";

const SAYS = t`What you have, what it comes to so far, and every resolution that was counted, with its evidence.`;

export default function BillingPage() {
  return (
    <Page title={t`Billing`} wide says={SAYS}>
      <Inside />
    </Page>
  );
}

function Inside() {
  const [path] = useLocation();
  const { data: billing, error, refetch } = useBilling();
  if (error && !billing) {
    return (
      <Failure problem={error} what={t`Your plan could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!billing) {
    return (
      <div role="status" aria-label={t`Loading your plan`}>
        <SectionSkeleton fields={2} />
        <SectionSkeleton fields={3} />
      </div>
    );
  }
  if (!billing.billed) return <NobodyIsBilled billing={billing} />;
  const here = PARTS.find((part) => part.path === path);
  if (!here) return <Redirect to={path.startsWith(USAGE) ? USAGE : PLAN} replace />;
  return (
    <>
      {billing.sandbox && <Sandbox />}
      <CheckoutReturn />
      <PageTabs label={t`Parts of billing`} tabs={PARTS.map(({ name, path: href }) => ({ name, href }))} />
      <Suspense fallback={<SectionSkeleton fields={4} />}>
        <here.Body billing={billing} />
      </Suspense>
    </>
  );
}
