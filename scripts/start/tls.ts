import type { LocalAws } from "@lectern/local-aws";

/** What AWS's own clients are to be told: AWS's CLI by its environment, Chromium by its command line. */
export function tlsLines({ port, spkiSha256 }: NonNullable<LocalAws["tls"]>, aws: LocalAws, authorityFile: string) {
  const region = aws.env.VITE_AWS_REGION;
  const { accessKeyId, secretAccessKey, sessionToken } = aws.administrator;
  return [
    "  AWS's own clients find AWS's host names here over TLS. In a shell for them, with an administrator's key:",
    "",
    `export HTTPS_PROXY=http://127.0.0.1:${port} AWS_CA_BUNDLE='${authorityFile}'`,
    `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`,
    `export AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    `export AWS_SESSION_TOKEN=${sessionToken}`,
    "",
    "  Chromium, with a profile of its own (--user-data-dir):",
    "",
    `--host-resolver-rules='MAP *.amazonaws.com 127.0.0.1:${port}' --ignore-certificate-errors-spki-list=${spkiSha256}`,
    "",
  ];
}
