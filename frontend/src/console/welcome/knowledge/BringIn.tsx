/** Bringing in knowledge: by paste, by files, or from the pages of a site. */

import { t } from "@lingui/core/macro";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { FilesForm } from "./FilesForm";
import classes from "./Knowledge.module.css";
import { PasteForm } from "./PasteForm";
import { WebForm } from "./WebForm";

const WAYS = [
  { value: "paste", label: t`Paste text` },
  { value: "files", label: t`Files` },
  { value: "web", label: t`Web pages` },
];

/** `atOnce`: what comes is stored without a review. */
export function BringIn({ atOnce = false }: { atOnce?: boolean }) {
  const [way, setWay] = useState("paste");
  return (
    <>
      <SegmentedControl
        aria-label={t`How to bring it in`}
        data={WAYS}
        value={way}
        onChange={setWay}
        className={classes.ways}
      />
      {/* All three stay, so that nothing typed is lost by a look at another. */}
      <div hidden={way !== "paste"}>
        <PasteForm atOnce={atOnce} />
      </div>
      <div hidden={way !== "files"}>
        <FilesForm atOnce={atOnce} />
      </div>
      <div hidden={way !== "web"}>
        <WebForm atOnce={atOnce} />
      </div>
    </>
  );
}
