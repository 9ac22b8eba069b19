package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Operation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All scripts. Thread-safe. */
final class Scripts {

  private final Replies replies;
  private final Map<String, List<Track>> byOperation = new ConcurrentHashMap<>();

  Scripts(Replies replies) {
    this.replies = replies;
  }

  /** Returns a script for all calls of an operation. */
  Script on(Operation operation) {
    return new Script(this, operation, Map.of(), false);
  }

  void check(Operation operation, Reply reply) {
    replies.check(operation, reply);
  }

  /** Returns where the replies to some calls are kept, which is set up last from now on. */
  Track track(Operation operation, Map<String, Object> conditions, boolean invalidToo) {
    List<Track> tracks =
        byOperation.computeIfAbsent(operation.name(), each -> new CopyOnWriteArrayList<>());
    synchronized (tracks) {
      Track track =
          tracks.stream()
              .filter(each -> each.conditions().equals(conditions))
              .filter(each -> each.forInvalidToo() == invalidToo)
              .findFirst()
              .orElseGet(() -> new Track(new LinkedHashMap<>(conditions), invalidToo));
      tracks.remove(track);
      tracks.add(0, track);
      tracks.sort(Comparator.comparingInt(each -> -each.conditions().size()));
      return track;
    }
  }

  /** Returns what a script replies to a call, if one does. */
  Optional<Reply> next(Ask ask, boolean valid) {
    for (Track track : byOperation.getOrDefault(ask.operation().name(), List.of())) {
      if ((valid || track.forInvalidToo()) && track.fits(ask.input())) {
        Optional<Reply> reply = track.next();
        if (reply.isPresent()) {
          return reply;
        }
      }
    }
    return Optional.empty();
  }

  void clear() {
    byOperation.clear();
  }
}
