package io.github.cleanroomscontract.benchmark;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /** Every operation, request and response: all schemas are read and compiled. */
  @Benchmark
  public int allOperations() throws IOException {
    ContractValidator validator = ContractValidator.create();
    int valid = 0;
    for (Operation operation : Catalogue.current().operations()) {
      Path folder =
          Path.of("fixtures", operation.resource(), operation.name(), "valid").toAbsolutePath();
      for (Direction direction : List.of(Direction.REQUEST, Direction.RESPONSE)) {
        Payload payload = Payload.read(folder.resolve(direction.label() + ".minimal.json"));
        if (validator.validate(Message.of(operation.name(), direction, payload)).valid()) {
          valid++;
        }
      }
    }
    return valid;
  }
}
