package consumer;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import org.junit.jupiter.api.Test;

/** Runs after all forks, so that the floor is checked when all tests are over. */
class CoverageFloorTest {

  @Test
  @CleanRoomsContract
  void allForksAreOver() {
    // What they covered is checked when this JVM ends.
  }
}
