/** Is in much of what is given, so it must not be in what comes out. Letters and digits only: most patterns let it through. */
export const CANARY = "canary7f3a91";

/** @throws Error when something given is in what came out. `where` names what that was. */
export function expectNoEcho(where: string, text: string): void {
  const at = text.toLowerCase().indexOf(CANARY);
  if (at >= 0) throw new Error(`${where} holds what was given: ${text.slice(Math.max(0, at - 80), at + 80)}`);
}
