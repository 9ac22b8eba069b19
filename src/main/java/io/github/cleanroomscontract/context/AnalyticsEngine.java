package io.github.cleanroomscontract.context;

/** What runs the analyses of a collaboration. */
public enum AnalyticsEngine {
  /** Apache Spark. */
  SPARK,
  /** The engine that older collaborations run on. */
  CLEAN_ROOMS_SQL
}
