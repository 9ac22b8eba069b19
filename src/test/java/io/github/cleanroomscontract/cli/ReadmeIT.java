package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeIT {

  private static final String JAVA_JAR = "java -jar target/cleanrooms-contract-kit-cli.jar ";
  private static final String SERVE = JAVA_JAR + "serve";
  private static final String EXAMPLE = "class Example {";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\R(.*?)^```");

  @TempDir Path folder;

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> consoles() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String block : blocks("console")) {
      int end = block.indexOf('\n');
      String command = block.substring(2, end);
      String shown = block.substring(end + 1);
      if (command.startsWith(JAVA_JAR) && !command.equals(SERVE)) {
        tests.add(
            DynamicTest.dynamicTest(
                command,
                () -> {
                  String[] arguments = command.substring(JAVA_JAR.length()).split(" ");
                  assertThat(timeless(Cli.run(arguments).out())).isEqualTo(timeless(shown));
                }));
      }
    }
    assertThat(tests).hasSizeGreaterThan(2);
    return tests.stream();
  }

  @Test
  void theStandInAnswersAsShown() throws Exception {
    Path aws = Path.of("/usr/bin/aws");
    assumeThat(aws).as("the AWS CLI").isExecutable();
    String shown = block("$ aws ").replace("\\\n", "");
    int end = shown.indexOf('\n');
    try (Serving serving = Serving.start(folder)) {
      List<String> command = new ArrayList<>(List.of("env", "AWS_ACCESS_KEY_ID=AKIDEXAMPLE"));
      command.addAll(List.of("AWS_SECRET_ACCESS_KEY=example", "AWS_DEFAULT_REGION=us-east-1"));
      command.add(aws.toString());
      command.addAll(
          List.of(addressless(shown.substring(6, end), serving.url().toString()).split(" +")));
      assertThat(Cli.process(command, "").err().strip()).isEqualTo(shown.substring(end).strip());
      assertThat(serving.interrupted()).isEqualTo(1);
      assertThat(timeless(addressless("$ " + SERVE + "\n" + serving.out(), "URL")))
          .isEqualTo(timeless(addressless(block("$ " + SERVE), "URL")));
    }
  }

  @Test
  void theDistributionIsUnpackedAndRunAsShown() throws Exception {
    assumeThat(Path.of("/usr/bin/unzip")).isExecutable();
    String shown = block("$ unzip ");
    int end = shown.indexOf('\n');
    List<String> command = new ArrayList<>(List.of("env", "HOME=" + folder, "XDG_CACHE_HOME="));
    command.addAll(List.of("sh", "-c", shown.substring(2, end)));
    Cli.Result result = Cli.process(command, "");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(shown.substring(end + 1));
    assertThat(folder.resolve(".cache/cleanrooms-contract-kit")).isNotEmptyDirectory();
  }

  private static String block(String beginning) throws IOException {
    return blocks("console").stream()
        .filter(block -> block.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private static String addressless(String text, String instead) {
    return text.replaceAll("http://127[.]0[.]0[.]1:[0-9]+", instead);
  }

  /** The two commands of the first screen are the ones that the build itself is. */
  @Test
  void theTwoCommandsAreThere() throws IOException {
    assertThat(blocks("console"))
        .contains(
            "$ mvn -q package -DskipTests && " + JAVA_JAR + "validate fixtures/captures\n",
            "$ mvn verify\n");
    assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn", "verify");
  }

  /** The others are from the projects that use the jar. */
  @Test
  void theOtherJavaExamplesAreOfConsumers() throws IOException {
    List<String> consumers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        consumers.add(withoutIndents(Files.readString(file)));
      }
    }
    assertThat(blocks("java"))
        .filteredOn(source -> !source.contains(EXAMPLE))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            source ->
                assertThat(consumers)
                    .anyMatch(consumer -> consumer.contains(withoutIndents(source))));
  }

  private static String withoutIndents(String java) {
    return java.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void theJavaExampleRuns() throws Exception {
    String example =
        blocks("java").stream().filter(each -> each.contains(EXAMPLE)).findFirst().orElseThrow();
    Path source = Files.writeString(folder.resolve("Example.java"), example);
    String separator = System.getProperty("path.separator");
    // As users have it: the library's jar and its dependencies, and none of our test classes.
    String classPath =
        System.getProperty("library.jar")
            + separator
            + Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(entry -> entry.contains("jackson") || entry.contains("networknt"))
                .reduce((a, b) -> a + separator + b)
                .orElseThrow();
    Path slf4j =
        Stream.of(System.getProperty("java.class.path").split(separator))
            .filter(entry -> entry.contains("slf4j-"))
            .map(Path::of)
            .filter(entry -> entry.getFileName().toString().startsWith("slf4j-api"))
            .findFirst()
            .orElseThrow();
    Cli.Result result =
        Cli.process(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + separator + slf4j,
                source.toString()),
            "");
    // The others are what consumers' tests fail with, whose builds look at it.
    assertThat(blocks("text")).contains(result.out());
  }

  @Test
  void everyCommandIsListed() throws Exception {
    String help = Cli.run("--help").out();
    String readme = Files.readString(Path.of("README.md"));
    List<String> commands =
        Pattern.compile("(?m)^  ([a-z-]+) {2,}[A-Z]")
            .matcher(help.substring(help.indexOf("Commands:")))
            .results()
            .map(match -> match.group(1))
            .filter(name -> !name.equals("help"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(5);
    assertThat(commands).allSatisfy(name -> assertThat(readme).contains("| `" + name));
  }

  private static String timeless(String output) {
    return output.replaceAll("\\([0-9.]+ (m?s)\\)", "(… $1)").stripTrailing();
  }
}
