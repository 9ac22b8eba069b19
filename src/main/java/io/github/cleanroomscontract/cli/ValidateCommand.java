package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.capture.CaptureFormat;
import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.capture.ContextReader;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.report.Entry;
import io.github.cleanroomscontract.report.Output;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.report.Summary;
import io.github.cleanroomscontract.report.Weighing;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates captured payloads. */
@Command(
    name = "validate",
    description = "Validates captured payloads, and says what is wrong, where, and what was meant.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A .json file holds one payload, a line of a .jsonl file one message:",
      "  {\"operation\":\"GetMembership\",\"direction\":\"response\",\"payload\":{…}}",
      "with \"httpStatus\" and \"error\" where they are known. A bare payload's path may say what it is:",
      "  GetMembership.response.json, StartProtectedQuery/valid/request.minimal.json",
      "Other captures say it themselves: HTTP exchanges {\"request\":{\"method\",\"uri\",…},\"response\":…},",
      "HAR files, responses of boto3 and placebo, CloudTrail; --from aws-cli says it of the AWS CLI's.",
      "All of them may be packed as .gz or .zip.",
      "",
      "Examples:",
      "  cleanrooms-contract validate captures/",
      "  cleanrooms-contract validate --operation StartProtectedQuery --request query.json",
      "  cleanrooms-contract validate 'captures/**/*.har'",
      "  cat traffic.jsonl | cleanrooms-contract validate --format jsonl -"
    })
final class ValidateCommand implements Callable<Integer> {

