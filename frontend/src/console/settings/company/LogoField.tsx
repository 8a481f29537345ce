/** The logo: seen on light and dark ground, replaced at once, and brought back by undo. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, FileButton, Input } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { atField, explain } from "../../api/problems";
import { deleteLogo, putLogo, type Workspace } from "../../api/workspace";
import { offerUndo, tellFailure } from "../../ui/notices";
import { useStoreWorkspace } from "../workspace";
import classes from "./Logo.module.css";

const IMAGES = "image/png,image/jpeg,image/webp";

/** The picture as it is now, so that undo can bring it back. */
async function keep(url: string | null): Promise<Blob | null> {
  if (!url) return null;
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}

const bringBack = (old: Blob | null): Promise<Workspace> => (old ? putLogo(old, "logo") : deleteLogo());

function useLogo(url: string | null) {
  const store = useStoreWorkspace();
  return useMutation({
    mutationFn: async (file: File | null) => {
      const old = await keep(url);
      return { old, now: file ? await putLogo(file, file.name) : await deleteLogo() };
    },
    onSuccess: ({ old, now }, file) => {
      store(now);
      offerUndo({
        id: "undo-logo",
        says: file ? t`Logo saved` : t`Logo removed`,
        undo: () => void bringBack(old).then(store, tellFailure),
      });
    },
  });
}

export function LogoField({ workspace }: { workspace: Workspace }) {
  const { name, logo_url: url } = workspace;
  const { mutate, isPending, error } = useLogo(url);
  return (
    <Input.Wrapper
      label={t`Logo`}
      labelElement="div"
      description={t`PNG, JPEG or WebP. Square works best; it is shown small.`}
      error={atField(error, "file") ?? (error && explain(error).message)}
    >
      <div className={classes.row}>
        <Preview url={url} name={name} ground="light" />
        <Preview url={url} name={name} ground="dark" />
        <FileButton accept={IMAGES} onChange={(file) => file && mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={isPending}>
              {url ? t`Replace` : t`Upload a logo`}
            </Button>
          )}
        </FileButton>
        {url && (
          <Button variant="subtle" color="gray" disabled={isPending} onClick={() => mutate(null)}>
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}

interface PreviewProps {
  url: string | null;
  name: string;
  ground: "light" | "dark";
}

function Preview({ url, name, ground }: PreviewProps) {
  return (
    <span className={classes.tile} data-ground={ground}>
      {url ? (
        <img src={url} alt={ground === "light" ? t`The logo on light ground` : t`The logo on dark ground`} />
      ) : (
        <span aria-hidden="true">{name.charAt(0)}</span>
      )}
    </span>
  );
}
