package consumer;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.jqwik.CleanRoomsArbitraries;
import io.github.cleanroomscontract.jqwik.CleanRoomsDomain;
import io.github.cleanroomscontract.jqwik.CleanRoomsPayload;
import io.github.cleanroomscontract.validation.ContractValidator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/** What a team could state of its own code, with the validator in the place of that code. */
class QueryPropertiesTest {

  private final ContractValidator validator = ContractValidator.create();

  @Property
  @Domain(CleanRoomsDomain.class)
  boolean takesWhatTheServiceAnswers(
      @ForAll @CleanRoomsPayload(value = "GetMembership", direction = Direction.RESPONSE)
          String response) {
    return validator.validateResponse("GetMembership", response).valid();
  }

  @Property
  boolean refusesTwoDestinations(@ForAll("twoDestinations") GeneratedCase request) {
    return !validator.validateRequest("StartProtectedQuery", request.payload()).valid();
  }

  @Provide
  Arbitrary<GeneratedCase> twoDestinations() {
    return CleanRoomsArbitraries.requests("StartProtectedQuery")
        .with("/resultConfiguration/outputConfiguration")
        .breaking("union.multiple");
  }

  @Property
  boolean isWrongOnPurpose(@ForAll("queries") GeneratedCase request) {
    return !request.payload().contains("\"computeConfiguration\"");
  }

  @Provide
  Arbitrary<GeneratedCase> queries() {
    return CleanRoomsArbitraries.requests("StartProtectedQuery");
  }
}
