/** A part of a sentence that is written or marked in a small box below it. */

import { Popover, UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./Pick.module.css";

interface PickBoxProps {
  label: string;
  text: string;
  asked?: boolean;
  empty?: boolean;
  wrong?: string | null;
  disabled?: boolean;
  children: (close: () => void) => ReactNode;
}

export function PickBox({ label, text, asked, empty, wrong, disabled = false, children }: PickBoxProps) {
  const [opened, open] = useState(Boolean(asked) && !disabled);
  return (
    <Popover opened={opened} onChange={open} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={classes.token}
          data-empty={empty || undefined}
          data-wrong={wrong ? true : undefined}
          aria-label={wrong ? `${label}: ${text}, ${wrong}` : `${label}: ${text}`}
          disabled={disabled}
          onClick={() => open(!opened)}
        >
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={label}>
        <div className={classes.box}>{children(() => open(false))}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
