import { type Context, useContext } from "react";

/** The words of the nearest provider. Throws where there is none. */
export function useCatalogue<Words>(context: Context<Words | null>): Words {
  const words = useContext(context);
  if (words === null) throw new Error("no catalogue: render it inside its provider");
  return words;
}
