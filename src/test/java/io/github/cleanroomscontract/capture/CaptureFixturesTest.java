package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The captures of each form that come with the project are told to be of that form, and valid. */
class CaptureFixturesTest {

  static Stream<CaptureFormat> forms() {
    return Stream.of(CaptureFormat.values())
        .filter(form -> form != CaptureFormat.PAYLOAD && form != CaptureFormat.ENVELOPE);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areToldByTheirLookAndValid(CaptureFormat form) {
    Path folder = Path.of("fixtures/forms", form.label());
    List<String> detected = Judging.told(Judging.path(folder));
    List<String> named = Judging.told(Judging.path(folder, CaptureOptions.none().from(form)));

    assertThat(detected).isNotEmpty().allMatch(line -> line.startsWith("valid "));
    assertThat(named).isEqualTo(detected);
  }
}
