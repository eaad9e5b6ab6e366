import { Button } from "@lectern/ui";

/** Who is signed in, in a quiet corner. */
export function Account({ email, onSignOut }: { email: string; onSignOut: () => void }) {
  return (
    <>
      <span className="account">{email}</span>
      <Button tone="plain" onClick={onSignOut}>
        Sign out
      </Button>
    </>
  );
}
