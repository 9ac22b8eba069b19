package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the command line says of the contract itself, and of what should agree with it. */
class LookupIT {

  /** Where the build puts the jars of an SDK. */
  private static final String SDK = "target/sdk";

  @TempDir Path folder;

  @Test
  void changesAreToldInThreeForms() throws Exception {
    assertThat(Cli.run("changes").out().lines())
        .hasSize(34)
        .first()
        .asString()
        .startsWith("2023-01-12");
    assertThat(Cli.run("changes", "2025-09-03..2025-09-23", "--format", "markdown").out())
        .contains(
            "## 2025-09-03", "## 2025-09-04", "## 2025-09-23", "| `StartProtectedJob` | request |");
    JsonNode page =
        JsonDocument.parse(Cli.run("changes", "2025-09-04", "--format", "json").out())
            .root()
            .orElseThrow();
    assertThat(page.path("date").asString()).isEqualTo("2025-09-04");
    assertThat(page.at("/updated/1/operation").asString()).isEqualTo("StartProtectedJob");
    assertThat(page.at("/updated/1/request/0/members/0/members/1/type").asString())
        .isEqualTo("integer");
    JsonNode pages =
        JsonDocument.parse(Cli.run("changes", "--format", "json").out()).root().orElseThrow();
    assertThat(pages.size()).isEqualTo(34);
  }

  @Test
  void rulesAreListedInThreeForms() throws Exception {
    assertThat(Cli.run("rules", "--kind", "model", "union").out().lines())
        .hasSize(5)
        .last()
        .asString()
        .startsWith("3 rules");
    assertThat(Cli.run("rules", "distribute", "--format", "markdown").out())
        .contains("| `distribute.spark-only` | context | error |");
    JsonNode rules =
        JsonDocument.parse(Cli.run("rules", "--format", "json").out()).root().orElseThrow();
    assertThat(rules.size()).isEqualTo(RuleBook.all().size());
  }

  @Test
  void everyOperationAndRuleCanBeLookedUp() throws Exception {
    String operations = Cli.run("operations").out();
    for (Operation operation : Catalogue.current().operations()) {
      assertThat(operations).contains(operation.name(), operation.http().toString());
    }
    String rules = Cli.run("rules").out();
    for (Rule rule : RuleBook.all()) {
      assertThat(rules).contains(rule.id(), rule.message());
    }
    assertThat(Cli.run("explain", "distribute.no-runner-account").out())
        .contains("because", "stated", "the caller's account (--caller-account); not checked");
    // Nobody has to remember where the dot is.
    assertThat(Cli.run("explain", "distribute-no-runner-account").out())
        .startsWith("distribute.no-runner-account (error)");
    assertThat(Cli.run("explain", "arn.published-maximum").out())
        .contains("(warning)", "contradicted", "longer than the maximum");
    assertThat(Cli.run("describe", "ListCollaborations").out())
        .contains("GET /collaborations{?nextToken,maxResults,memberStatus} → 200", "in the query");
  }

  @Test
  void checkTellsMissingFindingsFromTooMany() throws Exception {
    assertThat(Cli.run("check").out()).contains("as expected, 0 not");
    Path invalid = Files.createDirectories(folder.resolve("GetMembership").resolve("invalid"));
    Files.writeString(invalid.resolve("request.misspelt.json"), Inputs.INVALID);
    Files.writeString(invalid.resolve("request.misspelt.errors"), "required\n");
    Cli.Result result = Cli.run("check", folder.toString());
    assertThat(result.out())
        .contains("  missing   required", "  too much  unknown-member", "0 as expected, 1 not");
    assertThat(result.code()).isEqualTo(1);
    Cli.Result nothing = Cli.run("check", folder.resolve("absent").toString());
    assertThat(nothing.err()).contains("There is no ", "absent");
    assertThat(nothing.code()).isEqualTo(3);
  }

