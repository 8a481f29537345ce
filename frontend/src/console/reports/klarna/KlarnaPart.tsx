/** Where automation costs trust, by the company's own figures. */

import { Section } from "../../ui/Section";

export default function KlarnaPart() {
  return <Section title="Klarna check" says="Where automation costs trust, by your own figures." />;
}
