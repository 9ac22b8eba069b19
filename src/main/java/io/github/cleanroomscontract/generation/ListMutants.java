package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of lists and batches. */
final class ListMutants {

  private ListMutants() {}

  static void register(Mutants mutants) {

    mutants
        .response("list.filter-respected", "ListMemberships")
        .having("/membershipSummaries/0")
        .answers("/status", "'REMOVED'")
        .at("/membershipSummaries/0/status");
    mutants
        .response("batch.one-error-per-missing-item", "BatchGetSchema")
        .answers("/names", "['purchases']");

    mutants
        .response("page.size-at-most-max-results", "ListMemberships")
        .having("/membershipSummaries/0")
        .set("/membershipSummaries/-", "@/membershipSummaries/0")
        .answers("/maxResults", "1")
        .at("/membershipSummaries");
  }
}
