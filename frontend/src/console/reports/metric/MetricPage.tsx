/** One figure whole: the number, what it means, its course with what changed, apart by topic and team, what is behind. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, useSearch } from "wouter";
import type { Figure, Metric } from "../../api/reports";
import { BackIcon } from "../../shell/icons";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { carried, TRUST, VOLUME } from "../addresses";
import { Behind } from "../behind/Behind";
import { useOpened } from "../behind/opened";
import { sideInWords, whichOf } from "../behind/words";
import { Changed } from "../figures/Changed";
import { DefinitionWords } from "../figures/Definition";
import { FiguresSkeleton } from "../figures/FiguresSkeleton";
import { Measured } from "../figures/Measured";
import { Range, Value } from "../figures/Value";
import { sentenceOf } from "../figures/words";
import { Files } from "../query/Files";
import { ReportBar } from "../query/ReportBar";
import { type Report, useChosen } from "../query/useChosen";
import { Prices } from "../settings/PricesDialog";
import { useCurrency } from "../settings/useSettings";
import { useDefinitions, useFigures } from "../useReports";
import { Apart } from "./Apart";
import { Course } from "./Course";
import classes from "./Metric.module.css";

export default function MetricPage({ metric: key }: { metric: string }) {
  const { report, change } = useChosen();
  const search = useSearch();
  const { data: definitions, error, refetch } = useDefinitions();
  if (error && !definitions) {
    return (
      <Failure problem={error} what={t`The figure could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!report || !definitions) return <FiguresSkeleton />;
  const metric = definitions.data.find((one) => one.key === key);
  if (!metric) {
    return (
      <Empty title={t`There is no such figure`}>
        <p>
          <Trans>
            It may have another name now. <Link href={carried(TRUST, search)}>See all figures</Link>
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Link
        className={classes.back}
        href={carried(metric.group === "trust" ? TRUST : VOLUME, search)}
        data-noprint
      >
        <BackIcon size={14} />
        <Trans>All figures</Trans>
      </Link>
      <Whole metric={metric} report={report} change={change} />
      <Behind report={report} />
    </>
  );
}

interface WholeProps {
  metric: Metric;
  report: Report;
  change: ReturnType<typeof useChosen>["change"];
}

function Whole({ metric, report, change }: WholeProps) {
  const { data, error, refetch } = useFigures(report.asked, [metric.key], report.compare);
  const figure = data?.data.find(({ key }) => key === metric.key);
  return (
    <>
      <div className={classes.title}>
        <h2>{metric.name}</h2>
        <p>{sentenceOf(metric)}</p>
      </div>
      <ReportBar report={report} change={change}>
        {data && <Measured figures={data} />}
        <Files report={report} metrics={[metric.key]} by="topic" />
      </ReportBar>
      {error && !data && (
        <Failure problem={error} what={t`The figure could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {figure && <TheNumber metric={metric} figure={figure} />}
      <Course metric={metric} report={report} change={change} />
      <Apart metric={metric} report={report} />
      <section className={classes.definition} aria-label={t`How it is worked out`}>
        <h3>
          <Trans>How it is worked out</Trans>
        </h3>
        <DefinitionWords metric={metric} />
      </section>
    </>
  );
}

function TheNumber({ metric, figure }: { metric: Metric; figure: Figure }) {
  const { open } = useOpened();
  const spoken = { unit: metric.unit, currency: useCurrency() };
  const { counted_by: why } = metric;
  if (figure.value === null) {
    return (
      <Empty title={t`Nothing to count in these days`}>
        <p>{metric.definition}</p>
        <p>
          <Trans>Choose more days above, or let a filter go. {why}</Trans>
        </p>
        {metric.unit === "money" && <Prices />}
      </Empty>
    );
  }
  return (
    <div className={classes.number}>
      <p className={classes.big}>
        <Value
          metric={metric}
          point={figure}
          spoken={spoken}
          onOpen={(which) => open({ metric: metric.key, which })}
        />
        <Range point={figure} spoken={spoken} />
      </p>
      <p>
        <Changed figure={figure} spoken={spoken} />
      </p>
      <div className={classes.ways} data-noprint>
        {whichOf(metric).map((which) => (
          <Button key={which} size="xs" variant="default" onClick={() => open({ metric: metric.key, which })}>
            {which === "counted" ? t`Open the conversations` : sideInWords(metric, which)}
          </Button>
        ))}
        {metric.unit === "money" && <Prices />}
      </div>
    </div>
  );
}
