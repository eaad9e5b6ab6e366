/** React's view of the cores: state in, commands out. */
export { useBroadcast, useDelay, useLevel, useListening, useMicrophone } from "./hooks.ts";
