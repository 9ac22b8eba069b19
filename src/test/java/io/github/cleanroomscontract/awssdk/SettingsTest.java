package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no setting can be is told with what it can. */
class SettingsTest {

  private final LiveService.Builder builder = LiveService.builder();

  private static void isRefused(ThrowingCallable setting, String message) {
    assertThatThrownBy(setting)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cleanrooms.eu-west-1.amazonaws.com",
        "https://vpce-0a1b.cleanrooms.eu-west-1.vpce.amazonaws.com/path",
        "http://127.0.0.1:8217",
        "http://127.1.2.3",
        "http://localhost:4566",
        "http://[::1]:80"
      })
  void callsGoWhereNobodyListensIn(String url) {
    assertThatCode(() -> builder.endpoint(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http://cleanrooms.eu-west-1.amazonaws.com, over http to this machine alone",
    "http://127.0.0.1.example.com, over http to this machine alone",
    "http://localhost.example.com, over http to this machine alone",
    "http://10.0.0.1, over http to this machine alone",
    "http://0.0.0.0, over http to this machine alone",
    "https://user:secret@example.com, neither user",
    "https://example.com?a=secret, neither user",
    "https://example.com#secret, neither user",
    "ftp://example.com, an endpoint is an https URL",
    "file:///secret, an endpoint is an https URL",
    "example.com, an endpoint is an https URL",
    "mailto:secret, an endpoint is an https URL"
  })
  void callsGoNowhereElse(String url, String message) {
    isRefused(() -> builder.endpoint(URI.create(url)), message);
    assertThatThrownBy(() -> builder.endpoint(URI.create(url))).message().doesNotContain("secret");
  }

  @Test
  void otherSettingsHaveTheirBounds() {
    isRefused(() -> builder.region("Ireland"), "a region is called such as eu-west-1");
    isRefused(() -> builder.region("eu-west-1.evil.example/"), "a region is called");
    isRefused(() -> builder.profile(" "), "the name of the profile is empty");
    isRefused(() -> builder.maxAttempts(0), "a call is sent 1 to 20 times; found 0");
    isRefused(() -> builder.maxAttempts(21), "found 21");
    isRefused(() -> builder.callsPerSecond(0), "a number from 0.01 to 1000; found 0.0");
    isRefused(() -> builder.callsPerSecond(Double.NaN), "found NaN");
    isRefused(() -> builder.callsPerSecond(1001), "found 1001");
    isRefused(() -> builder.connectTimeout(Duration.ZERO), "the time to connect is from");
    isRefused(() -> builder.attemptTimeout(Duration.ofDays(1)), "the time of an attempt is from");
    isRefused(() -> builder.callTimeout(Duration.ofSeconds(-1)), "the time of a call is from");
  }

  @Test
  void regionsOfAllPartitionsAreRegions() {
    for (String region : new String[] {"us-gov-west-1", "cn-north-1", "ap-southeast-2"}) {
      assertThat(Settings.DEFAULT.region(region).region()).contains(region);
    }
  }
}
