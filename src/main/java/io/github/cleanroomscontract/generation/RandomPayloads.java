package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Demands;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Payloads of an operation at random: valid ones, or ones that are broken in one way.
 *
 * <pre>{@code
 * RandomPayloads.of("StartProtectedQuery", Direction.REQUEST)
 *     .variant("/resultConfiguration/outputConfiguration", "distribute")
 *     .stream(42)
 * }</pre>
 *
 * <p>Every method that says more returns new payloads, and leaves these as they are. Immutable and
 * thread-safe.
 */
public final class RandomPayloads {

  /** How often, of 100 times, decisions are not for the simplest, from payload to payload. */
  private static final int[] RATES = {5, 20, 40, 60, 90};

  /** How often it is tried to make a payload before none is believed to exist. */
  private static final int TRIES = 200;

  /** For payloads that break any rule. */
  private static final String ANY = "a rule";

  private final PayloadCases cases;
  private final Demands demands;
  private final Optional<String> broken;
  private final List<Function<Script, Optional<GeneratedCase>>> makers;

  private RandomPayloads(PayloadCases cases, Demands demands, Optional<String> broken) {
    this.cases = cases;
    this.demands = demands;
    this.broken = broken;
    this.makers = messages().stream().flatMap(this::makers).toList();
  }

  /**
   * Returns valid payloads of an operation by the newest contract.
   *
   * @param operation the operation's name
   * @param direction which way they go
   * @throws IllegalArgumentException if there is no such operation
   */
  public static RandomPayloads of(String operation, Direction direction) {
    return checked(PayloadCases.of(operation, direction), Demands.NONE, Optional.empty());
  }

  private static RandomPayloads checked(
      PayloadCases cases, Demands demands, Optional<String> broken) {
    RandomPayloads payloads = new RandomPayloads(cases, demands, broken);
    payloads.simplest();
    return payloads;
  }

  /** Returns the messages that have what is demanded. */
  private List<Message> messages() {
    List<Message> all = cases.messages().filter(message -> cases.exists()).toList();
    List<Message> fitting = all.stream().filter(each -> demands.fit(each.shape())).toList();
    if (fitting.isEmpty() && !all.isEmpty()) {
      demands.checkAgainst(all.get(0).shape());
    }
    return fitting;
  }

  /**
   * Returns payloads by the contract of a day: they hold only what existed then.
   *
   * @throws IllegalArgumentException if the API, the operation, or what was asked for did not exist
   *     yet
   */
  public RandomPayloads asOf(LocalDate earlier) {
    return checked(cases.asOf(earlier), demands, broken);
  }

  /**
   * Returns payloads that break a rule, and no other, be it an error or merely warned of.
   *
   * @param rule the rule's id, such as {@code union.multiple}
   * @throws IllegalArgumentException if there is no such rule, or it cannot be broken here
   */
  public RandomPayloads breaking(String rule) {
    Rule known =
        RuleBook.find(rule)
            .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    return checked(cases, demands, Optional.of(known.id()));
  }

  /** Returns payloads that are not in the contract, for one reason each, whichever. */
  public RandomPayloads broken() {
    return checked(cases, demands, Optional.of(ANY));
  }

  /**
   * Returns payloads that have members, variants or items at some places.
   *
   * @param pointers where, such as {@code /members/0/displayName}; {@code *} is the first item or
   *     entry
   * @throws IllegalArgumentException if there is no such place, or no payload that has them all
   */
  public RandomPayloads with(String... pointers) {
    return demanding(demands.with(pointers));
  }

  /**
   * Returns payloads in which a tagged union has a variant.
   *
   * @param union the pointer of the union
   * @param name the variant
   * @throws IllegalArgumentException if there is no such place, or no payload that has it
   */
  public RandomPayloads variant(String union, String name) {
    return with(Pointers.append(union, name));
  }

  /**
   * Returns payloads that have no members or variants at some places.
   *
   * @param pointers where; {@code *} is any item or entry
   * @throws IllegalArgumentException if there is no such place, or no payload without them
   */
  public RandomPayloads without(String... pointers) {
    return demanding(demands.without(pointers));
  }

  /**
   * Returns payloads of bounded size: where the contract leaves it open, lists and maps have at
   * most so many entries, and texts so many characters.
   *
   * @throws IllegalArgumentException if it is less than 0
   */
  public RandomPayloads atMost(int entries) {
    if (entries < 0) {
      throw new IllegalArgumentException("at most " + entries + " entries");
    }
    return demanding(demands.atMost(entries));
  }

  private RandomPayloads demanding(Demands others) {
    return checked(cases, others, broken);
  }

