package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.Itinerary;
import io.github.cleanroomscontract.replay.Session;
import io.github.cleanroomscontract.replay.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Asks what request fixtures ask: {@code <Operation>/{valid,invalid}/request.<case>.json} in a
 * folder and below, with the identifiers of a binding in place of their own. What reads comes
 * first, then what writes, what computes, and what deletes; of each operation the valid ones, those
 * named {@code minimal} first and those with warnings last, then the invalid ones.
 *
 * <p>Left out are fixtures that need more to be known than a service can be told ({@code .context},
 * {@code .options}), those with the token of a page that no service gave, and invalid ones whose
 * fault cannot travel: a text that is no JSON object, a path that lacks a member, a wrong type in
 * path or query. Immutable and thread-safe.
 */
public final class FixtureItinerary implements Itinerary {

  /** How many fixtures of an operation are asked that reads, unless it is told otherwise. */
  private static final int VALID = 3;

  private static final int INVALID = 2;

  /** The same for one that does more: namesakes conflict, and each leaves something behind. */
  private static final int CHANGING = 1;

  private static final List<Effect> ORDER =
      List.of(Effect.READ, Effect.WRITE, Effect.COMPUTE, Effect.DELETE);

  private final Binding binding;
  private final OptionalInt valid;
  private final OptionalInt invalid;
  private final Map<Operation, List<RequestFixture>> fixtures;

  private FixtureItinerary(
      Binding binding,
      OptionalInt valid,
      OptionalInt invalid,
      Map<Operation, List<RequestFixture>> fixtures) {
    this.binding = binding;
    this.valid = valid;
    this.invalid = invalid;
    this.fixtures = fixtures;
  }

  /**
   * Reads the fixtures of a folder.
   *
   * @throws IOException if it cannot be read, or holds no request fixture
   */
  public static FixtureItinerary of(Path folder, Binding binding) throws IOException {
    if (!Files.exists(folder)) {
      throw new IOException(folder + " cannot be read: there is no such folder");
    }
    Map<Operation, List<RequestFixture>> fixtures = new HashMap<>();
    for (Path file : FixtureCheck.find(folder)) {
      Optional<RequestFixture> fixture = RequestFixture.read(file);
      fixture.ifPresent(
          each -> fixtures.computeIfAbsent(each.operation(), name -> new ArrayList<>()).add(each));
    }
    if (fixtures.isEmpty()) {
      throw new IOException(
          folder + " holds no request fixtures, such as GetMembership/valid/request.minimal.json");
    }
    fixtures
        .values()
        .forEach(
            each ->
                each.sort(
                    Comparator.comparing(RequestFixture::invalid)
                        .thenComparing(RequestFixture::rank)
                        .thenComparing(RequestFixture::file)));
    return new FixtureItinerary(binding, OptionalInt.empty(), OptionalInt.empty(), fixtures);
  }

  /**
   * Returns the same with other numbers of fixtures an operation. Unless it is told, 3 valid and 2
   * invalid ones of operations that read, and one of each kind of others.
   */
  public FixtureItinerary atMost(int validOnes, int invalidOnes) {
    return new FixtureItinerary(
        binding, OptionalInt.of(validOnes), OptionalInt.of(invalidOnes), fixtures);
  }

  /**
   * Returns the same with some operations alone.
   *
   * @throws IllegalArgumentException if there is no such operation, or no fixture of it
   */
  public FixtureItinerary only(Set<String> operations) {
    Map<Operation, List<RequestFixture>> some = new HashMap<>();
    for (String name : operations) {
      Operation operation = Catalogue.current().operation(name).orElseThrow(() -> unknown(name));
      if (!fixtures.containsKey(operation)) {
        throw new IllegalArgumentException("there is no request fixture of " + name);
      }
      some.put(operation, fixtures.get(operation));
    }
    return new FixtureItinerary(binding, valid, invalid, some);
  }

  private static IllegalArgumentException unknown(String operation) {
    List<String> names = Catalogue.current().operations().stream().map(Operation::name).toList();
    String hint =
        Nearest.to(operation, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    return new IllegalArgumentException("there is no operation \"" + operation + "\"" + hint);
  }

  @Override
  public void travel(Session session) {
    List<Operation> inOrder =
        fixtures.keySet().stream()
            .sorted(
                Comparator.comparing((Operation each) -> ORDER.indexOf(Effect.of(each)))
                    .thenComparing(Operation::name))
            .toList();
    for (Operation operation : inOrder) {
      travel(session, operation);
    }
  }

  private void travel(Session session, Operation operation) {
    Map<Boolean, Integer> asked = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (RequestFixture fixture : fixtures.get(operation)) {
      int most = most(operation, fixture.invalid());
      if (!session.goesOn() || asked.getOrDefault(fixture.invalid(), 0) >= most) {
        continue;
      }
      Filling filling = binding.fill(operation.name(), fixture.input(), fixture.broken());
      Optional<String> obstacle = obstacle(operation, filling);
      if (obstacle.isEmpty()) {
        asked.merge(fixture.invalid(), 1, Integer::sum);
        String source = fixture.file().toString();
        session.check(new Step(source, operation.name(), filling.json(), !fixture.invalid()));
      } else if (told.add(obstacle.get())) {
        session.skip(fixture.file().toString(), operation.name(), obstacle.get());
      }
    }
  }

  private int most(Operation operation, boolean broken) {
    int usual = broken ? INVALID : VALID;
    int untold = Effect.of(operation) == Effect.READ ? usual : CHANGING;
    return (broken ? invalid : valid).orElse(untold);
  }

  private Optional<String> obstacle(Operation operation, Filling filling) {
    if (!filling.missing().isEmpty()) {
      String names = String.join("\", \"", filling.missing());
      return Optional.of("no \"" + names + "\" in the binding");
    }
    if (Effect.of(operation) != Effect.DELETE) {
      return Optional.empty();
    }
    return target(operation, filling)
        .filter(name -> !binding.isDisposable(name))
        .map(name -> "it takes from your \"" + name + "\", which \"disposable\" does not have");
  }

  /** What a deletion takes is told by the last identifier in its path. */
  private static Optional<String> target(Operation operation, Filling filling) {
    return operation.http().pathMembers().stream()
        .map(member -> operation.request().member(member).orElseThrow())
        .flatMap(member -> Placeholders.name(operation, member.name(), member.shape()).stream())
        .filter(filling.used()::contains)
        .reduce((before, last) -> last);
  }
}
