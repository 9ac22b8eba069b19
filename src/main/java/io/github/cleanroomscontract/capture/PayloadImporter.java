package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.Payload;
import java.util.function.Consumer;

/** A payload by itself, of which user or path say what it is. */
final class PayloadImporter implements Importer {

  @Override
  public CaptureFormat format() {
    return CaptureFormat.PAYLOAD;
  }

  /** It is what nothing else is. */
  @Override
  public boolean isMeant(Source source) {
    return false;
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    int line = source.firstLine();
    Payload payload = Payload.within(source.document(), Pointers.ROOT, line);
    messages.accept(Captured.of(line, source.identity(), payload));
  }
}
