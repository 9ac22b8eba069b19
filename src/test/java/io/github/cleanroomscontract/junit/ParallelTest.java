package io.github.cleanroomscontract.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.awssdk.StubClients;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;

/**
 * Tests that run at the same time: their calls are told apart, or it is said that they cannot be.
 */
class ParallelTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** Both tests of a class have to be there before either goes on. */
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  private static void meet() {
    try {
      BOTH.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the other test did not come: they are not parallel", e);
    }
  }

  /** Returns the messages of failures. */
  private static List<String> run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(type))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .toList();
  }

  private static void breakContract(CleanRoomsClient client) {
    try {
      client.getMembership(request -> request.membershipIdentifier("not-an-id"));
    } catch (CleanRoomsException e) {
      // Refused, which the code under test does not mind.
    }
  }

  private static void keepContract(CleanRoomsClient client) {
    client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
  }

  /** A pool that outlives tests, as applications have them. */
  private static void elsewhere(Runnable task) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(task).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  @CleanRoomsContract
  static class ClientsOfTheirOwn {
    @Test
    void breaks(CleanRoomsClient client) {
      meet();
      elsewhere(() -> breakContract(client));
      meet();
    }

    @Test
    void keeps(CleanRoomsAsyncClient client, ContractWatch watch) {
      meet();
      client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP)).join();
      assertThat(watch.calls()).hasSize(1);
      meet();
    }
  }

  @Test
  void injectedClientsTellOnWhateverThread() {
    assertThat(run(ClientsOfTheirOwn.class))
        .singleElement()
        .asString()
        .startsWith("ParallelTest.ClientsOfTheirOwn.breaks: the contract of GetMembership was");
  }

  @CleanRoomsContract
  static class SharedClient {
    private static final CleanRoomsClient SHARED =
        StubClients.sync(ContractStub.create(), Optional.empty());

    @Test
    void breaks() {
      meet();
      breakContract(SHARED);
      meet();
    }

    @Test
    void keeps() {
      meet();
      keepContract(SHARED);
      meet();
    }

    @AfterAll
    static void close() {
      SHARED.close();
    }
  }

  @Test
  void theThreadOfATestTellsThoughTheClientIsShared() {
    assertThat(run(SharedClient.class))
        .singleElement()
        .asString()
        .startsWith("ParallelTest.SharedClient.breaks: the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class SharedClientElsewhere {
    private static final CleanRoomsClient SHARED =
        StubClients.sync(ContractStub.create(), Optional.empty());

    @Test
    void breaks() {
      meet();
      elsewhere(() -> breakContract(SHARED));
      meet();
    }

    @Test
    void keeps() {
      meet();
      elsewhere(() -> keepContract(SHARED));
      meet();
    }
  }

  @Test
  void whatCannotBeToldApartIsSaidToAll() {
    List<String> failures = run(SharedClientElsewhere.class);
    assertThat(failures)
        .hasSize(2)
        .allMatch(text -> text.contains("error pattern at /membershipIdentifier"))
        .allMatch(text -> text.contains("it cannot be told whose call this is"))
        .allMatch(text -> text.contains("ParallelTest.SharedClientElsewhere.breaks"))
        .allMatch(text -> text.contains("ParallelTest.SharedClientElsewhere.keeps"));
  }

  @CleanRoomsContract
  static class Tasks {
    private static final CleanRoomsClient SHARED =
        StubClients.sync(ContractStub.create(), Optional.empty());

    @Test
    void breaks(ContractWatch watch) {
      meet();
      elsewhere(watch.task(() -> breakContract(SHARED)));
      meet();
    }

    @Test
    void keeps(ContractWatch watch) {
      meet();
      elsewhere(watch.task(() -> keepContract(SHARED)));
      meet();
    }
  }

  @Test
  void aTaskOfAWatchTells() {
    assertThat(run(Tasks.class))
        .singleElement()
        .asString()
        .startsWith("ParallelTest.Tasks.breaks: the contract of GetMembership was broken");
  }

  @CleanRoomsContract
  static class ClientsMadeByTheApplication {
    private static void run(ContractStub stub, Consumer<CleanRoomsClient> calls) {
      meet();
      try (CleanRoomsClient client = StubClients.sync(stub, Optional.empty())) {
        elsewhere(() -> calls.accept(client));
      }
      meet();
    }

    @Test
    void breaks(ContractStub stub) {
      run(stub, ParallelTest::breakContract);
    }

    @Test
    void keeps(ContractStub stub) {
      run(stub, ParallelTest::keepContract);
    }
  }

  @Test
  void theStandInThatAnswersTells() {
    assertThat(run(ClientsMadeByTheApplication.class))
        .singleElement()
        .asString()
        .startsWith("ParallelTest.ClientsMadeByTheApplication.breaks: the contract of")
        .doesNotContain("cannot be told");
  }
}
