/** Was this handover right? One press says so; a menu says which reason it should have been. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, UnstyledButton } from "@mantine/core";
import type { ConversationDetail, HandoverCard } from "../../desk/wire";
import { TRIGGERS } from "../../rules/quality/words";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import classes from "./Labelling.module.css";
import { REASONS, useLabel } from "./useLabel";
import { CHOICES } from "./words";

interface LabellingProps {
  detail: ConversationDetail;
  card: HandoverCard;
}

export default function HandoverLabelling({ detail, card }: LabellingProps) {
  const labelling = useLabel(detail);
  const mayWrite = useMay("conversations.write");
  const label = card.label ?? null;
  if (!labelling || (!mayWrite && !label)) return null;
  const press = (verdict: (typeof CHOICES)[number][1]) =>
    label?.verdict === verdict ? labelling.takeBack() : labelling.keys[verdict]();
  return (
    <section className={classes.place} aria-label={t`Was the handover right?`}>
      <h3>
        <Trans>Was this handover right?</Trans>
      </h3>
      <div className={classes.choices}>
        {CHOICES.map(([key, verdict, words]) => (
          <UnstyledButton
            key={verdict}
            className={classes.choice}
            aria-pressed={label?.verdict === verdict}
            aria-keyshortcuts={key}
            disabled={!mayWrite}
            onClick={() => press(verdict)}
          >
            <span className={classes.key} aria-hidden="true">
              {key}
            </span>{" "}
            {words}
          </UnstyledButton>
        ))}
      </div>
      {label && (
        <div className={classes.told}>
          {label.by?.name ?? t`Somebody`}, <Ago at={label.at} past />
          {label.verdict !== "needless" && (
            <Reason
              card={card}
              mayWrite={mayWrite}
              onChoose={(trigger) => labelling.say({ verdict: label.verdict, trigger })}
            />
          )}
        </div>
      )}
    </section>
  );
}

interface ReasonProps {
  card: HandoverCard;
  mayWrite: boolean;
  onChoose: (trigger: string | null) => void;
}

/** The reason that it should have been. */
function Reason({ card, mayWrite, onChoose }: ReasonProps) {
  const meant = card.label?.trigger ?? null;
  const words = meant ? t`Should have been: ${meant.label}` : t`For another reason?`;
  if (!mayWrite) return meant && <span> · {words}</span>;
  return (
    <span id={REASONS} className={classes.reasonPlace}>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.reason} aria-keyshortcuts="w">
            {words}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>It should have been</Trans>
          </Menu.Label>
          <Menu.Item onClick={() => onChoose(null)}>
            <Trans>{card.trigger.label} (as it was)</Trans>
          </Menu.Item>
          {TRIGGERS.filter(([name]) => name !== card.trigger.name).map(([name, label]) => (
            <Menu.Item key={name} onClick={() => onChoose(name)} fw={meant?.name === name ? 600 : undefined}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
