/** Imports: bring knowledge in, look through what it would change, and see what came of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Route, Switch } from "wouter";
import { useMay } from "../../shell/useMay";
import { Empty } from "../../ui/Empty";
import { Section } from "../../ui/Section";
import { BringIn } from "../../welcome/knowledge/BringIn";
import { ImportList } from "../../welcome/knowledge/ImportList";
import { useImports } from "../../welcome/knowledge/useImports";
import { IMPORTS } from "../addresses";
import classes from "./Imports.module.css";
import { Review } from "./Review";

const MOST = 50;

export function ImportsPart() {
  return (
    <Switch>
      <Route path={`${IMPORTS}/:id`}>{({ id }) => <Review key={id} id={id} />}</Route>
      <Route>
        <All />
      </Route>
    </Switch>
  );
}

function All() {
  const mayWrite = useMay("knowledge.write");
  const { data } = useImports();
  return (
    <>
      {mayWrite && (
        <Section
          title={t`Bring in knowledge`}
          says={t`You look through what it would change before it is stored.`}
        >
          <BringIn />
        </Section>
      )}
      <div className={classes.list}>
        {data?.data.length === 0 ? (
          <Empty title={t`Nothing was imported yet`}>
            <p>
              <Trans>
                What you bring in by paste, by file or from your site is listed here, with what came of it.
              </Trans>
            </p>
          </Empty>
        ) : (
          <ImportList most={MOST} />
        )}
      </div>
    </>
  );
}
