/** The figures of one group: the first few large, the others under the question that they answer. */

import { t } from "@lingui/core/macro";
import { useSearch } from "wouter";
import type { Figure, Figures, Metric, MetricGroup, Series, Which } from "../../api/reports";
import { Failure } from "../../ui/Failure";
import { carried } from "../addresses";
import { Behind } from "../behind/Behind";
import { useOpened } from "../behind/opened";
import { Files } from "../query/Files";
import { ReportBar } from "../query/ReportBar";
import { type Report, useChosen } from "../query/useChosen";
import { useCurrency } from "../settings/useSettings";
import { useDefinitions, useFigures, useSeries } from "../useReports";
import { Beginning } from "./Beginning";
import { BigFigure } from "./BigFigure";
import { placesOf } from "./drawing";
import { type FigureProps, FigureRow } from "./FigureRow";
import classes from "./Figures.module.css";
import { FiguresSkeleton } from "./FiguresSkeleton";
import { type Ordered, orderedIn } from "./groups";
import { Hands } from "./Hands";
import { Measured } from "./Measured";

export function FiguresPart({ group }: { group: MetricGroup }) {
  const { report, change } = useChosen();
  const definitions = useDefinitions();
  const ordered = definitions.data && orderedIn(group, definitions.data.data);
  const keys = ordered ? keysOf(ordered) : [];
  const figures = useFigures(report?.asked ?? null, keys, report?.compare ?? "none");
  const series = useSeries(report?.asked ?? null, keys, report?.cut ?? "day");
  const problem = definitions.error ?? figures.error;
  const again = () => void (definitions.error ? definitions.refetch() : figures.refetch());
  if (problem && !figures.data) {
    return <Failure problem={problem} what={t`The figures could not be loaded.`} onRetry={again} />;
  }
  if (!report || !ordered) return <FiguresSkeleton />;
  return (
    <>
      <ReportBar report={report} change={change}>
        {figures.data && <Measured figures={figures.data} />}
        <Files report={report} metrics={keys} />
      </ReportBar>
      {figures.data ? (
        <Found
          ordered={ordered}
          report={report}
          figures={figures.data}
          series={series.data}
          busy={figures.isPlaceholderData}
        />
      ) : (
        <FiguresSkeleton />
      )}
      <Behind report={report} />
    </>
  );
}

const keysOf = ({ first, questions }: Ordered): string[] =>
  [...first, ...questions.flatMap((one) => one.metrics)].map((metric) => metric.key);

interface FoundProps {
  ordered: Ordered;
  report: Report;
  figures: Figures;
  series: Series | undefined;
  busy: boolean;
}

const NONE: Omit<Figure, "key"> = { value: null, low: null, high: null, of: 0, before: null, changed: null };

function Found({ ordered, report, figures, series, busy }: FoundProps) {
  const search = useSearch();
  const { open } = useOpened();
  const currency = useCurrency();
  if (figures.data.every(({ of }) => of === 0)) return <Beginning report={report} />;
  const marks = placesOf(series?.marks ?? [], series?.buckets ?? [], report.zone);
  const volume = ordered.first.find(({ key }) => key === "volume");
  const propsOf = (metric: Metric): FigureProps => ({
    metric,
    figure: figures.data.find(({ key }) => key === metric.key) ?? { ...NONE, key: metric.key },
    points: series?.data.find(({ key }) => key === metric.key)?.points ?? [],
    marks,
    spoken: { unit: metric.unit, currency },
    carry: (path) => carried(path, search),
    onOpen: (which: Which) => open({ metric: metric.key, which }),
  });
  return (
    <div className={classes.whole} aria-busy={busy}>
      <div className={classes.first}>
        {ordered.first.map((metric) => (
          <BigFigure key={metric.key} {...propsOf(metric)} />
        ))}
      </div>
      {volume && <Hands report={report} volume={volume} />}
      {ordered.questions.map(({ title, metrics }) => (
        <section key={title} className={classes.question} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {metrics.map((metric) => (
              <FigureRow key={metric.key} {...propsOf(metric)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
