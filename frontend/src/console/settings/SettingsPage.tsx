/** The settings: the list of sections, and the one that the address names. */

import { t } from "@lingui/core/macro";
import { type ComponentType, lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import type { Workspace } from "../api/workspace";
import type { Right } from "../desk/rights";
import { useMay } from "../shell/useMay";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { Appearance } from "./appearance/Appearance";
import { Assistant } from "./assistant/Assistant";
import { Company } from "./company/Company";
import { Connector } from "./connector/Connector";
import { Domains } from "./domains/Domains";
import { Hours } from "./hours/Hours";
import { Identity } from "./identity/Identity";
import { Locked } from "./Locked";
import { Migrating } from "./migrating/Migrating";
import { Replies } from "./replies/Replies";
import { Routing } from "./routing/Routing";
import { SettingsNav } from "./SettingsNav";
import { HOURS, sectionPath } from "./sections";
import { Security } from "./security/Security";
import { Promises } from "./sla/Promises";
import { Surveys } from "./surveys/Surveys";
import { Widget } from "./widget/Widget";
import { useWorkspaceQuery } from "./workspace";

const Greetings = lazy(() => import("./greetings/Greetings"));
const BeforeChat = lazy(() => import("./beforeChat/BeforeChat"));
const Mail = lazy(() => import("./mail/Mail"));
const Webhooks = lazy(() => import("./webhooks/Webhooks"));

/** Who may change it, where it is not owners and admins only. */
const LOOK: Partial<Record<Right, string>> = {
  "replies.write": t`You may look; supervisors change them.`,
};

export interface SectionProps {
  workspace: Workspace;
}

export default function SettingsPage() {
  return (
    <Switch>
      <Route path={sectionPath("company")}>
        {section(Company, t`Company`, t`How your company presents itself.`)}
      </Route>
      <Route path={sectionPath("appearance")}>
        {section(Appearance, t`Appearance`, t`The colour that your customers see in the widget.`)}
      </Route>
      <Route path={sectionPath("widget")}>
        {section(Widget, t`Widget`, t`The chat on your own site: its first words, and where it may stand.`)}
      </Route>
      <Route path={sectionPath("greetings")}>
        {section(Greetings, t`Greetings`, t`What the chat button says by itself, and on which pages.`)}
      </Route>
      <Route path={sectionPath("before-chat")}>
        {section(BeforeChat, t`Form before a chat`, t`What visitors are asked before they talk to you.`)}
      </Route>
      <Route path={sectionPath("mail")}>
        {section(Mail, t`E-mail`, t`How customers reach you by mail, in the same conversations.`)}
      </Route>
      <Route path={sectionPath("identity")}>
        {section(
          Identity,
          t`Identity`,
          t`Your own server says who a customer is, so that the assistant may tell and change what is theirs.`,
        )}
      </Route>
      <Route path={sectionPath("assistant")}>
        {section(
          Assistant,
          t`Assistant`,
          t`How far the assistant acts by itself, how sure it has to be, and how it sounds.`,
        )}
      </Route>
      <Route path={sectionPath("connector")}>
        {section(
          Connector,
          t`Connector`,
          t`Let the assistant ask your own system for records, and let it do things there.`,
        )}
      </Route>
      <Route path={`${sectionPath("webhooks")}/*?`}>
        {section(
          Webhooks,
          t`Webhooks`,
          t`Programs of yours hear at once what happens here.`,
          "webhooks.manage",
        )}
      </Route>
      <Route path={`${sectionPath("hours")}/*?`}>
        {section(
          Hours,
          HOURS,
          t`When people are at work. The assistant always is; outside these hours it says when somebody can answer.`,
        )}
      </Route>
      <Route path={sectionPath("routing")}>
        {section(
          Routing,
          t`Routing`,
          t`Who is asked to take a conversation, for how long, and whom else when nobody fits.`,
        )}
      </Route>
      <Route path={sectionPath("promises")}>
        {section(
          Promises,
          t`Reply times`,
          t`What you promise your customers, so that nobody waits longer than you want.`,
        )}
      </Route>
      <Route path={sectionPath("replies")}>
        {section(
          Replies,
          t`Replies`,
          t`Words that your team says often, and macros that do several things at once.`,
          "replies.write",
        )}
      </Route>
      <Route path={sectionPath("surveys")}>
        {section(
          Surveys,
          t`Surveys`,
          t`Ask customers how it was once a conversation is over, and look after who was let down.`,
        )}
      </Route>
      <Route path={sectionPath("domains")}>
        {section(Domains, t`Domains`, t`Serve the widget and the console under a host name of your own.`)}
      </Route>
      <Route path={sectionPath("security")}>
        {section(Security, t`Security`, t`How the people of your company sign in.`)}
      </Route>
      <Route path={`${sectionPath("migrating")}/*?`}>
        {section(
          Migrating,
          t`Bring your data`,
          t`Conversations, customers and articles from where you were before, looked through before they are stored.`,
        )}
      </Route>
      <Redirect to={sectionPath("company")} replace />
    </Switch>
  );
}

const section = (
  Body: ComponentType<SectionProps>,
  title: string,
  says: string,
  right: Right = "settings.manage",
) => <SettingsSection Body={Body} title={title} says={says} right={right} />;

interface SettingsSectionProps {
  Body: ComponentType<SectionProps>;
  title: string;
  says: string;
  /** To change what is there. */
  right: Right;
}

function SettingsSection({ Body, title, says, right }: SettingsSectionProps) {
  const mayChange = useMay(right);
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  return (
    <Page
      title={title}
      says={mayChange ? says : `${says} ${LOOK[right] ?? t`You may look; owners and admins change them.`}`}
      aside={<SettingsNav />}
    >
      {mayChange && right === "settings.manage" && <Locked />}
      {workspace ? (
        <Suspense fallback={<SectionSkeleton fields={3} />}>
          <Body workspace={workspace} />
        </Suspense>
      ) : error ? (
        <Failure problem={error} what={t`The settings could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={3} />
      )}
    </Page>
  );
}
