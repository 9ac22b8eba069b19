package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

/** Many calls at once, of two tests that run at the same time, each with its own clients. */
class ManyCallsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 10_000;

  @Test
  @Timeout(300)
  void eachIsCheckedByItsOwnWatchWhicheverThreadMakesIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (ContractWatch one = ContractWatch.builder("one").openUnbound();
        ContractWatch other = ContractWatch.builder("other").openUnbound()) {
      List<Future<?>> done = new ArrayList<>();
      for (ContractWatch watch : List.of(one, other)) {
        ContractStub stub = ContractStub.create();
        CleanRoomsClient sync = StubClients.sync(stub, Optional.of(watch));
        CleanRoomsAsyncClient async = StubClients.async(stub, Optional.of(watch));
        for (int thread = 0; thread < THREADS / 2; thread++) {
          int number = thread;
          done.add(threads.submit(() -> work(watch.name() + number, sync, async)));
        }
      }
      for (Future<?> each : done) {
        each.get();
      }
      for (ContractWatch watch : List.of(one, other)) {
        assertThat(watch.failure()).isEmpty();
        assertThat(watch.calls()).hasSize(CALLS / 2).allMatch(Call::valid);
        assertThat(watch.calls().stream().map(Call::input).collect(Collectors.toSet()))
            .isEqualTo(expected(watch.name()));
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void work(String name, CleanRoomsClient sync, CleanRoomsAsyncClient async) {
    for (int i = 0; i < CALLS / THREADS; i++) {
      String id = id(name, i);
      String answered =
          i % 2 == 0
              ? sync.getMembership(get -> get.membershipIdentifier(id)).membership().id()
              : async.getMembership(get -> get.membershipIdentifier(id)).join().membership().id();
      assertThat(answered).isEqualTo(id);
    }
  }

  private static Set<String> expected(String watch) {
    Set<String> inputs = new HashSet<>();
    for (int thread = 0; thread < THREADS / 2; thread++) {
      for (int i = 0; i < CALLS / THREADS; i++) {
        inputs.add("{\"membershipIdentifier\":\"" + id(watch + thread, i) + "\"}");
      }
    }
    return inputs;
  }

  private static String id(String name, int number) {
    return UUID.nameUUIDFromBytes((name + " " + number).getBytes()).toString();
  }
}
