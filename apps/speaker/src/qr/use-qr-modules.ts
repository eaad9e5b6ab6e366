import { useEffect, useState } from "react";

/** The rows of a QR code's modules, true: dark. null until the encoder, which is loaded when first needed, has come; or if it does not. */
export function useQrModules(text: string): boolean[][] | null {
  const [modules, setModules] = useState<boolean[][] | null>(null);
  useEffect(() => {
    let left = false;
    import("uqr").then(
      ({ encode }) => {
        if (!left) setModules(encode(text, { border: 0 }).data);
      },
      () => {
        // Not to be had now: whatever it says stands beside it in words.
      },
    );
    return () => {
      left = true;
    };
  }, [text]);
  return modules;
}
