package io.github.cleanroomscontract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.sdk.Difference.Kind;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schemas and the newest SDK that is to be had, and that each kind of difference is found. */
class SdkDriftTest {

  /** The newest release that has something in the SDK of the class path. */
  private static final LocalDate MODEL_DATE = LocalDate.of(2025, 12, 1);

  private static final SdkDrift REAL = SdkDrift.compare(SdkDriftTest.class.getClassLoader());

  @Test
  void theSchemasAgreeWithTheSdk() {
    assertThat(REAL.drift()).isEmpty();
    assertThat(REAL.sdkVersion()).isEqualTo("2.40.2");
    assertThat(REAL.modelDate()).isEqualTo(MODEL_DATE);
    assertThat(REAL.sdk().operations()).isEqualTo(87);
    assertThat(REAL.schemas().operations()).isEqualTo(Catalogue.current().operations().size());
    // So that a reader that sees nothing does not pass.
    assertThat(REAL.sdk().members()).isGreaterThan(1_100);
    assertThat(REAL.sdk().enumValues()).isGreaterThan(250);
  }

  @Test
  void whatTheSdkHasNotCameLater() {
    assertThat(REAL.explained())
        .filteredOn(difference -> difference.kind() == Kind.OPERATION)
        .extracting(Difference::where)
        .containsExactlyElementsOf(
            Catalogue.current().operations().stream()
                .filter(operation -> operation.since().isAfter(MODEL_DATE))
                .map(Operation::name)
                .toList())
        .hasSize(13);
    assertThat(REAL.explained())
        .filteredOn(difference -> difference.reason().isEmpty())
        .allMatch(difference -> difference.since().orElseThrow().isAfter(MODEL_DATE))
        .allMatch(difference -> difference.sdk().isEmpty());
    assertThat(lines(REAL))
        .contains(
            "member ProtectedQuery.queryComputePayerAccountId: schemas string, SDK nothing"
                + " (since 2026-05-21)",
            "variant ProtectedQueryOutputConfiguration.intermediateTable: schemas object"
                + " IntermediateTableOutputConfiguration, SDK nothing (since 2026-06-30)",
            "enum-value WorkerComputeType CR.8X: schemas CR.8X, SDK nothing (since 2026-07-27)");
  }

  /** The published model made this map sensitive on 2026-06-30; the kit does so for all dates. */
  @Test
  void theKitHoldsBackMoreThanTheSdk() {
    assertThat(REAL.explained())
        .filteredOn(difference -> difference.reason().isPresent())
        .extracting(Difference::toString)
        .containsExactly(
            "sensitive ProtectedQuerySQLParameters.parameters: schemas sensitive, SDK plain"
                + " (the kit holds back what this SDK prints)");
  }

  @Test
  void operations() {
    assertThat(driftOf(new AlteredSdk().rename("StartProtectedJob", "LaunchProtectedJob")))
        .containsExactly(
            "operation LaunchProtectedJob: schemas nothing, SDK POST"
                + " /memberships/{membershipIdentifier}/protectedJobs",
            "operation StartProtectedJob: schemas POST"
                + " /memberships/{membershipIdentifier}/protectedJobs, SDK nothing");
  }

