/** What a resolution is, in the words by which it is counted. */

import { t } from "@lingui/core/macro";
import type { Billing } from "../../api/billing";
import { Section } from "../../ui/Section";
import own from "./Usage.module.css";

export function Rule({ rule }: { rule: Billing["rule"] }) {
  return (
    <Section title={t`What counts as a resolution`} says={rule.words}>
      <ul className={own.rule}>
        {rule.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Section>
  );
}
