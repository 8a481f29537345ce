/** Who answered the conversations, day by day: the colours are those of the hands everywhere. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Metric } from "../../api/reports";
import { useOpened } from "../behind/opened";
import { Over } from "../charts/Over";
import type { Line } from "../charts/plotting";
import { narrowedBy } from "../query/chosen";
import type { Report } from "../query/useChosen";
import { useSeries } from "../useReports";
import classes from "./Figures.module.css";
import { valueInWords } from "./words";

const HANDS = [
  ["assistant", t`The assistant alone`, "var(--assistant)"],
  ["both", t`The assistant, then people`, "color-mix(in oklab, var(--assistant), var(--agent))"],
  ["agent", t`People alone`, "var(--agent)"],
  ["nobody", t`Nobody yet`, "var(--resolved)"],
] as const;

const COUNTED = ["volume"];

export function Hands({ report, volume }: { report: Report; volume: Metric }) {
  const { open } = useOpened();
  const series = [
    useHand(report, "assistant"),
    useHand(report, "both"),
    useHand(report, "agent"),
    useHand(report, "nobody"),
  ];
  const chosen = report.filter.part;
  const lines: Line[] = HANDS.flatMap(([key, name, colour], at) =>
    chosen !== undefined && chosen !== key
      ? []
      : [{ key, name, colour, points: series[at]?.data?.data[0]?.points ?? [] }],
  );
  const first = series.find((one) => one.data)?.data;
  if (!first) return null;
  return (
    <section className={classes.question} aria-label={t`Who answered`}>
      <h2>
        <Trans>Who answered?</Trans>
      </h2>
      <Over
        stacked
        name={t`Conversations by who answered`}
        buckets={first.buckets}
        lines={lines}
        marks={[]}
        grain={report.cut}
        today={report.today}
        zone={report.zone}
        format={(value) => valueInWords(value, { unit: volume.unit })}
        onOpen={(period) => open({ metric: volume.key, which: "counted", period })}
      />
    </section>
  );
}

function useHand(report: Report, part: (typeof HANDS)[number][0]) {
  const wanted = report.filter.part === undefined || report.filter.part === part;
  const filter = narrowedBy(report.filter, "part", part);
  return useSeries(wanted ? { ...report.asked, filter } : null, COUNTED, report.cut);
}
