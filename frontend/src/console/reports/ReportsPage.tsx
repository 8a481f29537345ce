/** Reports: whether customers are served well, before how many; every number tells what it is and opens what it counts. */

import { t } from "@lingui/core/macro";
import { lazy, Suspense } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { PageTabs } from "../ui/PageTabs";
import { carried, metricOf, TRUST } from "./addresses";
import { FiguresSkeleton } from "./figures/FiguresSkeleton";
import { PARTS } from "./parts";
import "./print.css";

const MetricPage = lazy(() => import("./metric/MetricPage"));

const SAYS = t`Trust first: whether customers were helped for good, and what it took them. Every number opens its conversations.`;

export default function ReportsPage() {
  const [path] = useLocation();
  const search = useSearch();
  const metric = metricOf(path);
  const here = PARTS.find((part) => part.path === path);
  if (!here && !metric) return <Redirect to={TRUST} replace />;
  const tabs = PARTS.map((part) => ({
    name: part.name,
    href: part.carries ? carried(part.path, search) : part.path,
    current: part === here,
  }));
  return (
    <Page title={t`Reports`} wide says={SAYS}>
      <PageTabs label={t`Parts of the reports`} tabs={tabs} />
      <Suspense fallback={here && !here.carries ? <SectionSkeleton fields={4} /> : <FiguresSkeleton />}>
        {metric ? <MetricPage key={metric} metric={metric} /> : here && <here.Body key={here.path} />}
      </Suspense>
    </Page>
  );
}
