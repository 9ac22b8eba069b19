package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.internal.text.EpochSeconds;

/** What the members of intermediate tables agree on. */
final class IntermediateTableAgreements {

  private IntermediateTableAgreements() {}

  static void register(Agreements agreements) {
    agreements.add(
        "PopulationAnalysisSqlParameters",
        sql -> {
          if (sql.pinned("analysisTemplateArn")) {
            sql.remove("queryString");
          } else {
            sql.need("queryString");
            sql.remove("analysisTemplateArn");
          }
        });
    agreements.add("IntermediateTable", IntermediateTableAgreements::status);
    agreements.add("IntermediateTable", IntermediateTableAgreements::retention);
  }

  private static void status(Draft table) {
    if (table.is("status", "CREATED") && table.has("schema")) {
      if (table.pinned("status")) {
        table.remove("schema");
      } else {
        table.set("status", "POPULATE_SUCCESS");
      }
    }
    if (table.is("status", "POPULATE_SUCCESS")) {
      table.need("intermediateTableVersion");
      table.need("schema");
    }
  }

  private static void retention(Draft table) {
    Draft version = table.at("intermediateTableVersion").orElse(null);
    if (version == null || !version.has("expirationTime")) {
      return;
    }
    if (table.broken("retentionInDays")) {
      version.remove("expirationTime");
      return;
    }
    if (table.get("retentionInDays") instanceof Number days && days.doubleValue() > 400) {
      long end = (long) version.time("createTime") + (days.longValue() + 1) * 86_400;
      if (EpochSeconds.isTime(end)) {
        version.set("expirationTime", end);
      } else {
        // As good as never.
        version.remove("expirationTime");
      }
    }
  }
}