  @Test
  void methodAndUri() {
    String marshaller = "transform.StartProtectedQueryRequestMarshaller";
    String uri = "/memberships/{membershipIdentifier}/protectedQueries";
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace(marshaller, "POST", "PUT")
                    .replace(marshaller, uri, "/queries")))
        .containsExactly("binding StartProtectedQuery: schemas POST " + uri + ", SDK PUT /queries");
  }

  @Test
  void places() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.ListCollaborationsRequest", "QUERY_PARAM", "PAYLOAD")
                    .replace("model.GetMembershipRequest", "PATH", "GREEDY_PATH")))
        .containsExactly(
            "binding GetMembership request.membershipIdentifier: schemas path, SDK greedy path",
            "binding ListCollaborations request.maxResults: schemas query, SDK body",
            "binding ListCollaborations request.memberStatus: schemas query, SDK body",
            "binding ListCollaborations request.nextToken: schemas query, SDK body");
  }

  @Test
  void errors() {
    String errors = "software/amazon/awssdk/services/cleanrooms/model/";
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace(
                        "CleanRoomsClient",
                        errors + "ConflictException",
                        errors + "ServiceQuotaExceededException")))
        .contains(
            "error UpdateMembership ConflictException: schemas declared, SDK nothing",
            "error UpdateMembership ServiceQuotaExceededException: schemas nothing, SDK declared")
        .allMatch(line -> line.startsWith("error "));
  }

  @Test
  void membersOfErrors() {
    assertThat(driftOf(new AlteredSdk().replace("model.ConflictException", "reason", "grounds")))
        .containsExactly(
            "member ConflictException.grounds: schemas nothing, SDK enum ConflictExceptionReason",
            "member ConflictException.reason: schemas enum ConflictExceptionReason, SDK nothing");
  }

  @Test
  void members() {
    assertThat(driftOf(new AlteredSdk().replace("model.ProtectedQuery", "createTime", "madeTime")))
        .containsExactly(
            "member ProtectedQuery.createTime: schemas timestamp, SDK nothing",
            "member ProtectedQuery.madeTime: schemas nothing, SDK timestamp");
  }

  @Test
  void variants() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.ProtectedQueryOutputConfiguration", "distribute", "spread")))
        .containsExactly(
            "variant ProtectedQueryOutputConfiguration.distribute: schemas object"
                + " ProtectedQueryDistributeOutputConfiguration, SDK nothing",
            "variant ProtectedQueryOutputConfiguration.spread: schemas nothing, SDK object"
                + " ProtectedQueryDistributeOutputConfiguration");
  }

  @Test
  void unions() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.ProtectedQueryOutputConfiguration$Type", "Type", "Kind")))
        .containsExactly("type ProtectedQueryOutputConfiguration: schemas union, SDK structure");
  }

  @Test
  void typesOfPlainMembers() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.ProtectedQueryStatistics", "LONG", "BIG_DECIMAL")
                    .replace("model.Membership", "INSTANT", "SDK_BYTES")))
        .containsExactly(
            "type Membership.createTime: schemas timestamp, SDK sdkbytes",
            "type Membership.updateTime: schemas timestamp, SDK sdkbytes",
            "type ProtectedQueryStatistics.totalDurationInMillis: schemas long, SDK bigdecimal");
  }

  @Test
  void typesWithinListsAndMaps() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .rename("CustomMLMemberAbility", "CustomMLMemberSkill")
                    .replace("model.ListTagsForResourceResponse", "STRING", "INTEGER")))
        .containsExactly(
            "type ListTagsForResource response.tags: schemas map of string to string,"
                + " SDK map of string to integer",
            "type MLMemberAbilities.customMLMemberAbilities: schemas list of enum"
                + " CustomMLMemberAbility, SDK list of enum CustomMLMemberSkill");
  }

  @Test
  void timestampsAndWhatTravelsInOtherWays() {
    ApiModel model =
        SdkReader.read(
            new AlteredSdk().standIn("model.GetMembershipRequest", RequestStandIn.class));
    Map<String, String> facts = new TreeMap<>();
    model
        .structures()
        .get("GetMembership request")
        .members()
        .forEach((name, member) -> facts.put(name, member.location() + ": " + member.type()));
    assertThat(facts)
        .containsExactly(
            Map.entry("bytes", "body: sdkbytes"),
            Map.entry("inBody", "body: timestamp"),
            Map.entry("inHeader", "header, as x-in-header: string"),
            Map.entry("inQuery", "query: timestamp in the form ISO_8601"),
            Map.entry("inSeconds", "query: timestamp"),
            Map.entry("inText", "body: timestamp in the form ISO_8601"));
  }

  @Test
  void enumValues() {
    assertThat(driftOf(new AlteredSdk().replace("model.WorkerComputeType", "CR.4X", "CR.9X")))
        .containsExactly(
            "enum-value WorkerComputeType CR.4X: schemas CR.4X, SDK nothing",
            "enum-value WorkerComputeType CR.9X: schemas nothing, SDK CR.9X");
  }

  @Test
  void whatTheKitWouldPrint() {
    // In the SDK's text, the redacted parameters go by another name; it is not the end of one.
    String label = "AnalysisParameters";
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.CreateAnalysisTemplateRequest", label, "Format")
                    .replace("model.AnalysisTemplate", label, "OtherFormat")))
        .containsExactly(
            "sensitive CreateAnalysisTemplate request.format: schemas plain, SDK sensitive");
  }

  @Test
  void whatIsThereBeforeItsDateMakesNoNewerModel() {
    // Alone of its release, it would; with others missing, its date is in doubt.
    SdkDrift drift =
        SdkDrift.compare(
            new AlteredSdk().replace("model.SchemaType", "TABLE", "INTERMEDIATE_TABLE"));
    assertThat(drift.modelDate()).isEqualTo(MODEL_DATE);
    assertThat(drift.drift())
        .extracting(Difference::toString)
        .containsExactly(
            "enum-value SchemaType INTERMEDIATE_TABLE: schemas only since 2026-06-30,"
                + " SDK INTERMEDIATE_TABLE",
            "enum-value SchemaType TABLE: schemas TABLE, SDK nothing");
  }

  @Test
  void membersAndOperationsBeforeTheirDateAreDrift() {
    assertThat(
            driftOf(
                new AlteredSdk()
                    .replace("model.ConfiguredTableAssociation", "description", "childResources")
                    .rename("ListTagsForResource", "ListIntermediateTables")))
        .contains(
            "member ConfiguredTableAssociation.childResources: schemas only since 2026-06-30,"
                + " SDK string",
            "operation ListIntermediateTables: schemas only since 2026-06-30, SDK GET"
                + " /tags/{resourceArn}");
  }

  @Test
  void anOlderSdkHasAnOlderModel() {
    AlteredSdk older =
        new AlteredSdk()
            .rename("syntheticData", "generated")
            .rename("isSyntheticData", "isGenerated");
    assertThat(SdkDrift.compare(older).modelDate()).isEqualTo(LocalDate.of(2025, 10, 30));
  }

  @Test
  void withoutAnSdkAClearSentenceSaysSo() {
    ClassLoader none = ClassLoader.getPlatformClassLoader();
    assertThatThrownBy(() -> SdkDrift.compare(none))
        .isInstanceOf(SdkUnavailableException.class)
        .hasMessage(
            "There is no AWS SDK for Java 2 with the Clean Rooms module"
                + " (software.amazon.awssdk:cleanrooms).");
  }

  @Test
  void anIncompleteSdkIsNamedAsSuch() throws Exception {
    Class<?> client = Class.forName("software.amazon.awssdk.services.cleanrooms.CleanRoomsClient");
    URL jar = client.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> SdkDrift.compare(alone))
          .isInstanceOf(SdkUnavailableException.class)
          .hasMessage(
              "The AWS SDK cannot be read: it needs software.amazon.awssdk.awscore.AwsClient,"
                  + " which is not there.");
    }
  }

  private static List<String> lines(SdkDrift drift) {
    return drift.differences().stream().map(Difference::toString).toList();
  }

  private static List<String> driftOf(AlteredSdk sdk) {
    SdkDrift drift = SdkDrift.compare(sdk);
    assertThat(drift.modelDate()).isEqualTo(MODEL_DATE);
    return drift.drift().stream().map(Difference::toString).toList();
  }
}
