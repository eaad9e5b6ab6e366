import { Button } from "@lectern/ui";

export interface AccountCornerProps {
  email: string;
  onOpen: () => void;
  onSignOut: () => void;
}

/** Who is signed in, in a quiet corner. */
export function AccountCorner({ email, onOpen, onSignOut }: AccountCornerProps) {
  return (
    <>
      <span className="account">{email}</span>
      <Button tone="plain" onClick={onOpen}>
        Account
      </Button>
      <Button tone="plain" onClick={onSignOut}>
        Sign out
      </Button>
    </>
  );
}
