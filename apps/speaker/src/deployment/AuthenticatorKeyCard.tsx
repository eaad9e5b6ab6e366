import type { AuthenticatorKey } from "@lectern/auth/speaker";
import { QrCode } from "@lectern/ui";
import { useQrModules } from "../qr/use-qr-modules.ts";

/** A key for an authenticator app: to be scanned, tapped on the phone itself, or typed. */
export function AuthenticatorKeyCard({ authenticatorKey: { key, uri } }: { authenticatorKey: AuthenticatorKey }) {
  const modules = useQrModules(uri);
  return (
    <div className="authenticator-key">
      {modules ? <QrCode label="QR code for your authenticator app" modules={modules} /> : null}
      <div className="stack-tight">
        <p>
          Scan this with an authenticator app, then type the code it shows. On this very phone:{" "}
          <a href={uri}>add it to your app</a>.
        </p>
        <p className="soft">Or type this key into the app:</p>
        <p className="key">
          <code>{key.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
      </div>
    </div>
  );
}
