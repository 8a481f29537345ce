/** What the assistant does by itself: its parts behind tabs, and the page of one skill. */

import { t } from "@lingui/core/macro";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import { ALL, CALENDARS, GUIDES, NEW_CALENDAR, NEW_GUIDE } from "./addresses";
import { CalendarPage, NewCalendarPage } from "./calendars/CalendarPage";
import { GuidePage, NewGuidePage } from "./guides/GuidePage";
import { PARTS, type Part } from "./parts";
import { SkillPage } from "./skill/SkillPage";

const SAYS = t`The routine that the assistant clears by itself, each task within a policy of yours. What lies outside goes to a person.`;

export default function SkillsPage() {
  return (
    <Switch>
      <Route path={`${ALL}/:name`}>{({ name }) => <SkillPage key={name} name={name} />}</Route>
      <Route path={NEW_GUIDE}>
        <NewGuidePage />
      </Route>
      <Route path={`${GUIDES}/:id`}>{({ id }) => <GuidePage key={id} id={id} />}</Route>
      <Route path={NEW_CALENDAR}>
        <NewCalendarPage />
      </Route>
      <Route path={`${CALENDARS}/:id`}>{({ id }) => <CalendarPage key={id} id={id} />}</Route>
      <Route>
        <Tabbed />
      </Route>
    </Switch>
  );
}

const isIn = (part: Part, path: string): boolean => path === part.path || path.startsWith(`${part.path}/`);

function Tabbed() {
  const me = useMe();
  const [path] = useLocation();
  const parts = PARTS.filter((part) => may(me, part.right));
  const here = parts.find((part) => isIn(part, path));
  if (!here) return <Redirect to={ALL} replace />;
  const { Body, Actions } = here;
  const tabs = parts.map((part) => ({ name: part.name, href: part.path, current: part === here }));
  return (
    <Page title={t`Skills`} wide says={SAYS} actions={Actions && <Actions />}>
      {parts.length > 1 && <PageTabs label={t`Parts of the skills`} tabs={tabs} />}
      <Body key={here.path} />
    </Page>
  );
}
