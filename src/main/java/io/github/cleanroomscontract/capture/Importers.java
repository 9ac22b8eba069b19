package io.github.cleanroomscontract.capture;

import static java.util.stream.Collectors.toMap;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.internal.json.TextProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Chooses what reads a text: what the user says, or else what the text looks like. */
final class Importers {

  private final PayloadImporter bare = new PayloadImporter();
  private final EnvelopeImporter envelopes;
  private final List<Importer> others;
  private final Optional<Importer> named;

  Importers(CaptureOptions options) {
    this.envelopes = new EnvelopeImporter(options);
    this.others =
        List.of(
            new ExchangeImporter(),
            new HarImporter(),
            new AwsCliImporter(),
            new BotoImporter(),
            new CloudTrailImporter());
    this.named =
        options
            .format()
            .map(
                format ->
                    format == CaptureFormat.PAYLOAD
                        ? bare
                        : format == CaptureFormat.ENVELOPE
                            ? envelopes
                            : others.stream()
                                .filter(each -> each.format() == format)
                                .findFirst()
                                .orElseThrow());
  }

  /** Reads a text and hands on its messages in their order. */
  void read(Source source, Consumer<Captured> messages) {
    if (named.isPresent()) {
      readAs(named.get(), source, messages);
    } else if (envelopes.isMeant(source)) {
      envelopes.read(source, messages);
    } else {
      List<Importer> meant = others.stream().filter(each -> each.isMeant(source)).toList();
      if (meant.size() > 1) {
        messages.accept(ambiguous(source, meant));
      } else if (meant.isEmpty()) {
        bare.read(source, messages);
      } else {
        readAs(meant.get(0), source, messages);
      }
    }
  }

  private static void readAs(Importer importer, Source source, Consumer<Captured> messages) {
    Optional<Importer.Misfit> misfit = importer.misfit(source.root());
    if (misfit.isPresent()) {
      messages.accept(refused(source, importer.format(), misfit.get()));
      return;
    }
    importer.read(source, messages);
    tellProblems(importer, source, messages);
  }

  /** Says that something follows a list. */
  static Captured trailing(Identity identity, TextPosition position) {
    return broken(
        identity, position, new TextProblem(TextProblem.Kind.TRAILING_TEXT, Pointers.ROOT, 0, ""));
  }

  private static void tellProblems(Importer importer, Source source, Consumer<Captured> messages) {
    for (TextProblem problem : source.document().problems()) {
      boolean told = importer.format().isOnlyPayload() || importer.isPayload(problem.pointer());
      if (!told) {
        Locator.Span span = new Locator.Span(problem.offset(), problem.offset());
        messages.accept(broken(source.identity(), source.position(span), problem));
      }
    }
  }

  /** What is wrong with the text around payloads may hide some of them. */
  private static Captured broken(Identity identity, TextPosition position, TextProblem problem) {
    String what =
        switch (problem.kind()) {
          case BYTE_ORDER_MARK -> "it begins with a byte order mark";
          case TRAILING_TEXT -> "something follows the JSON value";
          case DUPLICATE_KEY -> "a member stands twice in one object";
          default -> "a number is beyond what a double can hold";
        };
    Finding finding = Notices.at(Rules.INPUT_FORMAT, what, position.line(), position.column());
    return Captured.settled(position.line(), identity, Report.failed("", finding));
  }

  /** Returns the lists that captures of the forms that it may be consist of, by their pointers. */
  Map<String, ListImporter> lists() {
    Stream<Importer> possible = named.map(Stream::of).orElseGet(others::stream);
    return possible
        .filter(ListImporter.class::isInstance)
        .map(ListImporter.class::cast)
        .collect(toMap(ListImporter::list, each -> each));
  }

  /** Reads an element of a list, which is a text of its own, and hands on its messages. */
  static void readElement(
      ListImporter importer, Source source, String pointer, Consumer<Captured> messages) {
    importer.readElement(source, Pointers.ROOT, pointer, messages);
    tellProblems(importer, source, messages);
  }

  /**
   * Says what else is to be said of a list whose elements were read one by one.
   *
   * @param source the text around the elements
   * @param positions says where in the capture an offset of that text is
   * @param empty whether there were no elements
   */
  void readSurroundings(
      ListImporter importer,
      Source source,
      IntFunction<TextPosition> positions,
      boolean empty,
      Consumer<Captured> messages) {
    List<Importer> meant =
        Stream.concat(Stream.of(envelopes), others.stream())
            .filter(each -> each.isMeant(source))
            .toList();
    if (named.isEmpty() && meant.size() > 1) {
      messages.accept(ambiguous(source, meant));
    } else if (empty) {
      messages.accept(importer.none(source));
    }
    for (TextProblem problem : source.document().problems()) {
      messages.accept(broken(source.identity(), positions.apply(problem.offset()), problem));
    }
  }

  /**
   * Returns what a text is that is not JSON: what its surroundings say, unless that speaks of
   * payloads in a capture of another form.
   */
  Identity broken(Identity around) {
    boolean payload = named.map(each -> each.format().isOnlyPayload()).orElse(true);
    return payload ? around : new Identity(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Captured refused(Source source, CaptureFormat format, Importer.Misfit misfit) {
    Locator locator = new Locator(source.document());
    locator.want(misfit.pointer());
    TextPosition position = source.position(locator.value(misfit.pointer()).orElseThrow());
    String at = misfit.pointer().isEmpty() ? "" : " (at " + misfit.pointer() + ")";
    Finding finding =
        Notices.at(
                Rules.INPUT_FORMAT,
                "it is no " + format.label() + ": " + misfit.why() + at,
                position.line(),
                position.column())
            .withHint(
                "leave out --from, or name another of " + labels(List.of(CaptureFormat.values())));
    return Captured.settled(source.firstLine(), source.identity(), Report.failed("", finding));
  }

  private static Captured ambiguous(Source source, List<Importer> meant) {
    String labels = labels(meant.stream().map(Importer::format).toList());
    Finding finding =
        Notices.at(Rules.INPUT_FORMAT, "it may be one of " + labels, source.firstLine(), 1)
            .withHint("say which with --from");
    return Captured.settled(source.firstLine(), source.identity(), Report.failed("", finding));
  }

  private static String labels(List<CaptureFormat> formats) {
    return String.join(", ", formats.stream().map(CaptureFormat::label).toList());
  }
}
