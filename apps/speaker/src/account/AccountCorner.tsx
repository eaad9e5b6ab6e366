import { Button } from "@lectern/ui";
import { useWords } from "../words/index.ts";

export interface AccountCornerProps {
  email: string;
  onTalks: () => void;
  onOpen: () => void;
  onSignOut: () => void;
}

/** Who is signed in, and the ways from there. */
export function AccountCorner({ email, onTalks, onOpen, onSignOut }: AccountCornerProps) {
  const words = useWords().account.corner;
  return (
    <>
      <bdi className="account" dir="ltr">
        {email}
      </bdi>
      <Button tone="plain" onClick={onTalks}>
        {words.talks}
      </Button>
      <Button tone="plain" onClick={onOpen}>
        {words.account}
      </Button>
      <Button tone="plain" onClick={onSignOut}>
        {words.signOut}
      </Button>
    </>
  );
}
