/** Bringing in knowledge: by paste, by files, or from the pages of a site; and what came of it. */

import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { FilesForm } from "./FilesForm";
import { FoundArticles } from "./FoundArticles";
import { ImportList } from "./ImportList";
import classes from "./Knowledge.module.css";
import { PasteForm } from "./PasteForm";
import { WebForm } from "./WebForm";

const WAYS = [
  { value: "paste", label: "Paste text" },
  { value: "files", label: "Files" },
  { value: "web", label: "Web pages" },
];

export function KnowledgeStep() {
  const [way, setWay] = useState("paste");
  return (
    <div className={classes.knowledge}>
      <SegmentedControl
        aria-label="How to bring it in"
        data={WAYS}
        value={way}
        onChange={setWay}
        className={classes.ways}
      />
      {/* All three stay, so that nothing typed is lost by a look at another. */}
      <div hidden={way !== "paste"}>
        <PasteForm />
      </div>
      <div hidden={way !== "files"}>
        <FilesForm />
      </div>
      <div hidden={way !== "web"}>
        <WebForm />
      </div>
      <ImportList />
      <FoundArticles />
    </div>
  );
}
