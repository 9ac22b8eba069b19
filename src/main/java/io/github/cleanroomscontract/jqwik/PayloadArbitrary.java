package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.RandomPayload;
import io.github.cleanroomscontract.generation.RandomPayloads;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Payloads of an operation, valid ones unless it is said how they are broken, with what is to be
 * expected of them. However they shrink, that holds: a payload that breaks a rule still breaks it,
 * and no other.
 *
 * <p>Edge cases are the simplest payload, the fullest, and each variant of each union; of broken
 * ones, the simplest of each way to break them.
 *
 * <p>Every method that says more returns another arbitrary. Immutable and thread-safe.
 */
public final class PayloadArbitrary implements Arbitrary<GeneratedCase> {

  private final RandomPayloads payloads;

  PayloadArbitrary(RandomPayloads payloads) {
    this.payloads = payloads;
  }

  /**
   * Returns payloads that break a rule, and no other.
   *
   * @param rule the rule's id, such as {@code union.multiple}
   * @throws IllegalArgumentException if there is no such rule, or it cannot be broken here
   */
  public PayloadArbitrary breaking(String rule) {
    return new PayloadArbitrary(payloads.breaking(rule));
  }

  /** Returns payloads that break one rule each, whichever. */
  public PayloadArbitrary broken() {
    return new PayloadArbitrary(payloads.broken());
  }

  /**
   * Returns payloads by the contract of a day: they hold only what existed then.
   *
   * @throws IllegalArgumentException if the API, the operation, or what was asked for did not exist
   *     yet
   */
  public PayloadArbitrary asOf(LocalDate day) {
    return new PayloadArbitrary(payloads.asOf(day));
  }

  /**
   * Returns payloads that have members, variants or items at some places.
   *
   * @param pointers JSON Pointers; {@code *} is the first item or entry
   * @throws IllegalArgumentException if there is no such place, or no payload that has them all
   */
  public PayloadArbitrary with(String... pointers) {
    return new PayloadArbitrary(payloads.with(pointers));
  }

  /**
   * Returns payloads that have no members or variants at some places.
   *
   * @param pointers JSON Pointers; {@code *} is any item or entry
   * @throws IllegalArgumentException if there is no such place, or no payload without them
   */
  public PayloadArbitrary without(String... pointers) {
    return new PayloadArbitrary(payloads.without(pointers));
  }

  /**
   * Returns payloads in which a tagged union has a variant.
   *
   * @param union the JSON Pointer of the union
   * @param name the variant
   * @throws IllegalArgumentException if there is no such place, or no payload that has it
   */
  public PayloadArbitrary variant(String union, String name) {
    return new PayloadArbitrary(payloads.variant(union, name));
  }

  /**
   * Returns payloads of bounded size: where the contract leaves it open, lists and maps have at
   * most so many entries, and texts so many characters.
   *
   * @throws IllegalArgumentException if it is less than 0
   */
  public PayloadArbitrary atMost(int entries) {
    return new PayloadArbitrary(payloads.atMost(entries));
  }

  /** Returns the payloads themselves, as JSON. */
  public Arbitrary<String> json() {
    return map(GeneratedCase::payload);
  }

  @Override
  public RandomGenerator<GeneratedCase> generator(int genSize) {
    return random -> new ShrinkablePayload(payloads.next(random));
  }

  @Override
  public EdgeCases<GeneratedCase> edgeCases(int maxEdgeCases) {
    List<Supplier<Shrinkable<GeneratedCase>>> edges =
        payloads.edges().limit(maxEdgeCases).map(PayloadArbitrary::supplier).toList();
    return EdgeCases.fromSuppliers(edges);
  }

  private static Supplier<Shrinkable<GeneratedCase>> supplier(RandomPayload edge) {
    return () -> new ShrinkablePayload(edge);
  }
}
