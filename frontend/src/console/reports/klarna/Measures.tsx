/** What was measured of a topic, with the assistant alone and with people; each number opens its conversations. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { CheckedTopic, Compared } from "../../api/klarna";
import type { Period, Point } from "../../api/reports";
import { number } from "../../shell/locale";
import table from "../../ui/Table.module.css";
import { Bar } from "../by/Bar";
import { rangeInWords, rangeOf, valueInWords } from "../figures/words";
import classes from "./Klarna.module.css";
import { behindPath, differenceInWords, type Side } from "./words";

interface MeasuresProps {
  topic: CheckedTopic;
  period: Period;
}

export function Measures({ topic, period }: MeasuresProps) {
  const against = topic.against === "people" ? t`With people` : t`All other topics`;
  return (
    <div className={classes.contained}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Measured</Trans>
            </th>
            <th scope="col">
              <Trans>Assistant alone</Trans>
            </th>
            <th scope="col">{against}</th>
            <th scope="col">
              <Trans>Difference, with 95% interval</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {topic.measures.map((one) => (
            <tr key={one.key}>
              <td>{one.name}</td>
              <td data-label={t`Alone`}>
                <Value one={one} point={one.alone} colour="var(--assistant)">
                  {{ topic, period, side: "alone" }}
                </Value>
              </td>
              <td data-label={against}>
                <Value one={one} point={one.against} colour="var(--agent)">
                  {topic.against === "people" ? { topic, period, side: "people" } : null}
                </Value>
              </td>
              <td
                data-label={t`Difference`}
                className={classes.difference}
                data-worse={one.difference?.worse}
              >
                {differenceInWords(one) ?? t`Too few to compare`}
                {one.difference?.worse && (
                  <b>
                    {" "}
                    <Trans>Clearly worse</Trans>
                  </b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueProps {
  one: Compared;
  point: Point | null;
  colour: string;
  /** Where its conversations are; null where they are of too many topics to be told. */
  children: (MeasuresProps & { side: Side }) | null;
}

function Value({ one, point, colour, children: where }: ValueProps) {
  if (!point || point.value === null)
    return (
      <span className={classes.none}>
        <Trans>no data</Trans>
      </span>
    );
  const words = valueInWords(point.value, { unit: one.unit });
  const { name } = one;
  const of = number(point.of);
  const range = rangeOf(point);
  return (
    <span className={classes.value}>
      {where ? (
        <Link
          href={behindPath(where.topic, { key: one.key, side: where.side, ...where.period })}
          aria-label={t`${name}: ${words}. Open the conversations.`}
        >
          {words}
        </Link>
      ) : (
        <b>{words}</b>
      )}
      <small>
        {[range && rangeInWords(range, { unit: one.unit }), t`from ${of}`].filter(Boolean).join(", ")}
      </small>
      {one.unit === "share" && <Bar point={point} scale={[0, 1]} colour={colour} />}
    </span>
  );
}
