package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.json.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * All checks of one payload: those that need nothing but the payload are made at once, the others
 * when it is known what is known beyond it. Not thread-safe.
 */
public final class Round {

  private final String operation;
  private final Direction direction;
  private final JsonNode payload;
  private final LocalDate day;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Later> later = new ArrayList<>();
  private final Subject.Exchange alone;

  /** What checks of a payload found. */
  public record Result(List<Hit> hits, List<Gap> gaps) {}

  /** A check that is yet to be made. */
  private record Later(Check check, Way way, JsonNode value) {}

  /**
   * Begins a round.
   *
   * @param operation the name of the operation
   * @param direction the direction of the payload
   * @param plan which checks there are to make
   * @param payload the payload, which may be anything
   * @param day the day that the contract is of
   */
  Round(String operation, Direction direction, Plan plan, JsonNode payload, LocalDate day) {
    this.operation = operation;
    this.direction = direction;
    this.payload = payload;
    this.day = day;
    this.alone = exchange(Optional.empty());
    plan.walk(direction, payload, this::make);
  }

  private Subject.Exchange exchange(Optional<Subject.Beyond> beyond) {
    return new Subject.Exchange(operation, direction, payload, beyond, day, hits, gaps);
  }

  /**
   * Ends the round; to be called once.
   *
   * @param facts what is known beyond
   * @param request the request that it answers, if that is known
   * @return what was found: by itself first, then with what is known beyond; each in the order of
   *     the payload
   */
  public Result end(Facts facts, Optional<JsonNode> request) {
    if (!later.isEmpty()) {
      Subject.Exchange exchange = exchange(Optional.of(new Subject.Beyond(facts, request)));
      for (Later each : later) {
        each.check().make(exchange, each.way(), each.value());
      }
    }
    return new Result(hits, gaps);
  }

  private static void shorten(List<?> list, int size) {
    if (list.size() > size) {
      list.subList(size, list.size()).clear();
    }
  }

  private void make(Check check, Way way, JsonNode value) {
    int hit = hits.size();
    int gap = gaps.size();
    if (!check.make(alone, way, value)) {
      // What it found before it asked, it will find again.
      shorten(hits, hit);
      shorten(gaps, gap);
      later.add(new Later(check, way, value));
    }
  }
}
