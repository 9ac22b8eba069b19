package io.github.cleanroomscontract.internal.sample;

/** What the members of jobs agree on. */
final class JobAgreements {

  private JobAgreements() {}

  static void register(Agreements agreements) {
    agreements.add("ProtectedJob", job -> QueryAgreements.outcome(job, "FAILED", "CANCELLED"));
    agreements.add("ProtectedJob", job -> QueryAgreements.output(job, "memberList"));
    agreements.add("ProtectedJob", QueryAgreements::places);
    agreements.add(
        "ProtectedJobWorkerComputeConfiguration",
        workers -> QueryAgreements.range(workers, 4, 128));
  }
}
