package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways to break documented rules. Immutable and thread-safe once it is made. */
final class Mutants {

  private static final Mutants ALL = new Mutants();

  private final List<Mutant> mutants = new ArrayList<>();

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
  }

  /** Adds a way to break a rule in requests. */
  Mutant request(String rule, String operation) {
    return add(rule, operation, Direction.REQUEST);
  }

  /** Adds a way to break a rule in responses. */
  Mutant response(String rule, String operation) {
    return add(rule, operation, Direction.RESPONSE);
  }

  private Mutant add(String rule, String operation, Direction direction) {
    long before = mutants.stream().filter(each -> each.rule().equals(rule)).count();
    String name = "breaks " + rule + (before == 0 ? "" : ", " + (before + 1));
    Mutant mutant = new Mutant(rule, operation, direction, name);
    mutants.add(mutant);
    return mutant;
  }

  /** Returns the cases of a message on a day. */
  static Stream<GeneratedCase> of(Message message, LocalDate day) {
    return ALL.mutants.stream()
        .filter(each -> each.isOf(message.operation(), message.direction()))
        .filter(each -> RuleBook.find(each.rule()).orElseThrow().inForce(day))
        .flatMap(each -> each.made(message.operation(), day).stream());
  }
}
