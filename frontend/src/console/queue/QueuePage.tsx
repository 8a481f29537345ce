/** The queue: who waits and who is at work now, and whether what customers were told came true. */

import { t } from "@lingui/core/macro";
import { Redirect, Route, Switch } from "wouter";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import { NowPart } from "./NowPart";
import { ReportPart } from "./ReportPart";

const NOW = "/console/queue";
const REPORT = "/console/queue/report";

export default function QueuePage() {
  return (
    <Page
      title={t`Queue`}
      wide
      says={t`Who waits for whom, who is at work, and whether the waits that customers were told came true.`}
    >
      <PageTabs
        label={t`Parts of the queue`}
        tabs={[
          { name: t`Now`, href: NOW },
          { name: t`What was told`, href: REPORT },
        ]}
      />
      <Switch>
        <Route path={NOW}>
          <NowPart />
        </Route>
        <Route path={REPORT}>
          <ReportPart />
        </Route>
        <Redirect to={NOW} replace />
      </Switch>
    </Page>
  );
}
