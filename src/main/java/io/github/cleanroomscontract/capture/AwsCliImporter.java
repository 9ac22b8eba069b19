package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the AWS CLI reads with {@code --cli-input-json}, or prints: times are in ISO 8601, and the
 * pages of a list are one. Its files do not say what they are; their path has to.
 */
final class AwsCliImporter implements Importer {

  /** The CLI indents by four. */
  private static final Pattern INDENTED =
      Pattern.compile("\\{\\r?\\n {4}\"[^\\n]*\\n[^\\t]*\\}\\s*");

  /** Where the CLI was told to stop, it says how to go on in a member of its own. */
  private static final String NEXT = "NextToken";

  @Override
  public CaptureFormat format() {
    return CaptureFormat.AWS_CLI;
  }

  /** Skeletons, and outputs that have the CLI's indentation and all times as it prints them. */
  @Override
  public boolean isMeant(Source source) {
    Optional<Shape> shape = ToolValues.shape(source.identity());
    if (shape.isEmpty()) {
      return false;
    }
    return Skeletons.isSkeleton(shape.get(), source.root())
        || source.identity().direction().equals(Optional.of(Direction.RESPONSE))
            && isOutput(shape.get(), source);
  }

  private static boolean isOutput(Shape shape, Source source) {
    if (!INDENTED.matcher(source.document().text()).matches()) {
      return false;
    }
    List<JsonNode> times = new ArrayList<>();
    ToolValues.times(shape, source.root(), (pointer, time) -> times.add(time));
    return !times.isEmpty()
        && times.stream().allMatch(time -> time.isString() && ToolTimes.isPython(time.asString()));
  }

  @Override
  public boolean isPayload(String pointer) {
    return true;
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    Identity identity = source.identity();
    int line = source.firstLine();
    Optional<Shape> shape = ToolValues.shape(identity);
    if (shape.filter(each -> Skeletons.isSkeleton(each, source.root())).isPresent()) {
      messages.accept(
          Captured.skipped(
              line, identity, "a skeleton of --generate-cli-skeleton that is not filled in"));
      return;
    }
    Locator locator = new Locator(source.document());
    PayloadText text =
        new PayloadText(source.document(), locator.value(Pointers.ROOT).orElseThrow());
    if (shape.filter(each -> each.member(NEXT).isEmpty()).isPresent()
        && identity.direction().equals(Optional.of(Direction.RESPONSE))
        && source.root().has(NEXT)) {
      text.drop(NEXT);
    }
    ToolValues.rewrite(source, Pointers.ROOT, source.root(), identity, text);
    messages.accept(Captured.of(line, identity, text.payload(line)));
  }
}
