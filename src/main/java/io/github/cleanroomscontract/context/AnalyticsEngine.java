package io.github.cleanroomscontract.context;

import java.util.Arrays;
import java.util.Optional;

/** What runs the analyses of a collaboration. */
public enum AnalyticsEngine {
  /** Apache Spark. */
  SPARK,
  /** The engine that older collaborations run on. */
  CLEAN_ROOMS_SQL;

  /** Returns the engine of a name, as the API writes it; empty if there is none. */
  public static Optional<AnalyticsEngine> of(String name) {
    return Arrays.stream(values()).filter(engine -> engine.name().equals(name)).findFirst();
  }
}
