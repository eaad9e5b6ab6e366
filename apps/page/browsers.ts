/**
 * The oldest browsers that both pages run in, which docs/browsers.md says as well. Each is the last one of devices and
 * systems that many people cannot replace.
 */
export const OLDEST = { chrome: 109, edge: 109, firefox: 115, safari: 15.6, ios: 15.6 } as const;

/** What scripts and styles are written down to, as Vite wants it said. */
export const buildTarget: string[] = Object.entries(OLDEST).map(([browser, version]) => `${browser}${version}`);
