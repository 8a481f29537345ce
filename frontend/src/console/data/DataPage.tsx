/** Data. */

import { Page } from "../ui/Page";

export default function DataPage() {
  return <Page title="Data">{null}</Page>;
}
