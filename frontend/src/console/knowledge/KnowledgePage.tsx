/** The knowledge: its parts behind tabs, the editor of one article, and beside all of them the box to test it. */

import { t } from "@lingui/core/macro";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import { ARTICLES, NEW_ARTICLE } from "./addresses";
import { EditorPage } from "./editor/EditorPage";
import { NewPage } from "./editor/NewPage";
import classes from "./Knowledge.module.css";
import { PARTS, type Part } from "./parts";
import { AskButton } from "./testing/AskButton";
import { TestPanel } from "./testing/TestPanel";

const SAYS = t`What the assistant may say. It answers from here and from nowhere else, and shows where it read it.`;

export default function KnowledgePage() {
  return (
    <Switch>
      <Route path={NEW_ARTICLE}>
        <NewPage />
      </Route>
      <Route path={`${ARTICLES}/:id`}>{({ id }) => <EditorPage key={id} id={id} />}</Route>
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
  if (!here) return <Redirect to={ARTICLES} replace />;
  const { Body, Actions } = here;
  const tabs = parts.map((part) => ({
    name: part.name,
    href: part.path,
    count: part.Count && <part.Count />,
    current: part === here,
  }));
  return (
    <div className={classes.frame}>
      <Page
        title={t`Knowledge`}
        wide
        says={SAYS}
        actions={
          <>
            <AskButton />
            {Actions && <Actions />}
          </>
        }
      >
        {parts.length > 1 && <PageTabs label={t`Parts of the knowledge`} tabs={tabs} />}
        <Body key={here.path} />
      </Page>
      <TestPanel />
    </div>
  );
}
