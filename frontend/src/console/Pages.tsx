/** Which page an address means; each is a piece of code of its own, fetched when it is first looked at. */

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useFactorMissing } from "./account/useAccount";
import type { Right } from "./desk/rights";
import { inboxPath } from "./inbox/address";
import { InboxSkeleton } from "./inbox/InboxSkeleton";
import { NotYours } from "./shell/NotYours";
import { PageBoundary } from "./shell/PageBoundary";
import { useMay } from "./shell/useMay";
import { PageSkeleton } from "./ui/PageSkeleton";

const InboxPage = lazy(() => import("./inbox/InboxPage"));
const WelcomePage = lazy(() => import("./welcome/WelcomePage"));
const ControlPage = lazy(() => import("./control/ControlPage"));
const KnowledgePage = lazy(() => import("./knowledge/KnowledgePage"));
const CustomersPage = lazy(() => import("./customers/CustomersPage"));
const QueuePage = lazy(() => import("./queue/QueuePage"));
const QualityPage = lazy(() => import("./quality/QualityPage"));
const RecordsPage = lazy(() => import("./records/RecordsPage"));
const SkillsPage = lazy(() => import("./skills/SkillsPage"));
const RulesPage = lazy(() => import("./rules/RulesPage"));
const TeamPage = lazy(() => import("./team/TeamPage"));
const AccountPage = lazy(() => import("./account/AccountPage"));
const SettingsPage = lazy(() => import("./settings/SettingsPage"));
const DataPage = lazy(() => import("./data/DataPage"));
const BillingPage = lazy(() => import("./billing/BillingPage"));
const AuditPage = lazy(() => import("./audit/AuditPage"));
const ReportsPage = lazy(() => import("./reports/ReportsPage"));
const TokensPage = lazy(() => import("./tokens/TokensPage"));

const ACCOUNT = "/console/account";

export function Pages() {
  const [path] = useLocation();
  const factorMissing = useFactorMissing();
  if (factorMissing && !path.startsWith(ACCOUNT)) return <Redirect to={ACCOUNT} replace />;
  return (
    <PageBoundary key={path.split("/")[2]}>
      <Switch>
        <Route path="/console/inbox/*?">
          <Suspense fallback={<InboxSkeleton />}>
            <InboxPage />
          </Suspense>
        </Route>
        <Route path="/console/welcome/*?">{page(WelcomePage, "settings.manage")}</Route>
        <Route path="/console/control/*?">{page(ControlPage, "assistant.supervise")}</Route>
        <Route path="/console/knowledge/*?">{page(KnowledgePage, "knowledge.read")}</Route>
        <Route path="/console/skills/*?">{page(SkillsPage, "skills.read")}</Route>
        <Route path="/console/rules/*?">{page(RulesPage, "rules.read")}</Route>
        <Route path="/console/customers/*?">{page(CustomersPage, "customers.read")}</Route>
        <Route path="/console/queue/*?">{page(QueuePage, "conversations.read")}</Route>
        <Route path="/console/quality/*?">{page(QualityPage, "conversations.write")}</Route>
        <Route path="/console/reports/*?">{page(ReportsPage, "reports.read")}</Route>
        <Route path="/console/records/*?">{page(RecordsPage, "records.read")}</Route>
        <Route path="/console/team/*?">{page(TeamPage, "people.read")}</Route>
        <Route path="/console/account/*?">{page(AccountPage, "account")}</Route>
        <Route path="/console/billing/*?">{page(BillingPage, "billing.read")}</Route>
        <Route path="/console/settings/*?">{page(SettingsPage, "settings.read")}</Route>
        <Route path="/console/data/*?">{page(DataPage, "data.export")}</Route>
        <Route path="/console/audit/*?">{page(AuditPage, "audit.read")}</Route>
        <Route path="/console/tokens/*?">{page(TokensPage, "tokens.manage")}</Route>
        <Redirect to={inboxPath("waiting")} replace />
      </Switch>
    </PageBoundary>
  );
}

function page(Component: ComponentType, right: Right): ReactNode {
  return (
    <ForWhoMay right={right}>
      <Suspense fallback={<PageSkeleton />}>
        <Component />
      </Suspense>
    </ForWhoMay>
  );
}

function ForWhoMay({ right, children }: { right: Right; children: ReactNode }) {
  return useMay(right) ? children : <NotYours />;
}
