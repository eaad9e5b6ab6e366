import { ENCRYPTION_KEY_MIN_CHARACTERS, type Variable } from "./variables.ts";

export interface Explanation {
  /** What a right value looks like, with an example. */
  expected: string;
  /** Where to find it. */
  howToFind: string;
}

/** For whoever deploys Lectern; English, like the AWS consoles. Apart from the checks, because pages load it only when one fails. */
export const explanations: Record<Variable, Explanation> = {
  VITE_WEBSOCKET_URL: {
    expected: "wss://… , like wss://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/live (ws:// on this machine only)",
    howToFind:
      "It is the deployment's output “WebSocketUrl”. In the AWS console: API Gateway → the WebSocket API → Stages.",
  },
  VITE_HTTP_API_URL: {
    expected: "https://… , like https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com (http:// on this machine only)",
    howToFind:
      "It is the deployment's output “HttpApiUrl”. In the AWS console: API Gateway → the HTTP API → Invoke URL.",
  },
  VITE_AWS_REGION: {
    expected: "the code of a region, like us-east-1",
    howToFind: "It is the region Lectern was deployed to; User Pool and Identity Pool IDs begin with it.",
  },
  VITE_ENCRYPTION_KEY: {
    expected: `${ENCRYPTION_KEY_MIN_CHARACTERS} random characters or more`,
    howToFind: "Make one, once, and keep it (changing it signs everybody out): openssl rand -base64 32",
  },
  VITE_COGNITO_USER_POOL_ID: {
    expected: "region_letters-and-digits, like us-east-1_Ab12Cd34E",
    howToFind:
      "It is the deployment's output “CognitoUserPoolId”. In the AWS console: Cognito → User pools → the pool → User pool ID.",
  },
  VITE_COGNITO_CLIENT_ID: {
    expected: "26 small letters and digits, like 1h57kf5cpq17m0eml12EXAMPLE",
    howToFind:
      "It is the deployment's output “CognitoClientId”. In the AWS console: Cognito → User pools → the pool → App clients → Client ID.",
  },
  VITE_COGNITO_IDENTITY_POOL_ID: {
    expected: "region:guid, like us-east-1:12345678-90ab-cdef-1234-567890abcdef",
    howToFind:
      "It is the deployment's output “CognitoIdentityPoolId”. In the AWS console: Cognito → Identity pools → the pool → Identity pool ID. Two mix-ups are common: the User Pool ID (region_…), and the ID of one identity from the pool's identity browser, which looks exactly like the pool's.",
  },
  VITE_GUEST_ROLE_ARN: {
    expected: "arn:aws:iam::ACCOUNT:role/NAME, like arn:aws:iam::123456789012:role/lectern-prod-guest",
    howToFind:
      "It is the deployment's output “GuestRoleArn”. In the AWS console: Cognito → Identity pools → the pool → User access → Guest access → the role → ARN.",
  },
  VITE_LISTENER_URL: {
    expected: "where the listener's page is, like https://listen.example.org (http:// on this machine only)",
    howToFind: "It is the deployment's output “ListenerUrl”: the address listeners' links begin with.",
  },
  VITE_AWS_ENDPOINT: {
    expected: "nothing at all with AWS; on a laptop the address of local-aws, like http://127.0.0.1:9700",
    howToFind: "“npm start” sets it by itself. Remove it when building for AWS.",
  },
};
