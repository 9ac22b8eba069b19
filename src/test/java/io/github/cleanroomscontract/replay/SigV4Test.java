package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published examples of the algorithm have the published signatures. */
class SigV4Test {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static WireRequest signed(
      String method, String target, String service, String names, String signature) {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/%s/aws4_request,"
            + " SignedHeaders=%s, Signature=%s";
    Headers headers =
        Headers.NONE
            .with("Host", service.equals("iam") ? "iam.amazonaws.com" : "example.amazonaws.com")
            .with("X-Amz-Date", "20150830T123600Z")
            .with("Authorization", authorization.formatted(service, names, signature));
    return WireRequest.of(method, target, headers, new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET, /ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "GET, //, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "GET, /example/.., 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
  })
  void theTestSuiteHolds(String method, String target, String signature) {
    WireRequest request = signed(method, target, "service", "host;x-amz-date", signature);

    assertThat(SigV4.of(request).orElseThrow().expected(request, SECRET)).isEqualTo(signature);
  }

  @Test
  void theExampleOfTheGuideHolds() {
    String signature = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
    WireRequest plain =
        signed(
            "GET",
            "/?Action=ListUsers&Version=2010-05-08",
            "iam",
            "content-type;host;x-amz-date",
            signature);
    WireRequest request =
        WireRequest.of(
            plain.method(),
            plain.target(),
            plain
                .headers()
                .with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            plain.body());

    assertThat(SigV4.of(request).orElseThrow().expected(request, SECRET)).isEqualTo(signature);
  }

  @Test
  void whatChangesOnTheWayHasAnotherSignature() {
    WireRequest request = signed("GET", "/", "service", "host;x-amz-date", "0".repeat(64));
    SigV4 said = SigV4.of(request).orElseThrow();
    String signature = said.expected(request, SECRET);

    assertThat(
            List.of(
                said.expected(request, SECRET + "x"),
                said.expected(WireRequest.of("PUT", "/", request.headers(), new byte[0]), SECRET),
                said.expected(WireRequest.of("GET", "/?a", request.headers(), new byte[0]), SECRET),
                said.expected(WireRequest.of("GET", "/a", request.headers(), new byte[0]), SECRET),
                said.expected(WireRequest.of("GET", "/", request.headers(), new byte[1]), SECRET),
                said.expected(
                    WireRequest.of(
                        "GET", "/", request.headers().with("Host", "a.example"), new byte[0]),
                    SECRET)))
        .doesNotContain(signature)
        .doesNotHaveDuplicates();
  }

  @Test
  void headersThatHaveToBeSignedAreTold() {
    WireRequest request = signed("GET", "/", "service", "host", "0".repeat(64));

    assertThat(SigV4.of(request).orElseThrow().unsigned(request)).containsExactly("x-amz-date");
  }

  @Test
  void whatIsNotSignedSaysNothing() {
    assertThat(SigV4.of(WireRequest.of("GET", "/", ""))).isEmpty();
    assertThat(
            SigV4.of(
                WireRequest.of(
                    "GET", "/", Headers.NONE.with("Authorization", "Bearer abc"), new byte[0])))
        .isEmpty();
  }
}
