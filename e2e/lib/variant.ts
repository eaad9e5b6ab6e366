import { fillPage, onThisMachine, serveBuiltPage } from "../../scripts/start/pages.ts";
import { demo, product, root } from "./product.ts";

/** One page served with some of its configuration changed, beside the running product. */
export interface Variant {
  url: string;
  close(): Promise<void>;
}

/** @param change VITE_ values to replace; undefined leaves one blank. */
export async function serveVariant(
  page: "speaker" | "listener",
  change: Record<string, string | undefined>,
): Promise<Variant> {
  const outDir = `${root}${product.data}/variant/${page}`;
  fillPage(`${root}test-results/pages/${page}`, outDir, { ...demo().env, ...change });
  const close = await serveBuiltPage(page, outDir, onThisMachine(product.spare));
  return { url: `http://localhost:${product.spare}`, close };
}
