/** Where a page that broke says so, and offers to begin again. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import classes from "./PageBoundary.module.css";

export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={classes.broken} role="alert">
        <h1>
          <Trans>This page stopped working</Trans>
        </h1>
        <p>
          <Trans>Nothing you sent is lost: it is stored on the server. Load the page again to go on.</Trans>
        </p>
        <Button onClick={() => window.location.reload()}>
          <Trans>Load again</Trans>
        </Button>
      </main>
    );
  }
}
