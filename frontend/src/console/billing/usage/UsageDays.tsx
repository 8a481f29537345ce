/** Day by day: what was counted, and below the line what was taken back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Billing } from "../../api/billing";
import type { Point } from "../../api/reports";
import { fetchWorkspace } from "../../api/workspace";
import { todayIn } from "../../reports/query/period";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { useUsageDays } from "../useBilling";
import { count } from "../words";
import { daysOf, everyDay } from "./days";

const Over = lazy(() => import("../../reports/charts/Over").then(({ Over: chart }) => ({ default: chart })));

/** The company's zone; undefined until it is known. */
function useZone(): string | undefined {
  const { data, error } = useQuery({
    queryKey: ["workspace"],
    queryFn: ({ signal }) => fetchWorkspace(signal),
  });
  if (!data && !error) return undefined;
  return data?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const pointOf = (value: number): Point => ({ value, low: null, high: null, of: value });

export function UsageDays({ billing }: { billing: Billing }) {
  const zone = useZone();
  const span = zone ? daysOf(billing.period, zone, Date.now()) : null;
  const { data, error, refetch } = useUsageDays();
  return (
    <Section title={t`By day`} says={t`A resolution counts on the day on which it was found to be one.`}>
      {error && !data ? (
        <Failure problem={error} what={t`The days could not be loaded.`} onRetry={() => void refetch()} />
      ) : !data || !span || !zone ? (
        <Bone width="100%" height={220} />
      ) : (
        <Chart days={everyDay(span, data.data)} zone={zone} />
      )}
    </Section>
  );
}

interface ChartProps {
  days: ReturnType<typeof everyDay>;
  zone: string;
}

function Chart({ days: { days, counted, credited }, zone }: ChartProps) {
  if (counted.every((one) => one === 0) && credited.every((one) => one === 0)) {
    return (
      <p className={classes.says}>
        <Trans>Nothing was counted in this period yet.</Trans>
      </p>
    );
  }
  const lines = [
    { key: "counted", name: t`Counted`, colour: "var(--assistant)", points: counted.map(pointOf) },
    {
      key: "credited",
      name: t`Taken back`,
      colour: "var(--resolved)",
      points: credited.map((value) => pointOf(-value)),
    },
  ];
  return (
    <div>
      <Suspense fallback={<Bone width="100%" height={220} />}>
        <Over
          stacked
          name={t`Resolutions by day`}
          buckets={days}
          lines={lines}
          marks={[]}
          grain="day"
          today={todayIn(zone, Date.now())}
          zone={zone}
          height={220}
          format={(value) => count(Math.abs(value))}
        />
      </Suspense>
    </div>
  );
}
