package io.github.cleanroomscontract.benchmark;

import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the first validation costs in a fresh JVM, class loading and schema compiling included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstValidationBenchmark {

  /** A small operation. */
  @Benchmark
  public Report getMembership() {
    return ContractValidator.create()
        .validateRequest(
            "GetMembership", "{\"membershipIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\"}");
  }

  /** A large one. */
  @Benchmark
  public Report startProtectedQuery() {
    return ContractValidator.create()
        .validateRequest(
            "StartProtectedQuery",
            "{\"type\":\"SQL\",\"membershipIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\","
                + "\"sqlParameters\":{\"queryString\":\"SELECT 1\"},\"resultConfiguration\":"
                + "{\"outputConfiguration\":{\"s3\":{\"resultFormat\":\"CSV\",\"bucket\":\"results\"}}},"
                + "\"computeConfiguration\":{\"worker\":{\"type\":\"CR.1X\",\"number\":4}}}");
  }
}
