package io.github.cleanroomscontract.internal.checks;

import java.util.Optional;

/** What the answers about queries and about jobs have in common. */
final class AnalysisResults {

  private AnalysisResults() {}

  /** Checks that a result lies where the configuration of its S3 output says. */
  static void underPrefix(Subject location, Subject s3) {
    if (!location.node().isString() || !s3.at("bucket").node().isString()) {
      return;
    }
    String bucket = "s3://" + s3.at("bucket").text();
    String prefix = bucket + "/" + s3.at("keyPrefix").text().replaceFirst("^/+", "");
    if (!(location.text() + "/").equals(prefix) && !location.text().startsWith(prefix)) {
      location.fails();
    }
  }

  /** Checks that a list begins with the latest entry; an entry out of order is told once. */
  static void recentFirst(Subject list) {
    double last = Double.POSITIVE_INFINITY;
    for (Subject entry : list.items()) {
      Subject time = entry.at("createTime");
      Optional<Double> seconds = time.time();
      if (seconds.isPresent() && seconds.get() > last) {
        time.fails();
        return;
      }
      last = seconds.orElse(last);
    }
  }
}
