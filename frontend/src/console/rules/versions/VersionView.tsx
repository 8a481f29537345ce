/** One version: its rules in words, what differs from another one, and the way to put it in force again. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { isMissing } from "../../api/problems";
import type { WholeVersion } from "../../api/rules";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Confirm } from "../../ui/Confirm";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { BOOK, VERSIONS } from "../addresses";
import book from "../book/Book.module.css";
import { Differences } from "../publish/Differences";
import { useRules } from "../useRules";
import { useDiff, useRestore, useVersion } from "./useVersions";
import classes from "./Versions.module.css";

export function VersionView({ number }: { number: number }) {
  const version = useVersion(number);
  const rules = useRules();
  if (version.data && rules.data) return <Whole version={version.data} inForce={rules.data.version} />;
  const error = version.error ?? rules.error;
  if (isMissing(error)) {
    return (
      <Empty title={t`There is no such version`}>
        <Button component={Link} href={VERSIONS} variant="default" size="xs">
          <Trans>All versions</Trans>
        </Button>
      </Empty>
    );
  }
  if (error) {
    return (
      <Failure
        problem={error}
        what={t`The version could not be loaded.`}
        onRetry={() => void version.refetch()}
      />
    );
  }
  return <SectionSkeleton fields={4} />;
}

function Whole({ version, inForce }: { version: WholeVersion; inForce: number }) {
  const mayWrite = useMay("rules.write");
  const [restoring, restore] = useState(false);
  const { number, published_at, published_by, note, rules } = version;
  const current = number === inForce;
  return (
    <>
      <p className={classes.back}>
        <Link href={VERSIONS}>
          <Trans>All versions</Trans>
        </Link>
      </p>
      <header className={classes.top}>
        <div>
          <h2>
            <Trans>Version {number}</Trans>{" "}
            {current && (
              <span className={classes.mark}>
                <Trans>in force</Trans>
              </span>
            )}
          </h2>
          <p className={classes.quiet}>
            {published_by}, <Ago at={published_at} past />
          </p>
          {note && <p className={classes.note}>{note}</p>}
        </div>
        {mayWrite && !current && (
          <Button variant="default" size="xs" onClick={() => restore(true)}>
            <Trans>Restore…</Trans>
          </Button>
        )}
      </header>
      <Comparison key={inForce} number={number} inForce={inForce} />
      <section aria-label={t`Rules of version ${number}`} className={classes.rules}>
        <h3>
          <Trans>Its rules</Trans>
        </h3>
        <ol>
          {rules.map(({ name, parts, on }) => (
            <li key={name} data-off={!on || undefined}>
              <span className={book.name}>{on ? name : t`${name}, off`}</span>
              <p className={book.sentence}>
                {parts.map(({ text, strong }, place) => {
                  const Piece = strong ? "b" : "span";
                  // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence
                  return <Piece key={place}>{text}</Piece>;
                })}
              </p>
            </li>
          ))}
        </ol>
      </section>
      {restoring && <RestoreDialog number={number} inForce={inForce} onClose={() => restore(false)} />}
    </>
  );
}

function Comparison({ number, inForce }: { number: number; inForce: number }) {
  const [against, choose] = useState(number === inForce ? number - 1 : inForce);
  const others = Array.from({ length: inForce }, (_, place) => inForce - place).filter(
    (one) => one !== number,
  );
  const { data, error, refetch } = useDiff(number, against);
  if (others.length === 0) return null;
  return (
    <section className={classes.comparison} aria-label={t`Comparison`}>
      <NativeSelect
        size="xs"
        label={t`How it differs from`}
        data={others.map((one) => ({
          value: String(one),
          label: one === inForce ? t`Version ${one}, in force` : t`Version ${one}`,
        }))}
        value={String(against)}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      {data ? (
        <Differences diff={data.diff} />
      ) : error ? (
        <Failure problem={error} what={t`They could not be compared.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={1} />
      )}
    </section>
  );
}

function RestoreDialog({
  number,
  inForce,
  onClose,
}: {
  number: number;
  inForce: number;
  onClose: () => void;
}) {
  const [, go] = useLocation();
  const [note, setNote] = useState("");
  const { data } = useDiff(number, inForce);
  const restore = useRestore();
  const next = inForce + 1;
  const confirm = () =>
    restore.mutate(
      { number, inForce, note: note.trim() || t`Version ${number} restored.` },
      {
        onSuccess: () => {
          onClose();
          go(BOOK);
        },
      },
    );
  return (
    <Confirm
      opened
      title={t`Restore version ${number}?`}
      does={t`Restore`}
      harmless
      busy={restore.isPending}
      problem={restore.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        <Trans>
          Its rules come into force as version {next}. Nothing is lost: version {inForce} stays in the list.
        </Trans>
      </p>
      {data && <Differences diff={data.diff} />}
      <TextInput
        label={t`Note`}
        placeholder={t`Why?`}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
