import type { AuthenticatorKey } from "@lectern/auth/speaker";
import { QrCode } from "@lectern/ui";
import { useQrModules } from "../qr/use-qr-modules.ts";
import { useWords } from "../words/index.ts";

/** A key for an authenticator app: to be scanned, tapped on the phone itself, or typed. */
export function AuthenticatorKeyCard({ authenticatorKey: { key, uri } }: { authenticatorKey: AuthenticatorKey }) {
  const words = useWords().deployment.authenticator;
  const modules = useQrModules(uri);
  return (
    <div className="authenticator-key">
      {modules ? <QrCode label={words.qrCode} modules={modules} /> : null}
      <div className="stack-tight">
        <p>{words.scan(uri)}</p>
        <p className="soft">{words.typeKey}</p>
        <p className="key">
          <code dir="ltr">{key.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
      </div>
    </div>
  );
}
