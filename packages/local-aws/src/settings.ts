/** What an administrator of the stand-in may switch while it runs; `POST /_local/settings` takes any subset. */
export interface Settings {
  /** Identity Pool: AllowUnauthenticatedIdentities. Default true. */
  guests: boolean;
  /** Identity Pool: AllowClassicFlow. Default true. */
  classicFlow: boolean;
}

export const defaultSettings: Settings = { guests: true, classicFlow: true };
