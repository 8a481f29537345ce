/** What is seldom done with a conversation, by its name: find words in it, print it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { Link } from "wouter";
import { MoreIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";

const PrintDialog = lazy(() => import("../printing/PrintDialog"));

interface ThreadMenuProps {
  id: string;
  /** The assistant has it: who supervises may guide and hold it. */
  live: boolean;
  onFind: () => void;
}

export function ThreadMenu({ id, live, onFind }: ThreadMenuProps) {
  const supervises = useMay("assistant.supervise");
  const [opened, setOpened] = useState(false);
  const [printing, setPrinting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setPrinting(false);
    button.current?.focus();
  }, []);
  return (
    <>
      <Menu
        position="bottom-end"
        width={240}
        opened={opened}
        onChange={setOpened}
        returnFocus
        withInitialFocusPlaceholder={false}
      >
        <Tooltip label={t`More`} disabled={opened}>
          <Menu.Target>
            <ActionIcon
              ref={button}
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t`More about this conversation`}
            >
              <MoreIcon size={18} />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          <Menu.Item rightSection={<kbd>f</kbd>} onClick={onFind}>
            <Trans>Find in this conversation</Trans>
          </Menu.Item>
          {live && supervises && (
            <Menu.Item component={Link} href={`/console/control/${id}`}>
              <Trans>Guide or hold in the control room</Trans>
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setPrinting(true)}>
            <Trans>Print transcript…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {printing && (
        <Suspense fallback={<div data-arriving />}>
          <PrintDialog id={id} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
