package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zip, and its launcher in whatever surroundings. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DistributionIT {

  private static final String PATH = "/usr/bin:/bin";
  private static final String EMPTY_REQUEST = "{}";

  @TempDir static Path unpacked;

  private static Distribution distribution;

  @TempDir Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    distribution = Distribution.unpack(unpacked);
  }

  /** What launches of a test have: their own cache, and the Java that tests run on. */
  private Map<String, String> surroundings() {
    Map<String, String> surroundings = new HashMap<>();
    surroundings.put("PATH", PATH);
    surroundings.put("JAVA_HOME", Distribution.JAVA_HOME.toString());
    surroundings.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return surroundings;
  }

  private static Cli.Result launch(Map<String, String> surroundings, String... arguments)
      throws Exception {
    return launch("", surroundings, distribution.launcher(), arguments);
  }

  private static Cli.Result launch(
      String input, Map<String, String> surroundings, Path launcher, String... arguments)
      throws Exception {
    return Cli.process(Distribution.command(surroundings, launcher, arguments), input);
  }

  /** Returns the names of the files in the cache. */
  private List<Path> cached() throws IOException {
    Path cache = folder.resolve("cache/cleanrooms-contract-kit");
    try (Stream<Path> files = Files.exists(cache) ? Files.list(cache) : Stream.empty()) {
      return files.sorted().toList();
    }
  }

  private Path archive() throws IOException {
    return cached().stream()
        .filter(file -> file.toString().endsWith(".jsa"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itHasOneFolderWithAllThatIsNeeded() {
    String root = distribution.home().getFileName().toString();
    assertThat(root).isEqualTo(System.getProperty("distribution.name"));
    assertThat(distribution.permissions())
        .containsExactly(
            entry(root + "/LICENSE", "rw-r--r--"),
            entry(root + "/README.txt", "rw-r--r--"),
            entry(root + "/bin/cleanrooms-contract", "rwxr-xr-x"),
            entry(root + "/completion/cleanrooms-contract.bash", "rw-r--r--"),
            entry(root + "/examples/CreateMembership.request.json", "rw-r--r--"),
            entry(root + "/examples/StartProtectedQuery.request.json", "rw-r--r--"),
            entry(root + "/examples/nightly.jsonl", "rw-r--r--"),
            entry(root + "/lib/cleanrooms-contract-kit-cli.jar", "rw-r--r--"));
  }

  @Test
  void theFirstRunMakesTheArchiveThatLaterOnesUse() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("first"), distribution.launcher());
    Path link = Files.createSymbolicLink(links.resolve("second"), Path.of("first"));

    Cli.Result first = launch("", surroundings(), link, "--version");

    assertThat(first.err()).isEmpty();
    assertThat(first.out()).isEqualTo(Cli.run("--version").out());
    assertThat(first.code()).isZero();
    assertThat(cached()).containsExactly(archive(), Path.of(archive() + ".size"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive().getParent())))
        .isEqualTo("rwx------");

    Path log = folder.resolve("loaded");
    Map<String, String> logging = surroundings();
    logging.put("CLEANROOMS_CONTRACT_OPTS", "-Xshare:auto -Xlog:class+load:file=" + log);
    Cli.Result second =
        launch("", logging, link, "validate", distribution.home().resolve("examples").toString());

    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("8 messages: 4 valid, 3 invalid, 1 drift");
    assertThat(second.code()).isEqualTo(1);
    assertThat(Files.readAllLines(log))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("io.github.cleanroomscontract.cli.ValidateCommand ", "(top)"));
  }

  /** Of the two options that make archives useless, each Java warns of one. */
  @Test
  void whatTheJvmHasToSayOfArchivesIsNotSaid() throws Exception {
    String version = launch(surroundings(), "--version").out();
    assertThat(archive()).exists();
    for (String useless : List.of("-Xbootclasspath/a:none.jar", "-XX:-UseCompressedOops")) {
      Map<String, String> surroundings = surroundings();
      surroundings.put("CLEANROOMS_CONTRACT_OPTS", useless);
      Cli.Result result = launch(surroundings, "--version");
      assertThat(result.out()).isEqualTo(version);
      assertThat(result.err()).isEmpty();
    }
  }

  /** A file where a folder should be stops even those whom no permission stops. */
  private Map<String, String> surroundingsWithoutCache() throws IOException {
    Map<String, String> surroundings = surroundings();
    surroundings.put("XDG_CACHE_HOME", Files.createFile(folder.resolve("file")).toString());
    return surroundings;
  }

  @Test
  void withoutPlaceForAnArchiveAllGoesOn() throws Exception {
    Map<String, String> surroundings = surroundingsWithoutCache();
    expectNoHarm(surroundings);
    surroundings.remove("XDG_CACHE_HOME");
    expectNoHarm(surroundings);
  }

  private static void expectNoHarm(Map<String, String> surroundings) throws Exception {
    Cli.Result result =
        launch(
            EMPTY_REQUEST,
            surroundings,
            distribution.launcher(),
            "validate",
            "--operation",
            "GetMembership",
            "--request",
            "--format",
            "jsonl",
            "-");
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).singleElement().asString().contains("\"rule\":\"required\"");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void brokenArchivesDoNoHarmAndThoseThatAreCutOffAreMadeAgain() throws Exception {
    expectNoHarm(surroundings());
    byte[] whole = Files.readAllBytes(archive());

    replaceArchive(new byte[whole.length]);
    expectNoHarm(surroundings());

    replaceArchive(Arrays.copyOf(whole, whole.length / 2));
    expectNoHarm(surroundings());
    assertThat(Files.size(archive())).isGreaterThan(whole.length / 2);
  }

  /** As under sudo, which may keep the home of the user. */
  @Test
  void whatBelongsToSomebodyElseIsNotUsed() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Map<String, String> surroundings = surroundings();
    surroundings.remove("XDG_CACHE_HOME");
    surroundings.put("HOME", home.toString());
    giveAway(home);
    expectNoHarm(surroundings);
    assertThat(home).isEmptyDirectory();

    expectNoHarm(surroundings());
    giveAway(archive());
    expectNoHarm(surroundings());
    assertThat(owner(archive())).isZero();
  }

  private static int owner(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid");
  }

  private static void giveAway(Path file) throws IOException {
    assumeThat(owner(file)).as("the owner, who must be root to give it away").isZero();
    Files.setAttribute(file, "unix:uid", 65534);
  }

  private void replaceArchive(byte[] content) throws IOException {
    Path other = Files.write(folder.resolve("other"), content);
    Files.move(other, archive(), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void severalFirstRunsAtOnceDoNoHarm() throws Exception {
    List<Path> outputs = Stream.of("a", "b", "c").map(folder::resolve).toList();
    List<Process> processes = new ArrayList<>();
    for (Path output : outputs) {
      processes.add(
          new ProcessBuilder(
                  Distribution.command(surroundings(), distribution.launcher(), "--version"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start());
    }
    for (Process process : processes) {
      assertThat(Cli.ended(process)).isZero();
    }
    assertThat(outputs)
        .allSatisfy(
            output ->
                assertThat(output).content().isEqualTo(launch(surroundings(), "--version").out()));
    assertThat(cached()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | operations",
        "2 | nonsense",
        "3 | validate no-such-file.json",
      })
  void exitCodesAndWordsAreThoseOfTheCommand(int code, String arguments) throws Exception {
    Map<String, String> surroundings = surroundingsWithoutCache();
    surroundings.put("CLEANROOMS_CONTRACT_OPTS", "-XX:+UseParallelGC -Xmx256m");
    Cli.Result expected = Cli.run(arguments.split(" "));
    Cli.Result result = launch(surroundings, arguments.split(" "));
    assertThat(result.code()).isEqualTo(code).isEqualTo(expected.code());
    assertThat(result.err()).isEqualTo(expected.err());
  }

  @Test
  void theLauncherBecomesTheProcessThatItStarts() throws Exception {
    Process process =
        new ProcessBuilder(
                Distribution.command(
                    surroundingsWithoutCache(), distribution.launcher(), "validate", "-"))
            .start();
    try {
      long end = System.nanoTime() + 60_000_000_000L;
      while (!process.info().arguments().map(List::of).orElse(List.of()).contains("validate")
          || !process.info().command().orElse("").endsWith("/java")) {
        assertThat(System.nanoTime()).isLessThan(end);
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(20);
      }
      assertThat(process.descendants()).isEmpty();
    } finally {
      process.destroy();
    }
    assertThat(Cli.ended(process)).isNotZero();
  }

  /** A Java that says of what version it is, writes down what it is told, and fails on archives. */
  private Path stub(String release, String answer) throws IOException {
    Path home = folder.resolve("stub");
    Files.createDirectories(home.resolve("bin"));
    if (!release.isEmpty()) {
      Files.writeString(
          home.resolve("release"),
          "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + release + "\"\nOS_NAME=\"Linux\"\n");
    }
    Path java = home.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo '%s' >&2; exit 0; fi
        for argument in "$@"; do
          case $argument in
            -XX:ArchiveClassesAtExit=*) echo archive >>'%s/archives'; exit 1 ;;
            -Xshare:on) exit 1 ;;
          esac
          printf '<%%s>\\n' "$argument"
        done
        """
            .formatted(answer, folder));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11.0.2 | '' | 11.0.2",
        "'' | openjdk version \"1.8.0_292\" | 1.8.0_292",
      })
  void anOlderJavaIsRefused(String release, String answer, String version) throws Exception {
    Path home = stub(release, answer);
    Map<String, String> surroundings = surroundings();
    surroundings.put("JAVA_HOME", home.toString());
    Cli.Result result = launch(surroundings, "--version");
    assertThat(result.err())
        .isEqualTo(
            "cleanrooms-contract: Java 17 or newer is needed, and "
                + home
                + "/bin/java is of "
                + version
                + ": set JAVA_HOME to a newer one.\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void withoutJavaItSaysWhatToDo() throws Exception {
    Map<String, String> surroundings = surroundings();
    surroundings.put("PATH", "/nowhere");
    surroundings.remove("JAVA_HOME");
    Cli.Result result = launch(surroundings, "--version");
    assertThat(result.err())
        .isEqualTo(
            "cleanrooms-contract: Java 17 or newer is needed: set JAVA_HOME to one, or put its java"
                + " on the PATH.\n");
    assertThat(result.code()).isEqualTo(3);

    surroundings.put("JAVA_HOME", "/nowhere");
    assertThat(launch(surroundings, "--version").err())
        .isEqualTo(
            "cleanrooms-contract: Java 17 or newer is needed: JAVA_HOME is /nowhere, which has no"
                + " bin/java.\n");
  }

  @Test
  void argumentsArriveAsTheyAreAndArchivesAreNotTriedAgainAndAgain() throws Exception {
    Path home = stub("", "openjdk version \"21-ea\" 2023-09-19");
    Map<String, String> surroundings = surroundings();
    surroundings.remove("JAVA_HOME");
    surroundings.put("PATH", home.resolve("bin") + ":" + PATH);
    surroundings.put("CLEANROOMS_CONTRACT_OPTS", "-Da=*  pom.*");
    String[] arguments = {"validate", "a  b", "*", "$HOME", "", "\"q\"", "-Dc=3", "ü\n"};
    for (int i = 0; i < 2; i++) {
      Cli.Result result = launch(surroundings, arguments);
      assertThat(result.err()).isEmpty();
      String told = result.out();
      assertThat(told.substring(told.indexOf("<-Da")))
          .isEqualTo(
              "<-Da=*>\n<pom.*>\n<-jar>\n<"
                  + distribution.home().toRealPath().resolve("lib/cleanrooms-contract-kit-cli.jar")
                  + ">\n<"
                  + String.join(">\n<", arguments)
                  + ">\n");
      assertThat(told).doesNotContain("SharedArchiveFile");
    }
    assertThat(folder.resolve("archives")).hasContent("archive\n");
  }

  @Test
  void shellsTakeTheCompletion() throws Exception {
    Path completion = distribution.home().resolve("completion/cleanrooms-contract.bash");
    Cli.Result result =
        Cli.process(
            List.of(
                "bash",
                "-c",
                ". \"$0\" && COMP_WORDS=(cleanrooms-contract val) COMP_CWORD=1"
                    + " && _complete_cleanrooms-contract && echo \"${COMPREPLY[@]}\"",
                completion.toString()),
            "");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("validate\n");
    assertThat(completion).hasContent(Cli.run("generate-completion").out());
  }
}