  @Test
  void driftComparesWithTheSdkThatItIsGiven() throws Exception {
    Cli.Result folderOfJars = Cli.run("drift", "--sdk", SDK);
    assertThat(folderOfJars.out()).contains("AWS SDK for Java 2.40.2", ": 0 drift, ");
    assertThat(folderOfJars.err()).isEmpty();
    assertThat(folderOfJars.code()).isZero();
    List<String> jars = new ArrayList<>(List.of("drift", "--format", "json", "--sdk"));
    jars.addAll(sdkJars());
    Cli.Result json = Cli.run(jars.toArray(String[]::new));
    JsonNode document = JsonDocument.parse(json.out()).root().orElseThrow();
    assertThat(document.at("/sdk/operations").asInt()).isEqualTo(87);
    assertThat(document.at("/summary/drift").asInt()).isZero();
    assertThat(json.code()).isZero();
  }

  @Test
  void driftComparesWithTheSdkThatReplayUses() throws Exception {
    Cli.Result result = Cli.run("drift", "--all");
    assertThat(result.out()).contains("AWS SDK for Java 2.40.2", "WorkerComputeType CR.8X");
    assertThat(result.code()).isZero();
  }

  @Test
  void driftIsAFinding() throws Exception {
    // Classes come from the first jar that has them: here one in which an enum value is another.
    Path altered = folder.resolve("altered.jar");
    String entry = "software/amazon/awssdk/services/cleanrooms/model/WorkerComputeType.class";
    try (InputStream original = getClass().getClassLoader().getResourceAsStream(entry);
        ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(altered))) {
      String bytes = new String(original.readAllBytes(), StandardCharsets.ISO_8859_1);
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(bytes.replace("CR.4X", "CR.9X").getBytes(StandardCharsets.ISO_8859_1));
    }
    Cli.Result result = Cli.run("drift", "--sdk", altered.toString(), "--sdk", SDK);
    assertThat(result.out())
        .contains(
            "WorkerComputeType CR.4X  only in the schemas",
            "WorkerComputeType CR.9X  only in the SDK",
            ": 2 drift, ");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void withoutAnSdkAClearSentenceHasTheRemedy() throws Exception {
    Cli.Result none = Cli.run("drift", "--sdk", System.getProperty("library.jar"));
    assertThat(none.err())
        .startsWith("There is no AWS SDK for Java 2 with the Clean Rooms module")
        .contains("mvn dependency:copy-dependencies -DoutputDirectory=sdk", "--sdk sdk")
        .hasLineCount(1);
    assertThat(none.code()).isEqualTo(3);
    String alone =
        sdkJars().stream().filter(jar -> jar.contains("cleanrooms-")).findFirst().orElseThrow();
    Cli.Result incomplete = Cli.run("drift", "--sdk", alone);
    assertThat(incomplete.err())
        .startsWith("The AWS SDK cannot be read: it needs software.amazon.awssdk.")
        .hasLineCount(1);
    assertThat(incomplete.code()).isEqualTo(3);
    for (Path missing : List.of(folder.resolve("absent"), folder)) {
      Cli.Result result = Cli.run("drift", "--sdk", missing.toString());
      assertThat(result.err()).startsWith("There is no " + missing).hasLineCount(1);
      assertThat(result.code()).isEqualTo(3);
    }
    assertThat(Cli.run("drift", "--sdk", "").err())
        .contains("'--sdk'")
        .contains("it is empty: an unset variable?");
  }

  private static List<String> sdkJars() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(SDK))) {
      return files.map(Path::toString).toList();
    }
  }

  @Test
  void rulesAreListedByWhatTheyBeginWith() throws Exception {
    assertThat(Cli.run("rules", "union").out())
        .contains("union.empty", "union.multiple", "union.unknown-variant")
        .doesNotContain("distribute");
    Cli.Result explained = Cli.run("explain", "union");
    assertThat(explained.err())
        .contains("\"cleanrooms-contract rules union\" lists those that begin so.");
    assertThat(explained.code()).isEqualTo(2);
  }

  @Test
  void oneFixtureCanBeChecked() throws Exception {
    Cli.Result result =
        Cli.run("check", "fixtures/membership/GetMembership/valid/request.minimal.json");
    assertThat(result.out()).startsWith("1 fixture: 1 as expected");
    assertThat(result.code()).isZero();
  }
}
