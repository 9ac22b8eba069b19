package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.math.BigDecimal;
import java.time.Clock;

/**
 * What a stand-in was built with.
 *
 * @param account the account that makes the calls
 * @param region the region it is in
 * @param clock what tells the times of resources
 * @param unknown what it does about resources that were never created
 * @param catalogue the contract
 */
record Settings(
    String account, String region, Clock clock, UnknownResources unknown, Catalogue catalogue) {

  /** Returns the time as the API writes it, in seconds. */
  Number now() {
    return BigDecimal.valueOf(clock.millis(), 3);
  }
}
