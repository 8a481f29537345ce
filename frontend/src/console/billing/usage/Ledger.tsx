/** The ledger: every resolution that was counted, the newest first; each opens what it rests on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { AskedLines, AskedPeriod, LedgerLine, LineState } from "../../api/billing";
import { linesFile } from "../../api/billing";
import { locale } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import classes from "../Billing.module.css";
import { Pill } from "../Pill";
import { useLine, useLines } from "../useBilling";
import { lineState } from "../words";
import { LineDrawer } from "./LineDrawer";
import own from "./Usage.module.css";

type Shown = LineState | "all";

const STATES: readonly { value: Shown; label: string }[] = [
  { value: "all", label: t`All` },
  { value: "counted", label: t`Counted` },
  { value: "credited", label: t`Credited` },
  { value: "disputed", label: t`Disputed` },
  { value: "not_charged", label: t`Not charged` },
];
const LINE = "line";

type When = AskedPeriod | "ever";

const PERIODS: readonly { value: When; label: string }[] = [
  { value: "current", label: t`This period` },
  { value: "previous", label: t`The period before` },
  { value: "ever", label: t`Since the beginning` },
];

/** The open line stands in the address: the way back from its conversation leads to it again. */
function useOpened() {
  const [query, setQuery] = useSearchParams();
  return {
    opened: query.get(LINE),
    open: (id: string) => setQuery((before) => ({ ...Object.fromEntries(before), [LINE]: id })),
    close: () =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete(LINE);
          return next;
        },
        { replace: true },
      ),
  };
}

export function Ledger({ billed }: { billed: boolean }) {
  const [state, setState] = useState<Shown>("all");
  const [when, setWhen] = useState<When>("current");
  const period = when === "ever" ? null : when;
  return (
    <Section
      title={t`Every resolution`}
      says={t`Whom it was for, why it counts, and a way to say that it does not.`}
      actions={
        <Button component="a" variant="default" size="xs" href={linesFile(period)} download>
          <Trans>Export CSV</Trans>
        </Button>
      }
    >
      <div className={own.narrowing}>
        <Select
          aria-label={t`Of which period`}
          size="xs"
          value={when}
          data={[...PERIODS]}
          allowDeselect={false}
          onChange={(next) => setWhen((next ?? "current") as When)}
        />
        <StateChoice billed={billed} state={state} onChoose={setState} />
      </div>
      <Lines
        key={`${state} ${when}`}
        billed={billed}
        asked={{ state: state === "all" ? null : state, period }}
      />
    </Section>
  );
}

interface StateChoiceProps {
  billed: boolean;
  state: Shown;
  onChoose: (state: Shown) => void;
}

function StateChoice({ billed, state, onChoose }: StateChoiceProps) {
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const data = STATES.filter(({ value }) => billed || (value !== "not_charged" && value !== "disputed"));
  const choose = (next: string | null) => onChoose((next ?? "all") as Shown);
  if (narrow) {
    return (
      <Select
        aria-label={t`Which of them`}
        size="xs"
        value={state}
        data={data}
        allowDeselect={false}
        onChange={choose}
      />
    );
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`Which of them`}
      value={state}
      data={[...data]}
      onChange={choose}
    />
  );
}

function Lines({ billed, asked }: { billed: boolean; asked: AskedLines }) {
  const { opened, open, close } = useOpened();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLines(asked);
  const lines = data?.pages.flatMap((page) => page.data);
  const here = lines?.find(({ id }) => id === opened);
  // The way back from a conversation may lead to a line of another page, or of another period.
  const elsewhere = useLine(lines && !here ? opened : null);
  const shown = here ?? (opened ? elsewhere.data : undefined) ?? null;
  if (error && !lines) {
    return (
      <Failure problem={error} what={t`The lines could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!lines) {
    return (
      <div className={own.waiting} role="status" aria-label={t`Loading the lines`}>
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
      </div>
    );
  }
  return (
    <div className={own.lines}>
      {lines.length === 0 ? (
        <Nothing asked={asked} />
      ) : (
        <LinesTable lines={lines} billed={billed} onOpen={open} />
      )}
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {error && (
        <Failure
          problem={error}
          what={t`The rest could not be loaded.`}
          onRetry={() => void fetchNextPage()}
        />
      )}
      <LineDrawer line={shown} billed={billed} onClose={close} />
    </div>
  );
}

function Nothing({ asked: { state, period } }: { asked: AskedLines }) {
  if (state !== null || period === "previous")
    return (
      <p className={classes.says}>
        <Trans>None.</Trans>
      </p>
    );
  return (
    <Empty title={period ? t`Nothing counted in this period yet` : t`Nothing counted yet`}>
      <p>
        <Trans>
          As soon as the assistant has verifiably resolved a conversation alone, it stands here with the words
          that prove it. What your people answer never costs anything.
        </Trans>
      </p>
    </Empty>
  );
}

interface LinesTableProps {
  lines: readonly LedgerLine[];
  billed: boolean;
  onOpen: (id: string) => void;
}

function LinesTable({ lines, billed, onOpen }: LinesTableProps) {
  const words = new Intl.DateTimeFormat(locale(), {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  return (
    <table className={`${table.table} ${own.table}`} aria-label={t`Resolutions`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Customer</Trans>
          </th>
          <th scope="col">
            <Trans>Topic</Trans>
          </th>
          <th scope="col">
            <Trans>Why it counts</Trans>
          </th>
          <th scope="col">
            <Trans>Counted</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const state = lineState(line, billed);
          return (
            <tr key={line.id} data-over={line.credit !== null || undefined}>
              <td>
                <button type="button" className={own.opens} onClick={() => onOpen(line.id)}>
                  {line.customer?.name ?? (line.conversation_id ? t`Customer` : t`Deleted conversation`)}
                </button>
              </td>
              <td>{line.topic}</td>
              <td>{line.how_words}</td>
              <td className={own.when}>
                <time dateTime={line.counted_at}>{words.format(new Date(line.counted_at))}</time>
              </td>
              <td className={table.corner}>
                <Pill mood={state.mood}>{state.words}</Pill>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
