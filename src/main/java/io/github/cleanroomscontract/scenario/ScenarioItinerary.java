package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.replay.Itinerary;
import io.github.cleanroomscontract.replay.Session;
import io.github.cleanroomscontract.replay.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Makes the calls of scenarios. A step that needs what is not bound, or what an earlier one did not
 * answer, is skipped with that reason. In a resumed run a scenario begins anew, since nothing of
 * what was answered is kept. Immutable and thread-safe.
 */
public final class ScenarioItinerary implements Itinerary {

  private final List<Scenario> scenarios;
  private final Binding binding;
  private final String run;

  private ScenarioItinerary(List<Scenario> scenarios, Binding binding, String run) {
    this.scenarios = List.copyOf(scenarios);
    this.binding = binding;
    this.run = run;
  }

  /**
   * Returns what makes the calls of scenarios.
   *
   * @param run the name of the run
   */
  public static ScenarioItinerary of(List<Scenario> scenarios, Binding binding, String run) {
    return new ScenarioItinerary(scenarios, binding, run);
  }

  /**
   * Reads a scenario, or all of a folder in order of name.
   *
   * @throws IOException if one cannot be read or is none, or the folder has none
   */
  public static List<Scenario> read(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return List.of(Scenario.read(file));
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(file)) {
      files = all.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IOException(file + " holds no scenarios, which are .json files");
    }
    List<Scenario> scenarios = new ArrayList<>();
    for (Path each : files) {
      scenarios.add(Scenario.read(each));
    }
    return scenarios;
  }

  @Override
  public void travel(Session session) {
    for (Scenario scenario : scenarios) {
      if (session.goesOn()) {
        new Journey(session, scenario).travel();
      }
    }
  }

  /** One scenario under way. Not thread-safe. */
  private final class Journey {

    private final Session session;
    private final Scenario scenario;
    private final Map<String, String> known = new HashMap<>();

    /** Which step keeps what, also if it did not come. */
    private final Map<String, String> promised = new HashMap<>();

    /** What will be known by then, where a run is only planned. */
    private final Set<String> foreseen = new HashSet<>();

    private Optional<String> ended = Optional.empty();

    Journey(Session session, Scenario scenario) {
      this.session = session;
      this.scenario = scenario;
      known.put(Scenario.RUN, run);
      Binding.names()
          .forEach(name -> binding.identifier(name).ifPresent(text -> known.put(name, text)));
      scenario
          .values()
          .keySet()
          .forEach(name -> binding.value(name).ifPresent(text -> known.put(name, text)));
    }

    void travel() {
      for (int i = 0; i < scenario.steps().size() && session.goesOn(); i++) {
        Scenario.Step step = scenario.steps().get(i);
        String source = scenario.source() + " step " + (i + 1);
        Optional<String> obstacle = ended.or(() -> obstacle(step));
        if (obstacle.isPresent()) {
          session.skip(source, step.operation(), obstacle.get());
        } else {
          make(step, source);
        }
        step.keep().keySet().forEach(name -> promised.put(name, source));
      }
    }

    private Optional<String> obstacle(Scenario.Step step) {
      Set<String> needed = Templates.namesIn(step.input());
      needed.removeAll(known.keySet());
      needed.removeAll(foreseen);
      return needed.stream().findFirst().map(this::missing);
    }

    private String missing(String name) {
      if (promised.containsKey(name)) {
        return "no \"" + name + "\" came from " + promised.get(name);
      }
      String what = scenario.values().get(name);
      return what == null
          ? "no \"" + name + "\" in the binding"
          : "no \"" + name + "\" in the binding's \"values\": " + what;
    }

    private void make(Scenario.Step step, String source) {
      String input = Templates.filled(step.input(), known);
      Step call = new Step(source, step.operation(), input, true);
      if (session.isPlanned()) {
        if (session.foresee(call)) {
          foreseen.addAll(step.keep().keySet());
        }
      } else {
        session
            .call(call)
            .flatMap(output -> JsonDocument.parse(output).root())
            .ifPresent(output -> answered(step, source, output));
      }
    }

    private void answered(Scenario.Step step, String source, JsonNode output) {
      step.keep()
          .forEach(
              (name, pointer) ->
                  at(output, pointer)
                      .filter(JsonNode::isString)
                      .ifPresent(value -> known.put(name, value.asString())));
      step.expect()
          .forEach(
              (pointer, value) -> {
                Optional<JsonNode> wanted =
                    JsonDocument.parse(Templates.filled(value, known)).root();
                if (!at(output, pointer).equals(wanted)) {
                  ended = Optional.of(source + " answered something else at " + pointer);
                }
              });
    }

    /** An answer may have a list where the contract has an object, and the other way round. */
    private Optional<JsonNode> at(JsonNode tree, String pointer) {
      JsonNode node = tree;
      for (String segment : Pointers.segments(pointer)) {
        boolean index = segment.matches("[0-9]{1,4}");
        node = node.isArray() && index ? node.path(Integer.parseInt(segment)) : node.path(segment);
      }
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
  }
}
