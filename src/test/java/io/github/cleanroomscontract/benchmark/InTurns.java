package io.github.cleanroomscontract.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What {@link ValidationBenchmark} compares, in turns of some milliseconds: a machine that is now
 * fast and now slow is so for all alike. Prints medians, the others as multiples of parsing alone.
 */
public final class InTurns {

  private static final long WARM_UP_NANOS = 5_000_000_000L;
  private static final long ALL_NANOS = 13_000_000_000L;
  private static final long TURN_NANOS = 3_000_000;

  private static final Blackhole SINK =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private InTurns() {}

  /** Goes through all payloads. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("| payload | broken of 100 | parse, µs | networknt | kit |");
    System.out.println("| --- | ---: | ---: | ---: | ---: |");
    for (Specimen payload : Specimen.values()) {
      for (int invalid : new int[] {0, 1, 100}) {
        ValidationBenchmark benchmark = new ValidationBenchmark();
        benchmark.payload = payload;
        benchmark.invalid = invalid;
        benchmark.prepare();
        List<Double> parse = new ArrayList<>();
        List<Double> networknt = new ArrayList<>();
        List<Double> kit = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < ALL_NANOS) {
          double alone = turn(benchmark::parse);
          double plain = turn(benchmark::networknt);
          double ours = turn(benchmark::kit);
          if (System.nanoTime() - start > WARM_UP_NANOS) {
            parse.add(alone / 1000 / ValidationBenchmark.PAYLOADS);
            networknt.add(plain / alone);
            kit.add(ours / alone);
          }
        }
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.2f | %.1f | %.1f |%n",
            payload.name().toLowerCase(Locale.ROOT),
            invalid,
            median(parse),
            median(networknt),
            median(kit));
      }
    }
  }

  /** Returns what a call takes, in nanoseconds. */
  private static double turn(Consumer<Blackhole> benchmark) {
    long start = System.nanoTime();
    int calls = 0;
    while (System.nanoTime() - start < TURN_NANOS) {
      benchmark.accept(SINK);
      calls++;
    }
    return (System.nanoTime() - start) / (double) calls;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
