package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.replay.Allowance;
import io.github.cleanroomscontract.replay.Effect;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a replay may do besides reading, and how often. */
final class AllowanceOptions {

  /** How many calls may be made. */
  static final class Ceiling implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int most = Integer.parseInt(text);
        if (most >= 0) {
          return most;
        }
      } catch (NumberFormatException e) {
        // Told below.
      }
      throw new TypeConversionException("\"" + text + "\" is no number of calls, such as 100");
    }
  }

  @Option(
      names = "--allow",
      paramLabel = "EFFECT",
      split = ",",
      converter = Choices.Effects.class,
      completionCandidates = Choices.Effects.class,
      description =
          "What may be done besides reading: ${COMPLETION-CANDIDATES}. write creates and changes,"
              + " delete removes, compute starts queries and jobs, which cost money. May be repeated.")
  List<Effect> allowed = List.of();

  @Option(
      names = "--max-calls",
      paramLabel = "N",
      converter = Ceiling.class,
      description = "How many calls may be made in all. Default: 2,000.")
  Integer maxCalls;

  @Option(
      names = "--max-write",
      paramLabel = "N",
      converter = Ceiling.class,
      description = "How many calls may create or change something. Default: 200.")
  Integer maxWrite;

  @Option(
      names = "--max-delete",
      paramLabel = "N",
      converter = Ceiling.class,
      description = "How many calls may remove something. Default: 200.")
  Integer maxDelete;

  @Option(
      names = "--max-compute",
      paramLabel = "N",
      converter = Ceiling.class,
      description = "How many calls may start something that costs money. Default: 5.")
  Integer maxCompute;

  @Option(
      names = "--allow-invalid",
      description =
          "Also send what the contract forbids to operations that do not only read: the service"
              + " might accept it.")
  boolean invalid;

  @Option(names = "--keep-created", description = "Do not remove in the end what was created.")
  boolean keepCreated;

  Allowance allowance() {
    Allowance.Builder builder = Allowance.builder().invalid(invalid).keepCreated(keepCreated);
    allowed.forEach(builder::allow);
    if (maxCalls != null) {
      builder.maxCalls(maxCalls);
    }
    ceiling(builder, Effect.WRITE, maxWrite);
    ceiling(builder, Effect.DELETE, maxDelete);
    ceiling(builder, Effect.COMPUTE, maxCompute);
    return builder.build();
  }

  private static void ceiling(Allowance.Builder builder, Effect effect, Integer most) {
    if (most != null) {
      builder.ceiling(effect, most);
    }
  }
}
