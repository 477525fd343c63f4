import type { ReactNode } from "react";
import { Button, LinkButton } from "@/components/ui/button";

/** The button that names the act, and the way back that saves nothing. */
export function FormFoot({
  save,
  cancel,
  back,
  children,
}: {
  save: string;
  cancel: string;
  back: string;
  children?: ReactNode;
}) {
  return (
    <div className="no-print mt-4 flex flex-wrap gap-2">
      {children}
      <Button type="submit" look="primary">
        {save}
      </Button>
      <LinkButton href={back}>{cancel}</LinkButton>
    </div>
  );
}
