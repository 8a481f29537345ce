/** The rules as sentences that are changed in place, with what the change would mean beside them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { Catalogue, RulesInForce } from "../../api/rules";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { AddRule } from "../add/AddRule";
import { problemInWords } from "../document/book";
import { Keeper } from "../document/keeper";
import { LivePanel } from "../panel/LivePanel";
import { PublishDialog } from "../publish/PublishDialog";
import { leaveAfter, useCatalogue, useRules } from "../useRules";
import classes from "./Book.module.css";
import { BuilderProvider, useBuilder, useDraft } from "./BuilderContext";
import { Conflict } from "./Conflict";
import { DraftBar } from "./DraftBar";
import { RuleList } from "./RuleList";

const ROWS = ["first", "second", "third", "fourth", "fifth"];

export function BookPart() {
  const rules = useRules();
  const catalogue = useCatalogue();
  if (rules.data && catalogue.data) {
    // A version that was published or restored meanwhile begins anew; a fetch of the same one changes nothing here.
    return <Builder key={rules.data.version} rules={rules.data} catalogue={catalogue.data} />;
  }
  const error = rules.error ?? catalogue.error;
  if (error) {
    const again = () => void Promise.all([rules.refetch(), catalogue.refetch()]);
    return <Failure problem={error} what={t`The rules could not be loaded.`} onRetry={again} />;
  }
  return (
    <div aria-busy="true" role="status" aria-label={t`Loading the rules`}>
      {ROWS.map((row) => (
        <div key={row} className={classes.rule}>
          <span />
          <div className={classes.toggle}>
            <Bone width={140} height={14} />
            <Bone width="90%" height={18} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Builder({ rules, catalogue }: { rules: RulesInForce; catalogue: Catalogue }) {
  const mayWrite = useMay("rules.write");
  const [keeper] = useState(() => new Keeper(rules));
  useEffect(() => {
    keeper.start();
    const ask = (event: BeforeUnloadEvent) => keeper.state.get().saving !== "saved" && event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
      leaveAfter(keeper.stop());
    };
  }, [keeper]);
  return (
    <BuilderProvider {...{ keeper, catalogue, rules, mayWrite }}>
      <Columns />
    </BuilderProvider>
  );
}

function Columns() {
  const { rules, mayWrite } = useBuilder();
  const [opened, open] = useState<string | null>(null);
  const [publishing, publish] = useState(false);
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        <div className={classes.top}>
          <DraftBar onPublish={() => publish(true)} />
          <Conflict />
        </div>
        {rules.problem && <Unreadable problem={rules.problem} />}
        <Wrongs />
        <RuleList opened={opened} onOpen={open} />
        {mayWrite && <AddRule onAdded={open} />}
      </div>
      <LivePanel />
      {publishing && <PublishDialog onClose={() => publish(false)} />}
    </div>
  );
}

function Unreadable({ problem }: { problem: string }) {
  return (
    <section className={classes.notice} data-grave role="alert">
      <h2>
        <Trans>The rules in force cannot be read, so every customer gets a person</Trans>
      </h2>
      <p>{problem}</p>
      <p>
        <Trans>Mend them here and publish, or restore an earlier version.</Trans>
      </p>
    </section>
  );
}

/** What is wrong with the document as a whole rather than with one rule. */
function Wrongs() {
  const { checked } = useDraft();
  return checked.problems
    .filter(({ place }) => !place.startsWith("rules["))
    .map(({ place, problem }) => (
      <p key={`${place} ${problem}`} className={classes.wrong}>
        {place === "rules" ? t`The rules: ${problem}` : problemInWords(place, problem)}
      </p>
    ));
}
