import { channelsOf, type Deployment, type PolicyDocument, type Role } from "./document.ts";

type Identity = Pick<Deployment, "region" | "account" | "environmentName" | "identityPoolId">;

const ONE_HOUR_SECONDS = 3600;

/**
 * Trust in one kind of identity of one Identity Pool. Both `aud` and `amr` are required, because in the classic flow the
 * client names the role.
 */
function trust(identityPoolId: string, amr: "authenticated" | "unauthenticated", actions: string[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: actions,
        Principal: { Federated: "cognito-identity.amazonaws.com" },
        Condition: {
          StringEquals: { "cognito-identity.amazonaws.com:aud": identityPoolId },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": amr },
        },
      },
    ],
  };
}

/** A signed-in speaker: master of the channels that carry their own `speaker` tag, nothing else (design §1.2). */
export function speakerRole(deployment: Identity): Role {
  const { region, account, environmentName, identityPoolId } = deployment;
  const tag = "$" + "{aws:PrincipalTag/speaker}";
  return {
    // Where claims are mapped to tags, nobody can assume the role without sts:TagSession.
    trust: trust(identityPoolId, "authenticated", ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]),
    permissions: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "OwnChannelsOnly",
          Effect: "Allow",
          Action: ["kinesisvideo:ConnectAsMaster", "kinesisvideo:GetIceServerConfig"],
          Resource: `arn:aws:kinesisvideo:${region}:${account}:channel/lectern-${environmentName}-${tag}-*/*`,
        },
      ],
    },
    maxSessionSeconds: ONE_HOUR_SECONDS,
  };
}

/** An anonymous listener: viewer of this environment's channels, nothing else. */
export function guestRole(deployment: Identity): Role {
  return {
    trust: trust(deployment.identityPoolId, "unauthenticated", ["sts:AssumeRoleWithWebIdentity"]),
    permissions: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ViewerOnly",
          Effect: "Allow",
          Action: ["kinesisvideo:ConnectAsViewer", "kinesisvideo:GetIceServerConfig"],
          Resource: channelsOf(deployment),
        },
      ],
    },
    maxSessionSeconds: ONE_HOUR_SECONDS,
  };
}

/** Lets Lambda functions assume a role. */
export const lambdaTrust: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
};

/** The session API's functions. Channels are a wildcard because an ARN ends in its creation time, unknown when one is created. */
export function handlersRole(deployment: Omit<Deployment, "identityPoolId">): Role {
  return {
    trust: lambdaTrust,
    permissions: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Channels",
          Effect: "Allow",
          Action: [
            "kinesisvideo:CreateSignalingChannel",
            "kinesisvideo:DescribeSignalingChannel",
            "kinesisvideo:GetSignalingChannelEndpoint",
            "kinesisvideo:DeleteSignalingChannel",
          ],
          Resource: channelsOf(deployment),
        },
        {
          Sid: "Table",
          Effect: "Allow",
          Action: [
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:Query",
            "dynamodb:BatchGetItem",
          ],
          Resource: deployment.tableArn,
        },
        {
          Sid: "Sockets",
          Effect: "Allow",
          Action: "execute-api:ManageConnections",
          Resource: `${deployment.webSocketApiArn}/*`,
        },
      ],
    },
    maxSessionSeconds: ONE_HOUR_SECONDS,
  };
}
