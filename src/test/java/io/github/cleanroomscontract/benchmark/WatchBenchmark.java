package io.github.cleanroomscontract.benchmark;

import io.github.cleanroomscontract.awssdk.StubClients;
import io.github.cleanroomscontract.awssdk.StubHttpClient;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.GetProtectedQueryResponse;

/**
 * What a call of the SDK costs: alone, answered with always the same bytes; watched; and answered
 * by a stand-in.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WatchBenchmark {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** Calls of which a test makes some; what a watch keeps must not fill the memory. */
  private static final int CALLS = 200;

  private CleanRoomsClient client;
  private CleanRoomsClient answeredByStub;
  private ContractStub stub;

  /** Makes clients. */
  @Setup
  public void clients() {
    String body =
        PayloadCases.of("GetProtectedQuery", Direction.RESPONSE)
            .valid()
            .findFirst()
            .orElseThrow()
            .payload();
    StubReply reply = StubReply.of(WireAnswer.json(200, body));
    client = StubClients.sync(new StubHttpClient(request -> reply), Optional.empty());
    stub = ContractStub.create();
    answeredByStub = StubClients.sync(stub, Optional.empty());
  }

  /** Closes the clients. */
  @TearDown
  public void close() {
    client.close();
    answeredByStub.close();
  }

  /** Forgets the calls of an iteration. */
  @Setup(Level.Iteration)
  public void forget() {
    stub.reset();
  }

  /** The SDK alone. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public GetProtectedQueryResponse sdkAlone() {
    return calls(client);
  }

  /** The same, watched. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public GetProtectedQueryResponse watched() {
    try (ContractWatch watch = ContractWatch.builder("benchmark").open()) {
      GetProtectedQueryResponse last = calls(client);
      watch.verify();
      return last;
    }
  }

  /** The same, answered by a stand-in, which checks it as well. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public GetProtectedQueryResponse answeredByStub() {
    GetProtectedQueryResponse last = calls(answeredByStub);
    stub.reset();
    return last;
  }

  private static GetProtectedQueryResponse calls(CleanRoomsClient through) {
    GetProtectedQueryResponse last = null;
    for (int i = 0; i < CALLS; i++) {
      last =
          through.getProtectedQuery(
              request -> request.membershipIdentifier(ID).protectedQueryIdentifier(ID));
    }
    return last;
  }
}
