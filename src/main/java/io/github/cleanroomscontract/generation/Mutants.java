package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to break documented rules. Immutable and thread-safe once it is made. */
final class Mutants {

  private static final Mutants ALL = new Mutants();

  private final Map<String, List<Mutant>> byShape = new HashMap<>();

  private Mutants() {
    QueryMutants.register(this);
    JobMutants.register(this);
    TemplateMutants.register(this);
    CollaborationMutants.register(this);
    MembershipMutants.register(this);
    ChangeRequestMutants.register(this);
    AnalysisRuleMutants.register(this);
    TableMutants.register(this);
    IntermediateTableMutants.register(this);
    PrivacyBudgetMutants.register(this);
    ListMutants.register(this);
    ResourceMutants.register(this);
  }

  /**
   * Adds a way to break a rule wherever one of some shapes stands.
   *
   * @param rule the rule's id
   * @param shapes names of shapes at whose values the rule is checked; those of whole messages are
   *     such as {@code CreateCollaboration request}
   */
  Mutant in(String rule, String... shapes) {
    long before =
        Stream.of(shapes)
            .flatMap(shape -> byShape.getOrDefault(shape, List.of()).stream())
            .filter(each -> each.rule().equals(rule))
            .distinct()
            .count();
    Mutant mutant = new Mutant(rule, (int) before + 1);
    for (String shape : shapes) {
      byShape.computeIfAbsent(shape, name -> new ArrayList<>()).add(mutant);
    }
    return mutant;
  }

  /** Returns the cases of a message by the contract of a day. */
  static Stream<GeneratedCase> of(Message message, Catalogue catalogue) {
    return Place.all(message.shape()).flatMap(place -> ALL.at(message, place, catalogue));
  }

  private Stream<GeneratedCase> at(Message message, Place place, Catalogue catalogue) {
    List<Mutant> mutants = byShape.getOrDefault(place.shape().name(), List.of());
    if (mutants.isEmpty()) {
      return Stream.empty();
    }
    Set<String> rules =
        ContractValidator.rulesAt(place.shape(), message.direction(), catalogue.day()).stream()
            .map(Rule::id)
            .collect(Collectors.toSet());
    return mutants.stream()
        .filter(mutant -> rules.contains(mutant.rule()))
        .flatMap(mutant -> mutant.made(message, place, catalogue).stream());
  }
}
