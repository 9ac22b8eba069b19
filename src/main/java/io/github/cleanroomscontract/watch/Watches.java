package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.CodeLine;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.stub.ContractStub;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The watches that are open, and which of them a call belongs to. A call is one of the test whose
 * thread makes it, or else of the test whose client makes it, or else of the only test that runs.
 * Where none of these tells, nothing is guessed: it may be of any that runs. Thread-safe.
 */
public final class Watches {

  private static final Set<ContractWatch> OPEN = ConcurrentHashMap.newKeySet();
  private static final ThreadLocal<ContractWatch> OF_THREAD = new ThreadLocal<>();

  /**
   * Who a call may belong to.
   *
   * @param watches the watch, or those of which it cannot be told which
   * @param certain whether it is known to be the one
   */
  record Owners(List<ContractWatch> watches, boolean certain) {

    static Owners of(ContractWatch watch) {
      return new Owners(List.of(watch), true);
    }

    /** Has the exchange checked by all that it may belong to. */
    void observe(WireRequest request, Optional<WireAnswer> answer, Optional<CodeLine> madeBy) {
      if (certain) {
        watches.get(0).observe(request, answer, madeBy);
      } else {
        List<String> names = watches.stream().map(ContractWatch::name).toList();
        watches.forEach(watch -> watch.observeDoubtful(request, answer, madeBy, names));
      }
    }
  }

  private Watches() {}

  /** Returns whether anybody watches. */
  public static boolean any() {
    return !OPEN.isEmpty();
  }

  /**
   * Returns an observer of a call that this thread is about to make; empty if nobody watches.
   *
   * @param ofClient the watch of the client that makes it, if it has one of its own
   * @param madeBy the line of code that makes it, if that is known
   */
  public static Optional<CallObserver> observer(
      Optional<ContractWatch> ofClient, Optional<CodeLine> madeBy) {
    Owners owners = owners(ofClient);
    return owners.watches().isEmpty()
        ? Optional.empty()
        : Optional.of(new CallObserver(owners, madeBy));
  }

  private static Owners owners(Optional<ContractWatch> ofClient) {
    ContractWatch ofThread = OF_THREAD.get();
    if (ofThread != null && ofThread.isOpen()) {
      return Owners.of(ofThread);
    }
    if (ofClient.filter(Watches::watchesStill).isPresent()) {
      return ownersWithin(ofClient.get());
    }
    List<ContractWatch> leaves = leaves();
    return new Owners(leaves, leaves.size() == 1 && !leaves.get(0).hadCompany());
  }

  private static boolean watchesStill(ContractWatch watch) {
    return OPEN.stream().anyMatch(each -> each.isWithin(watch));
  }

  /** Returns who calls belong to that are known to be a watch's, or one's within it. */
  static Owners ownersWithin(ContractWatch watch) {
    List<ContractWatch> within = leaves().stream().filter(each -> each.isWithin(watch)).toList();
    return Owners.of(
        within.size() == 1 && !within.get(0).hadCompanyWithin(watch) ? within.get(0) : watch);
  }

  /**
   * Has a watch check what a stand-in is asked and answers, but for calls of SDK clients in this
   * JVM, which are seen anyway: of those it is now known whose they are.
   *
   * @param stub the stand-in
   * @param watch the watch that its calls belong to, or to one within it
   */
  public static void connect(ContractStub stub, ContractWatch watch) {
    stub.listen(
        call -> {
          Optional<CallObserver> seen = CallObserver.of(call.request());
          if (seen.isPresent()) {
            seen.get().answeredFor(watch);
          } else if (watchesStill(watch)) {
            ownersWithin(watch).observe(call.request(), call.answer(), Optional.empty());
          }
        });
  }

  /** Those that no other is open within. */
  private static List<ContractWatch> leaves() {
    return OPEN.stream()
        .filter(watch -> OPEN.stream().noneMatch(each -> each != watch && each.isWithin(watch)))
        .toList();
  }

  static void opened(ContractWatch watch) {
    OPEN.stream()
        .filter(other -> !watch.isWithin(other))
        .forEach(
            other -> {
              other.metCompany(watch);
              watch.metCompany(other);
            });
    OPEN.add(watch);
  }

  static void closed(ContractWatch watch) {
    OPEN.remove(watch);
  }

  /** Makes the calls of this thread those of a watch, or of none; returns that of before. */
  static Optional<ContractWatch> bind(Optional<ContractWatch> watch) {
    Optional<ContractWatch> before = Optional.ofNullable(OF_THREAD.get());
    if (watch.isPresent()) {
      OF_THREAD.set(watch.get());
    } else {
      OF_THREAD.remove();
    }
    return before;
  }
}
