package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.discovery.Discovery;
import io.github.cleanroomscontract.replay.Itinerary;
import io.github.cleanroomscontract.scenario.Binding;
import io.github.cleanroomscontract.scenario.FixtureItinerary;
import io.github.cleanroomscontract.scenario.Scenario;
import io.github.cleanroomscontract.scenario.ScenarioItinerary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a replay asks. */
final class ItineraryOptions {

  @Option(
      names = "--discover",
      description =
          "Walk from the memberships and collaborations there are through every read operation.")
  boolean discover;

  @Option(
      names = "--fixtures",
      arity = "0..1",
      fallbackValue = "fixtures",
      paramLabel = "FOLDER",
      description =
          "Ask what the request fixtures of a folder ask, with the account's own identifiers as"
              + " --binding has them. Default: ${FALLBACK-VALUE}.")
  Path fixtures;

  @Option(
      names = "--operation",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = ValidateCommand.OperationNames.class,
      description = "Of the fixtures, ask those of an operation alone. May be repeated.")
  List<String> operations;

  @Option(
      names = "--scenario",
      paramLabel = "PATH",
      description =
          "Make the calls of a scenario, in which later ones have what earlier ones answered: a"
              + " file, or a folder of them. May be repeated.")
  List<Path> scenarios = List.of();

  @Option(
      names = "--binding",
      paramLabel = "FILE",
      description =
          "What the account has in place of the made-up identifiers: {\"membership\": \"6a3e2c1e-…\"}.")
  Path binding;

  /** Refuses to ask nothing, and what has no effect. */
  void check(CommandLine commandLine) {
    if (!discover && fixtures == null && scenarios.isEmpty()) {
      throw new ParameterException(
          commandLine, "What is to be asked? --discover, --fixtures FOLDER, or --scenario FILE.");
    }
    if (operations != null && fixtures == null) {
      throw new ParameterException(
          commandLine, "--operation chooses among fixtures: it needs --fixtures.");
    }
    if (operations != null) {
      operations.forEach(name -> Suggestions.operation(commandLine, name));
    }
    if (binding != null && fixtures == null && scenarios.isEmpty()) {
      throw new ParameterException(
          commandLine, "--binding is for --fixtures and --scenario; --discover needs none.");
    }
  }

  /** Returns the files that are read. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(scenarios);
    if (binding != null) {
      files.add(binding);
    }
    return files;
  }

  /**
   * Reads what is asked, in the order in which it is.
   *
   * @param bound what is bound
   * @param run the name of the run
   * @throws IOException if something cannot be read; the message says where and why
   */
  List<Itinerary> read(CommandLine commandLine, Binding bound, String run) throws IOException {
    List<Itinerary> itineraries = new ArrayList<>();
    if (discover) {
      itineraries.add(Discovery.create());
    }
    if (fixtures != null) {
      itineraries.add(fixtures(commandLine, bound));
    }
    List<Scenario> all = new ArrayList<>();
    for (Path file : scenarios) {
      all.addAll(ScenarioItinerary.read(file));
    }
    if (!all.isEmpty()) {
      itineraries.add(ScenarioItinerary.of(all, bound, run));
    }
    return itineraries;
  }

  private FixtureItinerary fixtures(CommandLine commandLine, Binding bound) throws IOException {
    FixtureItinerary all = FixtureItinerary.of(fixtures, bound);
    try {
      return operations == null ? all : all.only(Set.copyOf(operations));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, "In " + fixtures + " " + e.getMessage() + ".");
    }
  }

  /**
   * Reads the binding; one of nothing if none is told.
   *
   * @throws IOException if it cannot be read; the message says where and why
   */
  Binding binding() throws IOException {
    return binding == null ? Binding.none() : Binding.read(binding);
  }

  /** Returns what rules are told of whoever makes the calls. */
  static CallContext context(Binding bound) {
    CallContext known = CallContext.create();
    bound.callerAccount().ifPresent(known::callerAccount);
    return known;
  }
}
