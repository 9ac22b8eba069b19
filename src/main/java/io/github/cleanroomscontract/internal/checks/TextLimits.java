package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import io.github.cleanroomscontract.internal.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The quotas on query texts, which count bytes where the model counts characters. */
final class TextLimits {

  private static final int SPARK = 500 * 1024;
  private static final int CLEAN_ROOMS_SQL = 90 * 1024;
  private static final int DIFFERENTIAL_PRIVACY = 8 * 1024;

  private TextLimits() {}

  /** Checks the quota of Spark, which is that of all texts. */
  static void spark(Subject text) {
    longer(text, SPARK, Subject::fails);
  }

  /** Checks the quota of the other engine. */
  static void cleanRoomsSql(Subject text) {
    longer(
        text,
        CLEAN_ROOMS_SQL,
        (at, found) ->
            at.with(
                at.world().engine(),
                World.ENGINE,
                (same, engine) -> {
                  if (engine.equals("CLEAN_ROOMS_SQL")) {
                    same.fails(found);
                  }
                }));
  }

  /** Checks the quota of texts that read tables under differential privacy. */
  static void differentialPrivacy(Subject text, Supplier<TablesRead> tables) {
    longer(
        text,
        DIFFERENTIAL_PRIVACY,
        (at, found) ->
            AnalysisRuns.tables(
                at,
                tables.get(),
                Kind.SCHEMA_RULE,
                World.TABLE_RULES,
                (same, rules) -> {
                  if (rules.stream().anyMatch(TextLimits::isPrivate)) {
                    same.fails(found);
                  }
                }));
  }

  private static boolean isPrivate(JsonNode rule) {
    return rule.at("/policy/v1/custom").has("differentialPrivacy")
        || rule.at("/consolidatedPolicy/v1/custom").has("differentialPrivacy");
  }

  private static void longer(Subject text, int most, BiConsumer<Subject, String> action) {
    int bytes = text.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      action.accept(text, Words.count(bytes, "byte"));
    }
  }
}
