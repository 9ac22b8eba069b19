package consumer;

import java.time.Duration;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.ProtectedQuery;

/** What the team's application does every night: runs a query, and waits for its result. */
public final class NightlyReport {

  private final CleanRoomsClient client;
  private final String membership;

  /** Creates a report on a membership. */
  public NightlyReport(CleanRoomsClient client, String membership) {
    this.client = client;
    this.membership = membership;
  }

  /** Runs the query, and returns where its result is. */
  public String run(String bucket) throws InterruptedException {
    ProtectedQuery query =
        client
            .startProtectedQuery(
                start ->
                    start
                        .membershipIdentifier(membership)
                        .type("SQL")
                        .sqlParameters(sql -> sql.queryString("SELECT city, COUNT(*) FROM sales"))
                        .resultConfiguration(
                            result ->
                                result.outputConfiguration(
                                    output ->
                                        output.s3(s3 -> s3.bucket(bucket).resultFormat("CSV")))))
            .protectedQuery();
    while (!query.statusAsString().equals("SUCCESS")) {
      if (query.statusAsString().matches("FAILED|CANCELLED|TIMED_OUT")) {
        throw new IllegalStateException("the query ended as " + query.statusAsString());
      }
      Thread.sleep(Duration.ofMillis(5).toMillis());
      String id = query.id();
      query =
          client
              .getProtectedQuery(
                  get -> get.membershipIdentifier(membership).protectedQueryIdentifier(id))
              .protectedQuery();
    }
    return query.result().output().s3().location();
  }
}
