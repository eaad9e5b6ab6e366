import type { MicrophoneMode } from "./state.ts";

/** Voice lets the browser clean the sound for speech; Music must reach listeners as it is. */
export function constraintsFor(mode: MicrophoneMode, deviceId: string | null): MediaTrackConstraints {
  const isVoice = mode === "voice";
  return {
    // `ideal`, not `exact`: a microphone that is gone must not keep anyone from speaking through another.
    ...(deviceId !== null && { deviceId: { ideal: deviceId } }),
    channelCount: { ideal: isVoice ? 1 : 2 },
    sampleRate: { ideal: 48_000 },
    echoCancellation: isVoice,
    noiseSuppression: isVoice,
    autoGainControl: isVoice,
  };
}

/** getUserMedia's refusals (Media Capture and Streams, §10.2) as codes. */
export function refusalOf(
  error: unknown,
): "microphone-denied" | "microphone-missing" | "microphone-failed" | "not-supported" {
  const name = error instanceof Error ? error.name : "";
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return "microphone-denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "microphone-missing";
    case "TypeError":
      // navigator.mediaDevices is missing outside https and localhost.
      return "not-supported";
    default:
      return "microphone-failed";
  }
}
