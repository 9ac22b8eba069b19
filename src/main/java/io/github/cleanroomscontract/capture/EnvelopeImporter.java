package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.Payload;
import java.util.Optional;
import java.util.function.Consumer;

/** An object that says what the payload in it is. */
final class EnvelopeImporter implements Importer {

  private final CaptureOptions options;

  EnvelopeImporter(CaptureOptions options) {
    this.options = options;
  }

  @Override
  public CaptureFormat format() {
    return CaptureFormat.ENVELOPE;
  }

  @Override
  public boolean isMeant(Source source) {
    return Envelope.isMeant(source.root());
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    int line = source.firstLine();
    Envelope envelope = Envelope.read(source.document(), source.root(), source.identity());
    Identity told =
        new Identity(
            envelope.operation().or(() -> source.identity().operation()),
            envelope.direction().or(() -> source.identity().direction()),
            envelope.error().or(options::error));
    messages.accept(read(source, envelope, told, line).withCarried(envelope.carried()));
  }

  private static Captured read(Source source, Envelope envelope, Identity told, int line) {
    if (envelope.fault().isPresent()) {
      Finding finding = Notices.at(Rules.INPUT_ENVELOPE, envelope.fault().get(), line, 1);
      return Captured.settled(line, told, Report.failed("", finding));
    }
    String base = Pointers.append(Pointers.ROOT, Envelope.PAYLOAD);
    Captured message =
        Captured.of(line, told, Payload.within(source.document(), base, line))
            .withStatus(envelope.status());
    Optional<String> operation = told.operation().filter(name -> told.direction().isPresent());
    if (operation.isEmpty() || envelope.context().isEmpty() && envelope.request().isEmpty()) {
      return message;
    }
    try {
      return message
          .withKnown(EnvelopeContext.read(source.document(), line, envelope, operation.get()))
          .withRequest(EnvelopeContext.request(source.document(), envelope));
    } catch (EnvelopeContext.UnusableException e) {
      return Captured.settled(line, told, Report.failed("", e.finding()));
    }
  }
}
