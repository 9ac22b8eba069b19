package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.conformance.ConformanceText;
import io.github.cleanroomscontract.conformance.History;
import io.github.cleanroomscontract.conformance.PlanText;
import io.github.cleanroomscontract.conformance.RunRecord;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.Journal;
import io.github.cleanroomscontract.replay.Plan;
import io.github.cleanroomscontract.replay.PlannedCall;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Service;
import io.github.cleanroomscontract.report.Format;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.scenario.Binding;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the real service. */
@Command(
    name = "replay",
    description =
        "Asks the real service, or what stands in for it, and says where it and the contract"
            + " differ.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Nothing but reading is done, unless --allow says so; --plan shows what would be. What is",
      "created is tagged, and removed in the end. Operations conform, violate the contract, drift",
      "from it (something new), are stricter or laxer than it, are skipped, or fail to be asked.",
      "--format and --report text, markdown and html tell of the run as a whole, the others of each",
      "message, as validate does. Ctrl-C ends it after the call under way, with what was found.",
      "",
      "Examples:",
      "  cleanrooms-contract replay --discover --plan",
      "  cleanrooms-contract replay --discover --results nights --report html=conformance.html",
      "  cleanrooms-contract replay --discover --profile test --record recorded",
      "  cleanrooms-contract replay --fixtures --binding account.json --operation GetSchema",
      "  cleanrooms-contract replay --scenario scenarios/membership.json --allow write,delete",
      "  AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any cleanrooms-contract replay --discover \\",
      "    --region us-east-1 --endpoint http://127.0.0.1:8217"
    })
final class ReplayCommand implements Callable<Integer> {

  /** What is removed after Ctrl-C takes as many calls as were made to create it. */
  private static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);

  @Mixin ItineraryOptions asked;

  @Mixin AllowanceOptions allowance;

  @Option(names = "--plan", description = "Print every call that would be made, and make none.")
  boolean plan;

  @Mixin ConnectionOptions connection;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Keep there what was asked. If a run was cut short, the same command goes on where that"
              + " ended; the file is removed once all is asked.")
  Path journal;

  @Option(
      names = "--record",
      paramLabel = "FOLDER",
      description =
          "Keep each call there as fixtures, in which accounts, ids, names, and whatever else is the"
              + " account's own are replaced.")
  Path recorded;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      description =
          "Keep the results there, a file a run; those of earlier runs tell what is new, since when,"
              + " and what is gone.")
  Path kept;

  @Mixin ReportOptions results;

  @Mixin JudgingOptions judging;

  @Option(
      names = "--show-skipped",
      description = "Name each operation that was not asked, and not only the first few.")
  boolean showSkipped;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    check();
    try (Service service = connection.open(spec.commandLine())) {
      Binding binding = asked.binding();
      ContractValidator validator = judging.validator(ItineraryOptions.context(binding)).build();
      Replay.Builder replay =
          Replay.of(service).validator(validator).allowance(allowance.allowance());
      asked.read(spec.commandLine(), binding, replay.run()).forEach(replay::itinerary);
      return plan ? plan(replay) : run(replay);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      spec.commandLine().getErr().println("Error: " + e.getMessage());
      return ExitCodes.FAILED;
    }
  }

  private void check() {
    asked.check(spec.commandLine());
    if (plan && results.format != Format.TEXT) {
      throw new ParameterException(spec.commandLine(), "A plan is a text: --plan, no --format.");
    }
    List<Path> inputs = new ArrayList<>(asked.files());
    if (journal != null) {
      inputs.add(journal);
    }
    results.refuseClashes(spec.commandLine(), inputs);
  }

  private int plan(Replay.Builder replay) {
    PrintWriter out = spec.commandLine().getOut();
    new PlanText(paint()).lines(replay.build().plan()).forEach(out::println);
    return ExitCodes.OK;
  }

  private int run(Replay.Builder replay) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    History history = kept == null ? History.none() : History.read(kept);
    history.complaints().forEach(err::println);
    Recorder recorder = recorded == null ? Recorder.none() : Recorder.into(recorded);
    Interruption.expect(PATIENCE);
    try (ReplayReports reports = ReplayReports.open(results, spec.commandLine().getOut(), paint());
        Journal notes = journal()) {
      if (notes != null) {
        replay.journal(notes);
      }
      long planned = planned(replay.build().plan());
      Progress progress = new Progress(err, Terminal.isError(), "calls");
      replay.observer(recorder::keep);
      replay.interruptedBy(Interruption::came);
      replay.listener(call -> take(call, reports, progress, planned));
      ReplayResult result = replay.build().run();
      progress.clear();
      RunRecord run = reports.end(result, history, new ConformanceText(paint(), showSkipped), err);
      result.created().stream()
          .filter(each -> allowance.keepCreated)
          .forEach(each -> err.println("kept: " + each));
      run.stopped().ifPresent(why -> err.println(resumption()));
      recorder.failure().ifPresent(err::println);
      return recorder.failure().isPresent() ? ExitCodes.FAILED : code(run);
    } finally {
      Interruption.over();
    }
  }

  private static void take(
      CallResult call, ReplayReports reports, Progress progress, long planned) {
    progress.clear();
    reports.add(call);
    progress.show(reports.calls(), reports::calls, planned);
  }

  /** Returns how many calls there will be; 0 if earlier ones tell. */
  private static long planned(Plan plan) {
    return plan.calls().stream().anyMatch(PlannedCall::open) ? 0 : plan.calls().size();
  }

  private Journal journal() throws IOException {
    if (journal == null) {
      return null;
    }
    try {
      Journal notes = Journal.open(journal);
      if (notes.size() > 0) {
        spec.commandLine()
            .getErr()
            .println(journal + ": " + notes.size() + " calls conformed before");
      }
      return notes;
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(journal + " cannot be read and written: " + e.getMessage(), e);
    }
  }

  private String resumption() {
    return journal == null
        ? "With --journal FILE, the same command would go on where a run was cut short."
        : "The same command goes on from here, as " + journal + " tells.";
  }

  private static int code(RunRecord run) {
    if (run.isPartial() || !run.left().isEmpty()) {
      return ExitCodes.FAILED;
    }
    return run.hasCounting() ? ExitCodes.FINDINGS : ExitCodes.OK;
  }

  private static Paint paint() {
    return new Paint(Ansi.AUTO.enabled());
  }
}
