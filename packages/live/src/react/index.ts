/** React's view of the cores: state in, commands out. */
export { useBroadcast, useLevel, useListening, useMicrophone } from "./hooks.ts";
