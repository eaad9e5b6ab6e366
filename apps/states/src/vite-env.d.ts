/// <reference types="vite/client" />

/** Of this build; the apps' reports say it. */
declare const __LECTERN_VERSION__: string;
