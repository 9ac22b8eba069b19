package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.CodeLine;
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
    List<ContractWatch> leaves = leaves();
    if (ofClient.isPresent()) {
      ContractWatch own = ofClient.get();
      List<ContractWatch> within = leaves.stream().filter(each -> each.isWithin(own)).toList();
      if (within.size() == 1 && !within.get(0).hadCompany()) {
        return Owners.of(within.get(0));
      }
      if (own.isOpen()) {
        return Owners.of(own);
      }
    }
    return new Owners(leaves, leaves.size() == 1 && !leaves.get(0).hadCompany());
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
              other.metCompany();
              watch.metCompany();
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
