/** The plan: where the company stands, what it comes to, how far it may go, and the ways to change or leave it. */

import { useLocation } from "wouter";
import type { Billing } from "../../api/billing";
import { useMay } from "../../shell/useMay";
import { ChangeDialog } from "../change/ChangeDialog";
import { usePlans } from "../useBilling";
import { isSubscribed, mayChange } from "../words";
import { BillSoFar } from "./BillSoFar";
import { CancelSection } from "./CancelSection";
import { ChoosePlan } from "./ChoosePlan";
import { NOTHING, useChoice } from "./choice";
import { OverageSection } from "./OverageSection";
import { PaymentSection } from "./PaymentSection";
import { StandingSection } from "./StandingSection";
import { Troubles } from "./Troubles";

export default function PlanPart({ billing }: { billing: Billing }) {
  const mayManage = useMay("billing.manage");
  const { choice, setChoice, fromSignUp } = useChoice();
  const [, go] = useLocation();
  usePlans(); // so that the dialog opens whole, and with the focus in it
  /** Who decides later tries it first: from sign-up the way leads on to the guide. */
  const close = () => {
    setChoice(null);
    if (fromSignUp && billing.standing === "trial") go("/console/welcome");
  };
  const subscribed = isSubscribed(billing);
  const given = billing.standing === "complimentary";
  return (
    <>
      <Troubles billing={billing} />
      <StandingSection billing={billing} onChange={() => setChoice(NOTHING)} />
      {!subscribed && !given && (
        <ChoosePlan billing={billing} onChoose={(plan, interval) => setChoice({ plan, interval })} />
      )}
      {subscribed && (
        <>
          <BillSoFar billing={billing} />
          <OverageSection billing={billing} />
          <PaymentSection billing={billing} />
          <CancelSection billing={billing} />
        </>
      )}
      {mayManage && !given && mayChange(billing) && choice && (
        <ChangeDialog billing={billing} choice={choice} onClose={close} />
      )}
    </>
  );
}
