package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All checks, by the shape at whose values they are made. Thread-safe. */
public final class Checks {

  private static final Map<String, List<Check>> BY_SHAPE = register();

  /** Whether something is checked at a shape or below, by day, since later ones have more below. */
  private static final Map<LocalDate, Map<String, Boolean>> CONCERNED = new ConcurrentHashMap<>();

  /** What the classes of this package add their checks to. */
  static final class Registry {

    private final Map<String, List<Check>> byShape = new HashMap<>();

    /** Adds a check at values of a shape, in both directions. */
    void both(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.empty(), code));
    }

    /** Adds a check at values of a shape in requests. */
    void request(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.of(Direction.REQUEST), code));
    }

    /** Adds a check at values of a shape in responses. */
    void response(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.of(Direction.RESPONSE), code));
    }

    private void add(Check check) {
      byShape.computeIfAbsent(check.shape(), shape -> new ArrayList<>()).add(check);
    }
  }

  private Checks() {}

  private static Map<String, List<Check>> register() {
    Registry registry = new Registry();
    ProtectedQueryChecks.register(registry);
    ProtectedJobChecks.register(registry);
    AnalysisTemplateChecks.register(registry);
    CollaborationChecks.register(registry);
    MembershipChecks.register(registry);
    ChangeRequestChecks.register(registry);
    ListChecks.register(registry);
    ResourceChecks.register(registry);
    ConfiguredTableChecks.register(registry);
    AssociationChecks.register(registry);
    AnalysisRuleChecks.register(registry);
    SchemaChecks.register(registry);
    IntermediateTableChecks.register(registry);
    IdMappingChecks.register(registry);
    PrivacyBudgetChecks.register(registry);
    return Map.copyOf(registry.byShape);
  }

  /** Returns the ids of the rules that are checked at values of a shape, in one direction. */
  public static List<String> rulesAt(String shape, Direction direction) {
    return at(shape, direction).map(Check::rule).toList();
  }

  /** Returns the ids of all rules that are checked, as often as they are. */
  public static List<String> rules() {
    return BY_SHAPE.values().stream().flatMap(List::stream).map(Check::rule).toList();
  }

  /** Returns the names of the shapes at whose values something is checked. */
  public static List<String> shapes() {
    return List.copyOf(BY_SHAPE.keySet());
  }

  static Stream<Check> at(String shape, Direction direction) {
    return BY_SHAPE.getOrDefault(shape, List.of()).stream()
        .filter(check -> check.direction().orElse(direction) == direction);
  }

  /** Returns whether something is checked at a shape of a day, or below. */
  static boolean concerned(Shape shape, LocalDate day) {
    Map<String, Boolean> ofDay = CONCERNED.computeIfAbsent(day, any -> new ConcurrentHashMap<>());
    Boolean known = ofDay.get(shape.name());
    if (known == null) {
      known =
          BY_SHAPE.containsKey(shape.name())
              || switch (shape.kind()) {
                case STRUCTURE, UNION ->
                    shape.members().stream().anyMatch(member -> concerned(member.shape(), day));
                case MAP -> concerned(shape.value(), day);
                case LIST -> concerned(shape.item(), day);
                default -> false;
              };
      ofDay.put(shape.name(), known);
    }
    return known;
  }
}
