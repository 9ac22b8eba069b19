package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter terminal = new StringWriter();
  private long now;

  private Progress progress(boolean watched) {
    return new Progress(new PrintWriter(terminal), watched, "messages", () -> now);
  }

  /** Returns what a terminal shows after so many seconds more. */
  private String after(double seconds, Progress progress, long count, long done, long total) {
    now += (long) (seconds * 1e9);
    terminal.getBuffer().setLength(0);
    progress.show(count, () -> done, total);
    return terminal.toString().replace("\r", "").strip();
  }

  @Test
  void tellsHowManyHowFastHowFarAndHowLong() {
    Progress progress = progress(true);

    assertThat(after(10, progress, 25_000, 300, 1200))
        .isEqualTo("25,000 messages, 2,500 a second, 25 %, 0:30 left");
    assertThat(after(10, progress, 40_000, 1199, 1200))
        .isEqualTo("40,000 messages, 2,000 a second, 99 %, 0:01 left");
    assertThat(after(1, progress, 41_000, 1300, 1200)).endsWith("100 %, 0:00 left");
  }

  @Test
  void hoursAreTold() {
    assertThat(after(60, progress(true), 10, 1, 200)).endsWith(", 0 %, 3:19:00 left");
  }

  @Test
  void whatNobodyKnowsIsNotTold() {
    assertThat(after(2, progress(true), 10, 5, 0)).isEqualTo("10 messages, 5 a second");
    assertThat(after(2, progress(true), 10, 0, 7)).isEqualTo("10 messages, 5 a second, 0 %");
  }

  @Test
  void tellsNoMoreThanTwiceASecond() {
    Progress progress = progress(true);

    assertThat(after(0.4, progress, 1, 0, 0)).isEmpty();
    assertThat(after(0.2, progress, 2, 0, 0)).isNotEmpty();
    assertThat(after(0.4, progress, 3, 0, 0)).isEmpty();
  }

  @Test
  void whatWasLongerBeforeIsGone() {
    Progress progress = progress(true);
    int longer = after(1, progress, 1_000_000, 0, 0).length();

    now += Duration.ofSeconds(1_000_000).toNanos();
    terminal.getBuffer().setLength(0);
    progress.show(1, () -> 0, 0);
    assertThat(terminal.toString()).hasSize(1 + longer);

    terminal.getBuffer().setLength(0);
    progress.clear();
    assertThat(terminal.toString()).matches("\r +\r");
    terminal.getBuffer().setLength(0);
    progress.clear();
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void whereNobodyWatchesNothingIsTold() {
    assertThat(after(100, progress(false), 1, 1, 2)).isEmpty();
  }
}
