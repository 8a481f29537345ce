/** What each question of a card was worth on average, the poorest first: where to begin. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Narrow } from "../../api/assessments";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { useQuestionScores } from "../useAssessments";
import { ScoreCell } from "./ByTable";

export function QuestionsTable({ narrow }: { narrow: Narrow }) {
  const { data, error, refetch } = useQuestionScores(narrow);
  return (
    <Section
      title={t`Question by question`}
      says={t`The poorest first, as the newest version of the scorecard asks.`}
    >
      {error && !data ? (
        <Failure
          problem={error}
          what={t`The questions could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <Bone width="100%" height={120} />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Question</Trans>
              </th>
              <th scope="col">
                <Trans>Section</Trans>
              </th>
              <th scope="col">
                <Trans>Worth, of 100</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.data.map((one) => (
              <tr key={one.id}>
                <td>{one.text}</td>
                <td data-label={t`Section`}>{one.section}</td>
                <td data-label={t`Worth`}>{one.score ? <ScoreCell part={one} /> : t`not asked yet`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
