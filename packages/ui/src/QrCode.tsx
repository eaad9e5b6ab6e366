export interface QrCodeProps {
  /** What it leads to, for who cannot see it. */
  label: string;
  /** Rows of modules, true: dark. The quiet zone is drawn besides. */
  modules: readonly (readonly boolean[])[];
}

const QUIET = 4;

/** A QR code, dark on light in every theme: scanners need it so. */
export function QrCode({ label, modules }: QrCodeProps) {
  const size = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
