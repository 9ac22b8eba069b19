package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.exchange.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the coverage of the tests that run in this JVM, and puts it together with that of the other
 * JVMs of the run. Thread-safe.
 *
 * <p>When a session is closed, these are written into the folder of the settings, and are right
 * after the last of the run:
 *
 * <ul>
 *   <li>{@code coverage.txt}, for people
 *   <li>{@code coverage.json}, an object with {@code format} (1), {@code contract} (its day),
 *       {@code totals} ({@code operations}, {@code members}, {@code variants}, {@code enumValues}
 *       and {@code errors}, each with the numbers {@code covered} and {@code total}), {@code lost}
 *       (how many JVMs were killed before they told), {@code floor} if there is one (with {@code
 *       text}, {@code met}, {@code putOff} if it could not fail the run and why, and {@code
 *       shortfalls}, each with {@code demand}, {@code found}, {@code add} and {@code more}), and
 *       {@code operations}: a list of objects with {@code operation}, {@code request} and {@code
 *       response} ({@code exercised}, {@code members}, {@code variants}, {@code enumValues}) and
 *       {@code errors}, where the last four have {@code covered} and {@code missing}, lists of
 *       names as {@link MessageCoverage} has them
 *   <li>{@code parts}, from which the command {@code coverage} and later JVMs read
 * </ul>
 *
 * <p>What earlier runs left does not count, and is removed. Forks of Surefire and Failsafe are of
 * one run if the same Maven process started them. Other JVMs are a run of their own, since nothing
 * tells whether the process that started them, such as an IDE or the daemon of Gradle, goes on to
 * the next run. Where several make up a run, or Maven's own process is a daemon, give all of them
 * the same {@code cleanrooms.contract.coverage.run}, and each run another.
 *
 * <p>The floor is checked when a session is closed, if this JVM runs all tests, or is the last at
 * work of those that have begun. Where Surefire uses several forks, each runs its tests class by
 * class, and none knows to be the last; and where {@code -Dtest} selects tests, a floor makes no
 * sense. Then the session says so in {@code coverage.txt}, and once in the log, and the command
 * {@code coverage FOLDER} after the tests checks it. Who closes a session before later ones of the
 * same run can tell so with {@code cleanrooms.contract.coverage.floor.check=later}.
 */
public final class CoverageSession implements AutoCloseable {

  private static final Logger LOG = System.getLogger(CoverageSession.class.getName());
  private static final AtomicInteger SESSIONS = new AtomicInteger();

  /** A fork that runs class by class closes a session after each. */
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private final CoverageSettings settings;
  private final TestProcess process;
  private final String run;
  private final CoverageFolder folder;
  private final String file;
  private final CoverageRecorder recorder;
  private final AtomicBoolean closed;
  private final Thread atExit = new Thread(this::save, "contract-coverage");

  private CoverageSession(CoverageSettings settings, TestProcess process) {
    this.settings = settings;
    this.process = process;
    this.run = settings.run().orElse(process.run());
    this.folder = new CoverageFolder(settings.folder());
    this.file =
        TestProcess.name(ProcessHandle.current()) + "-" + SESSIONS.incrementAndGet() + ".json";
    this.recorder = new CoverageRecorder(settings.contract());
    this.closed = new AtomicBoolean(!settings.enabled());
  }

  /**
   * Starts to take coverage; nothing is taken or written where the settings say off.
   *
   * @throws UncheckedIOException if there is a floor, and the folder cannot be written; without a
   *     floor that is merely logged
   */
  public static CoverageSession start(CoverageSettings settings) {
    return start(settings, TestProcess.current());
  }

  static CoverageSession start(CoverageSettings settings, TestProcess process) {
    CoverageSession session = new CoverageSession(settings, process);
    if (settings.enabled()) {
      session.announce();
    }
    return session;
  }

  private void announce() {
    try {
      folder.alone(
          () -> {
            folder.removeOthers(run);
            folder.write(file, part(true, new Seen()));
            return true;
          });
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IOException e) {
      closed.set(true);
      complain(e);
    }
  }

  private RunPart part(boolean open, Seen seen) {
    return new RunPart(
        run,
        TestProcess.name(ProcessHandle.current()),
        open,
        settings.contract().day(),
        settings.operations().toString(),
        settings.floor().map(CoverageFloor::toString).orElse(""),
        seen);
  }

  /** Whoever sets no floor does not want tests to fail for coverage. */
  private void complain(IOException e) {
    String message = "contract coverage cannot be written to " + settings.folder();
    if (settings.floor().isPresent()) {
      throw new UncheckedIOException(message + ", so that its floor cannot be checked", e);
    }
    LOG.log(Level.WARNING, message + ": " + e);
  }

  /** Records a call; after the session was closed, nothing. */
  public void record(Call call) {
    if (!closed.get()) {
      recorder.record(call);
    }
  }

  /** Returns the recorder, which takes messages that are in no call as well. */
  public CoverageRecorder recorder() {
    return recorder;
  }

  /**
   * Writes the files, and checks the floor if that can be done here. Does nothing the second time.
   *
   * @throws AssertionError if the floor is not met, which says what is missing and what to add
   * @throws UncheckedIOException as {@link #start} throws it
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "closed while the JVM ends", e);
    }
    Verdict verdict;
    try {
      verdict = folder.alone(this::finish);
    } catch (IOException e) {
      complain(e);
      return;
    }
    if (verdict.fails()) {
      throw new AssertionError(
          "contract coverage is below its floor" + verdict.text() + "see " + folder.text());
    }
    boolean forgotten =
        settings.check() == CoverageSettings.Check.AUTO && process.partOfRun().isPresent();
    if (!verdict.shortfalls().isEmpty() && forgotten && !WARNED.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "the floor of contract coverage is not checked in the run: "
              + verdict.putOff().orElseThrow());
    }
  }

  /** The last resort, when the JVM ends: there is nobody left to fail. */
  private void save() {
    if (!closed.getAndSet(true)) {
      try {
        folder.alone(this::finish);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "contract coverage cannot be written: " + e);
      }
    }
  }

  /** What other sessions have told is taken over, so that there are never many files. */
  private Verdict finish() throws IOException {
    Seen all = recorder.seen();
    List<String> told = new ArrayList<>();
    int atWork = 0;
    int lost = 0;
    for (Map.Entry<String, RunPart> each : folder.parts(run).entrySet()) {
      RunPart part = each.getValue();
      if (each.getKey().equals(file)) {
        continue;
      }
      if (!part.open()) {
        all.addAll(part.seen());
        told.add(each.getKey());
      } else if (TestProcess.runs(part.process())) {
        atWork++;
      } else {
        lost++;
      }
    }
    folder.write(file, part(false, all));
    for (String name : told) {
      folder.remove(name);
    }
    CoverageReport report = CoverageReport.of(settings.contract(), all, settings.operations());
    Verdict verdict = Verdict.of(report, settings.floor(), putOff(atWork), lost);
    folder.write(report, verdict);
    return verdict;
  }

  private Optional<String> putOff(int atWork) {
    return switch (settings.check()) {
      case HERE -> Optional.empty();
      case LATER -> Optional.of("it is to be checked later" + remedy());
      case AUTO ->
          process
              .partOfRun()
              .map(why -> why + remedy())
              .or(
                  () ->
                      Optional.of("other tests of the run are still at work")
                          .filter(why -> atWork > 0));
    };
  }

  private String remedy() {
    return "; \"cleanrooms-contract coverage " + settings.folder() + "\" checks it after the tests";
  }
}
