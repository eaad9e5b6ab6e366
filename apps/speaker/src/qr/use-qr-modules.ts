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
        // The encoder does not load. The text of the code is shown beside it anyway.
      },
    );
    return () => {
      left = true;
    };
  }, [text]);
  return modules;
}
