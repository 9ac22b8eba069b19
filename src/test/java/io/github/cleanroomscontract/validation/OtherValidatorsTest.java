package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The schemas are portable: ajv (2020-12, unicode mode) and the command line of sourcemeta give the
 * same verdict as this kit's engine on every fixture and on a sample of the generated cases.
 * Skipped where node or the two are not to be had.
 */
class OtherValidatorsTest {

  private static final Path FOLDER = Path.of("target", "other-validators");

  private static final String AJV = "ajv-verdicts.mjs";
  private static final String SOURCEMETA = "sourcemeta-verdicts.mjs";

  /** A payload, the schema that judges it, and our verdict. */
  private record Job(String schema, Path file, boolean valid) {}

  private static final Engine ENGINE = new NetworkntEngine(Catalogue.MODEL_DATE);

  private static List<Job> jobs;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(run(List.of("node", "--version")).isPresent(), "node is not installed");
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", AJV, SOURCEMETA)) {
      Files.writeString(FOLDER.resolve(file), Files.readString(Path.of("src/test/node", file)));
    }
    assumeTrue(
        run(List.of(
                "npm",
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--prefix",
                FOLDER.toString()))
            .isPresent(),
        "npm cannot install the other validators");
    jobs = new ArrayList<>();
    for (Path file : FixtureCheck.find(Path.of("fixtures"))) {
      add(schema(file), file);
    }
    assertThat(jobs).hasSizeGreaterThan(1000);
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : List.of(Direction.REQUEST, Direction.RESPONSE)) {
        addGenerated(operation, direction);
      }
    }
    assertThat(jobs).filteredOn(Job::valid).hasSizeGreaterThan(2000);
    assertThat(jobs).filteredOn(job -> !job.valid()).hasSizeGreaterThan(4000);
  }

  /** Adds a file, unless it is no JSON, of which schemas say nothing. */
  private static void add(String schema, Path file) throws IOException {
    JsonDocument document = JsonDocument.parse(Files.readAllBytes(file));
    if (document.problems().isEmpty()) {
      // Other validators ignore what is merely advised.
      boolean valid =
          ENGINE.judge(schema, document.root().orElseThrow()).stream()
              .map(violation -> RuleBook.find(violation.rule()).map(Rule::severity))
              .noneMatch(severity -> severity.orElse(Severity.ERROR).breaksContract());
      jobs.add(new Job(schema, file, valid));
    }
  }

  private static void addGenerated(Operation operation, Direction direction) throws IOException {
    PayloadCases cases = PayloadCases.of(operation.name(), direction);
    List<GeneratedCase> sample = new ArrayList<>(sample(cases.valid()));
    sample.addAll(sample(cases.invalid()));
    Path folder = FOLDER.resolve("cases").resolve(operation.name()).resolve(direction.label());
    Files.createDirectories(folder);
    for (int i = 0; i < sample.size(); i++) {
      Path file = Files.writeString(folder.resolve(i + ".json"), sample.get(i).payload());
      add(operation.schemaUri(direction), file);
    }
  }

  /** Returns always the same eighth, and some more where there are few. */
  private static List<GeneratedCase> sample(Stream<GeneratedCase> cases) {
    List<GeneratedCase> all = cases.toList();
    return all.stream()
        .sorted(Comparator.comparingInt(each -> each.name().hashCode()))
        .limit(3 + all.size() / 8)
        .toList();
  }

  private static String schema(Path file) {
    Operation operation =
        Catalogue.current()
            .operation(file.getParent().getParent().getFileName().toString())
            .orElseThrow();
    String[] words = file.getFileName().toString().split("[^A-Za-z0-9]+");
    Direction direction = Direction.of(words[0]).orElseThrow();
    if (direction != Direction.ERROR) {
      return operation.schemaUri(direction);
    }
    ErrorShape error = Catalogue.current().error(words[1]).orElseThrow();
    return Catalogue.current().schemaUri(error);
  }

  @Test
  void ajvAgrees() throws Exception {
    StringBuilder input = new StringBuilder();
    for (Job job : jobs) {
      input.append(
          String.format(
              "{\"schema\":\"%s\",\"file\":\"%s\"}%n", job.schema(), job.file().toAbsolutePath()));
    }
    String verdicts = verdicts(List.of(AJV, "schemas"), "jobs.jsonl", input);
    List<String> differing = new ArrayList<>();
    List<String> lines = verdicts.lines().toList();
    assertThat(lines).hasSameSizeAs(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      if (Boolean.parseBoolean(lines.get(i)) != jobs.get(i).valid()) {
        differing.add(jobs.get(i).file() + ": ajv says " + lines.get(i));
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void sourcemetaAgrees() throws Exception {
    Map<String, List<Job>> bySchema = new TreeMap<>();
    jobs.forEach(job -> bySchema.computeIfAbsent(job.schema(), s -> new ArrayList<>()).add(job));
    StringBuilder input = new StringBuilder();
    bySchema.forEach((schema, ofIt) -> input.append(sourcemeta(schema, ofIt)).append('\n'));
    Set<String> verdicts =
        verdicts(List.of(SOURCEMETA), "commands.jsonl", input).lines().collect(Collectors.toSet());
    assertThat(jobs)
        .extracting(job -> (job.valid() ? "ok: " : "fail: ") + job.file())
        .filteredOn(verdict -> !verdicts.contains(verdict))
        .as("what sourcemeta says otherwise")
        .isEmpty();
  }

  private static JsonNode sourcemeta(String schema, List<Job> ofIt) {
    String path = schema.substring(SchemaFiles.BASE.length());
    String file = path.substring(0, path.indexOf('#'));
    ArrayNode command = JsonNodeFactory.instance.arrayNode();
    command.add("validate").add("schemas/" + file);
    ofIt.forEach(job -> command.add(job.file().toString()));
    command.add("--entrypoint").add(path.substring(path.indexOf('#') + 1));
    command.add("--resolve").add("schemas/common");
    if (!file.startsWith("common/")) {
      command.add("--resolve").add("schemas/" + file.substring(0, file.indexOf('/')));
    }
    return command.add("--verbose").add("--continue").add("--fast");
  }

  /** Runs a script of ours, and returns what it prints. */
  private static String verdicts(List<String> script, String input, CharSequence lines)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("node"));
    command.add(FOLDER.resolve(script.get(0)).toString());
    command.addAll(script.subList(1, script.size()));
    return run(command, Optional.of(Files.writeString(FOLDER.resolve(input), lines))).orElseThrow();
  }

  private static Optional<String> run(List<String> command) throws Exception {
    return run(command, Optional.empty());
  }

  /** The output of a command that ends well; empty if it does not, or is not there. */
  private static Optional<String> run(List<String> command, Optional<Path> input)
      throws InterruptedException {
    try {
      Process process = start(command, input);
      String output = new String(process.getInputStream().readAllBytes());
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0
          ? Optional.of(output)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Process start(List<String> command, Optional<Path> input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    input.ifPresent(file -> builder.redirectInput(file.toFile()));
    return builder.start();
  }
}
