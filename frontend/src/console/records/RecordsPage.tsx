/** The records of the business: a tab for each kind, the imports, and the page of one record. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { countRecords } from "../api/records";
import { PlusIcon } from "../shell/icons";
import { useMay } from "../shell/useMay";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import { IMPORTS, kindPath, newImportPath, newPath } from "./addresses";
import { ImportPage } from "./imports/ImportPage";
import { ImportsPart } from "./imports/ImportsPart";
import { KINDS, type KindOf, kindOf } from "./kinds";
import { NewRecordPage, RecordPage } from "./RecordPage";
import { RecordsPart } from "./RecordsPart";
import { countsKey } from "./useRecords";

const SAYS = t`What the assistant looks things up in, and what it changes within your policies. Filled by hand, by CSV, by REST, or by your own system.`;

export default function RecordsPage() {
  return (
    <Switch>
      <Route path={`${IMPORTS}/:id`}>{({ id }) => <ImportPage key={id} id={id} />}</Route>
      <Route path="/console/records/:kind/:id">
        {({ kind, id }) => <One key={`${kind}/${id}`} kind={kindOf(kind)} id={id} />}
      </Route>
      <Route>
        <Tabbed />
      </Route>
    </Switch>
  );
}

function One({ kind, id }: { kind: KindOf | undefined; id: string }) {
  if (!kind) return <Redirect to={kindPath("orders")} replace />;
  return id === "new" ? <NewRecordPage kind={kind} /> : <RecordPage kind={kind} id={id} />;
}

function Tabbed() {
  const [path] = useLocation();
  const mayWrite = useMay("records.write");
  const { data: counts } = useQuery({ queryKey: countsKey, queryFn: ({ signal }) => countRecords(signal) });
  const here = KINDS.find(({ kind }) => path === kindPath(kind));
  if (!here && path !== IMPORTS) return <Redirect to={kindPath("orders")} replace />;
  const countOf = (kind: string) => counts?.data.find((each) => each.kind === kind);
  const tabs = [
    ...KINDS.map(({ kind, name }) => ({ name, href: kindPath(kind), count: countOf(kind)?.count })),
    { name: t`Imports`, href: IMPORTS },
  ];
  return (
    <Page
      title={t`Records`}
      wide
      says={SAYS}
      actions={
        here &&
        mayWrite && (
          <>
            <Button component={Link} href={newImportPath(here.kind)} variant="default">
              <Trans>Import CSV</Trans>
            </Button>
            <Button component={Link} href={newPath(here.kind)} leftSection={<PlusIcon size={14} />}>
              {here.says.fresh}
            </Button>
          </>
        )
      }
    >
      <PageTabs label={t`Kinds of record`} tabs={tabs} />
      {here ? (
        <RecordsPart
          key={here.kind}
          kind={here}
          fromConnector={countOf(here.kind)?.from_connector ?? false}
        />
      ) : (
        <ImportsPart />
      )}
    </Page>
  );
}
