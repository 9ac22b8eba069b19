package io.github.cleanroomscontract.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final Optional<Excerpt> EXCERPT =
      Optional.of(new Excerpt(1, List.of("{\"a\": 1}"), 0, 6, 1));

  @Test
  void theExcerptIsCutOutOnceAndOnlyIfSomebodyAsks() {
    AtomicInteger cuts = new AtomicInteger();
    Place place =
        new Place(
            2,
            7,
            () -> {
              cuts.incrementAndGet();
              return EXCERPT;
            });

    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(7);
    assertThat(place).hasToString("2:7").hasSameHashCodeAs(new Place(2, 7, EXCERPT));
    assertThat(cuts).hasValue(0);

    assertThat(IntStream.range(0, 1000).parallel().mapToObj(i -> place.excerpt()))
        .containsOnly(EXCERPT);
    assertThat(cuts).hasValue(1);
  }

  @Test
  void placesAreEqualIfTheirExcerptsAre() {
    Place place = new Place(2, 7, EXCERPT);

    assertThat(place).isEqualTo(new Place(2, 7, () -> EXCERPT));
    assertThat(place).isNotEqualTo(new Place(3, 7, EXCERPT));
    assertThat(place).isNotEqualTo(new Place(2, 8, EXCERPT));
    assertThat(place).isNotEqualTo(new Place(2, 7, Optional.empty()));
  }
}
