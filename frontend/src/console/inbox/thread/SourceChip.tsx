/** The article or record an answer rests on; opened, it shows the passage and how sure the assistant was. */

import { Trans } from "@lingui/react/macro";
import { Popover, UnstyledButton } from "@mantine/core";
import type { Source } from "../../../shared/wire";
import { SourceIcon } from "../../shell/icons";
import { percent } from "../../shell/locale";
import classes from "./SourceChip.module.css";

interface SourceChipProps {
  source: Source;
  confidence?: number | null;
}

export function SourceChip({ source, confidence = null }: SourceChipProps) {
  return (
    <Popover width={320} position="bottom-end" shadow="md" withRoles trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.chip}>
          <SourceIcon size={12} />
          <span className="sr">
            <Trans>Source:</Trans>{" "}
          </span>
          <span className={classes.title}>{source.title}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.passage}>
        <strong>{source.title}</strong>
        <blockquote>{source.passage}</blockquote>
        {confidence !== null && (
          <p>
            <Trans>
              The assistant was {{ sure: percent(confidence) }} confident that this answers the question.
            </Trans>
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
