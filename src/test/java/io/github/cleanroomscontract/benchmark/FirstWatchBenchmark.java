package io.github.cleanroomscontract.benchmark;

import io.github.cleanroomscontract.awssdk.StubClients;
import io.github.cleanroomscontract.awssdk.StubHttpClient;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.util.Optional;
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
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipResponse;

/**
 * What the first test of a suite that has a contract pays, each in a fresh JVM: the SDK's own first
 * call, the same watched, and the same answered by a stand-in.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstWatchBenchmark {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static final String MEMBERSHIP =
      """
      {"membership":{"id":"%1$s",
      "arn":"arn:aws:cleanrooms:us-east-1:111122223333:membership/%1$s",
      "collaborationArn":"arn:aws:cleanrooms:us-east-1:111122223333:collaboration/%1$s",
      "collaborationId":"%1$s","collaborationCreatorAccountId":"111122223333",
      "collaborationCreatorDisplayName":"A","collaborationName":"B","createTime":1.7E9,
      "updateTime":1.7E9,"status":"ACTIVE","memberAbilities":[],"queryLogStatus":"ENABLED",
      "paymentConfiguration":{"queryCompute":{"isResponsible":false}}}}
      """
          .formatted(ID);

  /** The SDK alone. */
  @Benchmark
  public GetMembershipResponse sdkAlone() {
    return call(answering());
  }

  /** The same, watched. */
  @Benchmark
  public GetMembershipResponse watched() {
    try (ContractWatch watch = ContractWatch.builder("benchmark").open()) {
      GetMembershipResponse response = call(answering());
      watch.verify();
      return response;
    }
  }

  /** Watched, and answered by a stand-in. */
  @Benchmark
  public GetMembershipResponse watchedWithStub() {
    try (ContractWatch watch = ContractWatch.builder("benchmark").open()) {
      GetMembershipResponse response =
          call(StubClients.sync(ContractStub.create(), Optional.empty()));
      watch.verify();
      return response;
    }
  }

  private static CleanRoomsClient answering() {
    StubReply reply = StubReply.of(WireAnswer.json(200, MEMBERSHIP));
    return StubClients.sync(new StubHttpClient(request -> reply), Optional.empty());
  }

  private static GetMembershipResponse call(CleanRoomsClient client) {
    try (client) {
      return client.getMembership(request -> request.membershipIdentifier(ID));
    }
  }
}
