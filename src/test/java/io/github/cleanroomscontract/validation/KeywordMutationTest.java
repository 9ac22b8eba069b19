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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /** How many there are of which one is tried, unless all are asked for. */
  private static final int APART = Boolean.getBoolean("full") ? 1 : 3;

  private static final String IDENTIFIER =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

  /** What rules say although it follows from the model. */
  private static final List<String> EQUIVALENT_IN_RULES =
      List.of(
          // The enum has no other value.
          "AccessBudgetDetails/allOf/0/then/properties/autoRefresh/not/enum removed",
          "AnalysisRuleAggregation/x-advice/1/if/properties removed",
          "AnalysisRuleAggregation/x-advice/1/if/properties/joinRequired removed",
          "AnalysisRuleAggregation/x-advice/1/if/properties/joinRequired/const removed",
          "BudgetParameter/x-advice/0/then/properties/autoRefresh/not/enum removed",
          "Change/x-advice/0/else/if/properties removed",
          "Change/x-advice/0/else/if/properties/specificationType removed",
          "Change/x-advice/0/else/if/properties/specificationType/const removed",
          "ErrorMessageConfiguration/x-advice/0/not/properties removed",
          "ErrorMessageConfiguration/x-advice/0/not/properties/type removed",
          "ErrorMessageConfiguration/x-advice/0/not/properties/type/const removed",
          "SchemaStatusDetail/x-advice/0/else/if/properties removed",
          "SchemaStatusDetail/x-advice/0/else/if/properties/status removed",
          "SchemaStatusDetail/x-advice/0/else/if/properties/status/const removed",
          // The model requires the member, and advice waits until the model is met.
          "AccessBudgetDetailsList/x-advice/0/contains/required removed",
          "AccessBudgetDetailsList/x-advice/0/not/contains/required removed",
          "ColumnMappingList/x-advice/0/contains/required removed",
          "CreatePrivacyBudgetTemplate request/x-advice/1/if/required removed",
          "ErrorMessageConfiguration/x-advice/0/not/required removed",
          "IdMappingTableInputSourceList/x-advice/0/contains/required removed",
          "IdMappingTableInputSourceList/x-advice/0/not/contains/required removed",
          "IntermediateTable/x-advice/1/if/required removed",
          // The list has two items, of one kind each.
          "IdMappingTableInputSourceList/x-advice/0/minContains removed",
          "IdMappingTableInputSourceList/x-advice/0/minContains made 1",
          // Nothing but the type is asked.
          "CreateAnalysisTemplate request/x-advice/3/if/properties removed",
          "CreateAnalysisTemplate request/x-advice/3/if/properties/syntheticDataParameters removed",
          // The minimum is that of the model.
          "ProtectedJobWorkerComputeConfiguration/x-advice/0/properties/number/minimum removed",
          "ProtectedJobWorkerComputeConfiguration/x-advice/0/properties/number/minimum made 3",
          "WorkerComputeConfiguration/x-advice/0/properties/number/minimum removed",
          "WorkerComputeConfiguration/x-advice/0/properties/number/minimum made 1",
          // One is what holds by default.
          "ColumnMappingList/x-advice/0/minContains removed");

  private static final List<String> EQUIVALENT =
      List.of(
          // The pattern takes nothing longer.
          "Double/maxLength removed",
          "Double/maxLength made 10",
          "Float/maxLength removed",
          "Float/maxLength made 10",
          // The pattern takes nothing shorter.
          "AthenaOutputLocation/minLength made 7",
          "ConfiguredAudienceModelArn/minLength made 19",
          "ConfiguredAudienceModelArn/minLength made 21",
          "IdMappingTableInputReferenceArn/minLength made 19",
          "IdMappingTableInputReferenceArn/minLength made 21",
          "KMSKeyArn/minLength made 19",
          "KMSKeyArn/minLength made 21",
          "ProtectedQueryIdentifier/x-before/2023-11-14/minLength removed",
          "ProtectedQueryIdentifier/x-before/2023-11-14/minLength made 2",
          // Of a key it is not told what is wrong with it, and the pattern takes no empty one.
          "JobParameterName/minLength removed",
          "JobParameterName/minLength made 0",
          // Keys are strings anyway.
          "JobParameterName/type removed",
          "SparkPropertyKey/type removed");

  private static final Map<String, JsonNode> FILES = new TreeMap<>(SchemaFolder.files());

  static {
    FILES.put("catalogue.json", SchemaFolder.file("catalogue.json"));
  }

  private final Map<Path, String> judgedFixtures = new ConcurrentHashMap<>();

  @Test
  void everyKeywordIsMissed() {
    kill("the schemas", mutants(mutant -> mutant.rule().isEmpty()), equivalent());
  }

  @Test
  void everyKeywordInsideRulesIsMissed() {
    kill("what rules hold", mutants(mutant -> mutant.rule().isPresent()), EQUIVALENT_IN_RULES);
  }

  private static List<Mutant> mutants(Predicate<Mutant> which) {
    return SchemaFolder.files().entrySet().stream()
        .flatMap(file -> Mutants.of(file.getKey(), file.getValue()).stream())
        .filter(which)
        .filter(mutant -> isTried(mutant.toString()))
        .toList();
  }

  /** The same ones each time, in all parts of the schemas. */
  private static boolean isTried(String mutant) {
    return Math.floorMod(mutant.hashCode(), APART) == 0;
  }

  private void kill(String what, List<Mutant> mutants, Collection<String> equivalent) {
    List<String> survivors =
        byHolder(mutants).parallelStream()
            .flatMap(group -> survivors(group).stream())
            .sorted()
            .toList();
    System.out.printf(
        "%d mutants of %s: %d killed, %d equivalent%n",
        mutants.size(), what, mutants.size() - survivors.size(), survivors.size());
    assertThat(survivors)
        .filteredOn(survivor -> !equivalent.contains(survivor))
        .as("mutants that no case and no fixture tells")
        .isEmpty();
    assertThat(equivalent)
        .filteredOn(KeywordMutationTest::isTried)
        .filteredOn(mutant -> !survivors.contains(mutant))
        .as("mutants that are told after all")
        .isEmpty();
  }

  /** The changes that make no difference to any payload. */
  private static Set<String> equivalent() {
    Set<String> equivalent = new TreeSet<>(EQUIVALENT);
    for (JsonNode file : FILES.values()) {
      for (Map.Entry<String, JsonNode> shape : file.path("$defs").properties()) {
        String name = shape.getKey();
        // A second member is an unknown one, and told as that.
        if (shape.getValue().has("x-union") && shape.getValue().path("properties").size() == 1) {
          equivalent.addAll(
              List.of(name + "/maxProperties removed", name + "/maxProperties made 2"));
        }
        // The pattern says how long it is, and is what is told.
        if (shape.getValue().path("pattern").asString("").equals(IDENTIFIER)) {
          equivalent.addAll(List.of(name + "/minLength made 35", name + "/maxLength made 37"));
        }
      }
    }
    return equivalent;
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
        || mutant
            .rule()
            .filter(rule -> cases.tellRuleApart(mutated, rule, FILES.get(mutant.path()).at(rule)))
            .isPresent()
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
    return new ContractValidator.Edition(CatalogueOf.files(day, files), new CompiledEngine(files));
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
