package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.report.DriftJson;
import io.github.cleanroomscontract.report.DriftPage;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.sdk.SdkDrift;
import io.github.cleanroomscontract.sdk.SdkUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the schemas with an AWS SDK. */
@Command(
    name = "drift",
    description =
        "Compares the schemas with an AWS SDK for Java 2: what each has that the other has not,"
            + " explained by its date, or else drift.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Compared are operations, HTTP lines, errors, members, types, unions and enum values. Required",
      "members, bounds, patterns and HTTP statuses are not to be seen in an SDK. Exit code 1 says",
      "that there is drift.",
      "",
      "Example, with the SDK of a Maven project:",
      "  mvn dependency:copy-dependencies -DoutputDirectory=sdk",
      "  cleanrooms-contract drift --sdk sdk"
    })
final class DriftCommand implements Callable<Integer> {

  private static final String REMEDY =
      " Collect the jars of your project with"
          + " \"mvn dependency:copy-dependencies -DoutputDirectory=sdk\","
          + " and give them with \"--sdk sdk\".";

  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--sdk",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Jars, or folders of jars: the SDK and what it needs. Default: the class path that the"
              + " command runs with, which begins with the SDK that replay uses.")
  List<Path> sdk;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.DriftFormats.class,
      completionCandidates = Choices.DriftFormats.class,
      description = "How the result is written: ${COMPLETION-CANDIDATES}. Default: text.")
  Format format;

  @Option(
      names = "--all",
      description = "Show each difference that is explained, not only the first few names.")
  boolean all;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    SdkDrift drift;
    try {
      drift = compare();
    } catch (SdkUnavailableException e) {
      err.println(e.getMessage() + REMEDY);
      return ExitCodes.FAILED;
    } catch (NoSuchFileException e) {
      err.println("There is no " + e.getMessage() + ".");
      return ExitCodes.FAILED;
    } catch (IOException e) {
      err.println("Cannot be read: " + e.getMessage());
      return ExitCodes.FAILED;
    }
    switch (format) {
      case TEXT ->
          new DriftPage(drift, all, new Paint(Ansi.AUTO.enabled())).lines().forEach(out::println);
      case JSON -> new DriftJson(drift).write(out);
    }
    if (out.checkError()) {
      err.println("The result could not be written.");
      return ExitCodes.FAILED;
    }
    return drift.drift().isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
  }

  private SdkDrift compare() throws IOException {
    if (sdk == null) {
      return SdkDrift.compare(DriftCommand.class.getClassLoader());
    }
    List<URL> jars = new ArrayList<>();
    for (Path path : sdk) {
      addJars(path, jars);
    }
    // With nothing of ours in sight: the SDK is that of the user, or none.
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      return SdkDrift.compare(loader);
    }
  }

  private static void addJars(Path path, List<URL> jars) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      jars.add(path.toUri().toURL());
      return;
    }
    int before = jars.size();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.jar")) {
      for (Path file : files) {
        jars.add(file.toUri().toURL());
      }
    }
    if (jars.size() == before) {
      throw new NoSuchFileException(path.resolve("*.jar").toString());
    }
  }
}
