package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final Summary summary = new Summary();

  @Test
  void countsByOutcome() {
    Stream.of(
            Samples.valid(),
            Samples.valid(),
            Samples.warned(),
            Samples.message(
                "a.json",
                Report.of(Samples.SUBJECT, List.of(Samples.finding(Severity.UNVERIFIED)))),
            Samples.invalid(),
            Samples.invalid(),
            Samples.drift(),
            Samples.drift(),
            Samples.drift(),
            Samples.skipped(),
            Samples.failed())
        .map(Samples::entry)
        .forEach(summary::add);

    assertThat(summary.total()).isEqualTo(11);
    assertThat(summary.valid()).isEqualTo(4);
    assertThat(summary.warned()).isEqualTo(1);
    assertThat(summary.invalid()).isEqualTo(2);
    assertThat(summary.drift()).isEqualTo(3);
    assertThat(summary.skipped()).isEqualTo(1);
    assertThat(summary.failed()).isEqualTo(1);
  }

  @Test
  void beginsWithNothing() {
    assertThat(summary.total()).isZero();
    assertThat(summary.elapsed()).isZero();
  }

  @Test
  void keepsTheTime() {
    summary.elapsed(Duration.ofMillis(1500));

    assertThat(summary.elapsed()).isEqualTo(Duration.ofMillis(1500));
  }
}
