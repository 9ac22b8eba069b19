package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ThreadsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 10_000;

  /** Calls that belong together: a query is started, read twice, listed; one is invalid. */
  private static final int ROUND = 5;

  private final ContractStub stub = ContractStub.create();
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  @Test
  @Timeout(120)
  void tenThousandCallsFromEightThreadsAreAllCheckedNoneLostNoneMixedUp() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      done.add(threads.submit(() -> work(number)));
    }
    for (Future<?> each : done) {
      each.get();
    }
    threads.shutdown();

    List<Call> calls = stub.calls();
    assertThat(calls).hasSize(CALLS);
    assertThat(requestIds).hasSize(CALLS);
    assertThat(calls.stream().filter(call -> !call.requestReport().valid())).hasSize(CALLS / ROUND);
    assertThat(calls).allMatch(call -> call.answerReport().orElseThrow().findings().isEmpty());
    // What the journal kept of a call is of that call.
    assertThat(calls)
        .allMatch(
            call ->
                Trees.isObject(call.output())
                    && call.answer().orElseThrow().headers().first("x-amzn-RequestId").isPresent());
  }

  /** Times are told while the memory changes: two at once would be two changes at once. */
  private static final class SlowClock extends Clock {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public Instant instant() {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      LockSupport.parkNanos(500_000);
      inside.decrementAndGet();
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  @Timeout(120)
  void whatMayExistOnceIsCreatedOnce() throws Exception {
    SlowClock clock = new SlowClock();
    ContractStub slow = ContractStub.builder().clock(clock).build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int round = 0; round < 20; round++) {
      String table =
          UUID.nameUUIDFromBytes(("table " + round).getBytes(StandardCharsets.UTF_8)).toString();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        statuses.add(
            threads.submit(
                () -> {
                  start.await();
                  return slow.handle(rule(table)).answer().orElseThrow().status();
                }));
      }
      start.countDown();
      List<Integer> sorted = new ArrayList<>();
      for (Future<Integer> status : statuses) {
        sorted.add(status.get());
      }
      Collections.sort(sorted);
      assertThat(sorted).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }
    threads.shutdown();
    assertThat(clock.most).hasValue(1);
  }

  private static WireRequest rule(String table) {
    return Requests.of(
        "CreateConfiguredTableAnalysisRule",
        "{'configuredTableIdentifier':'"
            + table
            + "','analysisRuleType':'LIST','analysisRulePolicy':{'v1':{'list':{'joinColumns':['a'],"
            + "'listColumns':['b']}}}}");
  }

  private void work(int thread) {
    for (int round = 0; round < CALLS / THREADS / ROUND; round++) {
      String name = thread + " " + round;
      String membership = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
      String base = "/memberships/" + membership + "/protectedQueries";
      Object started =
          send(
              WireRequest.of(
                  "POST",
                  base,
                  "{\"type\":\"SQL\",\"sqlParameters\":{\"queryString\":\"SELECT '%s'\"}}"
                      .formatted(name)));
      String id = (String) Trees.find(started, List.of("protectedQuery", "id"));
      for (String status : new String[] {"STARTED", "SUCCESS"}) {
        Object read = send(WireRequest.of("GET", base + "/" + id, ""));
        assertThat(Trees.find(read, List.of("protectedQuery", "status"))).isEqualTo(status);
        assertThat(Trees.find(read, List.of("protectedQuery", "id"))).isEqualTo(id);
        assertThat(Trees.find(read, List.of("protectedQuery", "membershipId")))
            .isEqualTo(membership);
        assertThat(Trees.find(read, List.of("protectedQuery", "sqlParameters", "queryString")))
            .isEqualTo("SELECT '" + name + "'");
      }
      Object listed = send(WireRequest.of("GET", base, ""));
      assertThat((List<?>) Trees.find(listed, List.of("protectedQueries"))).hasSize(1);
      assertThat(Trees.find(listed, List.of("protectedQueries", "0", "id"))).isEqualTo(id);
      Object refused = send(WireRequest.of("GET", base + "?maxResults=" + (1_000 + round), ""));
      assertThat(Trees.find(refused, List.of("fieldList", "0", "message")).toString())
          .contains(String.valueOf(1_000 + round));
    }
  }

  private Object send(WireRequest request) {
    WireAnswer answer = stub.handle(request).answer().orElseThrow();
    requestIds.add(answer.headers().first("x-amzn-RequestId").orElseThrow());
    return Trees.read(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
