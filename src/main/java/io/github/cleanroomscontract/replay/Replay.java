package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Asks a service, and says what its answers say of the contract.
 *
 * <pre>{@code
 * ReplayResult result =
 *     Replay.of(service).itinerary(fixtures).allowance(Allowance.reading()).build().run();
 * }</pre>
 *
 * <p>Calls are made one after another, on the thread that runs it. Not thread-safe.
 */
public final class Replay {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Builder told;

  private Replay(Builder told) {
    this.told = told;
  }

  /** Returns a builder of a run that asks a service, and closes it not. */
  public static Builder of(Service service) {
    return new Builder(service);
  }

  /**
   * Makes the calls, and removes in the end what they created, whatever happened.
   *
   * @return what came of it; nothing is thrown for what the service does
   */
  public ReplayResult run() {
    Instant started = Instant.now();
    long begin = System.nanoTime();
    Judge judge = new Judge(told.validator);
    Limits limits = new Limits(told.allowance, told.validator.catalogue());
    Run run = new Run(told, limits, judge, told.run);
    try {
      travel(run);
    } catch (UncheckedIOException e) {
      run.stop("a file cannot be read or written: " + e.getCause().getMessage());
    } catch (RuntimeException e) {
      // What was asked and created so far must not be lost; the message may quote anything.
      run.stop("a fault of the kit: " + e.getClass().getSimpleName() + " in " + place(e));
    }
    run.cleanUp(told.allowance.keepsCreated());
    if (run.stopped().isEmpty()) {
      finish(run);
    }
    return new ReplayResult(
        started,
        Duration.ofNanos(System.nanoTime() - begin),
        told.service.endpoint(),
        told.validator.catalogue().day().toString(),
        run.results(),
        run.stopped(),
        run.ledger().created(),
        run.ledger().left(told.allowance.keepsCreated()));
  }

  private static String place(RuntimeException e) {
    StackTraceElement[] stack = e.getStackTrace();
    return stack.length == 0 ? "an unknown place" : stack[0].toString();
  }

  private void finish(Run run) {
    try {
      told.journal.ifPresent(Journal::finish);
    } catch (UncheckedIOException e) {
      run.stop("the journal cannot be removed: " + e.getCause().getMessage());
    }
  }

  private void travel(Session session) {
    for (Itinerary itinerary : told.itineraries) {
      if (session.goesOn()) {
        itinerary.travel(session);
      }
    }
  }

  /** Returns what the run would do, without calling the service. */
  public Plan plan() {
    Catalogue catalogue = told.validator.catalogue();
    Planning planning = new Planning(catalogue, told.allowance, new Judge(told.validator));
    travel(planning);
    return new Plan(told.service.endpoint(), planning.calls());
  }

  /** Collects what a run is told. Not thread-safe. */
  public static final class Builder {

    private final Service service;
    private final List<Itinerary> itineraries = new ArrayList<>();
    private ContractValidator validator = ContractValidator.create();
    private Allowance allowance = Allowance.reading();
    private Optional<Journal> journal = Optional.empty();
    private BooleanSupplier interrupted = () -> false;
    private Consumer<CallResult> listener = each -> {};
    private BiConsumer<Step, Exchange> observer = (step, exchange) -> {};
    private String run = newRun();

    private Builder(Service service) {
      this.service = Objects.requireNonNull(service);
    }

    /** Adds calls, after those of the itineraries before. */
    public Builder itinerary(Itinerary itinerary) {
      itineraries.add(Objects.requireNonNull(itinerary));
      return this;
    }

    /** Tells what judges; one that takes unknown things in answers for drift unless it is told. */
    public Builder validator(ContractValidator judging) {
      validator = Objects.requireNonNull(judging);
      return this;
    }

    /** Tells what may be done; only reading unless it is told. */
    public Builder allowance(Allowance allowed) {
      allowance = Objects.requireNonNull(allowed);
      return this;
    }

    /**
     * Tells where finished steps are kept, and were kept by a run that this one resumes. The run
     * deletes its file once all is asked, and does not close it otherwise.
     */
    public Builder journal(Journal kept) {
      journal = Optional.of(kept);
      return this;
    }

    /** Tells what says, before each call, whether the run is to end. */
    public Builder interruptedBy(BooleanSupplier hook) {
      interrupted = Objects.requireNonNull(hook);
      return this;
    }

    /** Tells who is given each result as it comes, on the thread of the run. */
    public Builder listener(Consumer<CallResult> progress) {
      listener = Objects.requireNonNull(progress);
      return this;
    }

    /**
     * Tells who is given each exchange as it was, sensitive values included, with the step as it
     * was made.
     */
    public Builder observer(BiConsumer<Step, Exchange> exchanges) {
      observer = Objects.requireNonNull(exchanges);
      return this;
    }

    /**
     * Names the run; what it creates is tagged so. A time with something random unless it is told.
     *
     * @throws IllegalArgumentException if it is not 1 to 64 letters, digits and hyphens
     */
    public Builder run(String id) {
      if (!id.matches("[A-Za-z0-9-]{1,64}")) {
        throw new IllegalArgumentException(
            "a run is named by 1 to 64 letters, digits and hyphens, not \"" + id + "\"");
      }
      run = id;
      return this;
    }

    /** Returns the name of the run, which scenarios put into the names of what they create. */
    public String run() {
      return run;
    }

    private static String newRun() {
      int random = new SecureRandom().nextInt(0x10000);
      return DAY_AND_TIME.format(Instant.now()) + String.format(Locale.ROOT, "-%04x", random);
    }

    Service service() {
      return service;
    }

    ContractValidator validator() {
      return validator;
    }

    Optional<Journal> journal() {
      return journal;
    }

    BooleanSupplier interrupted() {
      return interrupted;
    }

    Consumer<CallResult> listener() {
      return listener;
    }

    BiConsumer<Step, Exchange> observer() {
      return observer;
    }

    /** Returns the run, which can be planned and made. */
    public Replay build() {
      return new Replay(this);
    }
  }
}
