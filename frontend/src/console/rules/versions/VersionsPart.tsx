/** All books that were ever in force: when, by whom, why, and what each changed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, Route, Switch } from "wouter";
import type { RuleVersion } from "../../api/rules";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { VERSIONS, versionPath } from "../addresses";
import { Differences } from "../publish/Differences";
import { useVersions } from "./useVersions";
import classes from "./Versions.module.css";
import { VersionView } from "./VersionView";

const ROWS = ["first", "second", "third"];

export function VersionsPart() {
  return (
    <Switch>
      <Route path={`${VERSIONS}/:number`}>
        {({ number }) => <VersionView key={number} number={Number(number)} />}
      </Route>
      <Route>
        <VersionList />
      </Route>
    </Switch>
  );
}

function VersionList() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVersions();
  if (!data) {
    return error ? (
      <Failure problem={error} what={t`The versions could not be loaded.`} onRetry={() => void refetch()} />
    ) : (
      <div aria-busy="true" role="status" aria-label={t`Loading the versions`}>
        {ROWS.map((row) => (
          <div key={row} className={classes.version}>
            <Bone width={90} height={18} />
            <Bone width="70%" height={16} />
          </div>
        ))}
      </div>
    );
  }
  const versions = data.pages.flatMap((page) => page.data);
  return (
    <>
      <ol className={classes.list} aria-label={t`Versions, the newest first`} reversed>
        {versions.map((version, place) => (
          <li key={version.number}>
            <VersionRow version={version} inForce={place === 0} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Earlier versions</Trans>
        </Button>
      )}
    </>
  );
}

function VersionRow({ version, inForce }: { version: RuleVersion; inForce: boolean }) {
  const { number, published_at, published_by, note, diff, restored_from, problem } = version;
  return (
    <article className={classes.version} aria-label={t`Version ${number}`}>
      <header>
        <h2>
          <Link href={versionPath(number)}>
            <Trans>Version {number}</Trans>
          </Link>
          {inForce && (
            <span className={classes.mark}>
              <Trans>in force</Trans>
            </span>
          )}
        </h2>
        <p className={classes.quiet}>
          {published_by}, <Ago at={published_at} past />
          {restored_from !== null && <> · {t`the rules of version ${restored_from}`}</>}
        </p>
      </header>
      {note && <p className={classes.note}>{note}</p>}
      {problem && (
        <p className={classes.wrong}>
          <Trans>It cannot be read any more: {problem}</Trans>
        </p>
      )}
      {number > 1 ? (
        <Differences diff={diff} />
      ) : (
        <p className={classes.quiet}>
          <Trans>The first rules.</Trans>
        </p>
      )}
    </article>
  );
}
