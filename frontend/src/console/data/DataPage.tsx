/** Data and privacy: how long things are kept, taking them out, forgetting a customer, and the end. */

import { t } from "@lingui/core/macro";
import { Redirect, Route, Switch } from "wouter";
import { useWorkspaceQuery } from "../settings/workspace";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { PageTabs } from "../ui/PageTabs";
import { ClosingSection } from "./closing/ClosingSection";
import { CustomersSection } from "./customers/CustomersSection";
import { ExportsSection } from "./exports/ExportsSection";
import { RetentionSection } from "./retention/RetentionSection";

const KEEPING = "/console/data";
const EXPORTS = "/console/data/exports";
const CUSTOMERS = "/console/data/customers";

const TABS = [
  { name: t`Keeping`, href: KEEPING },
  { name: t`Exports`, href: EXPORTS },
  { name: t`Customers`, href: CUSTOMERS },
];

export default function DataPage() {
  return (
    <Page
      title={t`Data and privacy`}
      says={t`What you keep about your customers belongs to you and to them: take it out, let it go, or have one person forgotten.`}
    >
      <PageTabs label={t`Parts of data and privacy`} tabs={TABS} />
      <Switch>
        <Route path={KEEPING}>
          <Keeping />
        </Route>
        <Route path={EXPORTS}>
          <ExportsSection />
        </Route>
        <Route path={CUSTOMERS}>
          <CustomersSection />
        </Route>
        <Redirect to={KEEPING} replace />
      </Switch>
    </Page>
  );
}

function Keeping() {
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  if (workspace) {
    return (
      <>
        <RetentionSection workspace={workspace} />
        <ClosingSection workspace={workspace} />
      </>
    );
  }
  if (error)
    return (
      <Failure problem={error} what={t`The settings could not be loaded.`} onRetry={() => void refetch()} />
    );
  return <SectionSkeleton fields={1} />;
}
