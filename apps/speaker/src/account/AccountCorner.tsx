import { Button } from "@lectern/ui";

export interface AccountCornerProps {
  email: string;
  onTalks: () => void;
  onOpen: () => void;
  onSignOut: () => void;
}

/** Who is signed in, in a quiet corner. */
export function AccountCorner({ email, onTalks, onOpen, onSignOut }: AccountCornerProps) {
  return (
    <>
      <span className="account">{email}</span>
      <Button tone="plain" onClick={onTalks}>
        Talks
      </Button>
      <Button tone="plain" onClick={onOpen}>
        Account
      </Button>
      <Button tone="plain" onClick={onSignOut}>
        Sign out
      </Button>
    </>
  );
}
