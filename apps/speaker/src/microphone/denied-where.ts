/** Where a browser lets one allow a microphone that was blocked. */
export type DeniedWhere =
  | "address-bar-icon"
  | "settings-app"
  | "crossed-out-microphone"
  | "icon-permissions"
  | "icon-or-system"
  | "safari-menu"
  | "settings";

export function deniedWhere(userAgent: string): DeniedWhere {
  const isApple = /iPhone|iPad/.test(userAgent);
  if (isApple && !/CriOS|FxiOS|EdgiOS/.test(userAgent)) return "address-bar-icon";
  if (isApple) return "settings-app";
  if (/Firefox\//.test(userAgent)) return "crossed-out-microphone";
  if (/Android/.test(userAgent)) return "icon-permissions";
  if (/Chrome\//.test(userAgent)) return "icon-or-system";
  if (/Safari\//.test(userAgent)) return "safari-menu";
  return "settings";
}
