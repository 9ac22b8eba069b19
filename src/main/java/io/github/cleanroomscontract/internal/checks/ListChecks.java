package io.github.cleanroomscontract.internal.checks;

/** What is documented of lists, pages and batches, whatever they hold beyond their schemas. */
final class ListChecks {

  private ListChecks() {}

  static void register(Checks.Registry registry) {}
}