  /** Names of operations, for completion. */
  static final class OperationNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.current().operations().stream().map(Operation::name).iterator();
    }
  }

  /** What bare payloads are. */
  static final class Directions {
    @Option(names = "--request", description = "Bare payloads are requests.")
    boolean request;

    @Option(names = "--response", description = "Bare payloads are responses.")
    boolean response;

    @Option(
        names = "--error",
        paramLabel = "NAME",
        description = "Bare payloads are bodies of that error.")
    String error;
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, folders, patterns in quotes, or - for standard input.")
  List<String> inputs;

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      completionCandidates = OperationNames.class,
      description = "The operation of payloads that do not say theirs.")
  String operation;

  @ArgGroup(exclusive = true)
  Directions directions;

  @Option(
      names = "--from",
      paramLabel = "FORM",
      converter = Choices.CaptureFormats.class,
      completionCandidates = Choices.CaptureFormats.class,
      description =
          "The form of the captures: ${COMPLETION-CANDIDATES}. Default: what they look like.")
  CaptureFormat from;

  @Mixin ReportOptions results;

  @Mixin JudgingOptions judging;

  @Option(
      names = "--model-only",
      description =
          "Judge by the published model alone, without the rules that are documented beyond it.")
  boolean modelOnly;

  @Option(
      names = "--context",
      paramLabel = "PATH",
      description =
          "Captured answers that rules may need, such as GetCollaboration.response.json: a file, or"
              + " a folder of them. May be repeated.")
  List<String> context;

  @Option(
      names = "--caller-account",
      paramLabel = "ACCOUNT",
      description = "The account that makes the calls; some rules need it.")
  String callerAccount;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      converter = Choices.Engines.class,
      completionCandidates = Choices.Engines.class,
      description =
          "The analytics engine of the collaboration, ${COMPLETION-CANDIDATES}; some rules need"
              + " it.")
  AnalyticsEngine engine;

  @Option(
      names = "--show-unchecked",
      description =
          "Also list the rules that could not be checked, and what they need: in text, json, jsonl"
              + " and junit.")
  boolean showUnchecked;

  @Spec CommandSpec spec;

  private final Summary summary = new Summary();
  private Progress progress;
  private CaptureJudge judge;
  private long bytes;

  @Override
  public Integer call() {
    CaptureOptions options = options();
    PrintWriter out = spec.commandLine().getOut();
    ContractValidator validator;
    try {
      validator = validator(context());
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println("Error: " + e.getMessage());
      return ExitCodes.FAILED;
    }
    Interruption.expect();
    try (Reports files = reports()) {
      int code =
          judge(
              validator,
              options,
              files.weighing(results.failOn),
              files.with(results.format.output(out, paint(), showUnchecked)));
      files.end(spec.commandLine().getErr());
      return code;
    } catch (IOException | UncheckedIOException e) {
      spec.commandLine().getErr().println("Error: " + e.getMessage());
      return ExitCodes.FAILED;
    } finally {
      Interruption.over();
    }
  }

  private int judge(
      ContractValidator validator, CaptureOptions options, Weighing weighing, Output output) {
    boolean watched = Terminal.isError();
    progress = new Progress(spec.commandLine().getErr(), watched, "messages");
    long start = System.nanoTime();
    judge =
        new CaptureJudge(
            validator,
            options,
            message -> take(weighing.weigh(message), output),
            Interruption::came);
    bytes = watched ? size() : 0;
    for (String input : inputs) {
      if (input.equals("-")) {
        judge.judge(System.in);
      } else {
        judge.judge(path(input));
      }
    }
    progress.clear();
    summary.elapsed(Duration.ofNanos(System.nanoTime() - start));
    output.end(summary);
    if (summary.failed() > 0) {
      return ExitCodes.FAILED;
    }
    return summary.counting() > 0 ? ExitCodes.FINDINGS : ExitCodes.OK;
  }

  private void take(Entry entry, Output output) {
    summary.add(entry);
    if (!entry.findings().isEmpty()) {
      progress.clear();
    }
    output.message(entry);
    progress.show(summary.total(), judge::bytesRead, bytes);
  }

  /** Returns how many bytes are to be read; 0 if nobody knows. */
  private long size() {
    return inputs.contains("-")
        ? 0
        : inputs.stream().mapToLong(input -> CaptureJudge.size(path(input))).sum();
  }

  private ContractValidator validator(CallContext known) {
    if (callerAccount != null) {
      try {
        known.callerAccount(callerAccount);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(), "Invalid value for --caller-account: " + e.getMessage());
      }
    }
    if (engine != null) {
      known.engine(engine);
    }
    return judging.validator(known).modelOnly(modelOnly).build();
  }

  private CallContext context() {
    if (context == null) {
      return CallContext.create();
    }
    CallContext known = ContextReader.read(context.stream().map(this::path).toList());
    if (known.hasNoAnswers()) {
      throw new IllegalArgumentException(
          "the context "
              + String.join(", ", context)
              + " holds no answer that a rule needs, such as GetCollaboration.response.json");
    }
    return known;
  }

  private CaptureOptions options() {
    CaptureOptions options = said();
    return from == null ? options : options.from(from);
  }

  private CaptureOptions said() {
    if (operation != null) {
      Suggestions.operation(spec.commandLine(), operation);
    }
    if (directions == null) {
      return new CaptureOptions(Optional.ofNullable(operation), Optional.empty(), Optional.empty());
    }
    Direction direction =
        directions.request
            ? Direction.REQUEST
            : directions.response ? Direction.RESPONSE : Direction.ERROR;
    Optional<String> error = Optional.ofNullable(directions.error);
    if (error.isPresent() && Catalogue.current().error(error.get()).isEmpty()) {
      List<String> names = Catalogue.current().errors().stream().map(ErrorShape::name).toList();
      throw new ParameterException(
          spec.commandLine(),
          "There is no error "
              + error.get()
              + " in the API; its errors are "
              + String.join(", ", names)
              + ".");
    }
    return new CaptureOptions(Optional.ofNullable(operation), Optional.of(direction), error);
  }

  private static Paint paint() {
    return new Paint(Ansi.AUTO.enabled());
  }

  private Reports reports() throws IOException {
    results.refuseClashes(
        spec.commandLine(),
        inputs.stream().filter(input -> !input.equals("-")).map(this::path).toList());
    return Reports.open(results.reports, showUnchecked, results.baseline, results.writtenBaseline);
  }

  private Path path(String input) {
    if (input.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "An input is empty: an unset variable?");
    }
    try {
      return Path.of(input);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          spec.commandLine(), "Not a path: " + input + " (" + e.getReason() + ")");
    }
  }
}
