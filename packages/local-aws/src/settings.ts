/** What an administrator of the stand-in may switch while it runs; `POST /_local/settings` takes any subset. */
export interface Settings {
  /** Identity Pool: AllowUnauthenticatedIdentities. Default true. */
  guests: boolean;
  /** Identity Pool: AllowClassicFlow. Default true. */
  classicFlow: boolean;
  /**
   * What becomes of a signaling socket whose place (master, or the same ClientId) a newer one took: "left" open, getting
   * nothing more, or "closed". AWS does not say which; the product must survive both. Default "left".
   */
  displacedSocket: "left" | "closed";
  /**
   * What becomes of a viewer's message while no master is connected: "held" for MessageTtlSeconds, or "lost". AWS says the
   * first, its users have seen the second. Default "held".
   */
  earlyMessages: "held" | "lost";
}

export const defaultSettings: Settings = {
  guests: true,
  classicFlow: true,
  displacedSocket: "left",
  earlyMessages: "held",
};
