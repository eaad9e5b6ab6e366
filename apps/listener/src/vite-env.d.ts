/// <reference types="vite/client" />

/** Of this build. */
declare const __LECTERN_VERSION__: string;
