/** Invites people in a dialog over the team. */

import { t } from "@lingui/core/macro";
import { Modal } from "@mantine/core";
import { InviteForm } from "./InviteForm";

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Invite people`} size={500}>
      <InviteForm onSent={onClose} onCancel={onClose} />
    </Modal>
  );
}
