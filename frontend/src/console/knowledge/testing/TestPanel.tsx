/** The box to test the knowledge: beside the page where there is room, else a sheet over it. */

import { t } from "@lingui/core/macro";
import { ActionIcon, Modal } from "@mantine/core";
import { CloseIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { useFolding } from "./folding";
import { TestBox, type TestBoxProps } from "./TestBox";
import classes from "./Testing.module.css";

const TITLE = t`Test the assistant`;

interface TestPanelProps extends TestBoxProps {
  /** It stands in a column that has other things too. */
  inside?: boolean;
}

export function TestPanel({ inside = false, ...box }: TestPanelProps) {
  const { wide, shown, show } = useFolding();
  const mayTest = useMay("knowledge.write");
  if (!mayTest) return null;
  if (!wide) {
    return (
      <Modal opened={shown} onClose={() => show(false)} title={TITLE} fullScreen>
        <TestBox {...box} />
      </Modal>
    );
  }
  if (!shown) return null;
  return (
    <aside className={inside ? undefined : classes.panel} aria-label={TITLE}>
      <header className={classes.head}>
        <h2>{TITLE}</h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`Fold the test box away`}
          onClick={() => show(false)}
        >
          <CloseIcon size={14} />
        </ActionIcon>
      </header>
      <TestBox {...box} />
    </aside>
  );
}
