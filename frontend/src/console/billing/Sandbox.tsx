/** Says that no money moves here, and with what one pays all the same. */

import { Trans } from "@lingui/react/macro";
import classes from "./Billing.module.css";

export function Sandbox() {
  return (
    <p className={classes.sandbox} role="note">
      <b>
        <Trans>Test payments.</Trans>
      </b>{" "}
      <span>
        <Trans>
          No money moves here: payments go to a sandbox of Stripe. Pay with card{" "}
          <code>4242 4242 4242 4242</code>, any date ahead and any code.
        </Trans>
      </span>
    </p>
  );
}
