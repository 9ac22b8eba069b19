package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.CatalogueOf;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.fixture.FixtureJudge;
import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.internal.schema.SchemaFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Changes one keyword of the schemas at a time, and expects that some generated case or some
 * fixture is judged otherwise than before: a keyword that nothing would miss is untested, or has no
 * effect.
 */
class KeywordMutationTest {

  /** Changes that make no difference to any payload, by the reason why. */
  private static final Map<String, List<String>> EQUIVALENT = Map.of();

  private static final Map<String, JsonNode> FILES = new TreeMap<>(SchemaFolder.files());

  static {
    FILES.put("catalogue.json", SchemaFolder.file("catalogue.json"));
  }

  private final Map<Path, String> judgedFixtures = new ConcurrentHashMap<>();

  @Test
  void everyKeywordIsMissed() {
    List<Mutant> mutants =
        SchemaFolder.files().entrySet().stream()
            .flatMap(file -> Mutants.of(file.getKey(), file.getValue()).stream())
            .toList();
    List<String> survivors =
        byHolder(mutants).parallelStream()
            .flatMap(group -> survivors(group).stream())
            .sorted()
            .toList();
    List<String> equivalent = EQUIVALENT.values().stream().flatMap(List::stream).toList();
    System.out.printf(
        "%d mutants of the schemas: %d killed, %d survive, %d of them known to be equivalent%n",
        mutants.size(), mutants.size() - survivors.size(), survivors.size(), equivalent.size());
    assertThat(survivors).containsExactlyInAnyOrderElementsOf(equivalent);
  }

  /** Mutants that the same cases are for. */
  private static Collection<List<Mutant>> byHolder(List<Mutant> mutants) {
    return mutants.stream()
        .collect(Collectors.groupingBy(mutant -> mutant.holder() + " " + mutant.day()))
        .values();
  }

  private List<String> survivors(List<Mutant> mutants) {
    MutationCases cases = new MutationCases(mutants.get(0).holder(), mutants.get(0).day());
    return mutants.stream().filter(mutant -> !killed(mutant, cases)).map(Mutant::toString).toList();
  }

  private boolean killed(Mutant mutant, MutationCases cases) {
    Map<LocalDate, ContractValidator.Edition> editions = new ConcurrentHashMap<>();
    Function<ContractValidator.Builder, ContractValidator> build =
        builder ->
            new ContractValidator(
                builder, day -> editions.computeIfAbsent(day, each -> edition(mutant, each)));
    ContractValidator mutated = build.apply(ContractValidator.builder().asOf(mutant.day()));
    return cases.tellApart(mutated, mutant.inside(), mutant.printed())
        || MutationCases.operations(mutant.holder())
            .flatMap(KeywordMutationTest::fixtures)
            .anyMatch(
                fixture ->
                    !judgedFixtures
                        .computeIfAbsent(
                            fixture, each -> judge(each, ContractValidator.Builder::build))
                        .equals(Verdict.attempt(() -> judge(fixture, build))));
  }

  private static ContractValidator.Edition edition(Mutant mutant, LocalDate day) {
    SchemaFiles files =
        new SchemaFiles(new Edition(day), path -> mutant.file(path, FILES.get(path)));
    return new ContractValidator.Edition(CatalogueOf.files(day, files), new NetworkntEngine(files));
  }

  private static Stream<Path> fixtures(Operation operation) {
    try {
      return FixtureCheck.find(Path.of("fixtures", operation.resource(), operation.name()))
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String judge(
      Path fixture, Function<ContractValidator.Builder, ContractValidator> build) {
    return Verdict.of(FixtureJudge.judge(fixture, build), false);
  }
}
