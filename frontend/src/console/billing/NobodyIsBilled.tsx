/** Where nobody is billed: that it is so, and what was resolved all the same, as a figure. */

import { Trans } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import type { Billing } from "../api/billing";
import { SectionSkeleton } from "../ui/PageSkeleton";
import classes from "./Billing.module.css";

const UsagePart = lazy(() => import("./usage/UsagePart"));

export function NobodyIsBilled({ billing }: { billing: Billing }) {
  return (
    <>
      <div className={classes.callout} role="note">
        <h2>
          <Trans>Nobody is billed here</Trans>
        </h2>
        <p>
          <Trans>
            Everything in Baton is yours to use, with as many people as you like. What the assistant resolved
            is counted all the same, by the same rule and with its evidence: a figure, not a bill.
          </Trans>
        </p>
      </div>
      <Suspense fallback={<SectionSkeleton fields={4} />}>
        <UsagePart billing={billing} />
      </Suspense>
    </>
  );
}
