/** The sheet behind `?`: every key of the inbox, and the switch that turns single keys off. */

import { Modal, Switch } from "@mantine/core";
import { useCell } from "../desk/cell";
import { setSingleKeys, shortcutsOpen, singleKeys } from "../shell/shortcuts";
import classes from "./Inbox.module.css";
import { SHORTCUTS } from "./keys";

export function ShortcutSheet() {
  const opened = useCell(shortcutsOpen);
  const on = useCell(singleKeys);
  return (
    <Modal opened={opened} onClose={() => shortcutsOpen.set(false)} title="Keyboard shortcuts" size={400}>
      <dl className={classes.sheet}>
        {SHORTCUTS.map(({ keys, action, says }) => (
          <Shortcut key={action} keys={keys} says={says} />
        ))}
        <Shortcut keys={["Tab"]} says="Use the suggested reply" />
        <Shortcut keys={["Enter"]} says="Send" />
        <Shortcut keys={["Shift", "Enter"]} says="New line" />
        <Shortcut keys={["Esc"]} says="Leave the field" />
      </dl>
      <Switch
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single keys act"
        description="Turn off if keys act when you did not mean them to, as with dictation."
      />
    </Modal>
  );
}

function Shortcut({ keys, says }: { keys: string[]; says: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{says}</dd>
    </>
  );
}
