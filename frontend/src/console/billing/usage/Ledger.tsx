/** The ledger: every resolution that was counted, the newest first; each opens what it rests on. */

import { Button, SegmentedControl, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { LedgerLine, LineState } from "../../api/billing";
import { linesFile } from "../../api/billing";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import classes from "../Billing.module.css";
import { Pill } from "../Pill";
import { useLines } from "../useBilling";
import { lineState } from "../words";
import { LineDrawer } from "./LineDrawer";
import own from "./Usage.module.css";

type Shown = LineState | "all";

const STATES: readonly { value: Shown; label: string }[] = [
  { value: "all", label: "All" },
  { value: "counted", label: "Counted" },
  { value: "credited", label: "Credited" },
  { value: "disputed", label: "Disputed" },
  { value: "not_charged", label: "Not charged" },
];
const LINE = "line";
const ALL_DAYS = { from: null, to: null };

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
  const says = "One line for each: whom it was for, why it counts, and a way to say that it does not.";
  return (
    <Section
      title="Every resolution"
      says={says}
      actions={
        <Button component="a" variant="default" size="xs" href={linesFile(ALL_DAYS)} download>
          Export CSV
        </Button>
      }
    >
      <StateChoice billed={billed} state={state} onChoose={setState} />
      <Lines key={state} billed={billed} state={state === "all" ? null : state} />
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
      <Select aria-label="Which of them" value={state} data={data} allowDeselect={false} onChange={choose} />
    );
  }
  return (
    <SegmentedControl
      className={own.states}
      size="xs"
      aria-label="Which of them"
      value={state}
      data={[...data]}
      onChange={choose}
    />
  );
}

function Lines({ billed, state }: { billed: boolean; state: LineState | null }) {
  const { opened, open, close } = useOpened();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLines({
    ...ALL_DAYS,
    state,
  });
  const lines = data?.pages.flatMap((page) => page.data);
  if (error && !lines) {
    return <Failure problem={error} what="The lines could not be loaded." onRetry={() => void refetch()} />;
  }
  if (!lines) {
    return (
      <div className={own.waiting} role="status" aria-label="Loading the lines">
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
      </div>
    );
  }
  if (lines.length === 0) return <Nothing state={state} />;
  return (
    <div className={own.lines}>
      <LinesTable lines={lines} billed={billed} onOpen={open} />
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      {error && (
        <Failure problem={error} what="The rest could not be loaded." onRetry={() => void fetchNextPage()} />
      )}
      <LineDrawer line={lines.find(({ id }) => id === opened) ?? null} billed={billed} onClose={close} />
    </div>
  );
}

function Nothing({ state }: { state: LineState | null }) {
  if (state !== null) return <p className={classes.says}>None.</p>;
  return (
    <Empty title="Nothing counted yet">
      <p>
        As soon as the assistant has verifiably resolved a conversation alone, it stands here with the words
        that prove it. What your people answer never costs anything.
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
  const words = new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  return (
    <table className={`${table.table} ${own.table}`} aria-label="Resolutions">
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">Topic</th>
          <th scope="col">Why it counts</th>
          <th scope="col">Counted</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const state = lineState(line, billed);
          return (
            <tr key={line.id} data-over={line.credit !== null || undefined}>
              <td>
                <button type="button" className={own.opens} onClick={() => onOpen(line.id)}>
                  {line.customer?.name ?? (line.conversation_id ? "Customer" : "Deleted conversation")}
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
