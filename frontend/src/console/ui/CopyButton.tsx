/** Copies a text, and says for a moment that it did. */

import { t } from "@lingui/core/macro";
import { Button, type ButtonProps } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { CheckIcon } from "../shell/icons";

interface CopyButtonProps {
  text: string;
  /** What is copied, as "the snippet". */
  what: string;
  variant?: ButtonProps["variant"];
}

const SAYS_SO_FOR = 2_000;

export function CopyButton({ text, what, variant = "default" }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: SAYS_SO_FOR });
  return (
    <>
      <Button
        variant={variant}
        size="xs"
        aria-label={t`Copy ${what}`}
        leftSection={clipboard.copied ? <CheckIcon size={14} /> : null}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? t`Copied` : t`Copy`}
      </Button>
      <span className="sr" role="status">
        {clipboard.copied ? t`Copied ${what}` : ""}
        {clipboard.error ? t`Your browser does not let this page copy. Mark ${what} and copy by hand.` : ""}
      </span>
    </>
  );
}
