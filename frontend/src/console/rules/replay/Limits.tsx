/** What a replay cannot know, said plainly. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { ReplayResult } from "../../api/replays";
import { Section } from "../../ui/Section";
import classes from "./Replay.module.css";
import type { Open } from "./Result";
import { count } from "./words";

export function Limits({ result, open }: { result: ReplayResult; open: Open }) {
  const { cannot_tell, cut_short, outside_rules, unreadable } = result;
  const taken = count(cut_short);
  return (
    <Section title={t`What this cannot tell`}>
      <ul className={classes.limits}>
        {cannot_tell > 0 && (
          <li>
            <Trans>
              <UnstyledButton className={classes.number} onClick={() => open({ change: "cannot_tell" })}>
                <Plural value={cannot_tell} one="# conversation" other="# conversations" />
              </UnstyledButton>{" "}
              might reach a person all the same: a rule looks at something that was not measured there, mostly
              how sure the assistant was, since another rule had come first.
            </Trans>
          </li>
        )}
        {cut_short > 0 && (
          <li>
            <Trans>
              Of those no longer handed over, a person really took {taken}. What the assistant would have met
              afterwards was never measured.
            </Trans>
          </li>
        )}
        {outside_rules > 0 && (
          <li>
            <Trans>
              <Plural value={outside_rules} one="# conversation" other="# conversations" /> reached a person
              without any rule, such as when the model failed. No rule changes that; they count in waiting and
              work on both sides.
            </Trans>
          </li>
        )}
        {unreadable > 0 && (
          <li>
            <Plural
              value={unreadable}
              one="# decision is stored in a form that cannot be read."
              other="# decisions are stored in a form that cannot be read."
            />
          </li>
        )}
        <li>
          <Trans>
            Both sides are replays of what was measured then. How customers would have gone on after another
            handover, nobody knows.
          </Trans>
        </li>
      </ul>
    </Section>
  );
}
