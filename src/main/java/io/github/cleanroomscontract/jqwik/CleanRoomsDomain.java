package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.generation.GeneratedCase;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Gives parameters of properties payloads of the operation that they name.
 *
 * <pre>{@code
 * @Property
 * @Domain(CleanRoomsDomain.class)
 * void takesAnyQuery(@ForAll @CleanRoomsPayload("StartProtectedQuery") String request) { … }
 * }</pre>
 *
 * <p>A faulty {@link CleanRoomsPayload} fails the property with an {@code IllegalArgumentException}
 * that says what is wrong.
 */
public final class CleanRoomsDomain extends DomainContextBase {

  /** Creates the domain; jqwik does. */
  public CleanRoomsDomain() {}

  /** Provides what is annotated. */
  static final class Payloads implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage type) {
      return type.findAnnotation(CleanRoomsPayload.class).isPresent()
          && (type.isOfType(GeneratedCase.class) || type.isOfType(String.class));
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
      PayloadArbitrary payloads =
          payloads(type.findAnnotation(CleanRoomsPayload.class).orElseThrow());
      return Set.of(type.isOfType(String.class) ? payloads.json() : payloads);
    }

    private static PayloadArbitrary payloads(CleanRoomsPayload asked) {
      PayloadArbitrary payloads = CleanRoomsArbitraries.payloads(asked.value(), asked.direction());
      if (!asked.asOf().isEmpty()) {
        payloads = payloads.asOf(LocalDate.parse(asked.asOf()));
      }
      payloads = payloads.with(asked.with()).without(asked.without());
      return asked.breaking().isEmpty() ? payloads : payloads.breaking(asked.breaking());
    }
  }
}
