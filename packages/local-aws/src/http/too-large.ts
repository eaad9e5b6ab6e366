/** Whether ws closed a socket because a message was over its `maxPayload`: it says so in an error event, and nowhere else. */
export const isTooLarge = (error: Error): boolean =>
  "code" in error && error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";