  /**
   * Returns the simplest: what is left when nothing can be made simpler.
   *
   * @throws IllegalArgumentException if there is no payload as demanded
   */
  public RandomPayload simplest() {
    return simplestOfEach().findFirst().orElseThrow(this::none);
  }

  /** Returns the simplest payload of each way to break them; of valid ones, the one. */
  public Stream<RandomPayload> simplestOfEach() {
    return makers.stream()
        .flatMap(maker -> RandomPayload.made(maker, Script.of(Map.of())).stream());
  }

  /**
   * Returns the payloads that are worth a try before any other: the simplest, the fullest, and each
   * variant of each tagged union; of broken ones, the simplest of each way to break them.
   */
  public Stream<RandomPayload> edges() {
    if (broken.isPresent()) {
      return simplestOfEach();
    }
    return messages().stream().flatMap(this::edges);
  }

  private Stream<RandomPayload> edges(Message message) {
    Stream<Script> variants =
        Place.all(message.shape())
            .filter(place -> place.shape().kind() == Shape.Kind.UNION)
            .filter(place -> !demands.refuseAround(place.pointer()))
            .flatMap(RandomPayloads::eachVariant);
    return Stream.concat(Stream.of(Script.of(Map.of()), Script.everything()), variants)
        .flatMap(script -> RandomPayload.made(each -> valid(message, each), script).stream());
  }

  /** Returns scripts by which a union is there, and has one variant after the other. */
  private static Stream<Script> eachVariant(Place union) {
    return IntStream.range(0, union.shape().members().size())
        .mapToObj(
            number -> {
              Map<String, Integer> decisions = new HashMap<>();
              decisions.put(union.pointer() + "|", number);
              String around = union.pointer();
              while (!around.isEmpty()) {
                decisions.put(around + "?", 1);
                decisions.put(around + "#", 1);
                around = around.substring(0, around.lastIndexOf('/'));
              }
              return Script.of(decisions);
            });
  }

  /**
   * Returns the next payload.
   *
   * @param random all that it depends on
   * @throws IllegalArgumentException if there is no payload as demanded
   */
  public RandomPayload next(RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      Script script = Script.random(random, RATES[random.nextInt(RATES.length)]);
      Optional<RandomPayload> made =
          RandomPayload.made(makers.get(random.nextInt(makers.size())), script);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw none();
  }

  /** Returns endlessly many payloads, which are the same for the same seed, on any machine. */
  public Stream<GeneratedCase> stream(long seed) {
    Random random = new Random(seed);
    AtomicInteger number = new AtomicInteger();
    return Stream.generate(
        () -> next(random).get().named(", " + number.incrementAndGet() + " of seed " + seed));
  }

  private IllegalArgumentException none() {
    return new IllegalArgumentException("there are no " + this);
  }

  private Stream<Function<Script, Optional<GeneratedCase>>> makers(Message message) {
    return broken.isEmpty()
        ? Stream.of(script -> valid(message, script))
        : breaks(message, broken.get());
  }

  private Optional<GeneratedCase> valid(Message message, Script script) {
    try {
      Object payload = sampler(script).payload(message.shape(), false);
      return Optional.of(message.valid("random", "at random", payload));
    } catch (ConflictException e) {
      return Optional.empty();
    }
  }

  private Sampler sampler(Script script) {
    return new Sampler(cases.direction(), cases.day()).demanding(demands).deciding(script);
  }

  private Stream<Function<Script, Optional<GeneratedCase>>> breaks(Message message, String rule) {
    Sampler simplest = sampler(Script.of(Map.of()));
    Catalogue catalogue = Catalogue.asOf(cases.day());
    Stream<Way> ofModel = new ModelFaults(message, simplest).ways();
    Stream<Way> documented =
        Mutants.ways(message, catalogue)
            .filter(way -> way.made(simplest).filter(this::isAsked).isPresent());
    return Stream.concat(ofModel, documented)
        .filter(way -> rule.equals(ANY) || rule.equals(way.rule()))
        .filter(way -> !demands.refuseAround(way.place().pointer()))
        .map(way -> script -> way.made(sampler(script)).filter(this::isAsked));
  }

  private boolean isAsked(GeneratedCase each) {
    return isAsDemanded(each) && !(each.valid() && broken.equals(Optional.of(ANY)));
  }

  /** What breaks a documented rule may add, or take away, what was asked for. */
  private boolean isAsDemanded(GeneratedCase each) {
    return demands.isMetBy(each.payload());
  }

  /** Returns what payloads these are. */
  @Override
  public String toString() {
    return cases
        + (demands.with().isEmpty() ? "" : " with " + String.join(", ", demands.with()))
        + (demands.without().isEmpty() ? "" : " without " + String.join(", ", demands.without()))
        + broken.map(rule -> " that break " + rule).orElse("");
  }
}
