/** All guides: whether each is on, and how customers tell of the trouble. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Switch } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { GuideEntry } from "../../api/guides";
import { PlusIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { guidePath, NEW_GUIDE } from "../addresses";
import classes from "../list/Skills.module.css";
import { useGuides, useSwitchGuide } from "./useGuides";

const ROWS = ["first", "second"];

export function GuidesPart() {
  const { data, error, refetch } = useGuides();
  if (data) return data.data.length === 0 ? <Nothing /> : <List guides={data.data} />;
  if (error) {
    return (
      <Failure problem={error} what={t`The guides could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return (
    <div aria-busy="true" className={classes.list}>
      {ROWS.map((row) => (
        <div key={row} className={classes.skill}>
          <Bone width={200} height={20} />
          <Bone width="50%" height={16} />
        </div>
      ))}
    </div>
  );
}

function List({ guides }: { guides: GuideEntry[] }) {
  return (
    <ul className={classes.list} aria-label={t`Guides`}>
      {guides.map((guide) => (
        <Row key={guide.id} guide={guide} />
      ))}
    </ul>
  );
}

function Row({ guide }: { guide: GuideEntry }) {
  const [example] = guide.examples;
  const questions = plural(guide.questions, { one: "# question", other: "# questions" });
  return (
    <li className={classes.skill} data-off={!guide.on || undefined}>
      <div className={classes.head}>
        <Link href={guidePath(guide.id)} className={classes.name}>
          {guide.title}
        </Link>
        <GuideSwitch guide={guide} />
      </div>
      <p className={classes.does}>
        <Trans>
          {questions}, changed <Ago at={guide.updated_at} past />
        </Trans>
        {example && <Trans>. “{example}”</Trans>}
      </p>
    </li>
  );
}

export function GuideSwitch({ guide }: { guide: GuideEntry }) {
  const mayWrite = useMay("skills.write");
  const flip = useSwitchGuide();
  const { title } = guide;
  return (
    <Switch
      aria-label={t`The assistant uses the guide ${title}`}
      label={guide.on ? t`On` : t`Off`}
      labelPosition="left"
      checked={guide.on}
      disabled={!mayWrite || flip.isPending}
      onChange={(event) => flip.mutate({ guide, on: event.currentTarget.checked })}
    />
  );
}

function Nothing() {
  return (
    <Empty title={t`No guides yet`}>
      <p>
        <Trans>
          A guide asks a customer question by question until the cause of a trouble is found: “Does the light
          come on?”, and then what to do. It ends solved, or with a person who sees every answer.
        </Trans>
      </p>
      <NewGuide />
    </Empty>
  );
}

export function NewGuide() {
  const mayWrite = useMay("skills.write");
  const [, go] = useLocation();
  if (!mayWrite) return null;
  return (
    <Button leftSection={<PlusIcon size={14} />} onClick={() => go(NEW_GUIDE)}>
      <Trans>Draw a guide</Trans>
    </Button>
  );
}
