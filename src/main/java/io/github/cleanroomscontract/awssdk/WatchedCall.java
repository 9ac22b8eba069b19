package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.watch.CallObserver;
import java.util.Optional;

/** A call of the SDK under way, which may take several tries. Thread-safe. */
final class WatchedCall {

  private final CallObserver observer;
  private WireRequest unanswered;

  WatchedCall(CallObserver observer) {
    this.observer = observer;
  }

  /** Notes a request. One before it that is still unanswered never will be. */
  synchronized void sent(WireRequest request) {
    giveUp();
    unanswered = request;
  }

  synchronized void answered(WireAnswer answer) {
    if (unanswered != null) {
      observer.exchanged(unanswered, Optional.of(answer));
      unanswered = null;
    }
  }

  synchronized void end() {
    giveUp();
    observer.end();
  }

  private void giveUp() {
    if (unanswered != null) {
      observer.exchanged(unanswered, Optional.empty());
      unanswered = null;
    }
  }
}
