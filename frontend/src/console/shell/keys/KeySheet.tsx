/** The sheet behind `?`: every key there is, and the switch that turns single keys off. */

import { t } from "@lingui/core/macro";
import { Modal, Switch } from "@mantine/core";
import { CONTROL_SHORTCUTS } from "../../control/keys";
import { useCell } from "../../desk/cell";
import { GROUP_NAMES, type Group, OTHER_KEYS, SHORTCUTS } from "../../inbox/keys";
import { ASSESSING_KEYS } from "../../quality/keys";
import { setSingleKeys, shortcutsOpen, singleKeys } from "../shortcuts";
import { useMay } from "../useMay";
import classes from "./KeySheet.module.css";

const GROUPS = Object.keys(GROUP_NAMES) as Group[];

export default function KeySheet() {
  const on = useCell(singleKeys);
  const may = useMay("assistant.supervise");
  const reviews = useMay("quality.review");
  return (
    <Modal opened onClose={() => shortcutsOpen.set(false)} title={t`Keyboard shortcuts`} size={760}>
      <div className={classes.groups} data-off={!on || undefined}>
        {GROUPS.map((group) => (
          <Part
            key={group}
            heading={GROUP_NAMES[group]}
            keys={SHORTCUTS.filter((shortcut) => shortcut.group === group)}
          />
        ))}
        {may && <Part heading={t`The control room`} keys={CONTROL_SHORTCUTS} />}
        {reviews && <Part heading={t`Assessing`} keys={ASSESSING_KEYS} />}
        {OTHER_KEYS.map(({ heading, keys }) => (
          <Part key={heading} heading={heading} keys={keys} />
        ))}
      </div>
      <Switch
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t`Single keys act`}
        description={t`Turn off if keys act when you did not mean them to, as with dictation.`}
      />
    </Modal>
  );
}

function Part({ heading, keys }: { heading: string; keys: { keys: string[]; says: string }[] }) {
  return (
    <section className={classes.group}>
      <h3>{heading}</h3>
      <dl>
        {keys.map((one) => (
          <div key={one.says}>
            <dt>
              {one.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{one.says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
