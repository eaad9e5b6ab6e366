/** The link to give away. */
export const share = {
  link: "Listener link",
  show: "Show QR code",
  poster: "Listen on your phone: scan this. No app, no account.",
  qrCode: (link: string) => `QR code of ${link}`,
  close: "Close",
  print: "Print",
};
