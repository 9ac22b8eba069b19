package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.CodeLine;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Is told of one call by whoever sees it happen: of each exchange that it takes (several, if it is
 * tried again), and of its end. Thread-safe.
 */
public final class CallObserver {

  /** The headers by which the SDK tells its calls and their tries apart. */
  private static final List<String> IDENTITY = List.of("amz-sdk-invocation-id", "amz-sdk-request");

  /** What is under way, by its identity. */
  private static final Map<List<String>, CallObserver> SENT = new ConcurrentHashMap<>();

  private final List<ContractWatch> waiting;
  private final Optional<CodeLine> madeBy;
  private Watches.Owners owners;
  private WireRequest unanswered;
  private boolean ended;

  CallObserver(Watches.Owners owners, Optional<CodeLine> madeBy) {
    this.owners = owners;
    this.waiting = owners.watches();
    this.madeBy = madeBy;
    waiting.forEach(ContractWatch::begin);
  }

  /**
   * Tells of a request. One before it that is still unanswered never will be, unless it is the same
   * again, as where two watch one client.
   */
  public synchronized void sent(WireRequest request) {
    List<String> identity = identity(request);
    if (unanswered != null && !identity(unanswered).equals(identity)) {
      giveUp();
    }
    unanswered = request;
    if (isTold(identity)) {
      SENT.put(identity, this);
    }
  }

  /** Tells of the answer to the request that was sent last. */
  public synchronized void answered(WireAnswer answer) {
    if (unanswered != null) {
      exchanged(Optional.of(answer));
    }
  }

  /** Tells that nothing more comes; further times do nothing. */
  public synchronized void end() {
    if (!ended) {
      ended = true;
      giveUp();
      waiting.forEach(ContractWatch::end);
    }
  }

  /** Returns the observer of a request that was sent, if one is. */
  static Optional<CallObserver> of(WireRequest request) {
    return Optional.of(identity(request)).filter(CallObserver::isTold).map(SENT::get);
  }

  /** Says who the calls of whoever answers belong to. */
  synchronized void answeredFor(ContractWatch watch) {
    if (!owners.certain()) {
      owners = Watches.ownersWithin(watch);
    }
  }

  private void giveUp() {
    if (unanswered != null) {
      exchanged(Optional.empty());
    }
  }

  private void exchanged(Optional<WireAnswer> answer) {
    SENT.remove(identity(unanswered));
    owners.observe(unanswered, answer, madeBy);
    unanswered = null;
  }

  private static boolean isTold(List<String> identity) {
    return identity.stream().noneMatch(String::isEmpty);
  }

  private static List<String> identity(WireRequest request) {
    return IDENTITY.stream().map(header -> request.headers().first(header).orElse("")).toList();
  }
}
