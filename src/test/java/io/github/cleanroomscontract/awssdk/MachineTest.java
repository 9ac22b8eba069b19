package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.LiveStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Region, credentials and endpoint come from where the SDK takes them. */
class MachineTest {

  private static final String CONFIG =
      """
      [default]
      region = eu-west-1

      [profile team]
      region = us-east-1
      aws_access_key_id = %s
      aws_secret_access_key = %s

      [profile elsewhere]
      region = ap-southeast-2
      endpoint_url = http://198.51.100.1
      credential_process = echo secret-of-the-process

      [profile bare]
      region = ap-southeast-2

      [profile absent]
      region = us-east-1
      role_arn = arn:aws:iam::111122223333:role/any
      web_identity_token_file = /absent/file
      role_session_name = any

      [profile unreached]
      region = us-east-1
      role_arn = arn:aws:iam::111122223333:role/any
      source_profile = team
      """
          .formatted(LiveStandIn.ACCESS_KEY, LiveStandIn.SECRET_KEY);

  @TempDir Path folder;

  private final Map<String, String> before = new HashMap<>();

  @BeforeEach
  void configure() throws IOException {
    Path config = Files.writeString(folder.resolve("config"), CONFIG);
    set("aws.configFile", config.toString());
    set("aws.sharedCredentialsFile", folder.resolve("none").toString());
    set("aws.disableEc2Metadata", "true");
  }

  private void set(String name, String value) {
    before.putIfAbsent(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }

  @AfterEach
  void restore() {
    before.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  private static Exchange call(LiveService service) {
    return service.call(Catalogue.current().operation("ListMemberships").orElseThrow(), "{}", true);
  }

  @Test
  void endpointsAreThoseOfTheRegion() {
    try (LiveService told = LiveService.builder().region("us-west-2").build();
        LiveService configured = LiveService.builder().build();
        LiveService ofProfile = LiveService.builder().profile("team").build()) {
      assertThat(told.endpoint()).isEqualTo("https://cleanrooms.us-west-2.amazonaws.com");
      assertThat(configured.endpoint()).isEqualTo("https://cleanrooms.eu-west-1.amazonaws.com");
      assertThat(ofProfile.endpoint()).isEqualTo("https://cleanrooms.us-east-1.amazonaws.com");
    }
    set("aws.region", "eu-central-1");
    set("aws.useFipsEndpoint", "true");
    try (LiveService service = LiveService.builder().build()) {
      assertThat(service.endpoint())
          .isEqualTo("https://cleanrooms-fips.eu-central-1.amazonaws.com");
    }
  }

  @Test
  void credentialsAreThoseOfTheProfile() {
    try (LiveStandIn standIn = LiveStandIn.start();
        LiveService service =
            LiveService.builder().profile("team").endpoint(standIn.url()).build()) {
      assertThat(call(service).answer().orElseThrow().status()).isEqualTo(200);
      assertThat(service.endpoint()).isEqualTo(standIn.url().toString());
    }
  }

  @Test
  void anEndpointOfTheConfigurationIsTakenByBothWaysAndHasToBeSafe() {
    assertThatThrownBy(() -> LiveService.builder().profile("elsewhere").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("calls go over http to this machine alone")
        .hasMessageContaining("198.51.100.1");
    try (LiveStandIn standIn = LiveStandIn.start()) {
      set("aws.endpointUrlCleanRooms", standIn.url().toString());
      try (LiveService service = LiveService.builder().profile("team").build()) {
        assertThat(service.endpoint()).isEqualTo(standIn.url().toString());
        call(service);
        service.call(
            Catalogue.current().operation("ListIntermediateTables").orElseThrow(),
            "{\"membershipIdentifier\":\"m\"}",
            false);
      }
      assertThat(standIn.counts()).containsOnlyKeys("ListMemberships", "ListIntermediateTables");
    }
  }

  @Test
  void withoutRegionNothingIsBuilt() throws IOException {
    Files.writeString(folder.resolve("config"), "[default]\n");

    assertThatThrownBy(() -> LiveService.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no region is told: name one, such as eu-west-1, or set AWS_REGION, or put region into"
                + " the profile \"default\"");
  }

  @Test
  void aProfileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> LiveService.builder().profile("tem").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no profile \"tem\" in the AWS configuration")
        .hasMessageContaining("team");
  }

  @Test
  void whyThereAreNoCredentialsIsToldWithoutWhatIsConfidential() {
    set("aws.endpointUrlSts", "http://127.0.0.1:1");
    try (LiveStandIn standIn = LiveStandIn.start();
        LiveService absent =
            LiveService.builder().profile("absent").endpoint(standIn.url()).build();
        LiveService unreached =
            LiveService.builder().profile("unreached").endpoint(standIn.url()).build()) {
      assertThat(call(absent).failure().orElseThrow())
          .contains("\"absent\" cannot be had (a file that they come from is not there): sign in")
          .doesNotContain("111122223333");
      assertThat(call(unreached).failure().orElseThrow())
          .contains("\"unreached\" cannot be had (what gives them cannot be reached): sign in")
          .doesNotContain("111122223333", LiveStandIn.ACCESS_KEY);
    }
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    try (LiveStandIn standIn = LiveStandIn.start();
        LiveService service = LiveService.builder().endpoint(standIn.url()).build();
        LiveService bare = LiveService.builder().profile("bare").endpoint(standIn.url()).build();
        LiveService process =
            LiveService.builder().profile("elsewhere").endpoint(standIn.url()).build()) {
      Exchange none = call(service);
      assertThat(none.failure().orElseThrow())
          .startsWith("there are no AWS credentials: sign in, such as with aws sso login");
      assertThat(none.last()).isTrue();
      assertThat(none.attempts()).isZero();
      assertThat(call(bare).failure().orElseThrow())
          .startsWith("the credentials of profile \"bare\" cannot be had");
      assertThat(call(process).failure().orElseThrow())
          .startsWith("the credentials of profile \"elsewhere\" cannot be had")
          .doesNotContain("secret-of-the-process");
      assertThat(standIn.received()).isEmpty();
    }
  }
}
