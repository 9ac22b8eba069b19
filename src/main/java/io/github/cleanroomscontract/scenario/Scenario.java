package io.github.cleanroomscontract.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls of which later ones need what earlier ones answered. Immutable and thread-safe. It is a
 * JSON file:
 *
 * <pre>{@code
 * {
 *   "title": "A configured table comes and goes",
 *   "values": {"database": "a Glue database that the caller may read"},
 *   "steps": [
 *     {
 *       "call": "CreateConfiguredTable",
 *       "input": {"name": "kit ${run}", …},
 *       "keep": {"table": "/configuredTable/id"}
 *     },
 *     {
 *       "call": "GetConfiguredTable",
 *       "input": {"configuredTableIdentifier": "${table}"},
 *       "expect": {"/configuredTable/name": "kit ${run}"}
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code ${…}} in a text of an input stands for the name of the run ({@code ${run}}), an
 * identifier or a value of the binding, or what an earlier step keeps of its answer, under the name
 * and from the pointer that it says. {@code values} says what has to be in the binding's {@code
 * values}. Where an answer is not as a step expects, the steps after it are not asked.
 *
 * @param source where it comes from
 * @param title what it is about
 * @param values what it needs of the values of a binding, with what they are
 * @param steps its steps, in order
 */
public record Scenario(String source, String title, Map<String, String> values, List<Step> steps) {

  /** What stands for the name of the run. */
  static final String RUN = "run";

  /**
   * A call of a scenario.
   *
   * @param operation the operation's name
   * @param input its input as JSON, with placeholders
   * @param keep what to keep of its answer, as pointers by name
   * @param expect what its answer has to have for the scenario to go on, as JSON by pointer
   */
  public record Step(
      String operation, String input, Map<String, String> keep, Map<String, String> expect) {

    /** Keeps unmodifiable copies of the maps, in their order. */
    public Step {
      keep = Collections.unmodifiableMap(new LinkedHashMap<>(keep));
      expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
    }
  }

  /** Keeps unmodifiable copies. */
  public Scenario {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    steps = List.copyOf(steps);
  }

  /**
   * Reads a scenario.
   *
   * @throws IOException if it cannot be read or is none; the message says where and why
   */
  public static Scenario read(Path file) throws IOException {
    return new ScenarioReader(file).read();
  }
}
