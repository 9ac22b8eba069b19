package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SARIF passes its schema, which comes with a package of npm. Skipped where that is not had. */
class SarifSchemaTest {

  private static final String PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0";
  private static final Path FOLDER = Path.of("target", "sarif");
  private static final Path FILE =
      FOLDER.resolve("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

  private static Schema schema;

  @BeforeAll
  static void readSchema() throws Exception {
    if (!Files.exists(FILE)) {
      Files.createDirectories(FOLDER);
      assumeTrue(installed(), "npm cannot install " + PACKAGE);
    }
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(FILE), InputFormat.JSON);
  }

  private static boolean installed() throws InterruptedException {
    List<String> command =
        List.of(
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--no-save",
            "--prefix",
            FOLDER.toString(),
            PACKAGE);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void allThatIsWrittenPasses() {
    assertThat(errors(FormatsTest.written(Format.SARIF, Samples.all()))).isEmpty();
    assertThat(errors(FormatsTest.written(Format.SARIF, List.of()))).isEmpty();
  }

  @Test
  void theSchemaIsNotOneThatTakesAnything() {
    String sarif = FormatsTest.written(Format.SARIF, Samples.all());
    assertThat(errors(sarif.replace("\"startLine\":10", "\"startLine\":0"))).isNotEmpty();
    assertThat(errors(sarif.replace("\"level\":\"error\"", "\"level\":\"drift\""))).isNotEmpty();
    assertThat(errors(sarif.replace("\"driver\"", "\"drivers\""))).isNotEmpty();
  }

  private static List<Error> errors(String sarif) {
    return schema.validate(sarif, InputFormat.JSON);
  }
}
