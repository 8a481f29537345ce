/** What can be done with the conversation now, one key each. */

import { t } from "@lingui/core/macro";
import { Button, Tooltip } from "@mantine/core";
import type { RiskRow } from "../../api/control";
import { BatonIcon } from "../../shell/icons";
import type { Doing } from "./Preview";
import classes from "./Preview.module.css";
import type { Oversight } from "./useOversight";

interface ActsProps {
  /** Null once it is with the assistant no more. */
  row: RiskRow | null;
  mine: boolean;
  /** The queue or another person has it. */
  elsewhere: boolean;
  oversight: Oversight;
  taking: boolean;
  doing: Doing;
  onDoing: (next: Doing) => void;
  onTake: () => void;
  onHandBack: () => void;
}

export function ActsBar(props: ActsProps) {
  const { row, mine, elsewhere, taking, onTake, onHandBack } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no bar of buttons
    <div className={classes.acts} role="group" aria-label={t`What to do`}>
      {row && <Overseeing {...props} row={row} />}
      {mine && (
        <Act
          name={t`Hand back`}
          hotkey="h"
          onClick={onHandBack}
          icon={<BatonIcon size={14} />}
          filled={false}
        />
      )}
      {!mine && (row || elsewhere) && (
        <Act name={t`Take over`} hotkey="a" onClick={onTake} busy={taking} filled={row !== null} />
      )}
    </div>
  );
}

function Overseeing({ row, oversight, doing, onDoing }: ActsProps & { row: RiskRow }) {
  const toggle = (part: Doing) => () => onDoing(doing === part ? null : part);
  return (
    <>
      <Act
        name={t({ message: "Guide", context: "the assistant" })}
        hotkey="g"
        onClick={toggle("guide")}
        pressed={doing === "guide"}
      />
      <Act
        name={t({ message: "Hold", context: "a reply" })}
        hotkey="l"
        onClick={oversight.hold}
        pressed={row.hold !== null}
      />
      {row.dismissed ? (
        <Act name={t`Bring back`} hotkey="d" onClick={oversight.bringBack} />
      ) : (
        <Act
          name={t({ message: "Dismiss", context: "a risk" })}
          hotkey="d"
          onClick={toggle("dismiss")}
          pressed={doing === "dismiss"}
        />
      )}
    </>
  );
}

interface ActProps {
  name: string;
  hotkey: string;
  onClick: () => void;
  pressed?: boolean;
  busy?: boolean;
  filled?: boolean;
  icon?: React.ReactNode;
}

function Act({ name, hotkey, onClick, pressed, busy = false, filled = false, icon }: ActProps) {
  return (
    <Tooltip label={`${name} (${hotkey})`}>
      <Button
        size="xs"
        variant={filled ? "filled" : "default"}
        leftSection={icon}
        aria-keyshortcuts={hotkey}
        aria-pressed={pressed}
        data-pressed={pressed || undefined}
        loading={busy}
        onClick={onClick}
      >
        {name}
      </Button>
    </Tooltip>
  );
}
