package io.github.cleanroomscontract.internal.checks;

/** What is documented of queries beyond their schemas. */
final class ProtectedQueryChecks {

  private static final String SPARK = "SPARK";

  private ProtectedQueryChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "distribute.no-runner-account",
        "ProtectedQueryDistributeOutputConfigurationLocation",
        ProtectedQueryChecks::runnerAccount);
    for (String output :
        new String[] {"ProtectedQueryOutputConfiguration", "ProtectedQueryOutput"}) {
      registry.both("distribute.spark-only", output, at -> sparkOnly(at.at("distribute")));
    }
    registry.request(
        "single-file-output.spark-only",
        "ProtectedQueryS3OutputConfiguration",
        at -> sparkOnly(at.at("singleFileOutput")));
    registry.request(
        "compute-configuration.spark-only",
        "StartProtectedQuery request",
        at -> sparkOnly(at.at("computeConfiguration")));
  }

  private static void runnerAccount(Subject location) {
    Subject account = location.at("member", "accountId");
    if (account.present()) {
      account.with(
          account.world().caller(),
          World.CALLER,
          (at, caller) -> {
            if (at.is(caller)) {
              at.fails();
            }
          });
    }
  }

  /** What exists on one engine only. */
  private static void sparkOnly(Subject setting) {
    if (setting.present()) {
      setting.with(
          setting.world().engine(),
          World.ENGINE,
          (at, engine) -> {
            if (!engine.equals(SPARK)) {
              at.fails(engine);
            }
          });
    }
  }
}
