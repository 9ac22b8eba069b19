// Calls the stand-in as users of this client do, and prints what came of it as JSON. Where the
// stand-in is, is told by AWS_ENDPOINT_URL, as the client itself reads it.
import {
  CleanRoomsClient,
  ConflictException,
  CreateCollaborationCommand,
  CreateMembershipCommand,
  DeleteMembershipCommand,
  GetCollaborationCommand,
  GetMembershipCommand,
  GetProtectedQueryCommand,
  ListMembershipsCommand,
  paginateListCollaborations,
  ResourceNotFoundException,
  StartProtectedQueryCommand,
  ThrottlingException,
  UpdateCollaborationCommand,
  UpdateProtectedQueryCommand,
  ValidationException,
} from "@aws-sdk/client-cleanrooms";

const client = new CleanRoomsClient({});
const result = {};

const types = { ConflictException, ResourceNotFoundException, ThrottlingException, ValidationException };

/** Returns which of its own exceptions the client throws, and what it reads from it. */
async function failure(sent) {
  try {
    await sent;
    return { type: "none" };
  } catch (e) {
    const type = Object.keys(types).find((name) => e instanceof types[name]) ?? "another";
    const { name, reason, fieldList, resourceId, resourceType } = e;
    return { type, name, reason, fieldList, resourceId, resourceType, status: e.$metadata?.httpStatusCode };
  }
}

const collaborations = [];
for (const name of ["Reach", "Frequency", "Overlap", "Lift", "Spend"]) {
  const { collaboration } = await client.send(
    new CreateCollaborationCommand({
      name,
      description: `Measures ${name}, é included`,
      creatorDisplayName: "Retail",
      creatorMemberAbilities: ["CAN_QUERY", "CAN_RECEIVE_RESULTS"],
      queryLogStatus: "ENABLED",
      members: [],
    }),
  );
  collaborations.push(collaboration);
}
const [first] = collaborations;
result.collaboration = first;
result.createTimeIsDate = first.createTime instanceof Date;

result.pages = [];
for await (const page of paginateListCollaborations({ client, pageSize: 2 }, {})) {
  result.pages.push(page.collaborationList.map((each) => each.name));
}

const { membership } = await client.send(
  new CreateMembershipCommand({ collaborationIdentifier: first.id, queryLogStatus: "ENABLED" }),
);
result.membership = membership;
result.conflict = await failure(
  client.send(new CreateMembershipCommand({ collaborationIdentifier: first.id, queryLogStatus: "ENABLED" })),
);

const start = {
  type: "SQL",
  membershipIdentifier: membership.id,
  sqlParameters: { queryString: "SELECT count(*) FROM campaigns" },
  resultConfiguration: { outputConfiguration: { s3: { resultFormat: "CSV", bucket: "results" } } },
};
let { protectedQuery } = await client.send(new StartProtectedQueryCommand(start));
result.statuses = [protectedQuery.status];
while (protectedQuery.status !== "SUCCESS" && result.statuses.length < 20) {
  ({ protectedQuery } = await client.send(
    new GetProtectedQueryCommand({
      membershipIdentifier: membership.id,
      protectedQueryIdentifier: protectedQuery.id,
    }),
  ));
  result.statuses.push(protectedQuery.status);
}
result.query = protectedQuery;

const updated = await client.send(
  new UpdateCollaborationCommand({ collaborationIdentifier: first.id, name: "Reach and more" }),
);
result.updated = updated.collaboration.name;
const again = await client.send(new GetCollaborationCommand({ collaborationIdentifier: first.id }));
result.reread = again.collaboration.name;

result.invalid = await failure(
  client.send(
    new UpdateProtectedQueryCommand({
      membershipIdentifier: membership.id,
      protectedQueryIdentifier: protectedQuery.id,
      targetStatus: "CANCELED",
    }),
  ),
);
result.twofold = await failure(
  client.send(
    new StartProtectedQueryCommand({ ...start, type: "SEQUEL", membershipIdentifier: "mine" }),
  ),
);

const deleted = await client.send(new DeleteMembershipCommand({ membershipIdentifier: membership.id }));
result.deleted = deleted.$metadata.httpStatusCode;
result.notFound = await failure(
  client.send(new GetMembershipCommand({ membershipIdentifier: membership.id })),
);

// The test has told the stand-in to throttle this one for good, and the other once.
result.throttled = await failure(client.send(new ListMembershipsCommand({ maxResults: 7 })));
const retried = await client.send(new ListMembershipsCommand({ maxResults: 8 }));
result.attempts = retried.$metadata.attempts;

const other = new CleanRoomsClient({ endpoint: process.env.AWS_ENDPOINT_URL, maxAttempts: 1 });
delete process.env.AWS_ENDPOINT_URL;
result.byOption = (await other.send(new ListMembershipsCommand({}))).$metadata.httpStatusCode;

console.log(JSON.stringify(result));
