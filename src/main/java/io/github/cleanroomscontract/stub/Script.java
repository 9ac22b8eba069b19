package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.sample.Demands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what is replied to the calls of an operation. Where several scripts of an operation would
 * do, the one with the most conditions is followed, and of those the one that was set up last;
 * replies for single calls come before those for all further ones.
 *
 * <p>Requests that break the contract are answered as the service would answer them, whatever a
 * script says, unless it is {@link #evenForInvalidRequests()}. A reply that breaks the contract is
 * refused when it is set up, unless it is {@link Reply#evenIfBroken()}: unknown members and enum
 * values included, and errors that the operation does not declare.
 *
 * <p>Replies that are generated change what the stand-in remembers as the call does without a
 * script; all others leave it as it is. A resource whose creation is answered by such a reply is
 * not remembered, say.
 *
 * <p>Immutable and thread-safe; scripts can be set up at any time.
 */
public final class Script {

  private final Scripts scripts;
  private final Operation operation;
  private final Map<String, Object> conditions;
  private final boolean invalidToo;

  Script(Scripts scripts, Operation operation, Map<String, Object> conditions, boolean invalidToo) {
    this.scripts = scripts;
    this.operation = operation;
    this.conditions = conditions;
    this.invalidToo = invalidToo;
  }

  /**
   * Returns a script for those calls alone whose input has a value at a place.
   *
   * @param pointer the JSON Pointer of the place in the input, path and query members included
   * @param value the value
   * @throws IllegalArgumentException if the input has no such place
   */
  public Script when(String pointer, Object value) {
    Demands.NONE.with(pointer).checkAgainst(operation.request());
    Map<String, Object> more = new LinkedHashMap<>(conditions);
    more.put(pointer, value);
    return new Script(scripts, operation, more, invalidToo);
  }

  /** Returns a script for requests that break the contract as well. */
  public Script evenForInvalidRequests() {
    return new Script(scripts, operation, conditions, true);
  }

  /**
   * Replies so to all further calls.
   *
   * @return this script
   * @throws IllegalArgumentException if the reply breaks the contract; it says how
   */
  public Script reply(Reply reply) {
    scripts.check(operation, reply);
    track().always(reply);
    return this;
  }

  /**
   * Replies so to one call; several replies are given one after the other.
   *
   * @return this script
   * @throws IllegalArgumentException if the reply breaks the contract; it says how
   */
  public Script replyOnce(Reply reply) {
    scripts.check(operation, reply);
    track().once(List.of(reply));
    return this;
  }

  /**
   * Replies to one call after the other, and to all calls after that as to the last.
   *
   * @return this script
   * @throws IllegalArgumentException if there are no replies, or one breaks the contract; it says
   *     how
   */
  public Script replySequence(Reply... replies) {
    if (replies.length == 0) {
      throw new IllegalArgumentException("a sequence has at least one reply");
    }
    for (Reply reply : replies) {
      scripts.check(operation, reply);
    }
    List<Reply> all = List.of(replies);
    Track track = track();
    track.once(all.subList(0, all.size() - 1));
    track.always(all.get(all.size() - 1));
    return this;
  }

  private Track track() {
    return scripts.track(operation, conditions, invalidToo);
  }
}
