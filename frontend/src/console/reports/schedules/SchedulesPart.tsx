/** Reports that go out by mail at their time. */

import { Section } from "../../ui/Section";

export default function SchedulesPart() {
  return <Section title="Scheduled" says="Reports that go out by mail at their time." />;
}
