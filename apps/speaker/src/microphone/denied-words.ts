/** How to allow a microphone that was blocked: every browser hides it elsewhere. */
export function deniedAdvice(userAgent: string): string {
  const isApple = /iPhone|iPad/.test(userAgent);
  const end = "Then press Try again.";
  if (isApple && !/CriOS|FxiOS|EdgiOS/.test(userAgent)) {
    return `Tap the icon in the address bar, then Website Settings, and allow the microphone. ${end}`;
  }
  if (isApple) return `Open the Settings app, find this browser in the list, and allow the microphone. ${end}`;
  if (/Firefox\//.test(userAgent)) {
    return `Select the crossed-out microphone beside the address and remove the block. ${end}`;
  }
  if (/Android/.test(userAgent)) {
    return `Tap the icon beside the address, then Permissions, and allow the microphone. ${end}`;
  }
  if (/Chrome\//.test(userAgent)) {
    return `Select the icon beside the address and allow the microphone. If it is allowed there, look in your system's privacy settings. ${end}`;
  }
  if (/Safari\//.test(userAgent)) {
    return `In the menu Safari, choose Settings for This Website, and allow the microphone. ${end}`;
  }
  return `Allow the microphone for this page in your browser's settings. ${end}`;
}
