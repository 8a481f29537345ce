/** Inviting the first colleagues, and those who are on their way. */

import { Invitations } from "../team/Invitations";
import { InviteForm } from "../team/InviteForm";
import { useReadGuideAgain } from "./useGuide";

export function InviteStep() {
  const readAgain = useReadGuideAgain();
  return (
    <>
      <InviteForm onSent={readAgain} />
      <Invitations />
    </>
  );
}
