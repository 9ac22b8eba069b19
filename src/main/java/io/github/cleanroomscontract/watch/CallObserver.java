package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.exchange.CodeLine;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Is told of one call by whoever sees it happen: of each exchange that it takes (several, if it is
 * tried again), and of its end. Thread-safe.
 */
public final class CallObserver {

  private final Watches.Owners owners;
  private final Optional<CodeLine> madeBy;
  private final AtomicBoolean ended = new AtomicBoolean();

  CallObserver(Watches.Owners owners, Optional<CodeLine> madeBy) {
    this.owners = owners;
    this.madeBy = madeBy;
    owners.watches().forEach(ContractWatch::begin);
  }

  /**
   * Tells of an exchange.
   *
   * @param request what was sent
   * @param answer what came; empty if nothing did
   */
  public void exchanged(WireRequest request, Optional<WireAnswer> answer) {
    // A stand-in that answered in the service's place knows whose call it was.
    List<ContractWatch> told =
        owners.watches().stream().filter(watch -> watch.knows(request)).toList();
    if (told.size() == 1) {
      told.get(0).observe(request, answer, madeBy);
    } else if (owners.certain()) {
      owners.watches().get(0).observe(request, answer, madeBy);
    } else {
      List<String> names = owners.watches().stream().map(ContractWatch::name).toList();
      owners.watches().forEach(watch -> watch.observeDoubtful(request, answer, madeBy, names));
    }
  }

  /** Tells that nothing more comes; further times do nothing. */
  public void end() {
    if (ended.compareAndSet(false, true)) {
      owners.watches().forEach(ContractWatch::end);
    }
  }
}
