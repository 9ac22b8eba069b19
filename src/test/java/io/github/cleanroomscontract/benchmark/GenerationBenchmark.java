package io.github.cleanroomscontract.benchmark;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.generation.RandomPayloads;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many payloads a second are generated in a warm JVM, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class GenerationBenchmark {

  /** Which payloads. */
  @Param({"valid", "invalid", "random", "random invalid"})
  public String kind;

  private final PayloadCases cases = PayloadCases.of("GetMembership", Direction.RESPONSE);
  private final RandomPayloads random = RandomPayloads.of("GetMembership", Direction.RESPONSE);
  private Iterator<GeneratedCase> left;

  /** Begins with the first case. */
  @Setup
  public void begin() {
    left =
        switch (kind) {
          case "valid" -> cases.valid().iterator();
          case "invalid" -> cases.invalid().iterator();
          case "random" -> random.stream(1).iterator();
          default -> random.broken().stream(1).iterator();
        };
  }

  /** Makes the next payload, from the first again after the last. */
  @Benchmark
  public GeneratedCase next() {
    if (!left.hasNext()) {
      begin();
    }
    return left.next();
  }
}
