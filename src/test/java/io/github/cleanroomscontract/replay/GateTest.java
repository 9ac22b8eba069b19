package io.github.cleanroomscontract.replay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No path makes a call that is not allowed. */
class GateTest {

  private static final String ROOT = "io.github.cleanroomscontract";

  /** Everything that may be allowed, in every combination. */
  static Stream<Set<Effect>> combinations() {
    List<Effect> more = List.of(Effect.WRITE, Effect.DELETE, Effect.COMPUTE);
    List<Set<Effect>> all = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      Set<Effect> effects = EnumSet.of(Effect.READ);
      for (int i = 0; i < more.size(); i++) {
        if ((bits >> i & 1) == 1) {
          effects.add(more.get(i));
        }
      }
      all.add(effects);
    }
    return all.stream();
  }

  private static Allowance.Builder allowing(Set<Effect> effects) {
    Allowance.Builder builder = Allowance.builder();
    effects.forEach(effect -> builder.allow(effect).ceiling(effect, Integer.MAX_VALUE));
    return builder;
  }

  /** Asked for again and again. */
  private static final Map<Operation, String> INPUTS = new ConcurrentHashMap<>();

  private static final Map<Operation, String> INVALID_INPUTS = new ConcurrentHashMap<>();

  private static String input(Operation operation) {
    return INPUTS.computeIfAbsent(operation, GateTest::makeInput);
  }

  private static String invalidInput(Operation operation) {
    return INVALID_INPUTS.computeIfAbsent(operation, GateTest::makeInvalidInput);
  }

  private static String makeInput(Operation operation) {
    return PayloadCases.of(operation.name(), Direction.REQUEST)
        .valid()
        .findFirst()
        .map(GeneratedCase::payload)
        .orElseThrow();
  }

  private static String makeInvalidInput(Operation operation) {
    return PayloadCases.of(operation.name(), Direction.REQUEST)
        .invalid()
        .filter(
            each ->
                !ContractValidator.create()
                    .validateRequest(operation.name(), each.payload())
                    .valid())
        .findFirst()
        .map(GeneratedCase::payload)
        .orElseThrow();
  }

  /** Asks for everything in every way that a session has, whatever it is answered. */
  private static void everything(Session session) {
    for (Operation operation : Catalogue.current().operations()) {
      for (boolean said : new boolean[] {true, false}) {
        Step valid = new Step("valid", operation.name(), input(operation), said);
        Step invalid = new Step("invalid", operation.name(), invalidInput(operation), said);
        for (Step step : List.of(valid, invalid)) {
          session.call(step);
          session.check(step);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void nothingIsCalledWhoseEffectIsNotAllowed(Set<Effect> effects) {
    for (boolean keep : new boolean[] {true, false}) {
      for (boolean invalid : new boolean[] {true, false}) {
        InMemoryService service = new InMemoryService(ContractStub.create());
        Allowance allowance = allowing(effects).keepCreated(keep).invalid(invalid).build();
        ReplayResult result =
            Replay.of(service).allowance(allowance).itinerary(GateTest::everything).build().run();

        assertThat(result.stopped()).isEmpty();
        assertThat(service.sent())
            .extracting(GateTest::effect)
            .containsAll(keep ? effects : EnumSet.of(Effect.READ))
            .isSubsetOf(effects);
        assertThat(service.sent())
            .filteredOn(each -> !isValid(each))
            .extracting(GateTest::effect)
            .isSubsetOf(invalid ? effects : EnumSet.of(Effect.READ));
      }
    }
  }

  private static Effect effect(Step step) {
    return Effect.of(Catalogue.current().operation(step.operation()).orElseThrow());
  }

  private static boolean isValid(Step step) {
    return ContractValidator.create().validateRequest(step.operation(), step.input()).valid();
  }

  @Test
  void aRunThatIsToldNothingOnlyReads() {
    InMemoryService service = new InMemoryService(ContractStub.create());
    Replay.of(service).itinerary(GateTest::everything).build().run();
    assertThat(service.sent()).isNotEmpty().extracting(GateTest::effect).containsOnly(Effect.READ);
  }

  @Test
  void theGateItselfRefusesWhoeverDoesNotAsk() {
    InMemoryService service = new InMemoryService(ContractStub.create());
    Judge judge = new Judge(ContractValidator.create());
    Gate gate = new Gate(service, new Limits(Allowance.reading(), Catalogue.current()), judge);
    for (Operation operation : Catalogue.current().operations()) {
      if (Effect.of(operation) == Effect.READ) {
        gate.call(operation, input(operation), true);
      } else {
        assertThatThrownBy(() -> gate.call(operation, input(operation), true))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThatThrownBy(() -> gate.remove(operation, input(operation)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(service.sent()).hasSize(49);
  }

  @Test
  void whatIsSaidToBeValidAndIsNotDoesNotPass() {
    InMemoryService service = new InMemoryService(ContractStub.create());
    Judge judge = new Judge(ContractValidator.create());
    Allowance writing = allowing(EnumSet.allOf(Effect.class)).build();
    Gate gate = new Gate(service, new Limits(writing, Catalogue.current()), judge);
    Operation update = Catalogue.current().operation("UpdateMembership").orElseThrow();
    assertThatThrownBy(() -> gate.call(update, invalidInput(update), true))
        .isInstanceOf(IllegalStateException.class);
    assertThat(service.sent()).isEmpty();
  }

  @Test
  void onlyTheGateCallsTheService() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".replay.Gate")
        .should()
        .callMethodWhere(target(name("call")).and(target(owner(assignableTo(Service.class)))))
        .because("the gate holds calls to what is allowed")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT));
  }
}
