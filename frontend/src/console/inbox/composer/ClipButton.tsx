/** The paper-clip: the browser's own way to choose files, behind a button of ours. */

import { t } from "@lingui/core/macro";
import { ActionIcon, Tooltip } from "@mantine/core";
import { useRef } from "react";
import { ACCEPTED } from "../../../shared/files";
import { ClipIcon } from "../../shell/icons";

export function ClipButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={t`Attach files`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t`Attach files`}
          onClick={() => chooser.current?.click()}
        >
          <ClipIcon />
        </ActionIcon>
      </Tooltip>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={ACCEPTED.join()}
        onChange={({ currentTarget }) => {
          onFiles(Array.from(currentTarget.files ?? []));
          currentTarget.value = "";
        }}
      />
    </>
  );
}
